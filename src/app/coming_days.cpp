#include "app/coming_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/browse.h"
#include "base/text.h"
#include "plan/plan.h"
#include "plan/prescribe.h"
#include "train/program_due.h"
#include "train/stand_ins.h"
#include "train/weeks.h"

namespace strongback {
namespace {

constexpr int kDaysCovered = 7;
constexpr int kWeeksAhead = 8;

/// The planned starts of the days after `now` up to `kDaysCovered`.
std::vector<Moment> coming_starts(const TrainingState& state, const Moment& now) {
  std::vector<Moment> starts;
  if (!state.outline) return starts;
  const Date today = local_date(now);
  for (int i = 1; i <= kDaysCovered; ++i) {
    const Date date = today + std::chrono::days{i};
    for (const Outline::Day& day : state.outline->days) {
      if (day.weekday == weekday_of(date) && date >= state.outline->start)
        starts.push_back(at_local(date, day.start_min, now.offset_min));
    }
  }
  return starts;
}

/// Lines as they will be, each as its next session has it.
class LinesAhead {
 public:
  LinesAhead(const LogBook& book, const Person& person, const Assessment& care)
      : book_(book), person_(person), care_(care) {
    take(make_today(book.state(), book.now(), book.catalog()));
    for (const Moment& start : coming_starts(book.state(), book.now()))
      take(make_today(book.state(), start, book.catalog()));
  }

  std::optional<PlannedExercise> line(const std::string& id, int sets) const {
    auto found = known_.find(id);
    PlannedExercise planned;
    if (found != known_.end()) {
      planned = found->second;
    } else {
      const Exercise* exercise = find_exercise(book_.catalog(), id);
      if (exercise == nullptr) return std::nullopt;
      auto fitted = prescribe(*exercise, person_, care_, book_.catalog());
      if (!fitted) return std::nullopt;
      planned = fitted->line;
    }
    planned.sets = sets;
    if (const Exercise* exercise = find_exercise(book_.catalog(), id))
      planned.minutes = sets * set_minutes(*exercise, planned);
    return planned;
  }
  /// Warm-up, cool-down and setting up, as the next session has them.  [min]
  [[nodiscard]] double minutes_around() const {
    double lines = 0.0;
    for (const TodayLine& line : next_->lines) {
      const Exercise* exercise = find_exercise(book_.catalog(), line.planned.id);
      lines += line.planned.sets * set_minutes(*exercise, line.planned);
    }
    return std::max(0.0, next_->minutes - lines);
  }
  /// What stands before and after the exercises, as the next session has it.
  [[nodiscard]] const Today* next() const { return next_ ? &*next_ : nullptr; }

 private:
  void take(Today today) {
    if (today.kind != DayKind::Session) return;
    for (const TodayLine& line : today.lines) known_.try_emplace(line.planned.id, line.planned);
    if (!next_) next_ = std::move(today);
  }

