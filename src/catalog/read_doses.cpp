// data/doses/: one file an exercise, and the one place that knows its format.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/expects.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

using Four = std::array<DosePolynomial, 4>;
using Keys = std::array<std::string_view, 4>;
constexpr Keys kMuscleKeys = {"left_mean", "right_mean", "left_peak", "right_peak"};
constexpr Keys kDiscKeys = {"peak_compression_N", "mean_compression_N", "peak_shear_N",
                            "mean_shear_N"};
constexpr double kLargestFactor = 1e9;
constexpr Range kShare{0, 1, ""};

/// Nine numbers with spaces between; nothing when `text` is anything else.  (A text and no list:
/// lists of numbers took five times as long to parse, at the start of every command.)
std::optional<DosePolynomial> parse_polynomial(std::string_view text) {
  DosePolynomial polynomial{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (double& factor : polynomial) {
    while (at != end && *at == ' ') ++at;
    const auto [next, error] = std::from_chars(at, end, factor);
    const bool is_apart = next == end || *next == ' ';
    if (error != std::errc{} || !is_apart || !(std::abs(factor) <= kLargestFactor))
      return std::nullopt;
    at = next;
  }
  return at == end ? std::optional(polynomial) : std::nullopt;
}

DosePolynomial read_polynomial(Fields& fields, std::string_view key) {
  if (!fields.has(key)) {
    fields.need_text(key);  // says that it is missing
    return {};
  }
  const auto text = fields.find_placed(key);
  if (!text) return {};
  const auto polynomial = parse_polynomial(text->text);
  if (!polynomial) {
    fields.problem(text->place,
                   fmt::format("'{}' must be {} numbers from {:g} to {:g}, with a space between",
                               key, kDoseFeatures, -kLargestFactor, kLargestFactor));
  }
  return polynomial.value_or(DosePolynomial{});
}

/// A muscle that works alike on both sides is written once, as `mean` and `peak`.
Four read_muscle(Fields& fields) {
  if (!fields.has("mean") && !fields.has("peak")) {
    Four four;
    for (std::size_t i = 0; i < 4; ++i) four[i] = read_polynomial(fields, kMuscleKeys[i]);
    return four;
  }
  const DosePolynomial mean = read_polynomial(fields, "mean");
  const DosePolynomial peak = read_polynomial(fields, "peak");
  return {mean, mean, peak, peak};
}

void read_muscles_of(Fields& fields, DoseSurface& surface, Reading& reading) {
  for (Fields& muscle : fields.find_tables("muscle")) {
    const std::string id = read_use(muscle, "id", IdKind::Muscle, reading);
    const bool is_new = surface.muscles.emplace(id, read_muscle(muscle)).second;
    if (!is_new) muscle.problem(muscle.place(), fmt::format("'{}' stands here twice", id));
    muscle.finish();
  }
  if (surface.muscles.empty()) {
    fields.problem(fields.place(), "a fit needs at least one [[fit.muscle]]");
  }
}

void read_discs(Fields& fields, DoseSurface& surface) {
  const std::vector<std::string> names(kDiscNames.begin(), kDiscNames.end());
  std::set<std::size_t> seen;
  for (Fields& disc : fields.find_tables("disc")) {
    const std::size_t at = disc.need_choice("name", names);
    if (!seen.insert(at).second) {
      disc.problem(disc.place(), fmt::format("'{}' stands here twice", names[at]));
    }
    for (std::size_t i = 0; i < 4; ++i) surface.discs[at][i] = read_polynomial(disc, kDiscKeys[i]);
    disc.finish();
  }
  if (seen.size() != names.size()) {
    fields.problem(fields.place(),
                   fmt::format("a fit needs all {} discs, from L5/S1 to T12/L1", names.size()));
  }
}

/// [low, high] of a body that was fitted.
std::array<double, 2> read_bounds(Fields& fields, std::string_view key, Range allowed) {
  const auto bounds = fields.find_numbers(key, allowed);
  if (bounds.size() == 2 && bounds[0] <= bounds[1]) return {bounds[0], bounds[1]};
  fields.problem(fields.place(),
                 fmt::format("'{}' must be [low, high], numbers from {:g} to {:g} {}", key,
                             allowed.low, allowed.high, allowed.unit));
  return {allowed.low, allowed.high};
}

DoseSurface read_surface(Fields& fields, Reading& reading) {
  DoseSurface surface;
  static const std::vector<std::string> kSexes = {"female", "male"};
  surface.sex = fields.need_choice("sex", kSexes) == 0 ? Sex::Female : Sex::Male;
  surface.heaviest = kilograms(fields.need_number("heaviest_kg", {0, 500, "kg"}));
  const auto mass = read_bounds(fields, "mass_kg", {30, 250, "kg"});
  const auto height = read_bounds(fields, "height_m", {1.2, 2.2, "m"});
  surface.bodies = {kilograms(mass[0]), kilograms(mass[1]), meters(height[0]), meters(height[1])};
  surface.repetition_s = fields.need_number("repetition_s", {0.1, 120, "s"});
  surface.worst_error = fields.need_number("worst_error", kShare);
  surface.standing_compression = read_polynomial(fields, "standing_compression_N");
  read_muscles_of(fields, surface, reading);
  read_discs(fields, surface);
  fields.finish();
  return surface;
}

void check_dose_file(const std::string& exercise, const Fields& file, Problems& problems) {
  std::string stem = std::filesystem::path(file.file()).stem().string();
  std::replace(stem.begin(), stem.end(), '_', '-');
  if (exercise.empty() || stem == exercise) return;
  std::string expected = exercise;
  std::replace(expected.begin(), expected.end(), '-', '_');
  problems.push_back({file.file(), file.place(),
                      fmt::format("the doses of '{}' must stand in '{}.toml'", exercise, expected),
                      ""});
}

/// Six digits, the shortest way: more than a fitted surface is worth.
std::string figures(const DosePolynomial& polynomial) {
  std::string text;
  for (const double value : polynomial) {
    text += fmt::format("{}{:.6g}", text.empty() ? "" : " ", value == 0.0 ? 0.0 : value);
  }
  return "\"" + text + "\"";
}

std::string muscle_toml(const std::string& id, const Four& four) {
  std::array<std::string, 4> texts;
  for (std::size_t i = 0; i < 4; ++i) texts[i] = figures(four[i]);
  const std::string head = fmt::format("\n[[fit.muscle]]\nid = \"{}\"\n", id);
  if (texts[0] == texts[1] && texts[2] == texts[3]) {
    return head + fmt::format("mean = {}\npeak = {}\n", texts[0], texts[2]);
  }
  std::string text = head;
  for (std::size_t i = 0; i < 4; ++i) text += fmt::format("{} = {}\n", kMuscleKeys[i], texts[i]);
  return text;
}

std::string surface_toml(const DoseSurface& surface) {
  const DoseBodies& bodies = surface.bodies;
  std::string text = fmt::format(
      "\n[[fit]]\nsex = \"{}\"\nheaviest_kg = {:.6g}\nmass_kg = [{:.6g}, {:.6g}]\n"
      "height_m = [{:.6g}, {:.6g}]\nrepetition_s = {:.6g}\nworst_error = {:.6g}\n"
      "standing_compression_N = {}\n",
      surface.sex == Sex::Female ? "female" : "male", in_kilograms(surface.heaviest),
      in_kilograms(bodies.lightest), in_kilograms(bodies.heaviest), bodies.shortest.si(),
      bodies.tallest.si(), surface.repetition_s, surface.worst_error,
      figures(surface.standing_compression));
  for (const auto& [id, four] : surface.muscles) text += muscle_toml(id, four);
  for (std::size_t d = 0; d < kDiscNames.size(); ++d) {
    text += fmt::format("\n[[fit.disc]]\nname = \"{}\"\n", kDiscNames[d]);
    for (std::size_t i = 0; i < 4; ++i) {
      text += fmt::format("{} = {}\n", kDiscKeys[i], figures(surface.discs[d][i]));
    }
  }
  return text;
}

}  // namespace

