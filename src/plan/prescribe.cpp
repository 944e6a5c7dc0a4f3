#include "plan/prescribe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "plan/loads.h"
#include "plan/simulated.h"
#include "plan/strength.h"

namespace strongback {
namespace {

constexpr int kMostWaivedReps = 20;
constexpr int kNarrowest = 2;  // a range of repetitions leaves room to progress

bool holds(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// Every load for `exercise` that the person can put together within the cap, lightest first.
std::vector<LoadOption> owned_loads(const Exercise& exercise, const Person& person,
                                    const Caps& caps, const Catalog& catalog) {
  std::vector<LoadOption> options;
  for (const auto& alternative : exercise.equipment) {
    if (!has_all(person, alternative)) continue;
    for (auto& option : loads_for(exercise, alternative, person, catalog)) {
      if (caps.load_cap && option.total > *caps.load_cap) continue;
      options.push_back(std::move(option));
    }
  }
  std::stable_sort(options.begin(), options.end(),
                   [](const LoadOption& a, const LoadOption& b) { return a.each < b.each; });
  return options;
}

/// Fits one exercise to one person, number by number; each step may end with a reason why not.
class Fitting {
 public:
  Fitting(const Exercise& exercise, const Person& person, const Assessment& care,
          const Catalog& catalog)
      : exercise_(exercise),
        person_(person),
        care_(care),
        catalog_(catalog),
        rules_(catalog.rules),
        is_held_(is_held_to_guideline(person, care.caps, catalog.rules)) {
    result_.exercise = &exercise;
    result_.line.id = exercise.id;
    result_.line.name = exercise.name;
    result_.line.sides = exercise.sides();
  }

  tl::expected<Prescription, std::string> fit() {
    if (auto no = unwanted()) return tl::unexpected(*no);
    if (auto no = choose_equipment()) return tl::unexpected(*no);
    choose_dose();
    if (auto no = choose_load()) return tl::unexpected(*no);
    if (is_held_) {
      if (auto no = above_guideline(exercise_, result_.line, person_, catalog_))
        return tl::unexpected(*no);
    }
    choose_rest();
    choose_tempo();
    if (auto no = choose_credit()) return tl::unexpected(*no);
    result_.set_min = set_minutes(exercise_, result_.line);
    result_.fits_goal = fits_goal();
    return std::move(result_);
  }

 private:
  using No = std::optional<std::string>;

  void because(const std::string& about, const std::string& rule, std::string text = "") {
    result_.line.why.push_back(reason(rules_, about, rule, std::move(text)));
  }

  No unwanted() const {
    if (auto barred = barred_because(exercise_, care_)) return barred;
    if (holds(person_.disliked, exercise_.id)) return "you would rather not do it";
    const int level = static_cast<int>(person_.level);
    const bool is_asked_for = holds(person_.locked, exercise_.id);
    if (exercise_.level > level && !is_asked_for) {
      return fmt::format("it is for {} level, above yours",
                         level_words()[static_cast<std::size_t>(exercise_.level)]);
    }
    return std::nullopt;
  }

  No choose_equipment() {
    if (exercise_.equipment.empty()) return std::nullopt;
    for (const auto& alternative : exercise_.equipment) {
      if (has_all(person_, alternative)) owned_.push_back(alternative);
    }
    if (owned_.empty()) return missing_equipment(exercise_, person_, catalog_);
    return std::nullopt;
  }

  /// The end of the exercise's own range that is nearest to what the goal asks.
  static Span nearest_part(Span own, Span goal) {
    if (goal.high <= own.low + kNarrowest)
      return {own.low, std::min(own.high, own.low + kNarrowest)};
    if (goal.low >= own.high - kNarrowest)
      return {std::max(own.low, own.high - kNarrowest), own.high};
    return own;
  }

  Span repetitions(const DoseRule& dose) {
    Span own = exercise_.dose;
    const Span both{std::max(own.low, dose.reps.low), std::min(own.high, dose.reps.high)};
    const Span wanted = both.high - both.low >= kNarrowest ? both : nearest_part(own, dose.reps);
    if (!care_.caps.reps) return wanted;
    const Span cap = *care_.caps.reps;
    const Span allowed{std::max(wanted.low, cap.low), std::min(wanted.high, cap.high)};
    if (allowed.low <= allowed.high) return allowed;
    result_.line.reserve += 1;
    return wanted.low > cap.low ? wanted : cap;
  }

  static std::string hold_text(const PlannedExercise& line, int longest_s) {
    const Span hold = *line.hold_s;
    const std::string each =
        hold.low == hold.high ? plain(hold.high) : fmt::format("{} to {}", hold.low, hold.high);
    return line.holds > 1
               ? fmt::format("{} holds of {} s: short holds repeated, at most {} s each for you",
                             line.holds, each, longest_s)
               : fmt::format(
                     "one hold of {} s, at most {} s for you: longer comes only with a steady "
                     "trunk",
                     each, longest_s);
  }

  void choose_dose() {
    const DoseRule dose = dose_rule(person_, rules_);
    PlannedExercise& line = result_.line;
    line.reserve = std::max(dose.reserve, care_.caps.least_reserve);
    const bool is_control = exercise_.stimulus == Stimulus::Control;
    result_.most_sets =
        is_control ? std::min(dose.sets_high, exercise_.default_sets) : dose.sets_high;
    result_.least_sets = std::min(2, result_.most_sets);
    switch (exercise_.mode) {
      case Mode::Reps:
        line.reps = repetitions(dose);
        because("reps", dose.id,
                fmt::format(
                    "{} to {} repetitions: what the goal asks, within what suits this exercise{}",
                    line.reps->low, line.reps->high,
                    care_.caps.reps ? " and what your health allows" : ""));
        break;
      case Mode::Hold:
        line.hold_s = Span{std::min(exercise_.dose.low, care_.caps.longest_hold_s),
                           std::min(exercise_.dose.high, care_.caps.longest_hold_s)};
        line.holds = exercise_.hold_reps;
        because("hold", "hold-dose", hold_text(line, care_.caps.longest_hold_s));
        break;
      case Mode::Distance:
        line.distance_m = exercise_.dose;
        because("distance", "hold-dose", "a short distance with an upright trunk");
        break;
      case Mode::Time:
        line.minutes_each =
            Span{std::max(1, exercise_.dose.low / 60), std::max(1, exercise_.dose.high / 60)};
        because("minutes", exercise_.stimulus == Stimulus::Aerobic ? "walking" : "no-credit",
                exercise_.stimulus == Stimulus::Aerobic
                    ? "as long as it goes well; little and often comes first"
                    : "as long as it feels good: it helps the back and tires nothing");
        break;
    }
    because(
        "reserve", care_.caps.least_reserve > dose.reserve ? "condition-caps" : "reserve-target",
        line.reps ? fmt::format("stop with {} still possible", counted(line.reserve, "repetition"))
                  : "stop before it becomes unsteady, while you could still go on");
  }

  No choose_load() {
    const bool required = exercise_.external_load == ExternalLoad::Required;
    if (exercise_.external_load == ExternalLoad::None) return std::nullopt;
    if (care_.caps.no_external_load) return required ? No("no added weight today") : std::nullopt;
    auto options = owned_loads(exercise_, person_, care_.caps, catalog_);
    if (is_held_) {
      const std::size_t owned = options.size();
      const No no = spare_discs(options, exercise_, result_.line, person_, catalog_);
      if (no && required) return no;
      if (options.size() < owned) heaviest_ = "the heaviest that a work guideline for discs allows";
    }
    if (options.empty()) {
      if (choose_band()) return std::nullopt;
      if (!required || exercise_.load_basis == LoadBasis::Bodyweight) return std::nullopt;
      const bool capped = care_.caps.load_cap.has_value();
      return capped ? "nothing you own is as light as the allowed " +
                          to_text(*care_.caps.load_cap, person_.units)
                    : No("you own no load that fits it (a pair where both hands hold one)");
    }
    const LoadPurpose purpose{care_.caps.load_factor, middle_to_failure()};
    auto start = start_load(exercise_, person_, rules_, purpose);
    if (!start) return choose_unknown(options.front());
    stay_within_model(*start, exercise_, person_, catalog_, purpose);
    return choose_near(options, *start, required);
  }

  /// Repetitions to failure of a set that ends in the middle of its range with the reserve left.
  double middle_to_failure() const {
    const PlannedExercise& line = result_.line;
    return line.reps ? 0.5 * (line.reps->low + line.reps->high) + line.reserve
                     : kStartRepsToFailure;
  }

  bool choose_band() {
    const bool with_band = std::any_of(owned_.begin(), owned_.end(), [](const auto& alternative) {
      return holds(alternative, "band");
    });
    if (!with_band) return false;
    const auto band = first_band(person_);
    result_.line.load_text =
        band ? "the " + *band + (band->ends_with("band") ? "" : " band") : "your lightest band";
    result_.line.is_calibration = true;
    because("load", "band-load");
    return true;
  }

  No choose_unknown(const LoadOption& lightest) {
    take(lightest);
    because("load", "calibration",
            "no first load is known for this exercise: begin with your lightest");
    return std::nullopt;
  }

  void take(const LoadOption& option) {
    result_.line.load = option.each;
    result_.line.load_text = option.text;
    result_.line.is_calibration = true;
  }

  /// The heaviest load not above `start` (rule "light-load").
  No choose_near(const std::vector<LoadOption>& options, const StartLoad& start, bool required) {
    const LoadOption* best = nullptr;
    for (const auto& option : options) {
      if (in_kilograms(option.each) <= in_kilograms(start.each) + 1e-9) best = &option;
    }
    if (!best) {
      if (!required) return std::nullopt;
      const bool is_limited = care_.caps.load_factor < 1.0 || person_.level == Level::Gentle;
      const double most = rules_.number("light-load", is_limited ? "limited_above" : "most_above");
      if (options.front().each > start.each * most) {
        return fmt::format("the lightest you can put together, {}, is more than a first load of {}",
                           options.front().text, to_text(start.each, person_.units));
      }
      best = &options.front();
    }
    take(*best);
    if (start.rule == "start-load-known") start_reps_ = middle_to_failure();
    if (best == &options.back()) share_of_start_ = best->each / start.each;
    because("load", start.rule,
            fmt::format("{} = {}; what you can put together nearest to that, rounded down where "
                        "possible, is {}",
                        start.text, to_text(start.each, person_.units), best->text));
    because("load", "calibration");
    return waive_upper_bound();
  }

  /// The heaviest load that the person owns is below the start: more repetitions, up to 20, make up
  /// for it as far as they can.
  No waive_upper_bound() {
    if (share_of_start_ < rules_.number("light-load", "none_below")) {
      return fmt::format("{}, {}, is too light to train with", heaviest_, result_.line.load_text);
    }
    if (!result_.line.reps || share_of_start_ >= 1.0) return std::nullopt;
    const double share = share_of_max(rules_, start_reps_) * share_of_start_;
    int most = kMostWaivedReps;
    if (care_.caps.reps) most = std::min(most, care_.caps.reps->high);
    const int fits =
        std::min(most, static_cast<int>(reps_to_failure(rules_, share)) - result_.line.reserve);
    Span& reps = *result_.line.reps;
    if (fits <= reps.high) return std::nullopt;
    const int asked = reps.high;
    reps.high = fits;
    std::erase_if(result_.line.why, [](const Reason& reason) { return reason.about == "reps"; });
    because(
        "reps", "coarse-step",
        fmt::format("{} to {} repetitions: {} is below the first load, so the upper bound rises "
                    "from {} to {}",
                    reps.low, fits, heaviest_, asked, fits));
    return std::nullopt;
  }

  void choose_rest() {
    PlannedExercise& line = result_.line;
    const std::string rule = exercise_.in_article ? "rest-article" : "rest-by-load";
    if (!line.reps || exercise_.stimulus != Stimulus::Strength) {
      line.rest_s = std::max(exercise_.rest_s, rest_s(exercise_, person_, catalog_, 0.0));
      because("rest", rule,
              fmt::format("{} s: {}", line.rest_s,
                          line.rest_s > exercise_.rest_s
                              ? fmt::format("the exercise's own {} s, raised to {}",
                                            exercise_.rest_s, rest_floors())
                              : "control work, holds and carries keep the exercise's own rest"));
      return;
    }
    const double middle = 0.5 * (line.reps->low + line.reps->high) + line.reserve;
    const double share = share_of_max(rules_, middle);
    line.rest_s = rest_s(exercise_, person_, catalog_, share);
    because("rest", rule,
            fmt::format("{} s: such a set is about {} % of the most you could do once; the "
                        "heavier, the longer, and no "
                        "less than {}",
                        line.rest_s, std::lround(share * 100.0), rest_floors()));
  }

  /// The lower bounds of rest that hold for this person, in words.
  std::string rest_floors() const {
    std::vector<std::string> floors = {exercise_.in_article ? "the article's rest for its row"
                                                            : "30 s"};
    if (has_hypertension(person_)) floors.emplace_back("60 s with high blood pressure");
    if (person_.age >= rules_.number("rest-by-load", "older_age"))
      floors.emplace_back("what your age asks");
    return listed(floors);
  }

  void choose_tempo() {
    const Tempo& t = exercise_.tempo;
    if (exercise_.is_explosive || t.repetition_s() == 0) return;
    result_.line.tempo = fmt::format("{}-{}-{}-{}", t.lower_s, t.bottom_s, t.lift_s, t.top_s);
    because("tempo", "tempo",
            fmt::format("lower {} s, pause {} s, lift {} s, pause {} s", t.lower_s, t.bottom_s,
                        t.lift_s, t.top_s));
  }

  bool fits_goal() const {
    if (!result_.line.load || !result_.line.reps || share_of_start_ < 1.0) return false;
    return result_.line.reps->low <= dose_rule(person_, rules_).reps.high;
  }

  /// A set far from tiring counts half (rules "reserve-credit" and "light-load").
  double tiring_credit() const {
    if (exercise_.stimulus != Stimulus::Strength || !result_.line.reps) return 1.0;
    const int reserve = result_.line.reserve;
    if (reserve > rules_.number("reserve-credit", "half_to")) return 0.0;
    const bool is_far = reserve > rules_.number("reserve-credit", "full_to");
    return is_far || share_of_start_ < rules_.number("light-load", "half_below") ? 0.5 : 1.0;
  }

  No choose_credit() {
    const double factor = tiring_credit();
    if (factor <= 0.0) return "a set that must end so far from tiring trains nothing";
    result_.credit_factor = factor;
    result_.station = owned_.empty() ? "" : joined(owned_.front(), "+");
    if (result_.line.load_text.find("bar") == std::string::npos && result_.line.load) {
      for (const auto& alternative : owned_) {
        if (!loads_for(exercise_, alternative, person_, catalog_).empty()) {
          result_.station = joined(alternative, "+");
          break;
        }
      }
    }
    credit_sets(result_, person_, catalog_);
    return std::nullopt;
  }

  const Exercise& exercise_;
  const Person& person_;
  const Assessment& care_;
  const Catalog& catalog_;
  const Rules& rules_;
  bool is_held_ = false;  // to the guideline for discs
  std::string heaviest_ = "your heaviest";
  Prescription result_;
  std::vector<std::vector<std::string>> owned_;
  double start_reps_ = kStartRepsToFailure;  // to the limit with the first load
  double share_of_start_ = 1.0;  // of the first load, where the heaviest owned one is below it
};

}  // namespace

Reason reason(const Rules& rules, const std::string& about, const std::string& id,
              std::string text) {
  const Rule& rule = rules.get(id);
  return {about, id, text.empty() ? rule.text : std::move(text), rules.citation(rule), rule.grade};
}

std::vector<LoadOption> open_loads(const Exercise& exercise, const PlannedExercise& line,
                                   const Person& person, const Assessment& care,
                                   const Catalog& catalog) {
  if (exercise.external_load == ExternalLoad::None || care.caps.no_external_load) return {};
  auto options = owned_loads(exercise, person, care.caps, catalog);
  if (is_held_to_guideline(person, care.caps, catalog.rules))
    (void)spare_discs(options, exercise, line, person, catalog);
  return options;
}

tl::expected<Prescription, std::string> prescribe(const Exercise& exercise, const Person& person,
                                                  const Assessment& care, const Catalog& catalog) {
  return Fitting(exercise, person, care, catalog).fit();
}

}  // namespace strongback
