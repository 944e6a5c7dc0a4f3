#include "train/program_due.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "plan/days.h"
#include "plan/prescribe.h"
#include "train/stand_ins.h"

namespace strongback {
namespace {

constexpr int kWeeks = 12;
constexpr std::size_t kFewestLines = 2;  // rule "minimal-session"

bool may_train(const Assessment& care) {
  return !care.no_program && !care.be_seen_first && !care.is_flare && !care.caps.quiet_only;
}

const Outline::Line* find_line(const Outline::Day& day, const std::string& exercise) {
  const auto found =
      std::find_if(day.lines.begin(), day.lines.end(),
                   [&](const Outline::Line& line) { return line.exercise == exercise; });
  return found == day.lines.end() ? nullptr : &*found;
}

Outline::Line& line_in(Outline::Day& day, const std::string& exercise, std::size_t weeks) {
  for (Outline::Line& line : day.lines) {
    if (line.exercise == exercise) return line;
  }
  day.lines.push_back({exercise, std::vector<int>(weeks, 0)});
  return day.lines.back();
}

Outline::Day& day_in(Outline& outline, const PlannedSession& session) {
  for (Outline::Day& day : outline.days) {
    if (day.weekday == session.weekday) return day;
  }
  outline.days.push_back({session.weekday, session.start_min, session.focus, {}});
  return outline.days.back();
}

/// The weeks of a program without its numbers; the fullest week sets the order of the lines.
Outline outline_of(const Program& program, Date start) {
  Outline outline;
  outline.start = start;
  const std::size_t weeks = program.weeks.size();
  for (std::size_t w = weeks; w-- > 0;) {
    for (const PlannedSession& session : program.weeks[w].sessions) {
      Outline::Day& day = day_in(outline, session);
      for (const PlannedExercise& line : session.exercises)
        line_in(day, line.id, weeks).sets[w] = line.sets;
    }
  }
  std::sort(outline.days.begin(), outline.days.end(),
            [](const Outline::Day& a, const Outline::Day& b) { return a.weekday < b.weekday; });
  return outline;
}

std::vector<std::string> exercises_of(const Outline& outline) {
  std::vector<std::string> ids;
  for (const Outline::Day& day : outline.days) {
    for (const Outline::Line& line : day.lines) {
      if (std::find(ids.begin(), ids.end(), line.exercise) == ids.end())
        ids.push_back(line.exercise);
    }
  }
  return ids;
}

std::string name_of(const Catalog& catalog, const std::string& id) {
  const Exercise* exercise = find_exercise(catalog, id);
  return exercise == nullptr ? id : exercise->name;
}

bool same_days(const std::vector<TrainingDay>& a, const std::vector<TrainingDay>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const TrainingDay& x, const TrainingDay& y) {
                      return x.weekday == y.weekday && x.start_min == y.start_min;
                    });
}

/// What the person now wishes otherwise so that the whole week has to be laid anew; empty: nothing.
std::string new_wish(const TrainingState& state) {
  const Person& then = state.planned_for;
  const Person& now = state.profile;
  if (then.days_per_week != now.days_per_week ||
      then.wants_identical_days != now.wants_identical_days)
    return "the number of days changed";
  if (then.goals != now.goals) return "your goals changed";
  if (then.level != now.level) return "your level changed";
  const auto had = exercises_of(*state.outline);
  for (const std::string& id : now.locked) {
    if (std::find(had.begin(), had.end(), id) == had.end() &&
        std::find(then.locked.begin(), then.locked.end(), id) == then.locked.end())
      return "you want to keep " + id;
  }
  return "";
}

double least_gap_h(const std::vector<TrainingDay>& days) {
  double least = kHoursPerWeek;
  for (std::size_t i = 0; i < days.size(); ++i)
    least = std::min(least, hours_until(days[i], days[(i + 1) % days.size()]));
  return least;
}

std::vector<TrainingDay> days_of(const Outline& outline) {
  std::vector<TrainingDay> days;
  for (const Outline::Day& day : outline.days) days.push_back({day.weekday, day.start_min});
  return days;
}

