#include "train/session_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/build_week.h"
#include "plan/doses.h"
#include "plan/recovery.h"
#include "plan/sessions.h"
#include "plan/simulated.h"
#include "train/progression.h"
#include "train/session_limits.h"
#include "train/stand_ins.h"
#include "train/weeks.h"

namespace strongback {
namespace {

using std::chrono::days;

/// True when a muscle of `shares` has at least `credit`.
bool works(const std::vector<Share>& shares, const std::string& muscle, double credit) {
  return std::any_of(shares.begin(), shares.end(), [&](const Share& share) {
    return share.muscle == muscle && share.credit >= credit;
  });
}

/// Makes the lines of one session.
class SessionMaker {
 public:
  SessionMaker(const TrainingState& state, const Catalog& catalog, Today& today)
      : state_(state),
        catalog_(catalog),
        rules_(catalog.rules),
        today_(today),
        easings_(easings_at(state, local_date(today.at), catalog)),
        readiness_(readiness_at(state, today.person, today.at, catalog)),
        resting_(resting_exercises(state, local_date(today.at), catalog)) {}

  std::vector<DraftLine> lines_of(const Outline::Day& day) {
    for (const Easing& easing : easings_) today_.changes.push_back(easing.why);
    for (const Outline::Line& line : day.lines) planned_.push_back(line.exercise);
    std::vector<DraftLine> drafts;
    for (const Outline::Line& line : day.lines) {
      const auto week = std::min(static_cast<std::size_t>(today_.week), line.sets.size());
      const int sets = week == 0 ? 0 : line.sets[week - 1];
      if (sets > 0) add(line.exercise, sets, drafts);
      if (sets > 0) add_swapped(line.exercise, sets, drafts);
    }
    return drafts;
  }

 private:
  using Draft = tl::expected<DraftLine, std::string>;

  void add(const std::string& id, int sets, std::vector<DraftLine>& drafts) {
    const Exercise* exercise = find_exercise(catalog_, id);
    if (exercise == nullptr) {
      today_.left_out.push_back({id, "it is no longer in the catalog"});
      return;
    }
    Draft draft = draft_of(*exercise, sets);
    if (draft) {
      drafts.push_back(std::move(*draft));
      return;
    }
    const std::string because = draft.error();
    if (!stand_in(*exercise, sets, because, drafts)) today_.left_out.push_back({id, because});
  }

  /// What the person does today instead of `id`, for the sets that were left.
  void add_swapped(const std::string& id, int sets, std::vector<DraftLine>& drafts) {
    const auto day = state_.diary.find(local_date(today_.now));
    if (day == state_.diary.end()) return;
    std::string instead;
    for (const auto& [when, skipped] : day->second.skipped) {
      if (skipped.exercise == id) instead = skipped.instead;
    }
    const Exercise* exercise = find_exercise(catalog_, instead);
    if (exercise == nullptr) return;
    for (const LoggedSet& set : day->second.sets) sets -= set.set.exercise == id ? 1 : 0;
    Draft draft = draft_of(*exercise, std::max(1, sets));
    if (!draft) {
      today_.left_out.push_back({instead, draft.error()});
      return;
    }
    draft->in_place_of = id;
    planned_.push_back(instead);
    drafts.push_back(std::move(*draft));
  }

  /// Another exercise in its place; what is only not ready has none, its muscles are to rest.
  bool stand_in(const Exercise& exercise, int sets, const std::string& because,
                std::vector<DraftLine>& drafts) {
    if (not_ready(exercise, exercise.shares)) return false;
    for (const Exercise* other : stand_ins_for(exercise, catalog_)) {
      const bool is_there = std::count(planned_.begin(), planned_.end(), other->id) > 0;
      if (is_there) continue;
      Draft draft = draft_of(*other, sets);
      if (!draft) continue;
      draft->in_place_of = exercise.id;
      today_.changes.push_back(
          reason(rules_, "exercise", "substitution",
                 fmt::format("{} in place of {}: {}", other->name, exercise.name, because)));
      planned_.push_back(other->id);
      drafts.push_back(std::move(*draft));
      return true;
    }
    return false;
  }

