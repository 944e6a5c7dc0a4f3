#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "catalog/readers.h"

namespace strongback {
void read_head(Fields& fields) { fields.need_whole("schema", {1, 1, ""}); }

std::string read_id(Fields& fields, IdKind kind, Reading& reading) {
  const Placed id = fields.need_placed("id", 60);
  if (!id.text.empty()) reading.defined.push_back({kind, id.text, fields.file(), id.place});
  return id.text;
}

std::vector<std::string> read_uses(Fields& fields, std::string_view key, IdKind kind,
                                   Reading& reading) {
  std::vector<std::string> ids;
  for (const Placed& id : fields.find_texts(key, 60)) {
    reading.used.push_back({kind, id.text, fields.file(), id.place});
    ids.push_back(id.text);
  }
  return ids;
}

std::string read_use(Fields& fields, std::string_view key, IdKind kind, Reading& reading) {
  const Placed id = fields.need_placed(key, 60);
  if (!id.text.empty()) reading.used.push_back({kind, id.text, fields.file(), id.place});
  return id.text;
}

std::optional<Span> find_span(Fields& fields, std::string_view key, Range allowed) {
  const Node* node = fields.find_node(key);
  if (!node) return std::nullopt;
  const auto* array = std::get_if<Array>(&node->value);
  std::vector<int> bounds;
  for (const Node& element : array ? *array : Array{}) {
    const auto* whole = std::get_if<std::int64_t>(&element.value);
    const bool fits = whole && static_cast<double>(*whole) >= allowed.low &&
                      static_cast<double>(*whole) <= allowed.high;
    if (fits) bounds.push_back(static_cast<int>(*whole));
  }
  const bool good = array && array->size() == 2 && bounds.size() == 2 && bounds[0] <= bounds[1];
  if (good) return Span{bounds[0], bounds[1]};
  fields.problem(node->place,
                 fmt::format("'{}' must be [low, high], whole numbers from {} to {}{}{}", key,
                             plain(allowed.low), plain(allowed.high),
                             allowed.unit.empty() ? "" : " ", allowed.unit));
  return std::nullopt;
}

std::string read_grade(Fields& fields) {
  const Placed grade = fields.need_placed("grade", 10);
  const bool is_known = grade.text.size() == 1 && grade.text[0] >= 'A' && grade.text[0] <= 'D';
  if (!is_known && !grade.text.empty()) {
    fields.problem(grade.place, fmt::format("'{}' is no grade of evidence", grade.text),
                   "it is one of: A, B, C, D");
  }
  return grade.text;
}

}  // namespace strongback
