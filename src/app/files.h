#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/failure.h"
#include "base/text_file.h"

namespace strongback {

/// Writes `text` to `path` at once or not at all: a neighbor file is written and then renamed.
/// A folder that is missing or closed is bad input; a full or failing disk is Unavailable.
Outcome<void> write_file(const std::string& path, std::string_view text);

/// Writes each file into `folder`, which is there, and gives back the paths; stops at the first
/// that cannot be written.
Outcome<std::vector<std::string>> write_files(const std::string& folder,
                                              const std::vector<TextFile>& files);

bool file_exists(const std::string& path);

/// The .toml files in `folder`, sorted by path; none when there is no such folder.
std::vector<std::string> toml_files(const std::string& folder, bool with_subfolders);

}  // namespace strongback
