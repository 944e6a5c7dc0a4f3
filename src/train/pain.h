#pragma once

#include <optional>
#include <string>
#include <vector>

#include "train/state.h"

namespace strongback {

/// What pain says of one session of an exercise, or of a day (rule "pain-states").
enum class PainColor { Green, YellowOk, YellowHold, Orange, Red };
const std::vector<std::string>& pain_color_words();

/// Pain of the person around a day.
struct DayPain {
  std::optional<int> before;   ///< P0: before the session, or the day's first word
  std::optional<int> most;     ///< Pmax during
  std::optional<int> morning;  ///< P24: next morning
  std::optional<Site> site_before, site_most, site_morning;
  bool is_stop = false;        ///< sharp, numb or weak, or farther out than before
  int stiffness_rise_min = 0;  ///< [min] next morning over the person's own before
};
DayPain day_pain(const TrainingState& state, Date day);
/// The same for one exercise of that day: `most` and `is_stop` as said of it; the next morning
/// counts where it hurt more during it than before, or, when nothing did, where it loaded the
/// spine most of all that was done.
DayPain exercise_pain(const TrainingState& state, Date day, const std::string& exercise,
                      const Catalog& catalog);
PainColor color_of(const DayPain& pain, const Rules& rules);

/// True when anything hurt on `date` or the morning after; most days are without.
bool has_complaint(const TrainingState& state, Date date);
/// The colors of a day and of one of its exercises.
PainColor day_color(const TrainingState& state, Date date, const Rules& rules);
PainColor exercise_color(const TrainingState& state, Date date, const std::string& exercise,
                         const Catalog& catalog);

/// When symptoms spread during that day's training: new numbness or weakness, or pain farther out
/// than before.  The session is then over, whatever exercise it was (rule "pain-stop").
std::optional<Moment> spread_on(const TrainingState& state, Date day);

/// The person's usual pain at `day`: the median of the last 14 days, else what the profile says.
std::optional<int> usual_pain(const TrainingState& state, Date day, const Rules& rules);
std::optional<Site> usual_site(const TrainingState& state, Date day, const Rules& rules);

/// A flare (rules 6.15) and the way back from it.
struct FlareState {
  bool is_on = false;
  std::optional<Date> since;  ///< of the present or last one
  std::optional<Date> until;  ///< the first day after the last one; nothing while one is on
  std::optional<int> usual;   ///< the usual pain when it began
  std::string reason;         ///< in words
  int good_mornings = 0;      ///< in a row
};
FlareState flare_at(const TrainingState& state, Date day, const Catalog& catalog);

/// Why an exercise rests: pain that lingered twice, or stopped it (rule "pain-states").
struct RestingExercise {
  std::string exercise;
  Date until;  ///< first day on which it may come back
  std::string because;
};
std::vector<RestingExercise> resting_exercises(const TrainingState& state, Date day,
                                               const Catalog& catalog);

/// Which exercise the worsening may come from: the greatest change times exposure in the last seven
/// days, as a question to the person (rule "flare-questions"); empty: nothing stands out.
std::optional<std::string> suspect(const TrainingState& state, Date day, const Catalog& catalog);

}  // namespace strongback
