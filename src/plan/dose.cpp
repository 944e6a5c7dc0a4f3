// The numbers of a set that do not depend on what the person owns: goal, rest, minutes.
#include <algorithm>
#include <cmath>

#include "plan/prescribe.h"

namespace strongback {
namespace {

std::string dose_id(const Person& person, const Rules& rules) {
  const Goal goal = person.goals.empty() ? Goal::Health : person.goals.front();
  const bool is_novice = person.level == Level::Novice;
  if (person.level == Level::Gentle || goal == Goal::PainAware) return "dose-gentle";
  if (is_novice && person.age >= rules.number("dose-older-novice", "age"))
    return "dose-older-novice";
  if (goal == Goal::Endurance) return "dose-endurance";
  if (is_novice) return "dose-health-novice";
  if (goal == Goal::Strength) {
    return person.level == Level::Advanced ? "dose-strength-advanced"
                                           : "dose-strength-intermediate";
  }
  return goal == Goal::Muscle ? "dose-muscle" : "dose-health-trained";
}

/// The article's rest for one of its rows; 0 for other exercises.
int article_rest_s(const Exercise& exercise, const Catalog& catalog) {
  for (const auto& table : catalog.templates) {
    for (const auto& row : table.rows) {
      if (row.id == exercise.id) return row.rest_s;
    }
  }
  return 0;
}

/// Rest in seconds as a line through the points of rule "rest-by-load", with the step at 80 %.
double base_rest(const Rules& rules, double share) {
  const auto& shares = rules.list("rest-by-load", "share");
  const auto& rests = rules.list("rest-by-load", "rest_s");
  constexpr double kHeavy = 0.8;
  if (share <= shares.front()) return rests.front();
  for (std::size_t i = 1; i < shares.size(); ++i) {
    if (share > shares[i]) continue;
    const bool after_step = shares[i - 1] >= kHeavy - 1e-9 && shares[i - 1] < kHeavy + 1e-9;
    const double from = after_step ? rules.number("rest-by-load", "above_80_s") : rests[i - 1];
    return from + (rests[i] - from) * (share - shares[i - 1]) / (shares[i] - shares[i - 1]);
  }
  return rests.back();
}

}  // namespace

bool has_hypertension(const Person& person) {
  return std::any_of(person.conditions.begin(), person.conditions.end(),
                     [](const std::string& id) { return id.starts_with("htn"); });
}

DoseRule dose_rule(const Person& person, const Rules& rules) {
  const std::string id = dose_id(person, rules);
  const auto whole = [&](const char* key) { return static_cast<int>(rules.number(id, key)); };
  return {id,
          whole("sets_low"),
          whole("sets_high"),
          {whole("reps_low"), whole("reps_high")},
          whole("reserve"),
          whole("rest_low_s")};
}

int rest_s(const Exercise& exercise, const Person& person, const Catalog& catalog, double share) {
  const Rules& rules = catalog.rules;
  const auto number = [&](const char* key) { return rules.number("rest-by-load", key); };
  constexpr int kAxialHeavy = 3;
  double rest = base_rest(rules, share);
  const bool free_weight =
      exercise.external_load == ExternalLoad::Required && exercise.load_basis != LoadBasis::Stack;
  if (free_weight && exercise.level_of(Property::AxialCompression) >= kAxialHeavy)
    rest *= number("axial_factor");
  if (person.age >= number("older_age")) rest *= number("older_factor");
  double least =
      std::max(number("lowest_s"), static_cast<double>(article_rest_s(exercise, catalog)));
  const DoseRule dose = dose_rule(person, rules);
  constexpr double kHeavy = 0.75;  // from here the goal's own rest counts (rule rest-longer)
  if (share >= kHeavy) least = std::max(least, 1.0 * dose.rest_low_s);
  if (has_hypertension(person)) least = std::max(least, number("hypertension_floor_s"));
  constexpr double kStep = 5.0;  // people time rests in round seconds
  const double bounded = std::clamp(rest, least, number("highest_s"));
  return static_cast<int>(std::ceil(bounded / kStep - 1e-9) * kStep);
}

double set_minutes(const Exercise& exercise, const PlannedExercise& line) {
  constexpr double kPauseBetweenHolds_s = 2.0;
  constexpr double kWalk_m_per_s = 1.0;
  constexpr double kRepetition_s =
      4.0;  // where no tempo is prescribed (article's timing, rules 0.6)
  double work_s = 0.0;
  if (line.reps) {
    const int beat = exercise.tempo.repetition_s();
    work_s = 0.5 * (line.reps->low + line.reps->high) * (beat > 0 ? beat : kRepetition_s);
  } else if (line.hold_s) {
    work_s = line.holds * (0.5 * (line.hold_s->low + line.hold_s->high) + kPauseBetweenHolds_s);
  } else if (line.distance_m) {
    work_s = 0.5 * (line.distance_m->low + line.distance_m->high) / kWalk_m_per_s;
  } else if (line.minutes_each) {
    work_s = 30.0 * (line.minutes_each->low + line.minutes_each->high);
  }
  return (work_s * line.sides + line.rest_s) / 60.0;
}

}  // namespace strongback
