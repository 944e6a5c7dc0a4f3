#include "exchange/csv_rows.h"

namespace strongback {

bool CsvReader::is_at_cell_end() const {
  return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n';
}

bool CsvReader::take_quoted(std::string& cell) {
  ++at_;
  while (at_ < text_.size()) {
    const char letter = text_[at_++];
    if (letter == '"') {
      if (at_ >= text_.size() || text_[at_] != '"') return true;
      ++at_;
    }
    line_ += letter == '\n' ? 1 : 0;
    cell += letter;
  }
  return false;
}

std::string CsvReader::cell(bool& is_misquoted) {
  std::string cell;
  const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
  if (is_quoted && !take_quoted(cell)) is_misquoted = true;
  for (; !is_at_cell_end(); ++at_) {
    if (text_[at_] == '\r') continue;
    is_misquoted = is_misquoted || (is_quoted && text_[at_] != ' ');
    cell += text_[at_];
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
  row.is_misquoted = false;
  if (at_ >= text_.size()) return false;
  while (true) {
    row.cells.push_back(cell(row.is_misquoted));
    row.last_line = line_;
    if (at_ >= text_.size() || text_[at_] == '\n') return true;
    ++at_;
  }
}

}  // namespace strongback
