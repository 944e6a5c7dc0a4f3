#include "train/day_referee.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "plan/referee_hours.h"
#include "train/day_case.h"

namespace strongback {
namespace {

using std::chrono::days;
constexpr int kWeek = 7;
constexpr double kSlack = 1e-6;

// --- the other rules ------------------------------------------------------------------------

double cap_of(const DayCase& c, const std::string& muscle) {
  const auto number = [&](const char* key) { return c.number("weekly-cap", key); };
  double cap = number("warn");
  if (c.today.person.level <= Level::Novice) cap = std::min(cap, number("novice"));
  if (c.today.person.age >= number("older_age")) cap = std::min(cap, number("older"));
  if (muscle == "multifidus" || muscle == "erector-spinae-lumbar")
    cap = std::min(cap, number("lumbar"));
  return cap;
}

double part_that_counts(const DayCase& c, const Exercise& exercise, const SetDone& set) {
  const bool is_strength = exercise.stimulus == Stimulus::Strength && exercise.mode == Mode::Reps;
  if (!is_strength || !set.reserve || *set.reserve <= c.number("reserve-credit", "full_to"))
    return 1.0;
  return *set.reserve <= c.number("reserve-credit", "half_to") ? 0.5 : 0.0;
}

/// Shares of a set that was done, from the model's dose or the exercise's list.
std::vector<Share> shares_of(const DayCase& c, const Exercise& exercise, const SetDone& set) {
  const bool is_unknown = !set.load && exercise.external_load != ExternalLoad::None &&
                          exercise.external_load != ExternalLoad::Optional;
  if (is_unknown) return exercise.shares;
  const Person& person = c.today.person;
  const DoseFor whose{person.height, person.mass, person.sex, person.age,
                      set.load.value_or(Mass{})};
  return counted_shares(exercise, dose_of(c.catalog.doses, exercise.id, whose, c.catalog.rules),
                        c.catalog);
}

void too_many_sets(const DayCase& c, Broken& out) {
  std::map<std::string, double> planned;
  for (const TodayLine& line : c.today.lines) {
    for (const auto& [muscle, credit] : line.planned.works)
      planned[muscle] += credit * line.planned.sets;
  }
  if (planned.empty()) return;
  std::map<std::string, double> done;
  std::map<std::pair<std::string, double>, std::vector<Share>> known;  // credits of equal sets
  for (const auto& [date, day] : c.state.diary) {
    if (date < c.date() - days{kWeek - 1} || date >= c.date()) continue;
    for (const LoggedSet& set : day.sets) {
      const Exercise* exercise = find_exercise(c.catalog, set.set.exercise);
      if (exercise == nullptr) continue;
      const double load_kg = set.set.load ? in_kilograms(*set.set.load) : -1.0;
      const auto [credits, is_new] = known.try_emplace({set.set.exercise, load_kg});
      if (is_new) credits->second = set_credits(*exercise, shares_of(c, *exercise, set.set));
      for (const Share& share : credits->second)
        done[share.muscle] += share.credit * part_that_counts(c, *exercise, set.set);
    }
  }
  for (const auto& [muscle, sets] : planned) {
    if (sets > 0.0 && done[muscle] + sets > cap_of(c, muscle) + kSlack)
      out.push_back(fmt::format("{} sets for {} in seven days, at most {}",
                                plain(done[muscle] + sets), muscle, plain(cap_of(c, muscle))));
  }
}

void turned_too_far(const DayCase& c, Broken& out) {
  const int most = std::min(level_of(c.today.care.caps.highest, Property::Twist),
                            level_of(c.today.care.caps.firm, Property::Twist));
  for (const TodayLine& line : c.today.lines) {
    const Exercise* exercise = find_exercise(c.catalog, line.planned.id);
    if (exercise != nullptr && exercise->level_of(Property::Twist) > most)
      out.push_back(fmt::format("'{}' twists more than is allowed", line.planned.id));
  }
}

/// The last day on which a second bad morning in a row followed `exercise`, of the last fortnight.
bool lingered_twice(const DayCase& c, const std::string& exercise) {
  const auto found = c.state.days_of.find(exercise);
  if (found == c.state.days_of.end()) return false;
  const auto rest = days{static_cast<int>(c.number("pain-states", "orange_out_days"))};
  int in_a_row = 0;
  for (const Date date : found->second) {
    if (date >= c.date()) break;
    const DayPain pain = exercise_pain(c.state, date, exercise, c.catalog);
    in_a_row = color_of(pain, c.catalog.rules) == PainColor::Orange ? in_a_row + 1 : 0;
    if (in_a_row == 2 && c.date() <= date + rest) return true;
    if (in_a_row == 2) in_a_row = 0;
  }
  return false;
}

void not_cleared(const DayCase& c, Broken& out) {
  const Assessment& care = c.today.care;
  if (!c.today.lines.empty() && (care.no_program || care.be_seen_first))
    out.emplace_back("a session where somebody must look first");
  for (const TodayLine& line : c.today.lines) {
    const Exercise* exercise = find_exercise(c.catalog, line.planned.id);
    if (exercise == nullptr) {
      out.push_back(fmt::format("'{}' is unknown", line.planned.id));
      continue;
    }
    if (const auto why = barred_because(*exercise, care))
      out.push_back(fmt::format("'{}' is not allowed: {}", line.planned.id, *why));
    if (lingered_twice(c, line.planned.id))
      out.push_back(fmt::format("'{}' rests after two bad mornings", line.planned.id));
  }
}

void cannot_be_lifted(const DayCase& c, Broken& out) {
  const Caps& caps = c.today.care.caps;
  for (const TodayLine& line : c.today.lines) {
    const Exercise* exercise = find_exercise(c.catalog, line.planned.id);
    if (exercise == nullptr || !line.planned.load) continue;
    const Mass load = *line.planned.load;
    if (!can_assemble(c.today.person, *exercise, load))
      out.push_back(fmt::format("'{}' with {} cannot be put together", line.planned.id,
                                to_text(load, Units::Metric)));
    if (caps.load_cap && load > *caps.load_cap)
      out.push_back(fmt::format("'{}' is heavier than allowed", line.planned.id));
    if (caps.no_external_load)
      out.push_back(fmt::format("'{}' has a load where none is allowed", line.planned.id));
  }
}

void wrong_doses(const DayCase& c, Broken& out) {
  const Caps& caps = c.today.care.caps;
  for (const TodayLine& line : c.today.lines) {
    const PlannedExercise& planned = line.planned;
    const auto refuse = [&](std::string_view what) {
      out.push_back(fmt::format("'{}': {}", planned.id, what));
    };
    if (planned.sets < 1 || planned.sets > 10) refuse("number of sets");
    if (planned.reserve < caps.least_reserve) refuse("ends nearer to failure than allowed");
    if (planned.reps && (planned.reps->low < 1 || planned.reps->low > planned.reps->high ||
                         planned.reps->high > 100))
      refuse("repetitions out of bounds");
    if (planned.hold_s &&
        (planned.hold_s->low > planned.hold_s->high || planned.hold_s->high > caps.longest_hold_s))
      refuse("held longer than allowed");
    if (planned.rest_s < 20 || planned.rest_s > 600) refuse("rest");
  }
}

void too_much_in_a_flare(const DayCase& c, Broken& out) {
  if (!c.today.care.is_flare) return;
  if (!c.today.lines.empty()) out.emplace_back("an ordinary session in a flare");
  for (const PlannedExercise& line : c.today.small_list) {
    const Exercise* exercise = find_exercise(c.catalog, line.id);
    if (exercise == nullptr) continue;
    const bool is_quiet = exercise->stimulus == Stimulus::Relief ||
                          exercise->stimulus == Stimulus::Control ||
                          exercise->stimulus == Stimulus::Aerobic;
    if (!is_quiet || exercise->level > 0 || line.load ||
        exercise->level_of(Property::AxialCompression) > 1)
      out.push_back(fmt::format("'{}' is too much for a flare", line.id));
  }
}

struct DayCheck {
  std::string_view name;
  void (*look)(const DayCase&, Broken&);
};

// To add a rule: write its function above, name it here and in day_referee.h.
constexpr std::array kChecks = {
    DayCheck{"recovery", too_little_rest},  DayCheck{"cap", too_many_sets},
    DayCheck{"twist", turned_too_far},      DayCheck{"clearance", not_cleared},
    DayCheck{"load", cannot_be_lifted},     DayCheck{"dose", wrong_doses},
    DayCheck{"flare", too_much_in_a_flare},
};

}  // namespace

std::vector<std::string> day_violations(const Today& today, const TrainingState& state,
                                        const Catalog& catalog) {
  Broken broken;
  for (const DayCheck& check : kChecks) {
    Broken found;
    check.look({today, state, catalog}, found);
    for (const std::string& what : found) broken.push_back(fmt::format("{}: {}", check.name, what));
  }
  return broken;
}

}  // namespace strongback
