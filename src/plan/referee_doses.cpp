#include "plan/referee_doses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace strongback {
namespace {

constexpr double kNewtonsPerKilogram = 9.80665;

std::optional<Dose> dose_again(const PlannedExercise& line, const Person& person,
                               const Catalog& catalog) {
  DoseFor whose{person.height, person.mass, person.sex, person.age, Mass{}};
  if (line.load) whose.load = *line.load;
  if (!line.load && !line.load_text.empty()) {  // a band: the weakest, or the first of unknown ones
    std::optional<Force> pull;
    for (const Band& band : person.inventory.bands) {
      if (band.at_double && (!pull || *band.at_double < *pull)) pull = band.at_double;
    }
    if (!pull) return std::nullopt;
    whose.load = kilograms(in_newtons(*pull) / kNewtonsPerKilogram);
  }
  return dose_of(catalog.doses, line.id, whose, catalog.rules);
}

double middle_effort(const MuscleDose& muscle) {
  const double left = (muscle.left_mean + muscle.left_peak) / 2.0;
  const double right = (muscle.right_mean + muscle.right_peak) / 2.0;
  return std::max(left, right);
}

/// Rule "model-credit", from the end of its line backward.
double credit_of(double effort, double full, const Rules& rules) {
  const auto& ratios = rules.list("model-credit", "ratio");
  const auto& credits = rules.list("model-credit", "credit");
  const double rest_to = rules.number("model-credit", "rest_to");
  const double sure = rules.number("model-credit", "sure_from");
  if (effort <= rest_to) return 0.0;
  const double ratio = effort / full;
  double credit = credits.front();
  for (std::size_t i = ratios.size(); i-- > 0;) {
    if (ratio <= ratios[i]) continue;
    credit = i + 1 == ratios.size() ? credits[i]
                                    : std::lerp(credits[i], credits[i + 1],
                                                (ratio - ratios[i]) / (ratios[i + 1] - ratios[i]));
    break;
  }
  const double step = rules.number("model-credit", "step");
  const double sureness = std::clamp((effort - rest_to) / (sure - rest_to), 0.0, 1.0);
  return std::round(credit * sureness / step) * step;
}

using Credits = std::map<std::string, double>;

Credits credits_of(const Dose& dose, const Catalog& catalog) {
  Credits credits;
  for (const Muscle& muscle : catalog.muscles) {
    const auto work = dose.muscles.find(muscle.id);
    if (work == dose.muscles.end() || muscle.full_effort <= 0.0) continue;
    const double credit = credit_of(middle_effort(work->second), muscle.full_effort, catalog.rules);
    if (credit > 0.0) credits[muscle.id] = credit;
  }
  return credits;
}

/// Credits of a whole set of `line`, and which of them the model gives.
struct SetCredits {
  Credits whole;
  std::set<std::string> by_model;
};

/// The list, over which the model writes what it is trusted with.
SetCredits credits_again(const PlannedExercise& line, const Exercise& exercise,
                         const Person& person, const Catalog& catalog) {
  SetCredits set;
  for (const Share& share : exercise.shares) {
    if (share.credit > 0.0) set.whole[share.muscle] = share.credit;
  }
  const auto dose = dose_again(line, person, catalog);
  if (!dose) return set;
  const Credits computed = credits_of(*dose, catalog);
  for (const Muscle& muscle : catalog.muscles) {
    if (!muscle.trusts_model) continue;
    set.by_model.insert(muscle.id);
    set.whole.erase(muscle.id);
    if (const auto found = computed.find(muscle.id); found != computed.end())
      set.whole[muscle.id] = found->second;
  }
  return set;
}

double seconds_under_load(const PlannedExercise& line, double repetition_s) {
  const auto mean = [](const Span& span) { return (span.low + span.high) / 2.0; };
  double seconds = 0.0;
  if (line.reps) seconds = mean(*line.reps) * repetition_s;
  if (line.hold_s) seconds = line.holds * mean(*line.hold_s);
  if (line.distance_m) seconds = mean(*line.distance_m);  // at 1 m/s
  if (line.minutes_each) seconds = 60.0 * mean(*line.minutes_each);
  return seconds * line.sides * line.sets;
}

double newton_seconds(const PlannedWeek& week, const Person& person, const Catalog& catalog) {
  double sum = 0.0;
  for (const auto& session : week.sessions) {
    for (const auto& line : session.exercises) {
      const auto dose = dose_again(line, person, catalog);
      if (!dose) continue;
      const double mean_N = in_newtons(dose->discs[kL4L5].mean_compression);
      const double above_N = mean_N - in_newtons(dose->standing_compression);
      if (above_N > 0.0) sum += above_N * seconds_under_load(line, dose->repetition_s);
    }
  }
  return sum;
}

/// The guideline at the person's age, on a line between its ages.
double most_newtons(const Person& person, const Rules& rules) {
  const auto& ages = rules.list("disc-guideline", "age");
  const auto& values =
      rules.list("disc-guideline", person.sex == Sex::Female ? "female_newtons" : "male_newtons");
  const double age = std::clamp(static_cast<double>(person.age), ages.front(), ages.back());
  std::size_t i = 0;
  while (i + 2 < ages.size() && age > ages[i + 1]) ++i;
  return std::lerp(values[i], values[i + 1], (age - ages[i]) / (ages[i + 1] - ages[i]));
}

void too_much_in_a_week(const Program& program, const Person& person, const Catalog& catalog,
                        std::vector<std::string>& out) {
  constexpr double kSlack = 1e-6;
  const auto number = [&](const char* key) { return catalog.rules.number("disc-budget", key); };
  std::vector<double> weeks;
  for (const auto& week : program.weeks) {
    const double sum = newton_seconds(week, person, catalog);
    const std::size_t count =
        std::min<std::size_t>(weeks.size(), static_cast<std::size_t>(number("weeks")));
    double before = 0.0;
    for (std::size_t i = 0; i < count; ++i) before += weeks[weeks.size() - 1 - i];
    const double most =
        std::max(number("free_newton_s"),
                 number("growth") * before / static_cast<double>(std::max<std::size_t>(1, count)));
    if (count > 0 && sum > most * (1.0 + kSlack)) {
      out.push_back(fmt::format("week {}: {:.0f} kN·s on the low back, at most {:.0f}", week.number,
                                sum / 1e3, most / 1e3));
    }
    weeks.push_back(sum);
  }
}

void too_hard_at_once(const Program& program, const Person& person, const Catalog& catalog,
                      std::vector<std::string>& out) {
  const Caps& caps = program.care.caps;
  const bool is_limit = person.age >= catalog.rules.number("disc-guideline", "older_age") ||
                        caps.highest[static_cast<std::size_t>(Property::AxialCompression)] < 3 ||
                        caps.weeks_axial_at_most_2 > 0;
  if (!is_limit) return;
  constexpr double kSlack_N = 1e-6;
  const double most = most_newtons(person, catalog.rules);
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) {
        const auto dose = dose_again(line, person, catalog);
        if (!dose) continue;
        for (std::size_t d = 0; d < dose->discs.size(); ++d) {
          const double upper = in_newtons(dose->discs[d].peak_compression) * dose->likely[d].high;
          if (upper <= most + kSlack_N) continue;
          out.push_back(fmt::format("week {}, '{}': up to {:.0f} N on {}, at most {:.0f}",
                                    week.number, line.id, upper, kDiscNames[d], most));
        }
      }
    }
  }
}

