#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace strongback {

/// A place in a text, counted from 1; 0 means "the file as a whole".
struct Place {
  int line = 0;
  int column = 0;
};

/// Something wrong in a text that a person wrote: where, what was found and what is allowed, and
/// what to do about it.
struct Problem {
  std::string file;
  Place place;
  std::string message;  ///< lower case, no full stop, says what is allowed with its unit
  std::string hint;     ///< empty when there is nothing to add
};

using Problems = std::vector<Problem>;

/// A valid value, or everything that is wrong with what was given.
template <class T>
using Checked = tl::expected<T, Problems>;

/// "file:line:column: error: message" and, on a second line, "  hint: ...", without a final
/// newline.  Control characters that come from the file are shown as \xNN.
std::string to_text(const Problem& problem);

/// Orders problems by file and place; equal places keep the order in which they were found.
void sort_by_place(Problems& problems);

}  // namespace strongback
