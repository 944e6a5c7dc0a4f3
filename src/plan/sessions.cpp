#include "plan/sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/choice_reason.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

/// Rank of a movement in a session: rows and heavy work first, holds last (rule "session-order").
int rank_of(const Exercise& exercise) {
  constexpr Pattern kOrder[] = {Pattern::HorizontalPull,
                                Pattern::Hinge,
                                Pattern::VerticalPull,
                                Pattern::SquatPattern,
                                Pattern::ShoulderExtension,
                                Pattern::Scapular,
                                Pattern::TrunkExtension,
                                Pattern::HipExtension,
                                Pattern::AntiRotation,
                                Pattern::AntiExtension,
                                Pattern::AntiLateralFlexion,
                                Pattern::Carry,
                                Pattern::Neck};
  const auto* const found = std::find(std::begin(kOrder), std::end(kOrder), exercise.pattern);
  const int axial = exercise.level_of(Property::AxialCompression);
  return static_cast<int>(found - std::begin(kOrder)) * 4 + (3 - axial);
}

bool is_loaded(const PlannedExercise& line) { return line.load.has_value(); }

std::string sets_text(const PlanInput& input, const PlannedExercise& line, int session_sets,
                      int week) {
  if (!is_on_ramp(*input.person, input.catalog->rules)) {
    return fmt::format("{}: as many as your goal and the weekly range of its muscles ask",
                       counted(line.sets, "set"));
  }
  const std::string who =
      input.person->level <= Level::Novice ? "beginners start" : "after a long break one starts";
  return fmt::format(
      "{} in week {}: {} a session with half its sets and may add three every two weeks; "
      "this session holds {} now",
      counted(line.sets, "set"), week, who, counted(session_sets, "set"));
}

/// The MET of a session: loaded, or of body weight alone (rule "energy-session").
double session_met(const PlanInput& input, const PlannedSession& session) {
  const bool loaded = std::any_of(session.exercises.begin(), session.exercises.end(), is_loaded);
  const Activity* activity = nullptr;
  for (const auto& candidate : input.catalog->activities) {
    if (candidate.code_2024 == (loaded ? "02054" : "02056")) activity = &candidate;
  }
  constexpr double kBodyWeightWork = 3.0;
  return activity ? activity->met : kBodyWeightWork;
}

void add_session_energy(const PlanInput& input, PlannedSession& session) {
  session.kcal_net = net_kcal(input.catalog->rules, session_met(input, session), input.person->mass,
                              session.minutes);
  session.kcal_range = kcal_range(input.catalog->rules, session.kcal_net);
}

PlannedSession session_of(const PlanInput& input, const DayPattern& pattern, const Choice& choice,
                          std::size_t day, int week) {
  PlannedSession session;
  session.weekday = pattern.days[day].weekday;
  session.start_min = pattern.days[day].start_min;
  session.focus = pattern.sessions == 1 ? "" : (pattern.session[day] == 0 ? "A" : "B");
  const double change_min = input.catalog->rules.number("session-time", "change_s") / 60.0;
  int total = 0;
  for (const int sets : choice[day]) total += sets;
  double main_min = 0.0;
  for (std::size_t o = 0; o < input.fitted.size(); ++o) {
    const int sets = choice[day][o];
    if (sets == 0) continue;
    PlannedExercise line = input.fitted[o].line;
    line.sets = sets;
    line.minutes = sets * input.fitted[o].set_min + change_min;
    main_min += line.minutes;
    line.why.insert(line.why.begin(),
                    reason(input.catalog->rules, "sets",
                           is_on_ramp(*input.person, input.catalog->rules)
                               ? "ramp"
                               : dose_rule(*input.person, input.catalog->rules).id,
                           sets_text(input, line, total, week)));
    line.why.push_back(choice_reason(input, choice, o));
    session.exercises.push_back(std::move(line));
  }
  order_lines(*input.catalog, session.exercises);
  const Frame frame = session_frame(*input.person, input.catalog->rules);
  session.warm_up = warm_up_lines(input, session, frame.warm_up_min);
  session.cool_down = cool_down_lines(input, frame.cool_down_min);
  session.minutes = frame.warm_up_min + main_min + frame.cool_down_min;
  session.disc = disc_sum_of(session.exercises, *input.person, input.catalog->rules);
  add_session_energy(input, session);
  return session;
}

std::string focus_of(const Catalog& catalog, const PlannedSession& session) {
  int pulls = 0;
  int trunk = 0;
  for (const auto& line : session.exercises) {
    const Pattern pattern = find_exercise(catalog, line.id)->pattern;
    const bool is_pull = pattern <= Pattern::Scapular;
    (is_pull ? pulls : trunk) += line.sets;
  }
  const std::string kind = pulls > 0 && trunk > 0 ? "whole back"
                           : pulls > 0            ? "pulling"
                                                  : "trunk and hips";
  return session.focus.empty() ? kind : session.focus + ": " + kind;
}

const Exercise* first_open(const PlanInput& input, const std::vector<std::string>& ids) {
  for (const auto& id : ids) {
    const Exercise* exercise = find_exercise(*input.catalog, id);
    if (!exercise || barred_because(*exercise, *input.care)) continue;
    if (prescribe(*exercise, *input.person, *input.care, *input.catalog)) return exercise;
  }
  return nullptr;
}

