#include "plan/referee.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

#include "base/text.h"
#include "plan/referee_doses.h"
#include "plan/referee_hours.h"

namespace strongback {
namespace {

using Broken = std::vector<std::string>;

/// What every rule looks at.
struct Case {
  const Program& program;
  const Person& person;
  const Catalog& catalog;
};

void for_each_line(const Case& c,
                   const std::function<void(const PlannedWeek&, const PlannedSession&,
                                            const PlannedExercise&, const Exercise&)>& look) {
  for (const auto& week : c.program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) {
        if (const Exercise* exercise = find_exercise(c.catalog, line.id))
          look(week, session, line, *exercise);
      }
    }
  }
}

bool is_for_beginners(const Case& c) {
  if (c.person.level <= Level::Novice) return true;
  constexpr double kLongBreak_weeks = 12.0;
  return c.person.weeks_since_training.value_or(0.0) > kLongBreak_weeks;
}

void not_allowed(const Case& c, Broken& out) {
  for_each_line(c, [&](const auto& week, const auto& session, const auto& line,
                       const auto& exercise) {
    if (const auto why = barred_because(exercise, c.program.care)) {
      out.push_back(fmt::format("week {}, {}: '{}' is not allowed: {}", week.number,
                                weekday_name(session.weekday), line.id, *why));
    }
    const bool is_early = week.number <= c.program.care.caps.weeks_axial_at_most_2;
    if (is_early && exercise.level_of(Property::AxialCompression) > 2) {
      out.push_back(fmt::format("week {}: '{}' loads the spine too heavily for the first {} weeks",
                                week.number, line.id, c.program.care.caps.weeks_axial_at_most_2));
    }
    const auto& unwanted = c.person.disliked;
    if (std::find(unwanted.begin(), unwanted.end(), line.id) != unwanted.end()) {
      out.push_back(fmt::format("week {}: '{}' is disliked", week.number, line.id));
    }
  });
}

bool has(const Person& person, const std::string& thing) {
  return std::count(person.inventory.things.begin(), person.inventory.things.end(), thing) > 0;
}

void not_owned(const Case& c, Broken& out) {
  for_each_line(c, [&](const auto& week, const auto&, const auto& line, const auto& exercise) {
    const bool owned =
        exercise.equipment.empty() ||
        std::any_of(exercise.equipment.begin(), exercise.equipment.end(),
                    [&](const auto& alternative) {
                      return std::all_of(alternative.begin(), alternative.end(),
                                         [&](const auto& thing) { return has(c.person, thing); });
                    });
    if (!owned)
      out.push_back(fmt::format("week {}: '{}' needs things that the person does not have",
                                week.number, line.id));
    if (line.load && !can_assemble(c.person, exercise, *line.load)) {
      out.push_back(fmt::format("week {}: '{}' with {} cannot be put together", week.number,
                                line.id, to_text(*line.load, Units::Metric)));
    }
  });
}

void wrong_days(const Case& c, Broken& out) {
  for (const auto& week : c.program.weeks) {
    std::set<int> used;
    for (const auto& session : week.sessions) {
      const bool offered =
          std::any_of(c.person.days.begin(), c.person.days.end(), [&](const TrainingDay& day) {
            return day.weekday == session.weekday && day.start_min == session.start_min;
          });
      if (!offered)
        out.push_back(
            fmt::format("week {}: {} was not offered", week.number, weekday_name(session.weekday)));
      if (!used.insert(session.weekday).second)
        out.push_back(fmt::format("week {}: two sessions on one day", week.number));
      constexpr double kSlack_min = 1e-6;
      if (session.minutes > c.person.minutes + kSlack_min) {
        out.push_back(fmt::format("week {}, {}: {} min, allowed {}", week.number,
                                  weekday_name(session.weekday), plain(session.minutes, 1),
                                  c.person.minutes));
      }
      if (session.date && weekday_of(*session.date) != session.weekday)
        out.emplace_back("a date is not on its weekday");
    }
  }
}

void too_little_rest(const Case& c, Broken& out) {
  constexpr double kSlack_h = 1e-6;
  for (const auto& row : recovery_of(c.program, c.person, c.catalog)) {
    if (row.shortest_gap_h + kSlack_h >= row.needed_h) continue;
    out.push_back(fmt::format("{} is trained again after {} h and needs {} h", row.muscle,
                              plain(row.shortest_gap_h, 1), plain(row.needed_h, 1)));
  }
}