  Draft draft_of(const Exercise& exercise, int sets) {
    for (const RestingExercise& rest : resting_) {
      if (rest.exercise == exercise.id) return tl::unexpected(rest.because);
    }
    auto fitted = prescribe(exercise, today_.person, today_.care, catalog_);
    if (!fitted) return tl::unexpected(fitted.error());
    if (auto no = not_ready(exercise, fitted->shares)) return tl::unexpected(*no);
    if (auto no = too_early(exercise)) return tl::unexpected(*no);
    if (fitted->line.reps && !fitted->line.load) {
      const int low = fitted->line.reps->low;
      if (auto no = too_hard(state_, exercise, low, local_date(today_.at), catalog_))
        return tl::unexpected(*no);
    }
    DraftLine draft{std::move(*fitted), sets, ""};
    int sets_less = 0;
    progress(draft.fitted, {state_, today_.person, today_.care, catalog_, today_.at, easings_},
             sets_less);
    if (auto no = obey_therapist(draft)) return tl::unexpected(*no);
    if (auto no = spare_sets(exercise, draft)) return tl::unexpected(*no);
    draft.sets = std::max(1, draft.sets - sets_less);
    draft.fitted.set_min = set_minutes(exercise, draft.fitted.line);
    return draft;
  }

  std::optional<std::string> too_early(const Exercise& exercise) const {
    const PlanInput input{&today_.person, &today_.care, &catalog_, {}};
    const TrainingDay day{weekday_of(local_date(today_.at)), local_minute(today_.at)};
    if (!is_too_early(input, exercise, day)) return std::nullopt;
    return "it bends the back too soon after getting up";
  }

  /// The muscle that is longest from ready for this exercise, in words.
  std::optional<std::string> not_ready(const Exercise& exercise,
                                       const std::vector<Share>& shares) const {
    if (!strains(exercise)) return std::nullopt;
    double most = 0.0;
    const MuscleReadiness* slowest = nullptr;
    for (const MuscleReadiness& row : readiness_) {
      if (!works(shares, row.muscle, rest_from(rules_))) continue;
      const double hours = hours_until_ready(row, works(shares, row.muscle, 1.0), catalog_);
      if (hours <= most) continue;
      most = hours;
      slowest = &row;
    }
    constexpr double kRounding_h = 1e-6;
    if (slowest == nullptr || most <= kRounding_h) return std::nullopt;
    const Moment ready{plus_hours(today_.at.at, most), today_.at.offset_min};
    return fmt::format("{} rest until {} {}", find_muscle(catalog_, slowest->muscle)->short_name,
                       weekday_name(weekday_of(local_date(ready))),
                       clock_text(local_minute(ready)));
  }

  std::optional<std::string> obey_therapist(DraftLine& draft) const {
    if (!state_.reply) return std::nullopt;
    PlanInput input{&today_.person, &today_.care, &catalog_, {draft.fitted}};
    input.fitted.front().most_sets = draft.sets;
    std::vector<LeftOut> left_out;
    apply_doses(state_.reply->second, input, left_out);
    if (input.fitted.empty()) return left_out.front().because;
    draft.fitted = std::move(input.fitted.front());
    draft.sets = std::min(draft.sets, draft.fitted.most_sets);
    return std::nullopt;
  }

