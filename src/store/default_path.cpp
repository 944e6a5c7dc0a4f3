#include <cstdlib>
#include <filesystem>

#include "store/store.h"

namespace strongback {

std::optional<std::string> default_store_path() {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (data != nullptr && std::filesystem::path(data).is_absolute()) {
    folder = data;
  } else if (home != nullptr && *home != '\0') {
    folder = std::filesystem::path(home) / ".local" / "share";
  } else {
    return std::nullopt;
  }
  return (folder / "strongback" / "strongback.db").string();
}

}  // namespace strongback
