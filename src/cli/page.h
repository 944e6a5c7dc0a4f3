#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace strongback {

/// How a piece of text stands out, where there is color.
enum class Ink { Plain, Bold, Dim, Good, Warn, Bad };

struct Column {
  std::string head;
  bool is_number = false;  ///< set to the right
  bool can_wrap = false;   ///< may become narrower than its longest cell
};

/// A row of a table and what stands below it across the table, indented.
struct Row {
  std::vector<std::string> cells;
  std::vector<std::string> below;
};

struct TableLine {
  std::string text;
  Ink ink = Ink::Plain;
};

/// The table as lines of at most `width` columns where its unbreakable cells allow that: wrapping
/// columns give way, the widest first.  A cell may hold several lines ("\n").
std::vector<TableLine> table_lines(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                   std::size_t width);

/// A text being laid out for a terminal, line by line.  Nothing from a person's file can steer the
/// terminal: control characters are shown as \xNN.
class Page {
 public:
  explicit Page(Terminal terminal) : terminal_(terminal) {}

  [[nodiscard]] std::size_t width() const { return terminal_.width; }

  void title(std::string_view text);    ///< with a double line below
  void heading(std::string_view text);  ///< with an empty line above
  void blank();                         ///< at most one empty line in a row
  /// A line as it is.
  void line(std::string_view text, Ink ink = Ink::Plain);
  /// Wrapped; every line starts `indent` columns in, the first `hanging` columns less.
  void paragraph(std::string_view text, std::size_t indent = 0, Ink ink = Ink::Plain,
                 std::size_t hanging = 0);
  /// "- text", wrapped.
  void bullet(std::string_view text, std::size_t indent = 0, Ink ink = Ink::Plain);
  void table(const std::vector<Column>& columns, const std::vector<Row>& rows,
             std::size_t indent = 0);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Terminal terminal_;
  std::string text_;
};

}  // namespace strongback