/// Weekly fractional sets, added up from the lines.
std::map<std::string, double> sets_of(const PlannedWeek& week) {
  std::map<std::string, double> sets;
  for (const auto& session : week.sessions) {
    for (const auto& line : session.exercises) {
      for (const auto& [muscle, credit] : line.works) sets[muscle] += credit * line.sets;
    }
  }
  return sets;
}

double landmark(const Case& c, const std::string& muscle) {
  const auto number = [&](const char* key) { return c.catalog.rules.number("weekly-cap", key); };
  double most = number("warn");
  if (c.person.level == Level::Gentle || c.person.level == Level::Novice)
    most = std::min(most, number("novice"));
  if (c.person.age >= number("older_age")) most = std::min(most, number("older"));
  if (muscle == "multifidus" || muscle == "erector-spinae-lumbar")
    most = std::min(most, number("lumbar"));
  return most;
}

/// Sets that heavy chores put on the muscles along the low back in a week.
double sets_of_chores(const Case& c) {
  const auto number = [&](const char* key) { return c.catalog.rules.number("chores", key); };
  double sets = 0.0;
  for (const auto& habit : c.person.habits) {
    const Activity* activity = find_activity(c.catalog, habit.activity);
    if (!activity || !activity->is_back_load || activity->met < number("met")) continue;
    const double times =
        habit.weekdays.empty() ? habit.times : static_cast<double>(habit.weekdays.size());
    sets += 0.5 * number("secondary_sets") * times * std::floor(habit.minutes / number("minutes"));
  }
  return sets;
}

bool is_very_sore(const Case& c, const std::string& muscle) {
  const auto found = c.person.soreness.find(muscle);
  return found != c.person.soreness.end() &&
         found->second >= c.catalog.rules.number("soreness", "skip_from");
}

void too_many_sets(const Case& c, Broken& out) {
  constexpr double kSlack = 1e-6;
  for (const auto& week : c.program.weeks) {
    for (const auto& [muscle, trained] : sets_of(week)) {
      const bool is_lumbar = muscle == "multifidus" || muscle == "erector-spinae-lumbar";
      const double sets = trained + (is_lumbar ? sets_of_chores(c) : 0.0);
      if (week.number == 1 && trained > 0.0 && is_very_sore(c, muscle)) {
        out.push_back(fmt::format("week 1: {} is very sore and is to rest", muscle));
      }
      if (trained > 0.0 && sets > landmark(c, muscle) + kSlack) {
        out.push_back(fmt::format("week {}: {} sets for {}, at most {}", week.number,
                                  plain(sets, 1), muscle, plain(landmark(c, muscle))));
      }
    }
  }
}

void growing_too_fast(const Case& c, Broken& out) {
  const double share = c.catalog.rules.number("weekly-growth", "share");
  const double step = c.catalog.rules.number("weekly-growth", "sets");
  constexpr double kSlack = 1e-6;
  const std::size_t step_weeks = is_for_beginners(c) ? 2 : 1;  // beginners: from step to step
  for (std::size_t w = step_weeks; w < c.program.weeks.size(); ++w) {
    const auto earlier = sets_of(c.program.weeks[w / step_weeks * step_weeks - 1]);
    for (const auto& [muscle, sets] : sets_of(c.program.weeks[w])) {
      const auto found = earlier.find(muscle);
      const double base = found == earlier.end() ? 0.0 : found->second;
      if (sets > std::max(base * (1.0 + share), base + step) + kSlack) {
        out.push_back(fmt::format("week {}: {} grows from {} to {} sets", w + 1, muscle,
                                  plain(base, 1), plain(sets, 1)));
      }
    }
  }
}

void starting_too_high(const Case& c, Broken& out) {
  if (!is_for_beginners(c)) return;
  const int whole = static_cast<int>(c.catalog.rules.number("ramp", "full_sets"));
  for (const auto& week : c.program.weeks) {
    const int allowed = (whole + 1) / 2 + 3 * ((week.number - 1) / 2);
    for (const auto& session : week.sessions) {
      int sets = 0;
      for (const auto& line : session.exercises) sets += line.sets;
      if (sets > std::min(whole, allowed)) {
        out.push_back(fmt::format("week {}, {}: {} sets, a beginner may do {}", week.number,
                                  weekday_name(session.weekday), sets, std::min(whole, allowed)));
      }
    }
  }
}

std::map<Pattern, int> sets_by_movement(const PlannedWeek& week, const Catalog& catalog) {
  std::map<Pattern, int> sets;
  for (const auto& session : week.sessions) {
    for (const auto& line : session.exercises)
      sets[find_exercise(catalog, line.id)->pattern] += line.sets;
  }
  return sets;
}