  /// Fewer sets for what is sore, after heavy chores, and in easy times.
  std::optional<std::string> spare_sets(const Exercise& exercise, DraftLine& draft) {
    const auto number = [&](const char* key) { return rules_.number("soreness", key); };
    double factor = 1.0;
    for (const Easing& easing : easings_) {
      factor = std::min(factor, easing.sets);
      if (easing.is_one_set) draft.sets = 1;
    }
    for (const auto& [muscle, soreness] : today_.person.soreness) {
      if (soreness >= number("skip_from") && works(draft.fitted.shares, muscle, 0.01))
        return fmt::format("{} are very sore", find_muscle(catalog_, muscle)->short_name);
      if (soreness < number("half_from") || !works(draft.fitted.shares, muscle, 1.0)) continue;
      factor = std::min(factor, number("half_factor"));
      say_once("soreness", fmt::format("half the sets for {}: they are sore",
                                       find_muscle(catalog_, muscle)->short_name));
    }
    const bool bends =
        exercise.pattern == Pattern::Hinge || exercise.pattern == Pattern::TrunkExtension;
    if (bends && has_heavy_chores()) {
      factor = std::min(factor, rules_.number("chores", "factor"));
      say_once("chores", "half the sets that bend or extend the back: you did heavy chores");
    }
    constexpr double kRounding = 1e-9;
    draft.sets = std::max(1, static_cast<int>(std::floor(draft.sets * factor + kRounding)));
    return std::nullopt;
  }

  void say_once(const std::string& rule, const std::string& text) {
    const bool is_said = std::any_of(today_.changes.begin(), today_.changes.end(),
                                     [&](const Reason& change) { return change.text == text; });
    if (!is_said) today_.changes.push_back(reason(rules_, "sets", rule, text));
  }

  bool has_heavy_chores() const {
    const double within = rules_.number("chores", "within_h");
    const Date day = local_date(today_.at);
    double sets = 0.0;
    for (const auto& [date, diary] : days_between(state_, day - days{1}, day)) {
      for (const LoggedActivity& done : diary->activities) {
        const double since = hours_between(done.when.at, today_.at.at);
        if (since >= 0.0 && since <= within) sets += chore_sets_of(done, catalog_);
      }
    }
    return sets > 0.0;
  }

  const TrainingState& state_;
  const Catalog& catalog_;
  const Rules& rules_;
  Today& today_;
  std::vector<Easing> easings_;
  std::vector<MuscleReadiness> readiness_;
  std::vector<RestingExercise> resting_;
  std::vector<std::string> planned_;
};

void add_predictions(const TrainingState& state, const Catalog& catalog, const Today& today,
                     TodayLine& line) {
  if (!line.planned.reps) return;
  const Exercise* exercise = find_exercise(catalog, line.planned.id);
  for (int set = 0; set < line.planned.sets; ++set) {
    const SetAhead ahead{exercise, line.planned.load, line.planned.reserve,
                         set,      today.at.at,       line.planned.reps->high};
    const auto predicted = predict(state.belief, ahead);
    if (!predicted) return;
    line.predicted.push_back(*predicted);
  }
}

/// Warm-up and cool-down around the lines.
void add_frame(const std::vector<DraftLine>& drafts, const Catalog& catalog, Today& today) {
  PlanInput input{&today.person, &today.care, &catalog, {}};
  PlannedSession session;
  session.weekday = weekday_of(local_date(today.at));
  session.start_min = local_minute(today.at);
  for (const DraftLine& draft : drafts) session.exercises.push_back(draft.fitted.line);
  const Frame frame = session_frame(today.person, catalog.rules);
  today.warm_up = warm_up_lines(input, session, frame.warm_up_min);
  today.cool_down = cool_down_lines(input, frame.cool_down_min);
}

}  // namespace

void fill_session(const TrainingState& state, const Outline::Day& day, const Catalog& catalog,
                  Today& today) {
  today.focus = day.focus;
  auto drafts = SessionMaker(state, catalog, today).lines_of(day);
  keep_limits(state, catalog, drafts, today);
  add_frame(drafts, catalog, today);
  for (DraftLine& draft : drafts) {
    TodayLine line;
    line.planned = std::move(draft.fitted.line);
    line.planned.sets = draft.sets;
    line.planned.minutes = minutes_of(draft, catalog.rules);
    line.in_place_of = draft.in_place_of;
    add_predictions(state, catalog, today, line);
    today.lines.push_back(std::move(line));
  }
}

}  // namespace strongback
