#include "cli/page.h"

#include <algorithm>
#include <numeric>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr std::size_t kGap = 2;            // [column] between the columns of a table
constexpr std::size_t kNarrowestCell = 8;  // [column]
constexpr std::size_t kBelowIndent = 2;    // [column]

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

/// Unbreakable spaces have done their work once a line is broken.
std::string with_plain_spaces(std::string text) {
  constexpr std::string_view kUnbroken = "\u00A0";
  for (auto at = text.find(kUnbroken); at != std::string::npos; at = text.find(kUnbroken, at)) {
    text.replace(at, kUnbroken.size(), " ");
  }
  return text;
}

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::Plain:
      return "";
    case Ink::Bold:
      return "\x1b[1m";
    case Ink::Dim:
      return "\x1b[2m";
    case Ink::Good:
      return "\x1b[32m";
    case Ink::Warn:
      return "\x1b[33m";
    case Ink::Bad:
      return "\x1b[1;31m";
  }
  return "";
}

std::string padded(const std::string& text, std::size_t columns, bool to_the_right) {
  const std::string space(columns - std::min(columns, width(text)), ' ');
  return to_the_right ? space + text : text + space;
}

std::string without_trailing_space(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + kGap * (widths.size() - 1);
}

/// Natural widths, then the widest wrapping column gives way until the table fits or all are at
/// their least.
std::vector<std::size_t> widths_of(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                   std::size_t room) {
  std::vector<std::size_t> widths;
  for (const Column& column : columns) widths.push_back(width(column.head));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      for (const std::string& part : split(row.cells[i], '\n')) {
        widths[i] = std::max(widths[i], width(part));
      }
    }
  }
  while (total(widths) > room) {
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].can_wrap || widths[i] <= kNarrowestCell) continue;
      if (widest == columns.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns.size()) break;
    --widths[widest];
  }
  return widths;
}

/// The lines of one cell.
std::vector<std::string> cell_lines(const std::string& cell, const Column& column,
                                    std::size_t room) {
  std::vector<std::string> lines;
  for (const std::string& part : split(cell, '\n')) {
    const auto more = column.can_wrap ? wrapped(part, room) : std::vector<std::string>{part};
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

struct Grid {
  const std::vector<Column>& columns;
  std::vector<std::size_t> widths;
};

void add_row(std::vector<TableLine>& lines, const Grid& grid, const std::vector<std::string>& cells,
             Ink ink) {
  const auto& [columns, widths] = grid;
  std::vector<std::vector<std::string>> pieces;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    pieces.push_back(cell_lines(cells[i], columns[i], widths[i]));
    height = std::max(height, pieces.back().size());
  }
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string piece = at < pieces[i].size() ? pieces[i][at] : "";
      line +=
          (i == 0 ? "" : std::string(kGap, ' ')) + padded(piece, widths[i], columns[i].is_number);
    }
    lines.push_back({without_trailing_space(line), ink});
  }
}

}  // namespace

std::vector<TableLine> table_lines(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                   std::size_t room) {
  expects(!columns.empty(), "a table has columns");
  for (const Row& row : rows) {
    expects(row.cells.size() == columns.size(), "a row has one cell for each column");
  }
  const Grid grid{columns, widths_of(columns, rows, room)};
  std::vector<std::string> heads;
  for (const Column& column : columns) heads.push_back(column.head);
  std::vector<TableLine> lines;
  add_row(lines, grid, heads, Ink::Bold);
  lines.push_back({repeated("─", std::min(total(grid.widths), room)), Ink::Dim});
  for (const Row& row : rows) {
    add_row(lines, grid, row.cells, Ink::Plain);
    for (const std::string& text : row.below) {
      for (const std::string& piece : wrapped(text, room - kBelowIndent)) {
        lines.push_back({std::string(kBelowIndent, ' ') + piece, Ink::Dim});
      }
    }
  }
  return lines;
}

void Page::title(std::string_view text) {
  line(text, Ink::Bold);
  line(repeated("═", std::min(strongback::width(text), terminal_.width)), Ink::Dim);
}

void Page::heading(std::string_view text) {
  blank();
  paragraph(text, 0, Ink::Bold);
}

void Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n";
}

void Page::line(std::string_view text, Ink ink) {
  const std::string_view code = terminal_.has_color ? code_of(ink) : "";
  text_ += code;
  text_ += with_plain_spaces(printable(text));
  if (!code.empty()) text_ += "\x1b[0m";
  text_ += "\n";
}

void Page::paragraph(std::string_view text, std::size_t indent, Ink ink, std::size_t hanging) {
  expects(hanging <= indent && indent < terminal_.width, "a paragraph stays on the page");
  std::size_t spaces = indent - hanging;
  // The first line has more room; wrapping for the least room keeps the lines even.
  for (const std::string& piece : wrapped(text, terminal_.width - indent)) {
    line(std::string(spaces, ' ') + piece, ink);
    spaces = indent;
  }
}

void Page::bullet(std::string_view text, std::size_t indent, Ink ink) {
  constexpr std::size_t kMark = 2;
  paragraph("- " + std::string(text), indent + kMark, ink, kMark);
}

void Page::table(const std::vector<Column>& columns, const std::vector<Row>& rows,
                 std::size_t indent) {
  const std::string space(indent, ' ');
  for (const TableLine& row : table_lines(columns, rows, terminal_.width - indent)) {
    line(space + row.text, row.ink);
  }
}

}  // namespace strongback
