#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// A row of a table as text, with the line on which it begins.
struct CsvRow {
  int line = 1;
  std::vector<std::string> cells;
};

/// Reads one row after the other (RFC 4180): quoted cells may hold separators and lines' ends.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}
  /// False at the end.  Empty lines are passed over.
  bool next(CsvRow& row);

 private:
  std::string cell();
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace strongback
