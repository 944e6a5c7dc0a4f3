#include "train/pain.h"

#include <fmt/format.h>

#include <algorithm>

namespace strongback {
namespace {

using std::chrono::days;

int whole(double value) { return static_cast<int>(value); }

const DiaryDay* find_day(const TrainingState& state, Date day) {
  const auto found = state.diary.find(day);
  return found == state.diary.end() ? nullptr : &found->second;
}

bool is_during(const PainReported& report) {
  return report.when == PainWhen::During || report.when == PainWhen::AfterSession;
}

template <class T>
void raise(std::optional<T>& most, const std::optional<T>& value) {
  if (value && (!most || *value > *most)) most = value;
}

/// The pain of the day before anything was done: the word before the session, else the first of the
/// day that is no word about training.
const PainReported* first_word(const DiaryDay& day) {
  const PainReported* first = nullptr;
  for (const LoggedPain& pain : day.pains) {
    if (pain.report.when == PainWhen::BeforeSession) return &pain.report;
    if (first == nullptr && !is_during(pain.report)) first = &pain.report;
  }
  return first;
}

const PainReported* morning_word(const DiaryDay& day) {
  for (const LoggedPain& pain : day.pains) {
    if (pain.report.when == PainWhen::NextMorning) return &pain.report;
  }
  return first_word(day);
}

void add_before(const DiaryDay* day, DayPain& pain) {
  const PainReported* word = day != nullptr ? first_word(*day) : nullptr;
  if (word == nullptr) return;
  pain.before = word->pain;
  pain.site_before = word->site;
}

/// Stiffness of the mornings before, where it was said.
int usual_stiffness(const TrainingState& state, Date day) {
  constexpr int kLookBack_days = 14;
  int least = 0;
  bool is_known = false;
  for (const auto& [date, past] : days_between(state, day - days{kLookBack_days}, day)) {
    for (const LoggedPain& pain : past->pains) {
      if (!pain.report.stiffness_min) continue;
      least = is_known ? std::min(least, *pain.report.stiffness_min) : *pain.report.stiffness_min;
      is_known = true;
    }
  }
  return least;
}

void add_morning(const TrainingState& state, Date day, DayPain& pain) {
  const DiaryDay* next = find_day(state, day + days{1});
  const PainReported* word = next != nullptr ? morning_word(*next) : nullptr;
  if (word == nullptr) return;
  pain.morning = word->pain;
  pain.site_morning = word->site;
  if (word->stiffness_min)
    pain.stiffness_rise_min = *word->stiffness_min - usual_stiffness(state, day);
}

void add_report(const PainReported& report, DayPain& pain) {
  raise(pain.most, std::optional(report.pain));
  raise(pain.site_most, report.site);
  const bool is_farther = report.site && pain.site_before && *report.site > *pain.site_before;
  pain.is_stop = pain.is_stop || report.is_sharp || report.is_numb_or_weak || is_farther;
}

int axial(const Catalog& catalog, const std::string& id) {
  const Exercise* exercise = find_exercise(catalog, id);
  return exercise == nullptr ? 0 : exercise->level_of(Property::AxialCompression);
}

/// True when what hurt next morning may come from `exercise`, by what was said during the day.
bool is_blamed(const DiaryDay& day, const DayPain& of_exercise, const std::string& exercise,
               const Catalog& catalog) {
  const int before = of_exercise.before.value_or(0);
  if (of_exercise.most && *of_exercise.most > before) return true;
  int highest = 0;
  for (const LoggedSet& set : day.sets) {
    if (set.set.pain.value_or(0) > before) return false;  // another one hurt
    highest = std::max(highest, axial(catalog, set.set.exercise));
  }
  for (const LoggedPain& pain : day.pains) {
    if (is_during(pain.report) && !pain.report.exercise.empty() && pain.report.pain > before)
      return false;
  }
  return axial(catalog, exercise) == highest;
}

int median(std::vector<int> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

const std::vector<std::string>& pain_color_words() {
  static const std::vector<std::string> words = {"green", "yellow_ok", "yellow_hold", "orange",
                                                 "red"};
  return words;
}

DayPain day_pain(const TrainingState& state, Date date) {
  DayPain pain;
  const DiaryDay* day = find_day(state, date);
  add_before(day, pain);
  if (day != nullptr) {
    for (const LoggedPain& logged : day->pains) {
      if (is_during(logged.report)) add_report(logged.report, pain);
    }
    for (const LoggedSet& set : day->sets) raise(pain.most, set.set.pain);
  }
  add_morning(state, date, pain);
  return pain;
}

DayPain exercise_pain(const TrainingState& state, Date date, const std::string& exercise,
                      const Catalog& catalog) {
  DayPain pain;
  const DiaryDay* day = find_day(state, date);
  if (day == nullptr) return pain;
  add_before(day, pain);
  for (const LoggedPain& logged : day->pains) {
    if (is_during(logged.report) && logged.report.exercise == exercise)
      add_report(logged.report, pain);
  }
  for (const LoggedSet& set : day->sets) {
    if (set.set.exercise == exercise) raise(pain.most, set.set.pain);
  }
  if (is_blamed(*day, pain, exercise, catalog)) add_morning(state, date, pain);
  return pain;
}

bool has_complaint(const TrainingState& state, Date date) {
  for (const auto& [when, day] : days_between(state, date, date + days{1})) {
    const bool hurts = std::any_of(day->pains.begin(), day->pains.end(), [](const auto& pain) {
      return pain.report.pain > 0 || pain.report.stiffness_min.value_or(0) > 0 ||
             pain.report.is_sharp || pain.report.is_numb_or_weak;
    });
    const bool hurt_in_set = std::any_of(day->sets.begin(), day->sets.end(), [](const auto& set) {
      return set.set.pain.value_or(0) > 0;
    });
    if (hurts || (hurt_in_set && when == date)) return true;
  }
  return false;
}

PainColor day_color(const TrainingState& state, Date date, const Rules& rules) {
  if (!has_complaint(state, date)) return PainColor::Green;
  return color_of(day_pain(state, date), rules);
}

PainColor exercise_color(const TrainingState& state, Date date, const std::string& exercise,
                         const Catalog& catalog) {
  if (!has_complaint(state, date)) return PainColor::Green;
  return color_of(exercise_pain(state, date, exercise, catalog), catalog.rules);
}

PainColor color_of(const DayPain& pain, const Rules& rules) {
  const auto number = [&](const char* key) { return whole(rules.number("pain-states", key)); };
  const int before = pain.before.value_or(0);
  const int most = pain.most.value_or(before);
  const int morning_rise = pain.morning && pain.before ? *pain.morning - before : 0;
  const bool is_red = most > whole(rules.number("pain-zones", "yellow")) &&
                      most > before;  // at rest it hurts without the exercise, too
  if (pain.is_stop || is_red || most - before >= number("stop_rise")) return PainColor::Red;
  if (morning_rise >= number("orange_rise") ||
      pain.stiffness_rise_min >= number("orange_stiffness_min"))
    return PainColor::Orange;
  if (morning_rise >= number("hold_rise")) return PainColor::YellowHold;
  return most <= number("green") ? PainColor::Green : PainColor::YellowOk;
}

std::optional<Moment> spread_on(const TrainingState& state, Date date) {
  const DiaryDay* day = find_day(state, date);
  if (day == nullptr) return std::nullopt;
  DayPain before;
  add_before(day, before);
  for (const LoggedPain& pain : day->pains) {
    const auto& site = pain.report.site;
    const bool is_farther = site && before.site_before && *site > *before.site_before;
    if (is_during(pain.report) && (pain.report.is_numb_or_weak || is_farther)) return pain.when;
  }
  return std::nullopt;
}

std::optional<int> usual_pain(const TrainingState& state, Date day, const Rules& rules) {
  constexpr std::size_t kFewest = 3;  // reports that make a median worth something
  const int back = whole(rules.number("flare", "usual_days"));
  std::vector<int> values;
  for (const auto& [date, past] : days_between(state, day - days{back}, day - days{1})) {
    if (const PainReported* word = first_word(*past)) values.push_back(word->pain);
  }
  if (values.size() >= kFewest) return median(std::move(values));
  return state.profile.pain.usual;
}

std::optional<Site> usual_site(const TrainingState& state, Date day, const Rules& rules) {
  constexpr std::size_t kFewest = 3;
  const int back = whole(rules.number("flare", "usual_days"));
  std::vector<int> values;
  for (const auto& [date, past] : days_between(state, day - days{back}, day - days{1})) {
    const PainReported* word = first_word(*past);
    if (word != nullptr && word->site) values.push_back(static_cast<int>(*word->site));
  }
  if (values.size() >= kFewest) return static_cast<Site>(median(std::move(values)));
  return state.profile.pain.usual_site;
}

}  // namespace strongback