  const LogBook& book_;
  const Person& person_;
  const Assessment& care_;
  std::map<std::string, PlannedExercise> known_;
  std::optional<Today> next_;
};

PlannedSession session_of(const Outline::Day& day, Date date, int week, const LinesAhead& ahead,
                          const PlanAhead& plan, const Catalog& catalog) {
  PlannedSession session;
  session.weekday = day.weekday;
  session.date = date;
  session.start_min = day.start_min;
  session.focus = day.focus;
  for (const Outline::Line& line : day.lines) {
    const auto at = std::min(static_cast<std::size_t>(week), line.sets.size());
    if (at == 0 || line.sets[at - 1] == 0) continue;
    if (auto planned = ahead.line(line.exercise, line.sets[at - 1]))
      session.exercises.push_back(std::move(*planned));
  }
  for (const PlannedExercise& line : session.exercises) session.minutes += line.minutes;
  if (const Today* next = ahead.next()) {
    session.minutes += ahead.minutes_around();
    session.warm_up = next->warm_up;
    session.cool_down = next->cool_down;
  }
  session.disc = disc_sum_of(session.exercises, plan.person, catalog.rules);
  return session;
}

void add_session(PlannedWeek& week, PlannedSession session) {
  for (const PlannedExercise& line : session.exercises) {
    week.sets_total += line.sets;
    for (const auto& [muscle, credit] : line.works) week.muscle_sets[muscle] += credit * line.sets;
  }
  add_up(week.disc, session);
  week.sessions.push_back(std::move(session));
}

std::vector<PlannedWeek> weeks_ahead(const LogBook& book, const PlanAhead& plan,
                                     const LinesAhead& ahead) {
  const Date today = local_date(book.now());
  const Date monday = today - std::chrono::days{weekday_of(today)};
  std::vector<PlannedWeek> weeks;
  for (int w = 0; w < kWeeksAhead; ++w) {
    PlannedWeek week;
    week.number = plan.week + w;
    for (const Outline::Day& day : plan.outline->days) {
      const Date date = monday + std::chrono::days{w * kDaysPerWeek + day.weekday};
      if (date < today || date < plan.outline->start) continue;
      add_session(week, session_of(day, date, week.number, ahead, plan, book.catalog()));
    }
    weeks.push_back(std::move(week));
  }
  return weeks;
}

std::vector<std::string> exercises_in(const Outline& outline) {
  std::vector<std::string> ids;
  for (const Outline::Day& day : outline.days) {
    for (const Outline::Line& line : day.lines) ids.push_back(line.exercise);
  }
  return ids;
}

Failure no_program() { return NoPlan{{"there is no program to change"}}; }

/// What `other` changes where it takes the place of `exercise`.
std::vector<std::string> changes_of(const PlannedExercise& before, const PlannedExercise& after,
                                    const Catalog& catalog) {
  std::vector<std::string> changes;
  std::vector<std::string> more, less;
  for (const Muscle& muscle : catalog.muscles) {
    const auto credit = [&](const PlannedExercise& line) {
      const auto found = line.works.find(muscle.id);
      return found == line.works.end() ? 0.0 : found->second;
    };
    constexpr double kNotable = 0.25;
    const double change = credit(after) - credit(before);
    if (change >= kNotable) more.push_back(muscle.name);
    if (change <= -kNotable) less.push_back(muscle.name);
  }
  if (!more.empty()) changes.push_back(fmt::format("It works more: {}.", listed(more)));
  if (!less.empty()) changes.push_back(fmt::format("It works less: {}.", listed(less)));
  if (before.disc && after.disc) {
    changes.push_back(fmt::format("The most pressed disc carries {:.0f} N instead of {:.0f} N.",
                                  after.disc->peak_N, before.disc->peak_N));
  }
  if (!after.load_text.empty()) changes.push_back(fmt::format("Load: {}.", after.load_text));
  return changes;
}

}  // namespace

CoveredDays cover_days(const LogBook& book) {
  const TrainingState& state = book.state();
  const Moment now = book.now();
  CoveredDays covered{now, book.arrival(), &state.profile, &book.catalog(), {}, {}};
  covered.days.push_back({local_date(now), make_day_pack(state, now, book.catalog())});
  for (const Moment& start : coming_starts(state, now))
    covered.days.push_back({local_date(start), make_day_pack(state, start, book.catalog())});
  covered.flare = make_flare_pack(state, now, book.catalog());
  return covered;
}

PlanAhead plan_ahead(const LogBook& book) {
  const TrainingState& state = book.state();
  PlanAhead plan{person_at(state, book.now(), book.catalog()), {}, state.outline, {}, 1};
  PlanRequest request;
  if (state.reply) request.reply = state.reply->second;
  if (state.outline) request.keep = exercises_in(*state.outline);
  plan.program = make_program(plan.person, book.catalog(), request);
  if (!state.outline || plan.program.weeks.empty()) return plan;
  plan.changes = state.programs.back().second.changes;
  plan.week = program_week(state, local_date(book.now()), book.catalog().rules);
  const LinesAhead ahead(book, plan.person, plan.program.care);
  plan.program.weeks = weeks_ahead(book, plan, ahead);
  return plan;
}

Outcome<std::vector<SwapOption>> swap_options(const LogBook& book, const std::string& exercise) {
  auto known = exercise_named(book.catalog(), exercise);
  if (!known) return tl::unexpected(std::move(known.error()));
  if (!book.state().outline) return tl::unexpected(no_program());
  const Person person = person_at(book.state(), book.now(), book.catalog());
  const Assessment care = assess_care(person, book.catalog());
  const auto used = exercises_in(*book.state().outline);
  const auto before = prescribe(**known, person, care, book.catalog());
  std::vector<SwapOption> options;
  for (const Exercise* other : stand_ins_for(**known, book.catalog())) {
    if (std::find(used.begin(), used.end(), other->id) != used.end()) continue;
    const auto after = prescribe(*other, person, care, book.catalog());
    if (!after) continue;
    options.push_back({other, before ? changes_of(before->line, after->line, book.catalog())
                                     : std::vector<std::string>{}});
  }
  return options;
}

Outcome<ProgramAccepted> swapped_program(const LogBook& book, const std::string& exercise,
                                         const std::string& with) {
  auto options = swap_options(book, exercise);
  if (!options) return tl::unexpected(std::move(options.error()));
  const Exercise* other = find_exercise(book.catalog(), with);
  const bool fits = std::any_of(options->begin(), options->end(),
                                [&](const SwapOption& one) { return one.exercise == other; });
  if (other == nullptr || !fits) {
    return tl::unexpected<Failure>(BadInput{{{"with",
                                              {},
                                              fmt::format("'{}' does not fit in the place of '{}'",
                                                          printable(with), printable(exercise)),
                                              "take one of those that the swaps list"}}});
  }
  ProgramAccepted accepted{*book.state().outline, {}};
  bool is_there = false;
  for (Outline::Day& day : accepted.outline.days) {
    for (Outline::Line& line : day.lines) {
      if (line.exercise != exercise) continue;
      line.exercise = other->id;
      is_there = true;
    }
  }
  if (!is_there) return tl::unexpected<Failure>(no_program());
  accepted.changes.push_back(fmt::format("{} takes the place of {}: you chose so", other->name,
                                         find_exercise(book.catalog(), exercise)->name));
  return accepted;
}

Outcome<ProgramAccepted> article_program(const LogBook& book) {
  constexpr const char* kArticle = "back-2012";
  auto program = program_from_template(book.state(), book.now(), kArticle, book.catalog());
  if (program) return std::move(*program);
  return tl::unexpected<Failure>(
      NoPlan{{"the article's workout does not fit: see what must be seen to first"}});
}

}  // namespace strongback
