#pragma once

#include <cstddef>

namespace strongback {

/// What the text is laid out for.
struct Terminal {
  std::size_t width = 80;  ///< [column] 40 to 110
  bool has_color = false;
};

inline constexpr std::size_t kNarrowest = 40;  // [column]
inline constexpr std::size_t kWidest = 110;    // [column] longer lines are hard to read

/// The terminal behind stdout: its width is $COLUMNS, else what the terminal says, else 80; it has
/// color unless $NO_COLOR is set, $TERM is "dumb" or stdout is no terminal.
Terminal terminal_of_stdout();

}  // namespace strongback
