#include "exchange/answer_csv.h"

#include <fmt/format.h>

#include <numbers>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;

/// A cell that holds a comma, a quote or a line's end stands in quotes.
std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::string head(const ExerciseAnswer& answer, const BodyTables& tables) {
  std::vector<std::string> names = {"time_s"};
  for (const Coordinate& angle : tables.coordinates) names.push_back(cell(angle.name + "_deg"));
  for (const Fascicle& fascicle : tables.fascicles) names.push_back(cell(fascicle.id + "_N"));
  for (const ContactForce& contact : answer.contacts) {
    for (const char axis : {'x', 'y', 'z'}) {
      names.push_back(cell(fmt::format("{}@{}_{}_N", contact.patch, contact.surface, axis)));
    }
  }
  for (const char* what : {"compression", "shear"}) {
    for (const auto disc : kDiscNames) names.push_back(fmt::format("{}_{}_N", disc, what));
  }
  names.emplace_back("iap_kPa");
  return joined(names, ",");
}

void add(std::vector<std::string>& cells, double value, int digits) {
  const std::string text = fmt::format("{:.{}f}", value, digits);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  cells.push_back(is_zero && text.front() == '-' ? text.substr(1) : text);
}

std::string row_text(const FrameRow& row) {
  std::vector<std::string> cells;
  add(cells, row.time_s, 4);
  for (const double angle : row.angles) add(cells, angle * kDegrees, 3);
  for (const double force : row.forces) add(cells, force, 3);
  for (const Point& force : row.contacts_N) {
    for (const double part : force) add(cells, part, 3);
  }
  for (const auto* discs : {&row.compression_N, &row.shear_N}) {
    for (const double force : *discs) add(cells, force, 3);
  }
  add(cells, row.iap_kPa, 4);
  return joined(cells, ",");
}

}  // namespace

std::string answer_csv(const ExerciseAnswer& answer, const BodyTables& tables) {
  std::string text = head(answer, tables) + "\n";
  for (const FrameRow& row : answer.frames) {
    expects(row.angles.size() == tables.coordinates.size() &&
                row.forces.size() == tables.fascicles.size() &&
                row.contacts_N.size() == answer.contacts.size(),
            "a frame has a value for each column");
    text += row_text(row) + "\n";
  }
  return text;
}

}  // namespace strongback
