#include "plan/gentle.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/sessions.h"

namespace strongback {
namespace {

std::optional<PlannedExercise> line_for(const PlanInput& input, const Exercise& exercise) {
  auto fitted = prescribe(exercise, *input.person, *input.care, *input.catalog);
  if (!fitted) return std::nullopt;
  PlannedExercise line = std::move(fitted->line);
  line.sets = 1;
  line.why.insert(line.why.begin(), reason(input.catalog->rules, "sets", "flare",
                                           "one set at a time, several times a day"));
  line.minutes = fitted->set_min;
  return line;
}

/// The muscles of hip and thigh first, then the belly; the neck has nothing to do with it.
int quiet_rank(const Exercise& exercise) {
  switch (exercise.pattern) {
    case Pattern::HipExtension:
    case Pattern::SquatPattern:
      return 0;
    case Pattern::AntiExtension:
    case Pattern::Relief:
      return 1;
    case Pattern::Neck:
      return 3;
    default:
      return 2;
  }
}

/// Lines of the exercises of one stimulus that are open, the fittest first.
std::vector<PlannedExercise> open_lines(const PlanInput& input, Stimulus stimulus,
                                        std::size_t most) {
  std::vector<const Exercise*> open;
  for (const Exercise* exercise : allowed_exercises(*input.catalog, *input.care)) {
    if (exercise->stimulus == stimulus) open.push_back(exercise);
  }
  std::stable_sort(open.begin(), open.end(), [](const Exercise* a, const Exercise* b) {
    return quiet_rank(*a) < quiet_rank(*b);
  });
  std::vector<PlannedExercise> lines;
  for (const Exercise* exercise : open) {
    if (lines.size() == most) break;
    if (auto line = line_for(input, *exercise)) lines.push_back(std::move(*line));
  }
  return lines;
}

/// Tighten and let go, rest, walk.
std::vector<PlannedExercise> quiet_lines(const PlanInput& input) {
  constexpr std::size_t kTightening = 4;
  constexpr std::size_t kResting = 2;
  std::vector<PlannedExercise> lines = open_lines(input, Stimulus::Control, kTightening);
  for (auto& line : open_lines(input, Stimulus::Relief, kResting)) lines.push_back(std::move(line));
  auto moving = open_lines(input, Stimulus::Aerobic, 10);
  const auto walk = std::find_if(moving.begin(), moving.end(), [](const PlannedExercise& line) {
    return line.id == "walk-easy";
  });
  if (walk != moving.end()) {
    for (const auto& activity : activities_of(input, 1)) {
      const int bout = static_cast<int>(activity.minutes);
      if (activity.id == walk->id) walk->minutes_each = Span{bout, bout};
    }
    lines.push_back(std::move(*walk));
  } else if (!moving.empty()) {
    lines.push_back(std::move(moving.front()));
  }
  return lines;
}

}  // namespace

void add_small_list(const PlanInput& input, Program& program) {
  for (const Exercise* exercise : allowed_exercises(*input.catalog, *input.care)) {
    if (auto line = line_for(input, *exercise)) program.small_list.push_back(std::move(*line));
  }
  if (program.small_list.empty()) {
    program.small_list_how = "Nothing is left to train until you have been seen.";
    return;
  }
  program.small_list_how =
      "Until you have been seen: only these, as often as they feel good. Stop and get help sooner "
      "when "
      "anything new or worse appears.";
}

void add_flare_day(const PlanInput& input, Program& program) {
  const Rules& rules = input.catalog->rules;
  program.small_list = quiet_lines(input);
  program.small_list_how = fmt::format(
      "{} to {} short times a day, and short walks between. Before and after each time, say where "
      "it hurts and how "
      "much (0 to 10): pain that moves toward the spine is a good sign, pain that moves down the "
      "leg means stop. Stop "
      "at once at more than 5 of 10, at a sharp pain, or at new numbness or weakness. The flare is "
      "over after {} "
      "mornings in a row at your usual pain plus 1 or less. If it lasts more than {} days, have it "
      "looked at.",
      plain(rules.number("flare", "bouts_low")), plain(rules.number("flare", "bouts_high")),
      plain(rules.number("flare", "leave_days")), plain(rules.number("flare", "too_long_days")));
  if (program.small_list.empty()) {
    program.status = Status::NoPlan;
    program.conflicts.push_back(
        "nothing in the catalog is gentle enough for today within what you told");
    return;
  }
  PlannedWeek week;
  PlannedSession session;
  session.weekday = input.person->start          ? weekday_of(*input.person->start)
                    : input.person->days.empty() ? 0
                                                 : input.person->days.front().weekday;
  session.date = input.person->start;
  session.focus = "today, and each day of the flare";
  session.exercises = program.small_list;
  session.start_min =
      input.person->days.empty() ? input.person->wake_min : input.person->days.front().start_min;
  for (const auto& line : session.exercises) {
    session.minutes += line.minutes;
    week.sets_total += line.sets;
    for (const auto& [muscle, credit] : line.works) week.muscle_sets[muscle] += credit * line.sets;
  }
  session.disc = disc_sum_of(session.exercises, *input.person, rules);
  add_up(week.disc, session);
  if (week.disc) week.disc->sets = week.sets_total;
  constexpr double kGentleMet = 2.3;  // stretching and gentle holds, Compendium 2024 code 02101
  session.kcal_net = net_kcal(rules, kGentleMet, input.person->mass, session.minutes);
  session.kcal_range = kcal_range(rules, session.kcal_net);
  week.activities = activities_of(input, 1);
  week.kcal_net = session.kcal_net;
  for (const auto& activity : week.activities) week.kcal_net += activity.kcal_net;
  week.kcal_range = kcal_range(rules, week.kcal_net);
  week.sessions.push_back(std::move(session));
  program.weeks.push_back(std::move(week));
  program.why.push_back(reason(rules, "program", "flare"));
}

}  // namespace strongback
