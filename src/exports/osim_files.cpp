#include "exports/files.h"

namespace strongback {

std::vector<TextFile> osim_files(const ModelExport&) { return {}; }

}  // namespace strongback