double part_of_a_set(Stimulus stimulus) {
  if (stimulus == Stimulus::Strength) return 1.0;
  return stimulus == Stimulus::Control ? 0.5 : 0.0;
}

double value_in(const Credits& credits, const std::string& muscle) {
  const auto found = credits.find(muscle);
  return found == credits.end() ? 0.0 : found->second;
}

/// The first muscle, by id, whose credit in `works` is not `factor` times that in `whole`; "" when
/// there is none.
std::string odd_muscle(const Credits& works, const Credits& whole, double factor) {
  constexpr double kSlack = 1e-9;
  Credits both = works;
  both.insert(whole.begin(), whole.end());
  for (const auto& [muscle, either] : both) {
    const double off = value_in(works, muscle) - factor * value_in(whole, muscle);
    if (std::abs(off) > kSlack) return muscle;
  }
  return "";
}

/// What is wrong with the credits of one line; "" when nothing is.
std::string fault_of(const PlannedExercise& line, const Exercise& exercise, const Person& person,
                     const Catalog& catalog) {
  const SetCredits set = credits_again(line, exercise, person, catalog);
  for (const auto& [muscle, credit] : line.works) {
    if (set.by_model.contains(muscle) != line.works_by_model.contains(muscle))
      return fmt::format("the credit for {} comes from elsewhere than it says", muscle);
  }
  const double part = part_of_a_set(exercise.stimulus);
  const std::string muscle = odd_muscle(line.works, set.whole, part);
  if (muscle.empty() || odd_muscle(line.works, set.whole, 0.5 * part).empty()) return "";
  return fmt::format("{} of a set for {}, the {} gives {}", plain(value_in(line.works, muscle)),
                     muscle, set.by_model.contains(muscle) ? "model" : "list",
                     plain(part * value_in(set.whole, muscle)));
}

}  // namespace

std::vector<Share> tiring_shares(const PlannedExercise& line, const Exercise& exercise,
                                 const Person& person, const Catalog& catalog) {
  const double least = catalog.rules.number("model-credit", "rest_from");
  std::vector<Share> shares;
  for (const auto& [muscle, credit] : credits_again(line, exercise, person, catalog).whole) {
    if (credit >= least) shares.push_back({muscle, credit});
  }
  return shares;
}

std::vector<std::string> wrong_credits(const Program& program, const Person& person,
                                       const Catalog& catalog) {
  std::vector<std::string> out;
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) {
        const Exercise* exercise = find_exercise(catalog, line.id);
        if (!exercise) continue;
        const std::string fault = fault_of(line, *exercise, person, catalog);
        if (!fault.empty()) {
          out.push_back(fmt::format("week {}, '{}': {}", week.number, line.id, fault));
        }
      }
    }
  }
  return out;
}

std::vector<std::string> overloaded_discs(const Program& program, const Person& person,
                                          const Catalog& catalog) {
  std::vector<std::string> out;
  too_much_in_a_week(program, person, catalog, out);
  too_hard_at_once(program, person, catalog, out);
  return out;
}

}  // namespace strongback
