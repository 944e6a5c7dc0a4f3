#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace strongback {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

/// 0 when nobody says.
std::size_t columns() {
  const std::string_view said = variable("COLUMNS");
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), count);
  if (error == std::errc{} && end == said.data() + said.size() && count > 0) return count;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
  return 0;
}

}  // namespace

Terminal terminal_of_stdout() {
  Terminal terminal;
  const std::size_t count = columns();
  if (count > 0) terminal.width = std::clamp(count, kNarrowest, kWidest);
  terminal.has_color =
      ::isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  return terminal;
}

}  // namespace strongback
