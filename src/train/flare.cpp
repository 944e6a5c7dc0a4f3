// The flare of rules 6.15, exercises that rest because of pain, and what a worsening may come from.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "train/pain.h"

namespace strongback {
namespace {

using std::chrono::days;

int whole(double value) { return static_cast<int>(value); }

/// The words of a day on pain that are not about training.
std::vector<const PainReported*> words_at_rest(const DiaryDay& day) {
  std::vector<const PainReported*> words;
  for (const LoggedPain& pain : day.pains) {
    const bool is_during =
        pain.report.when == PainWhen::During || pain.report.when == PainWhen::AfterSession;
    if (!is_during) words.push_back(&pain.report);
  }
  return words;
}

bool has_trained(const DiaryDay& day) { return !day.sets.empty(); }

/// Days among the last seven on which pain lingered by two points.
int orange_days(const TrainingState& state, Date day, const Rules& rules) {
  const int back = whole(rules.number("flare", "orange_days"));
  int count = 0;
  for (const auto& [date, past] : days_between(state, day - days{back}, day - days{1})) {
    if (has_trained(*past) && day_color(state, date, rules) == PainColor::Orange) ++count;
  }
  return count;
}

std::string why_flare(const TrainingState& state, Date day, const DiaryDay& diary,
                      const Rules& rules) {
  const auto usual = usual_pain(state, day, rules);
  const auto site = usual_site(state, day, rules);
  const int over = whole(rules.number("flare", "usual_over"));
  for (const PainReported* word : words_at_rest(diary)) {
    if (word->says_flare) return "you said that this is a flare";
    if (usual && word->pain >= *usual + over)
      return fmt::format("pain of {}, where {} is usual: {} or more above", word->pain, *usual,
                         over);
    if (word->site && site && *word->site > *site) return "the pain reaches farther out than usual";
  }
  const int times = whole(rules.number("flare", "orange_times"));
  if (orange_days(state, day, rules) >= times)
    return fmt::format("pain lingered until the next morning {} times within a week", times);
  return "";
}

/// True when the day's first word is near the usual again.
bool is_good_morning(const DiaryDay& day, int usual, const std::optional<Site>& site,
                     const Rules& rules) {
  const auto words = words_at_rest(day);
  if (words.empty()) return false;
  const PainReported& first = *words.front();
  const bool is_outward = first.site && site && *first.site > *site;
  return !first.says_flare && !is_outward &&
         first.pain <= usual + whole(rules.number("flare", "leave_over"));
}

/// Walks through the days that say something of pain.
class FlareWalk {
 public:
  FlareWalk(const TrainingState& state, const Rules& rules) : state_(state), rules_(rules) {}

  void take(Date date, const DiaryDay& day) {
    if (flare_.is_on) {
      look_for_end(date, day);
      return;
    }
    const std::string why = why_flare(state_, date, day, rules_);
    if (why.empty() || is_same_evening(date)) return;
    flare_ = {true, date, {}, usual_pain(state_, date, rules_), why, 0};
    if (!flare_.usual) flare_.usual = 0;
    site_ = usual_site(state_, date, rules_);
    last_good_.reset();
  }
  [[nodiscard]] const FlareState& flare() const { return flare_; }

 private:
  /// Twice-lingering pain from before a flare that ended does not begin the next one.
  bool is_same_evening(Date date) const {
    const auto back = days{whole(rules_.number("flare", "orange_days"))};
    if (!flare_.until || date - *flare_.until > back) return false;
    const DiaryDay& day = state_.diary.at(date);
    const auto words = words_at_rest(day);
    return std::all_of(words.begin(), words.end(), [&](const PainReported* word) {
      return !word->says_flare && word->pain <= *flare_.usual + 1 &&
             !(word->site && site_ && *word->site > *site_);
    });
  }

  void look_for_end(Date date, const DiaryDay& day) {
    if (words_at_rest(day).empty()) return;
    if (!is_good_morning(day, *flare_.usual, site_, rules_)) {
      flare_.good_mornings = 0;
      last_good_.reset();
      return;
    }
    const bool follows = last_good_ && date - *last_good_ == days{1};
    flare_.good_mornings = follows ? flare_.good_mornings + 1 : 1;
    last_good_ = date;
    if (flare_.good_mornings < whole(rules_.number("flare", "leave_days"))) return;
    flare_.is_on = false;
    flare_.until = date;
  }

