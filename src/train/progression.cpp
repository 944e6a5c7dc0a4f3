#include "train/progression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/loads.h"
#include "plan/recovery.h"

namespace strongback {
namespace {

constexpr int kMostReps = 20;  // beyond, an estimate of strength says little (rule "wathan")
constexpr double kTiny = 1e-9;

int whole(double value) { return static_cast<int>(value); }

int least_reps(const ExerciseDay& day) {
  int least = day.sets.front()->set.reps;
  for (const LoggedSet* set : day.sets) least = std::min(least, set->set.reps);
  return least;
}

/// The smallest reserve that was said that day; nothing when none was.
std::optional<int> least_reserve(const ExerciseDay& day) {
  std::optional<int> least;
  for (const LoggedSet* set : day.sets) {
    if (set->set.reserve && (!least || *set->set.reserve < *least)) least = set->set.reserve;
  }
  return least;
}

/// The load that the day's last set was done with.
std::optional<Mass> working_load(const ExerciseDay& day) { return day.sets.back()->set.load; }

/// Later sets fell more than three repetitions below the first (rule "set-drop").
bool dropped(const ExerciseDay& day, const Rules& rules) {
  return day.sets.back()->set.reps <
         day.sets.front()->set.reps - whole(rules.number("set-drop", "reps"));
}

/// One exercise's progress, step by step.
class Progress {
 public:
  Progress(Prescription& fitted, const ProgressFor& input, int& sets_less)
      : fitted_(fitted),
        line_(fitted.line),
        in_(input),
        rules_(input.catalog.rules),
        sets_less_(sets_less),
        days_(past_days(input.state, fitted.line.id, local_date(input.at), kSessions,
                        input.catalog)) {}

  void run() {
    for (const Easing& easing : in_.easings) line_.reserve += easing.reserve;
    raise_rest();
    if (line_.hold_s) return hold_longer();
    if (!line_.reps) return;
    options_ = open_loads(*fitted_.exercise, line_, in_.person, in_.care, in_.catalog);
    if (options_.empty() || !line_.load) return without_load();
    if (days_.empty() || !working_load(days_.back())) return first_time();
    again();
  }

 private:
  static constexpr std::size_t kSessions = 6;

  void because(const std::string& about, const std::string& rule, std::string text) {
    std::erase_if(line_.why, [&](const Reason& reason) { return reason.about == about; });
    line_.why.push_back(reason(rules_, about, rule, std::move(text)));
  }

  std::string text_of(Mass load) const { return to_text(load, in_.person.units); }

  SetAhead ahead(Mass load) const {
    return {fitted_.exercise, load, line_.reserve, 0, in_.at.at, 0};
  }

  /// The chance that a first set with `load` reaches the lower number of repetitions.
  std::optional<double> chance(Mass load) const {
    return chance_of(line_.reps->low, in_.state.belief, ahead(load));
  }

  void take(const LoadOption& option) {
    if (line_.load && std::abs(in_kilograms(*line_.load) - in_kilograms(option.each)) < kTiny)
      return;
    line_.load = option.each;
    line_.load_text = option.text;
    credit_sets(fitted_, in_.person, in_.catalog);
  }

  /// The heaviest option not above `most`; the lightest where all are.
  const LoadOption& up_to(Mass most) const {
    const LoadOption* best = &options_.front();
    for (const LoadOption& option : options_) {
      if (in_kilograms(option.each) <= in_kilograms(most) + kTiny) best = &option;
    }
    return *best;
  }

  // --- rest -----------------------------------------------------------------------------------

  void raise_rest() {
    const int add = whole(rules_.number("set-drop", "add_s"));
    const int most = whole(rules_.number("set-drop", "most_s"));
    int rest = line_.rest_s;
    for (const ExerciseDay& day : days_) {
      if (dropped(day, rules_) && rest < most) rest = std::min(most, rest + add);
    }
    if (rest == line_.rest_s) return;
    line_.rest_s = rest;
    because("rest", "set-drop",
            fmt::format("{} s: your later sets fell by more than {} repetitions, so the rest grows "
                        "before the load is cut",
                        rest, whole(rules_.number("set-drop", "reps"))));
  }

  // --- holds and body weight --------------------------------------------------------------------

  void hold_longer() {
    if (days_.empty() || days_.back().color != PainColor::Green) return;
    int held = 0;
    for (const LoggedSet* set : days_.back().sets) held = std::max(held, set->set.seconds);
    if (held <= 0) return;
    const int next =
        std::min(line_.hold_s->high, held + whole(rules_.number("hold-dose", "add_s")));
    if (next <= line_.hold_s->low) return;
    line_.hold_s->low = next;
    because(
        "hold", "hold-dose",
        fmt::format("{} s last time, so {} s now, at most {} s", held, next, line_.hold_s->high));
  }

