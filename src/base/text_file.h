#pragma once

#include <string>

namespace strongback {

/// A file to be written: its name within a folder, and its text.
struct TextFile {
  std::string name;
  std::string text;
};

}  // namespace strongback
