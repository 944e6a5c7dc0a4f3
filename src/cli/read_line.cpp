#include "cli/read_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "base/text.h"

namespace strongback {

std::optional<std::string> read_secret() {
  fmt::print("> ");
  std::fflush(stdout);
  std::string text;
  const bool is_there = static_cast<bool>(std::getline(std::cin, text));
  fmt::print("\n");
  if (!is_there) return std::nullopt;
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

std::optional<std::string> read_line() {
  constexpr std::size_t kLongestAnswer = 2000;  // [byte]
  fmt::print("> ");
  std::fflush(stdout);
  std::string text;
  if (!std::getline(std::cin, text)) {
    fmt::print("\n");
    return std::nullopt;
  }
  if (!text.empty() && text.back() == '\r') text.pop_back();
  if (::isatty(STDIN_FILENO) != 1) fmt::print("{}\n", printable(text));
  if (text.size() > kLongestAnswer) text.resize(kLongestAnswer);
  return text;
}

}  // namespace strongback