bool has_condition(const PlanInput& input, const std::vector<std::string>& ids) {
  const auto& own = input.person->conditions;
  return std::any_of(own.begin(), own.end(), [&](const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  });
}

std::string how_long(const Exercise& exercise) {
  if (exercise.mode == Mode::Hold) {
    return exercise.hold_reps > 1
               ? fmt::format("{} times {} s", exercise.hold_reps, exercise.dose.high)
               : fmt::format("{} s", exercise.dose.high);
  }
  if (exercise.mode == Mode::Time)
    return fmt::format("{} min", std::max(1, exercise.dose.low / 60));
  return fmt::format("{} to {} times", exercise.dose.low, exercise.dose.high);
}

}  // namespace

double net_kcal(const Rules& rules, double met, Mass body, double minutes) {
  const auto number = [&](const char* key) { return rules.number("energy-net", key); };
  return std::max(0.0, met - number("resting")) * number("oxygen") * in_kilograms(body) /
         number("divisor") * minutes;
}

Range2 kcal_range(const Rules& rules, double kcal) {
  return {kcal * rules.number("energy-net", "share_low"),
          kcal * rules.number("energy-net", "share_high")};
}

void order_lines(const Catalog& catalog, std::vector<PlannedExercise>& lines) {
  std::stable_sort(
      lines.begin(), lines.end(), [&](const PlannedExercise& a, const PlannedExercise& b) {
        return rank_of(*find_exercise(catalog, a.id)) < rank_of(*find_exercise(catalog, b.id));
      });
}

std::vector<std::string> warm_up_lines(const PlanInput& input, const PlannedSession& session,
                                       double minutes) {
  std::vector<std::string> lines;
  const Exercise* move = first_open(input, {"walk-easy", "chair-march", "bike-easy"});
  const double moving = std::max(2.0, minutes - 2.0);
  if (move) lines.push_back(fmt::format("{}, {} min", move->name, plain(moving, 0)));
  const std::vector<std::string> straight = {"seated-thor-ext",
                                             "wall-slide"};  // without rounding the back
  const bool is_early = is_first_hours(input, session.start_min);
  const Exercise* loosen = first_open(
      input, is_early ? straight
                      : std::vector<std::string>{"cat-camel", "pelvic-tilt", "seated-thor-ext"});
  if (loosen) lines.push_back(loosen->name + ", " + how_long(*loosen));
  std::vector<std::string> loaded;
  for (const auto& line : session.exercises) {
    if (is_loaded(line)) loaded.push_back(line.name);
  }
  if (!loaded.empty()) {
    lines.push_back("One easy set at about half the load before the first set of: " +
                    joined(loaded, "; "));
  }
  if (lines.empty())
    lines.push_back("Slow breathing and small easy movements of the arms, " + plain(minutes, 0) +
                    " min");
  return lines;
}

std::vector<std::string> cool_down_lines(const PlanInput& input, double minutes) {
  std::vector<std::string> order = {"rest-90-90", "knee-to-chest", "prone-lying", "seated-thor-ext",
                                    "diaphragm-breath"};
  if (has_condition(input, {"flexion-intolerant", "disc-herniation-quiet", "sciatica-settling",
                            "sciatica-irritable"})) {
    order = {"prone-prop", "prone-lying", "standing-back-bend", "rest-90-90", "diaphragm-breath"};
  }
  if (has_condition(input, {"extension-intolerant", "spinal-stenosis", "spondylolisthesis"})) {
    order = {"knee-to-chest", "seated-flexion", "rest-90-90", "diaphragm-breath"};
  }
  const Exercise* relief = first_open(input, order);
  if (!relief) return {fmt::format("Slow walking about the room, {} min", plain(minutes, 0))};
  return {fmt::format("{}, {}", relief->name, how_long(*relief)),
          fmt::format("Slow breathing or a few easy steps for the rest of the {} min",
                      plain(minutes, 0))};
}

PlannedWeek week_of(const PlanInput& input, const DayPattern& pattern, const Choice& choice,
                    int number) {
  const Rules& rules = input.catalog->rules;
  PlannedWeek week;
  week.number = number;
  for (std::size_t d = 0; d < pattern.days.size(); ++d) {
    PlannedSession session = session_of(input, pattern, choice, d, number);
    if (session.exercises.empty()) continue;
    session.focus = focus_of(*input.catalog, session);
    for (const auto& line : session.exercises) {
      week.sets_total += line.sets;
      for (const auto& [muscle, credit] : line.works)
        week.muscle_sets[muscle] += credit * line.sets;
    }
    week.kcal_net += session.kcal_net;
    add_up(week.disc, session);
    week.sessions.push_back(std::move(session));
  }
  const double chores = chore_sets(*input.person, *input.catalog);
  if (chores > 0.0) {
    week.muscle_sets["erector-spinae-lumbar"] += chores;
    week.muscle_sets["multifidus"] += chores;
  }
  if (week.disc) week.disc->sets = week.sets_total;
  week.activities = activities_of(input, number);
  for (const auto& activity : week.activities) week.kcal_net += activity.kcal_net;
  week.kcal_range = kcal_range(rules, week.kcal_net);
  return week;
}

}  // namespace strongback
