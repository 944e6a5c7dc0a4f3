// How a named angle is shared out among joints.
#include <fmt/format.h>

#include <cmath>

#include "body/readers.h"

namespace strongback {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180.0;
constexpr std::size_t kDiscs = 6;

std::vector<double> need_shares(Fields& fields, std::string_view key) {
  auto shares = fields.find_numbers(key, {0.0, 1.0, ""});
  double sum = 0.0;
  for (const double share : shares) sum += share;
  if (shares.size() != kDiscs || std::abs(sum - 1.0) > 1e-6) {
    fields.problem(fields.place(),
                   fmt::format("'{}' must be six shares, L5/S1 first, that sum to 1", key));
    shares.assign(kDiscs, 1.0 / kDiscs);
  }
  return shares;
}

/// The first rhythm is used; the others are there to see how much it matters.
void read_lumbar(Fields& file, Rhythm& rhythm) {
  bool is_first = true;
  for (Fields& fields : file.find_tables("lumbar")) {
    fields.need_text("name", 40);
    const auto bend = need_shares(fields, "bend");
    const auto twist = need_shares(fields, "twist");
    const auto flexion = need_shares(fields, "flexion");
    fields.need_text("source", 400);
    fields.finish();
    if (!is_first) continue;
    is_first = false;
    for (std::size_t i = 0; i < kDiscs; ++i) rhythm.lumbar[i] = {bend[i], twist[i], flexion[i]};
  }
  if (is_first) file.problem(file.place(), "'lumbar' is missing: the shares of the six discs");
}

void read_lumbopelvic(Fields& file, Rhythm& rhythm) {
  auto fields = file.find_table("lumbopelvic");
  if (!fields) {
    file.problem(file.place(), "'lumbopelvic' is missing: the lumbar share by inclination");
    return;
  }
  const auto angles = fields->find_numbers("trunk_deg", {0.0, 180.0, "deg"});
  const auto shares = fields->find_numbers("lumbar_share", {0.0, 1.0, ""});
  fields->find_text("source", 400);
  fields->finish();
  if (angles.size() != shares.size() || angles.size() < 2) {
    fields->problem(fields->place(), "'trunk_deg' and 'lumbar_share' must be equally long");
    return;
  }
  for (std::size_t i = 0; i < angles.size(); ++i) {
    rhythm.lumbar_share.push_back({angles[i] * kDegree, shares[i]});
  }
}

}  // namespace

void read_rhythm(Fields& file, BodyTables& tables) {
  read_lumbar(file, tables.rhythm);
  read_lumbopelvic(file, tables.rhythm);
  for (Fields& fields : file.find_tables("girdle")) {
    const std::string name = fields.need_text("angle", 40);
    GirdleAngle angle;
    angle.rest = kDegree * fields.need_number("rest_deg", {-90.0, 90.0, "deg"});
    angle.per_elevation = fields.need_number("per_elevation", {-2.0, 2.0, ""});
    angle.per_protraction = fields.need_number("per_protraction", {-2.0, 2.0, ""});
    angle.per_raise = fields.need_number("per_raise", {-2.0, 2.0, ""});
    fields.need_text("source", 400);
    fields.finish();
    tables.rhythm.girdle[name] = angle;
  }
}

}  // namespace strongback
