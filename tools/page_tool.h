#pragma once

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/result.h"

namespace strongback {

/// What a program that writes pages of docs/ from data/ was asked for: NAME [--check] DATA DOCS.
struct PageOrder {
  std::string data, docs;
  bool is_check = false;  ///< compare, write nothing
};

/// Nothing, and the usage on stderr, when the words are others.
inline std::optional<PageOrder> read_page_order(int argc, char** argv, const std::string& name) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool is_check = !words.empty() && words.front() == "--check";
  const std::size_t first = is_check ? 1 : 0;
  if (words.size() != first + 2) {
    std::cerr << "usage: " << name << " [--check] DATA DOCS\n";
    return std::nullopt;
  }
  return PageOrder{words[first], words[first + 1], is_check};
}

inline std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// Says every problem; the exit code.
inline int complain(const Problems& problems) {
  for (const Problem& problem : problems) std::cerr << to_text(problem) << '\n';
  return 2;
}

}  // namespace strongback