void out_of_balance(const Case& c, Broken& out) {
  // A side that the person cannot train at all cannot be balanced: then no week has it.
  std::set<Pattern> trained;
  for (const auto& week : c.program.weeks) {
    for (const auto& [pattern, sets] : sets_by_movement(week, c.catalog)) trained.insert(pattern);
  }
  const double ratio = c.catalog.rules.number("balance-extension", "ratio");
  for (const auto& week : c.program.weeks) {
    auto sets = sets_by_movement(week, c.catalog);
    if (trained.contains(Pattern::HorizontalPull) &&
        sets[Pattern::VerticalPull] > sets[Pattern::HorizontalPull]) {
      out.push_back(fmt::format("week {}: more pulling from above than rowing", week.number));
    }
    const bool can_hold = trained.contains(Pattern::AntiExtension);
    if (can_hold && sets[Pattern::TrunkExtension] > ratio * sets[Pattern::AntiExtension]) {
      out.push_back(
          fmt::format("week {}: too much extension for the holds against it", week.number));
    }
  }
}

bool is_between(int value, int low, int high) { return value >= low && value <= high; }

void wrong_doses(const Case& c, Broken& out) {
  const Caps& caps = c.program.care.caps;
  for_each_line(c, [&](const auto& week, const auto&, const auto& line, const auto&) {
    const auto refuse = [&](const std::string& what) {
      out.push_back(fmt::format("week {}, '{}': {}", week.number, line.id, what));
    };
    constexpr int kMostSets = 10;
    constexpr int kMostReps = 100;  // as in a therapist's reply
    if (!is_between(line.sets, 1, kMostSets)) refuse(counted(line.sets, "set"));
    if (line.reps && (!is_between(line.reps->low, 1, kMostReps) ||
                      line.reps->low > line.reps->high || line.reps->high > kMostReps)) {
      refuse("repetitions out of bounds");
    }
    if (line.hold_s && line.hold_s->high > caps.longest_hold_s) refuse("held longer than allowed");
    if (line.reserve < caps.least_reserve) refuse("ends nearer to failure than allowed");
    if (!is_between(line.rest_s, 20, 600)) refuse(fmt::format("rest of {} s", line.rest_s));
    if (line.load && !(in_kilograms(*line.load) > 0.0)) refuse("no positive load");
    if (line.load && caps.load_cap && *line.load > *caps.load_cap) refuse("heavier than allowed");
    if (line.load && caps.no_external_load) refuse("a load where none is allowed");
    if (!std::isfinite(line.minutes) || line.minutes <= 0.0) refuse("no duration");
  });
}

void too_early_in_the_day(const Case& c, Broken& out) {
  const int hours = c.program.care.caps.no_flexion_h_after_rising;
  if (hours <= 0) return;
  for_each_line(
      c, [&](const auto& week, const auto& session, const auto& line, const auto& exercise) {
        if (session.start_min >= c.person.wake_min + 60 * hours) return;
        const bool is_loaded_hinge =
            exercise.pattern == Pattern::Hinge && exercise.external_load != ExternalLoad::None;
        if (is_loaded_hinge || exercise.level_of(Property::Flexion) >= 2) {
          out.push_back(
              fmt::format("week {}: '{}' bends too soon after getting up", week.number, line.id));
        }
      });
}

void credits_not_computed(const Case& c, Broken& out) {
  out = wrong_credits(c.program, c.person, c.catalog);
}

void too_much_on_discs(const Case& c, Broken& out) {
  out = overloaded_discs(c.program, c.person, c.catalog);
}

struct Check {
  std::string_view name;
  void (*look)(const Case&, Broken&);
};

// To add a rule: write its function above, name it here, explain it in docs/theory/planner.md.
constexpr std::array kChecks = {
    Check{"allowed", not_allowed},
    Check{"owned", not_owned},
    Check{"days", wrong_days},
    Check{"rest", too_little_rest},
    Check{"weekly-cap", too_many_sets},
    Check{"growth", growing_too_fast},
    Check{"ramp", starting_too_high},
    Check{"balance", out_of_balance},
    Check{"dose", wrong_doses},
    Check{"morning", too_early_in_the_day},
    Check{"credit", credits_not_computed},
    Check{"discs", too_much_on_discs},
};

}  // namespace

std::vector<std::string> violations(const Program& program, const Person& person,
                                    const Catalog& catalog) {
  Broken broken;
  for (const Check& check : kChecks) {
    Broken found;
    check.look({program, person, catalog}, found);
    for (auto& what : found) broken.push_back(fmt::format("{}: {}", check.name, what));
  }
  return broken;
}

}  // namespace strongback