/// The same sessions on the person's new days, where these are spaced no worse: as many days as
/// before, those that stayed first, then the best spaced.  Nothing when there are none.
std::optional<Outline> moved(const Outline& outline, const Person& person, const Rules& rules) {
  const auto before = days_of(outline);
  const std::size_t count = before.size();
  if (count == 0 || person.days.size() < count || person.days.size() > kDaysPerWeek)
    return std::nullopt;
  const double needed = std::min(least_gap_h(before), rules.number("recovery-floor", "slow_h"));
  std::optional<std::vector<TrainingDay>> best;
  std::pair<int, double> best_score{-1, 0.0};
  for (unsigned chosen = 0; chosen < 1U << person.days.size(); ++chosen) {
    std::vector<TrainingDay> days;
    for (std::size_t i = 0; i < person.days.size(); ++i) {
      if ((chosen >> i & 1U) != 0) days.push_back(person.days[i]);
    }
    if (days.size() != count || least_gap_h(days) < needed) continue;
    int kept = 0;
    for (const TrainingDay& day : days)
      kept += std::any_of(before.begin(), before.end(),
                          [&](const TrainingDay& old) { return old.weekday == day.weekday; })
                  ? 1
                  : 0;
    const std::pair<int, double> score{kept, least_gap_h(days)};
    if (best && score <= best_score) continue;
    best = days;
    best_score = score;
  }
  if (!best) return std::nullopt;
  Outline result = outline;
  for (std::size_t i = 0; i < count; ++i) {
    result.days[i].weekday = (*best)[i].weekday;
    result.days[i].start_min = (*best)[i].start_min;
  }
  return result;
}

std::vector<std::string> moves_between(const Outline& before, const Outline& after) {
  std::vector<std::string> changes;
  for (std::size_t i = 0; i < before.days.size(); ++i) {
    const Outline::Day& old = before.days[i];
    const Outline::Day& now = after.days[i];
    if (old.weekday == now.weekday && old.start_min == now.start_min) continue;
    changes.push_back(fmt::format("{} {} becomes {} {}: your days changed",
                                  weekday_name(old.weekday), clock_text(old.start_min),
                                  weekday_name(now.weekday), clock_text(now.start_min)));
  }
  return changes;
}

/// What a whole new program has that the old one has not, in sentences.
std::vector<std::string> differences(const Outline& before, const Outline& after,
                                     const std::string& because, const Catalog& catalog) {
  std::vector<std::string> changes{because + ", so the week is laid anew"};
  const auto had = exercises_of(before);
  const auto has = exercises_of(after);
  const auto missing = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) == ids.end();
  };
  for (const std::string& id : has) {
    if (missing(had, id)) changes.push_back("new: " + name_of(catalog, id));
  }
  for (const std::string& id : had) {
    if (missing(has, id)) changes.push_back("no longer: " + name_of(catalog, id));
  }
  return changes;
}

ProgramAccepted first_program(const Program& program, Date start) {
  Outline outline = outline_of(program, start);
  std::vector<std::string> days;
  for (const Outline::Day& day : outline.days)
    days.push_back(fmt::format("{} {}", weekday_name(day.weekday), clock_text(day.start_min)));
  return {std::move(outline),
          {fmt::format("the first program: {}, from {}", listed(days), to_text(start))}};
}

std::optional<ProgramAccepted> whole_program(const TrainingState& state, Person person,
                                             const std::string& because, const Catalog& catalog,
                                             const std::string& template_id = "") {
  PlanRequest request;
  request.template_id = template_id;
  request.weeks = kWeeks;
  const Date today = *person.start;
  if (!state.outline && state.profile.start && *state.profile.start > today)
    request.start = state.profile.start;
  if (state.reply) request.reply = state.reply->second;
  if (state.outline && template_id.empty()) request.keep = exercises_of(*state.outline);
  const Program program = make_program(person, catalog, request);
  if (program.weeks.empty()) return std::nullopt;
  if (!state.outline) return first_program(program, request.start.value_or(today));
  // The weeks go on from where they are, so the ramp does not begin anew.
  Outline outline = outline_of(program, state.outline->start);
  auto changes = differences(*state.outline, outline, because, catalog);
  return ProgramAccepted{std::move(outline), std::move(changes)};
}