  void without_load() {
    if (days_.empty() || days_.back().color != PainColor::Green) return;
    const int least = least_reps(days_.back());
    const int wished = line_.reserve;
    const bool is_easy =
        least >= line_.reps->high && least_reserve(days_.back()).value_or(wished) >= wished;
    if (is_easy && line_.reps->high < kMostReps && fitted_.exercise->harder.empty()) {
      line_.reps->high = std::min(kMostReps, line_.reps->high + 2);
      because("reps", "progression-double",
              fmt::format("{} to {} repetitions: all sets reached the upper number, and nothing "
                          "heavier is at hand",
                          line_.reps->low, line_.reps->high));
    } else if (is_easy) {
      because("harder", "progression-double",
              "all sets reached the upper number: a harder form may follow" + harder_text());
    }
  }

  std::string harder_text() const {
    for (const std::string& id : fitted_.exercise->harder) {
      const Exercise* harder = find_exercise(in_.catalog, id);
      if (harder != nullptr && prescribe(*harder, in_.person, in_.care, in_.catalog))
        return ": " + harder->name;
    }
    return "";
  }

  // --- the first time
  // -----------------------------------------------------------------------------

  /// What other exercises taught about the muscles of this one.
  void first_time() {
    const auto number = [&](const char* key) { return rules_.number("learned-start", key); };
    line_.is_calibration = true;
    if (in_.state.belief.learned < whole(number("sets_least"))) return;
    if (is_tender()) return;
    const Mass usual = *line_.load;
    const LoadOption* best = nullptr;
    for (const LoadOption& option : options_) {
      const auto chance_there = chance(option.each);
      if (!chance_there || option.each > usual * number("most_above")) continue;
      if (*chance_there >= number("chance")) best = &option;
    }
    if (best == nullptr || best->each == usual) return;
    take(*best);
    because("load", "learned-start",
            fmt::format("{} instead of the usual first {}: what your other exercises say about "
                        "these muscles",
                        best->text, text_of(usual)));
  }

  /// Health keeps first loads low (rule "start-load-condition"): nothing learned lifts them.
  bool is_tender() const {
    return in_.care.caps.load_factor < 1.0 || in_.person.level == Level::Gentle;
  }

  // --- after the first time
  // -----------------------------------------------------------------------

  void again() {
    const ExerciseDay& last = days_.back();
    const Mass load = *working_load(last);
    take(up_to(load));
    line_.is_calibration = days_.size() < kCalibrating;
    because("load", "progression-double", fmt::format("{}: as last time", line_.load_text));
    if (ease(load)) return;
    if (spare(last, load)) return;
    if (after_misses(load)) return;
    if (last.color != PainColor::Green) return;
    if (is_tender() && line_.is_calibration) return raise_step(last, load);
    if (jump(last, load)) return;
    raise_step(last, load);
  }
  static constexpr std::size_t kCalibrating = 3;  // sessions in which larger steps are allowed

  bool lower(Mass load, double factor, const std::string& rule, const std::string& why) {
    const LoadOption& option = up_to(load * factor);
    const bool is_lighter = option.each < load;
    take(option);
    because("load", rule, fmt::format("{}: {}", option.text, why));
    return is_lighter;
  }

  /// A break, a flare or an easy week lowers loads that were chosen before it.
  bool ease(Mass load) {
    double factor = 1.0;
    const Easing* cause = nullptr;
    for (const Easing& easing : in_.easings) {
      const bool is_new = easing.since && days_.back().date < *easing.since;
      if (!is_new) continue;
      if (easing.load >= factor) continue;
      factor = easing.load;
      cause = &easing;
    }
    if (cause != nullptr) {
      lower(load, factor, cause->why.rule, cause->why.text);
      return true;
    }
    // Within an easy time nothing is raised.
    return std::any_of(in_.easings.begin(), in_.easings.end(),
                       [](const Easing& easing) { return easing.load < 1.0 || easing.is_one_set; });
  }

  /// Pain of the last time (rule "pain-states").
  bool spare(const ExerciseDay& last, Mass load) {
    const auto number = [&](const char* key) { return rules_.number("pain-states", key); };
    if (last.color == PainColor::YellowHold) {
      const std::string why = "the morning after hurt a little more than before";
      if (!lower(load, number("hold_factor_high"), "pain-states", why)) ++sets_less_;
      return true;
    }
    if (last.color < PainColor::Orange) return false;
    const std::string why = last.color == PainColor::Red
                                ? "it hurt too much last time"
                                : "the morning after hurt more than before";
    if (!lower(load, number("hold_factor_low"), "pain-states", why)) ++sets_less_;
    return true;
  }

  bool missed(const ExerciseDay& day) const {
    return least_reps(day) < line_.reps->low && day.color <= PainColor::YellowOk &&
           !dropped(day, rules_);
  }

  bool after_misses(Mass load) {
    const auto times = static_cast<std::size_t>(rules_.number("miss", "times"));
    if (days_.size() < times) return false;
    for (std::size_t i = days_.size() - times; i < days_.size(); ++i) {
      const bool same_load = working_load(days_[i]) && *working_load(days_[i]) >= load;
      if (!same_load || !missed(days_[i])) return false;
    }
    return lower(load, rules_.number("miss", "factor"), "miss",
                 fmt::format("below {} repetitions twice in a row", line_.reps->low));
  }

