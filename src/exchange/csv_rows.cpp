#include "exchange/csv_rows.h"

namespace strongback {

std::string CsvReader::cell() {
  std::string cell;
  if (at_ < text_.size() && text_[at_] == '"') {
    ++at_;
    while (at_ < text_.size()) {
      const char letter = text_[at_++];
      if (letter == '"') {
        if (at_ >= text_.size() || text_[at_] != '"') break;
        ++at_;
      }
      line_ += letter == '\n' ? 1 : 0;
      cell += letter;
    }
  }
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') {
    if (text_[at_] != '\r') cell += text_[at_];
    ++at_;
  }
  return cell;
}

bool CsvReader::next(CsvRow& row) {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
    line_ += text_[at_] == '\n' ? 1 : 0;
    ++at_;
  }
  row.cells.clear();
  row.line = line_;
  if (at_ >= text_.size()) return false;
  while (true) {
    row.cells.push_back(cell());
    if (at_ >= text_.size() || text_[at_] == '\n') return true;
    ++at_;
  }
}

}  // namespace strongback
