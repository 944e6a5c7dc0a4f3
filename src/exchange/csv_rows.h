#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// A row of a table as text, with the lines on which it begins and ends.
struct CsvRow {
  int line = 1;
  int last_line = 1;
  bool is_misquoted = false;  ///< a quoted cell has no end, or text follows its end
  std::vector<std::string> cells;
};

/// Reads one row after the other (RFC 4180): quoted cells may hold separators and lines' ends.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}
  /// False at the end.  Empty lines are passed over.
  bool next(CsvRow& row);

 private:
  [[nodiscard]] bool is_at_cell_end() const;
  std::string cell(bool& is_misquoted);
  /// What stands in quotes; false when their end is missing.
  bool take_quoted(std::string& cell);
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace strongback