  /// While the first sessions look for the load, the learner may take several steps at once, up or
  /// down, but never more than the calibration's own (rule "calibration").
  bool jump(const ExerciseDay& last, Mass load) {
    const auto number = [&](const char* key) { return rules_.number("learned-start", key); };
    const auto now = predict(in_.state.belief, ahead(load));
    if (!now) return false;
    if (now->middle > line_.reps->high + number("reps_over") && reaches_top(last)) {
      const LoadOption* best = learned_step(options_, load, line_, in_,
                                            is_far_too_light(last.sets.back()->set, line_, rules_));
      if (best == nullptr) return false;
      take(*best);
      because("load", "learned-start",
              fmt::format("{}: with {} you would now do about {:.0f} repetitions", best->text,
                          text_of(load), now->middle));
      return true;
    }
    const bool is_too_heavy = line_.is_calibration && now->middle < line_.reps->low - 1.0;
    return is_too_heavy &&
           lower(load, rules_.number("calibration", "few_factor"), "learned-start",
                 fmt::format("with {} you would do about {:.0f} repetitions, and {} "
                             "are wished",
                             text_of(load), std::max(0.0, now->middle), line_.reps->low));
  }

  /// Every set ended at the upper number with the wished reserve.
  bool reaches_top(const ExerciseDay& day) const {
    return least_reps(day) >= line_.reps->high &&
           least_reserve(day).value_or(line_.reserve) >= line_.reserve;
  }

  /// Two repetitions above the goal in the last set, twice in a row (rule "two-for-two").
  bool is_two_for_two() const {
    const auto number = [&](const char* key) { return whole(rules_.number("two-for-two", key)); };
    const auto times = static_cast<std::size_t>(number("sessions"));
    if (days_.size() < times) return false;
    return std::all_of(
        days_.end() - static_cast<std::ptrdiff_t>(times), days_.end(), [&](const ExerciseDay& day) {
          return day.sets.back()->set.reps >= line_.reps->high + number("reps_above");
        });
  }

  /// Double progression with the gate for coarse steps.
  void raise_step(const ExerciseDay& last, Mass load) {
    const auto next = std::find_if(options_.begin(), options_.end(), [&](const LoadOption& option) {
      return in_kilograms(option.each) > in_kilograms(load) + kTiny;
    });
    if (next == options_.end()) return stay_at_heaviest(last);
    const double step = next->each / load - 1.0;
    const int needed = reps_before_step(step, line_.reps->low);
    const int spare = std::max(0, least_reserve(last).value_or(line_.reserve) - line_.reserve);
    const bool is_ready = least_reps(last) + spare >= needed &&
                          least_reserve(last).value_or(line_.reserve) >= line_.reserve;
    if ((reaches_top(last) || is_two_for_two()) && is_ready)
      return raise_to(largest_step(load, *next), load);
    const int asked = std::min(kMostReps, needed);
    if (asked <= line_.reps->high || in_.care.caps.reps) return;
    line_.reps->high = asked;
    because("reps", "coarse-step",
            fmt::format("{} to {} repetitions: the next load you can put together, {}, is {:.0f} % "
                        "heavier and asks for {} first{}",
                        line_.reps->low, asked, text_of(next->each), 100.0 * step, asked,
                        needed > kMostReps ? "; lower it a second slower when that is easy" : ""));
  }

  /// The heaviest option within the step of rule "two-for-two", else the next one.
  const LoadOption& largest_step(Mass load, const LoadOption& next) const {
    const bool is_novice = in_.person.level <= Level::Novice;
    const double most = rules_.number("two-for-two", is_novice ? "novice_high" : "trained_high");
    const LoadOption* best = &next;
    for (const LoadOption& option : options_) {
      if (option.each > next.each && option.each <= load * (1.0 + most)) best = &option;
    }
    return *best;
  }

  void raise_to(const LoadOption& option, Mass load) {
    take(option);
    because("load", "progression-double",
            fmt::format("{}: all sets with {} reached the upper number with {} in reserve",
                        option.text, text_of(load), line_.reserve));
  }

  void stay_at_heaviest(const ExerciseDay& last) {
    if (!reaches_top(last) || line_.reps->high >= kMostReps || in_.care.caps.reps) return;
    line_.reps->high = std::min(kMostReps, line_.reps->high + 2);
    because("reps", "coarse-step",
            fmt::format("{} to {} repetitions: you own nothing heavier", line_.reps->low,
                        line_.reps->high));
  }

  Prescription& fitted_;
  PlannedExercise& line_;
  const ProgressFor& in_;
  const Rules& rules_;
  int& sets_less_;
  std::vector<ExerciseDay> days_;
  std::vector<LoadOption> options_;
};

}  // namespace

int reps_before_step(double step, int reps_low) {
  constexpr double kEpley = 30.0;  // rules 2.8, R-Epley
  return static_cast<int>(
      std::ceil(kEpley * ((1.0 + reps_low / kEpley) * (1.0 + step) - 1.0) - kTiny));
}

void progress(Prescription& fitted, const ProgressFor& input, int& sets_less) {
  Progress(fitted, input, sets_less).run();
}

}  // namespace strongback