  const TrainingState& state_;
  const Rules& rules_;
  FlareState flare_;
  std::optional<Site> site_;
  std::optional<Date> last_good_;
};

double volume(const LoggedSet& set) {
  const double load = set.set.load ? in_kilograms(*set.set.load) : 1.0;
  return load * std::max(1, set.set.reps);
}

}  // namespace

FlareState flare_at(const TrainingState& state, Date day, const Catalog& catalog) {
  constexpr int kLongest_days = 200;  // what lay before has no say any more
  FlareWalk walk(state, catalog.rules);
  const Pain& pain = state.profile.pain;
  for (const auto& [date, diary] : days_between(state, day - days{kLongest_days}, day)) {
    if (!diary->pains.empty() || has_trained(*diary)) walk.take(date, *diary);
  }
  FlareState flare = walk.flare();
  // A flare that the profile tells of counts until the log knows better.
  const bool nothing_said = !flare.since && state.profile_since.at <= state.began.at;
  if (nothing_said && pain.says_flare) {
    const bool is_first_fortnight =
        local_date(state.began) + days{whole(catalog.rules.number("flare", "too_long_days"))} > day;
    if (is_first_fortnight)
      flare = {true,
               local_date(state.began),
               {},
               pain.usual.value_or(0),
               "you said that this is a flare",
               0};
  }
  return flare;
}

std::vector<RestingExercise> resting_exercises(const TrainingState& state, Date day,
                                               const Catalog& catalog) {
  const auto number = [&](const char* key) {
    return whole(catalog.rules.number("pain-states", key));
  };
  std::vector<RestingExercise> resting;
  for (const auto& [exercise, dates] : state.days_of) {
    int in_a_row = 0;
    for (const Date date : dates) {
      if (date > day) break;
      constexpr int kLookBack_days = 60;
      if (date < day - days{kLookBack_days}) continue;
      const PainColor color = exercise_color(state, date, exercise, catalog);
      if (color == PainColor::Red && date == day) {
        resting.push_back(
            {exercise, day + days{1}, "it hurt too much today: it is over for today"});
      }
      in_a_row = color == PainColor::Orange ? in_a_row + 1 : 0;
      if (in_a_row < number("orange_times")) continue;
      const Date until = date + days{1 + number("orange_out_days")};
      if (until <= day) continue;
      resting.push_back({exercise, until,
                         fmt::format("twice in a row the pain was {} points higher next morning; "
                                     "let a physical therapist have a look",
                                     number("orange_rise"))});
      in_a_row = 0;
    }
  }
  return resting;
}

std::optional<std::string> suspect(const TrainingState& state, Date day, const Catalog& catalog) {
  constexpr int kWeek = 7;
  constexpr int kBefore_weeks = 3;
  struct Amount {
    double now = 0.0;
    double before = 0.0;
  };
  const long known_days = (day - local_date(state.began)).count();
  const double weeks_before =
      std::clamp(std::ceil(static_cast<double>(known_days - kWeek + 1) / kWeek), 1.0,
                 static_cast<double>(kBefore_weeks));
  std::map<std::string, Amount> amounts;
  for (const auto& [date, diary] :
       days_between(state, day - days{kWeek * (kBefore_weeks + 1)}, day)) {
    const bool is_now = date > day - days{kWeek};
    for (const LoggedSet& set : diary->sets) {
      Amount& amount = amounts[set.set.exercise];
      (is_now ? amount.now : amount.before) += volume(set) / (is_now ? 1.0 : weeks_before);
    }
  }
  const Exercise* worst = nullptr;
  Amount of_worst;
  double most = 0.0;
  for (const auto& [id, amount] : amounts) {
    const Exercise* exercise = find_exercise(catalog, id);
    if (exercise == nullptr || amount.now <= 0.0) continue;
    const int exposure = exercise->level_of(Property::AxialCompression) +
                         exercise->level_of(Property::Flexion) +
                         exercise->level_of(Property::Extension);
    const double change = (amount.now - amount.before) / std::max(amount.now, amount.before);
    const double score = change * exposure;
    if (score <= most) continue;
    most = score;
    worst = exercise;
    of_worst = amount;
  }
  constexpr double kWorthAsking = 0.5;  // half as much again of what loads the spine lightly
  if (worst == nullptr || most < kWorthAsking) return std::nullopt;
  return of_worst.before <= 0.0
             ? fmt::format("Could it come from {}, which was new in the last 7 days?", worst->name)
             : fmt::format(
                   "Could it come from {}? In the last 7 days you did {:.0f} % more of it "
                   "than in the weeks before.",
                   worst->name, 100.0 * (of_worst.now / of_worst.before - 1.0));
}

}  // namespace strongback
