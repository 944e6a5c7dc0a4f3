#include "exchange/answer_csv.h"

#include <fmt/format.h>

#include <numbers>

#include "base/expects.h"
#include "base/text.h"
#include "exchange/csv.h"

namespace strongback {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;

std::string head(const ExerciseAnswer& answer, const BodyTables& tables) {
  std::vector<std::string> names = {"time_s"};
  for (const Coordinate& angle : tables.coordinates) names.push_back(csv_cell(angle.name + "_deg"));
  for (const Fascicle& fascicle : tables.fascicles) names.push_back(csv_cell(fascicle.id + "_N"));
  for (const ContactForce& contact : answer.contacts) {
    for (const char axis : {'x', 'y', 'z'}) {
      names.push_back(csv_cell(fmt::format("{}@{}_{}_N", contact.patch, contact.surface, axis)));
    }
  }
  for (const char* what : {"compression", "shear"}) {
    for (const auto disc : kDiscNames) names.push_back(fmt::format("{}_{}_N", disc, what));
  }
  names.emplace_back("iap_kPa");
  return joined(names, ",");
}

void add(std::vector<std::string>& cells, double value, int digits) {
  cells.push_back(csv_number(value, digits));
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
