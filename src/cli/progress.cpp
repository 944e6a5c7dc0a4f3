#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

namespace strongback {

Progress progress_on_stderr() {
  constexpr int kCells = 30;
  if (::isatty(STDERR_FILENO) != 1) return {};
  return [](int done, int total) {
    fmt::print(stderr, "\r\x1b[K{}", done < total ? progress_text(done, total, kCells) : "");
    std::fflush(stderr);
  };
}

std::string progress_text(int done, int total, int cells) {
  const int filled = total > 0 ? cells * done / total : cells;
  std::string text;
  for (int i = 0; i < cells; ++i) text += i < filled ? "█" : "░";
  return fmt::format("{} {} of {}", text, done, total);
}

int cores() { return static_cast<int>(std::thread::hardware_concurrency()); }

}  // namespace strongback