void read_doses(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  const std::string exercise = read_use(file, "exercise", IdKind::Exercise, reading);
  const std::string model = file.need_text("model", 40);
  std::vector<DoseSurface> surfaces;
  std::set<Sex> sexes;
  for (Fields& fields : file.find_tables("fit")) {
    DoseSurface surface = read_surface(fields, reading);
    surface.exercise = exercise;
    surface.model = model;
    if (!sexes.insert(surface.sex).second) {
      fields.problem(fields.place(), "there is one [[fit]] for each sex");
    }
    surfaces.push_back(std::move(surface));
  }
  if (surfaces.empty()) file.problem(file.place(), "the file holds no [[fit]]");
  file.finish();
  check_dose_file(exercise, file, reading.problems);
  reading.catalog.doses.insert_or_assign(exercise, std::move(surfaces));
}

std::string doses_toml(const std::vector<DoseSurface>& surfaces) {
  expects(!surfaces.empty(), "a file of doses holds at least one surface");
  const DoseSurface& first = surfaces.front();
  std::string text = fmt::format(
      "# Computed by the model and fitted to full runs: not to be edited by hand.\n"
      "# Each text of nine numbers holds the factors of 1, m, h, L, m h, L h, L m, m^2 and L^2, "
      "with m = mass / "
      "75 kg,\n# h = height / 1.72 m and L = load / 10 kg (docs/theory/dose.md).\n"
      "schema = 1\nexercise = \"{}\"\nmodel = \"{}\"\n",
      first.exercise, first.model);
  for (const DoseSurface& surface : surfaces) {
    expects(surface.exercise == first.exercise && surface.model == first.model,
            "one file holds the doses of one exercise by one model");
    text += surface_toml(surface);
  }
  return text;
}

}  // namespace strongback