/// Swaps what cannot be done any more, and nothing else.
class Repair {
 public:
  Repair(const Person& person, const Assessment& care, const Catalog& catalog)
      : person_(person), care_(care), catalog_(catalog) {}

  void mend(Outline& outline) {
    for (Outline::Day& day : outline.days) {
      for (Outline::Line& line : day.lines) mend(day, line);
      std::erase_if(day.lines, [](const Outline::Line& line) { return line.exercise.empty(); });
      is_too_thin_ = is_too_thin_ || day.lines.size() < kFewestLines;
    }
  }
  [[nodiscard]] const std::vector<std::string>& changes() const { return changes_; }
  [[nodiscard]] bool is_too_thin() const { return is_too_thin_; }

 private:
  void mend(const Outline::Day& day, Outline::Line& line) {
    const std::string because = why_not(line.exercise);
    if (because.empty()) return;
    const Exercise* exercise = find_exercise(catalog_, line.exercise);
    const std::string name = name_of(catalog_, line.exercise);
    const auto others =
        exercise == nullptr ? std::vector<const Exercise*>{} : stand_ins_for(*exercise, catalog_);
    for (const Exercise* other : others) {
      if (find_line(day, other->id) != nullptr || !why_not(other->id).empty()) continue;
      say(fmt::format("{} takes the place of {}: {}", other->name, name, because));
      line.exercise = other->id;
      return;
    }
    say(fmt::format("{} is left out, and nothing can take its place: {}", name, because));
    line.exercise.clear();
  }

  void say(std::string text) {
    if (std::find(changes_.begin(), changes_.end(), text) == changes_.end())
      changes_.push_back(std::move(text));
  }

  std::string why_not(const std::string& id) const {
    const Exercise* exercise = find_exercise(catalog_, id);
    if (exercise == nullptr) return "it is no longer in the catalog";
    const auto fitted = prescribe(*exercise, person_, care_, catalog_);
    return fitted ? "" : fitted.error();
  }

  const Person& person_;
  const Assessment& care_;
  const Catalog& catalog_;
  std::vector<std::string> changes_;
  bool is_too_thin_ = false;
};

}  // namespace

std::optional<ProgramAccepted> program_due(const TrainingState& state, const Moment& now,
                                           const Catalog& catalog) {
  const Person person = person_at(state, now, catalog);
  const Assessment care = assess_care(person, catalog);
  if (!may_train(care)) return std::nullopt;
  if (!state.outline) return whole_program(state, person, "", catalog);
  if (const std::string wish = new_wish(state); !wish.empty())
    return whole_program(state, person, wish, catalog);
  Outline outline = *state.outline;
  std::vector<std::string> changes;
  if (!same_days(state.planned_for.days, state.profile.days)) {
    auto same_sessions = moved(outline, state.profile, catalog.rules);
    if (!same_sessions) return whole_program(state, person, "your days changed", catalog);
    changes = moves_between(outline, *same_sessions);
    outline = std::move(*same_sessions);
  }
  Repair repair(person, care, catalog);
  repair.mend(outline);
  changes.insert(changes.end(), repair.changes().begin(), repair.changes().end());
  if (changes.empty()) return std::nullopt;
  if (repair.is_too_thin()) {
    if (auto anew = whole_program(state, person, repair.changes().front(), catalog)) return anew;
  }
  return ProgramAccepted{std::move(outline), std::move(changes)};
}

std::optional<ProgramAccepted> program_from_template(const TrainingState& state, const Moment& now,
                                                     const std::string& template_id,
                                                     const Catalog& catalog) {
  const Person person = person_at(state, now, catalog);
  if (!may_train(assess_care(person, catalog))) return std::nullopt;
  return whole_program(state, person, "you chose the workout of the article", catalog, template_id);
}

}  // namespace strongback
