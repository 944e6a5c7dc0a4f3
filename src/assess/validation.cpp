#include "assess/validation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "assess/statistics.h"
#include "base/text.h"

namespace strongback {
namespace {

std::optional<double> measured_newtons(const SpineCase& measured) {
  if (!measured.value) return std::nullopt;
  switch (measured.measure) {
    case SpineMeasure::Pressure:
      return *measured.value * kNewtonsPerMegapascal;
    case SpineMeasure::Compression:
    case SpineMeasure::Resultant:
      return measured.value;
    case SpineMeasure::Shear:
    case SpineMeasure::Increase:
    case SpineMeasure::Ratio:
      break;
  }
  return std::nullopt;
}

/// The compression of `setup`, or why there is none.
tl::expected<double, std::string> compression(const Setup& setup, const Build& build,
                                              std::size_t disc, const ComputedBy& by) {
  if (!setup.is_playable()) return tl::unexpected(setup.why_not);
  auto newtons = by.compression(setup, build, disc);
  if (newtons && !std::isfinite(*newtons)) return tl::unexpected<std::string>("no finite figure");
  return newtons;
}

SpineResult compare(const SpineCase& measured, const ComputedBy& by) {
  SpineResult result;
  result.measured = measured;
  result.measured_N = measured_newtons(measured);
  if (measured.measure == SpineMeasure::Shear) {
    result.missing = measured.setup.why_not.empty() ? "shear is not held against measurements"
                                                    : measured.setup.why_not;
    return result;
  }
  const Build& build = measured.study.subject;
  const auto newtons = compression(measured.setup, build, measured.disc, by);
  if (!newtons) {
    result.missing = newtons.error();
    return result;
  }
  result.computed_N = *newtons;
  const auto reference = compression(measured.reference, build, measured.disc, by);
  if (!reference || *reference <= 0.0) {
    result.missing = "the posture of reference: " +
                     (reference ? "the disc is not compressed" : reference.error());
    return result;
  }
  result.computed_ratio = *newtons / *reference;
  result.computed_increase_N = *newtons - *reference;
  return result;
}

OrderResult against_standing(const SpineOrder& order, double newtons, const ComputedBy& by,
                             OrderResult result) {
  const auto reference = compression(order.reference, order.study.subject, order.disc, by);
  if (!reference || *reference <= 0.0) {
    result.missing = "the posture of reference: " +
                     (reference ? "the disc is not compressed" : reference.error());
    return result;
  }
  const double ratio = newtons / *reference;
  result.holds = order.is_at_least ? ratio >= *order.ratio : ratio < *order.ratio;
  result.computed = fmt::format("{:.2f} x standing", ratio);
  return result;
}

OrderResult against_others(const SpineOrder& order, double newtons, const ComputedBy& by,
                           OrderResult result) {
  bool holds = true;
  result.computed = fmt::format("{:.0f} N; ", newtons);
  std::vector<std::string> others;
  for (const Setup& other : order.others) {
    const auto theirs = compression(other, order.study.subject, order.disc, by);
    if (!theirs) {
      result.computed.clear();
      result.missing = fmt::format("{}: {}", other.exercise, theirs.error());
      return result;
    }
    holds = holds && (order.is_at_least ? newtons >= *theirs : newtons < *theirs);
    others.push_back(fmt::format("{} {:.0f} N", other.exercise, *theirs));
  }
  result.holds = holds;
  result.computed += joined(others, ", ");
  return result;
}

OrderResult compare(const SpineOrder& order, const ComputedBy& by) {
  OrderResult result;
  result.id = order.id;
  result.citation = order.study.citation;
  result.text = order.task;
  result.text +=
      order.ratio ? fmt::format(": {} {:.2f} x standing at {}",
                                order.is_at_least ? "at least" : "below", *order.ratio, order.level)
                  : "";
  const auto newtons = compression(order.setup, order.study.subject, order.disc, by);
  if (!newtons) {
    result.missing = newtons.error();
    return result;
  }
  return order.ratio ? against_standing(order, *newtons, by, std::move(result))
                     : against_others(order, *newtons, by, std::move(result));
}

tl::expected<ComputedActivity, std::string> activity(const Setup& setup, const Build& build,
                                                     const std::vector<std::string>& muscles,
                                                     const ComputedBy& by) {
  if (!setup.is_playable()) return tl::unexpected(setup.why_not);
  auto computed = by.activity(setup, build, muscles);
  if (computed && !(std::isfinite(computed->mean) && std::isfinite(computed->peak))) {
    return tl::unexpected<std::string>("no finite figure");
  }
  return computed;
}

OrderResult compare(const EmgOrder& order, const ComputedBy& by) {
  OrderResult result;
  result.id = order.id;
  result.citation = order.study.citation;
  result.text = order.text;
  const auto more = activity(order.more, order.study.subject, order.muscles, by);
  const auto less = activity(order.less, order.study.subject, order.muscles, by);
  if (!more || !less) {
    result.missing = more ? less.error() : more.error();
    return result;
  }
  result.holds = more->mean > less->mean;
  result.computed = fmt::format("{} {:.2f}, {} {:.2f}", order.more.exercise, more->mean,
                                order.less.exercise, less->mean);
  return result;
}

/// Ranks the pairs that were computed.
void rank(EmgGroup& group) {
  std::vector<double> measured, mean, peak;
  std::set<std::pair<std::string, std::string>> movements;
  for (const EmgPair& pair : group.pairs) {
    if (!pair.computed) continue;
    measured.push_back(pair.measured.percent);
    mean.push_back(pair.computed->mean);
    peak.push_back(pair.computed->peak);
    movements.emplace(pair.measured.setup.posture, pair.measured.setup.exercise);
  }
  group.n = static_cast<int>(movements.size());
  group.spearman = spearman(measured, mean);
  group.spearman_peak = spearman(measured, peak);
}

std::vector<EmgGroup> emg_groups(const Measured& measured, const ComputedBy& by) {
  using Key = std::tuple<std::string, std::string, EmgKind>;
  std::map<Key, std::size_t> places;
  std::vector<EmgGroup> groups;
  for (const EmgCase& emg : measured.emg) {
    const auto [place, is_new] =
        places.emplace(Key{emg.study.id, emg.electrode, emg.kind}, groups.size());
    if (is_new) {
      EmgGroup group;
      group.study = emg.study.id;
      group.citation = emg.study.citation;
      group.electrode = emg.electrode;
      group.muscle = joined(emg.muscles, " + ");
      group.kind = emg.kind;
      groups.push_back(std::move(group));
    }
    EmgPair pair{emg, std::nullopt, ""};
    if (const auto computed = activity(emg.setup, emg.study.subject, emg.muscles, by)) {
      pair.computed = *computed;
    } else {
      pair.missing = computed.error();
    }
    groups[place->second].pairs.push_back(std::move(pair));
  }
  for (EmgGroup& group : groups) rank(group);
  return groups;
}

NormResult compare(const MeasuredNorm& norm, const ComputedBy& by) {
  NormResult result{norm, std::nullopt, ""};
  if (!by.moment) {
    result.missing = "not computed";
    return result;
  }
  const auto computed = by.moment(norm.moment, *norm.subject);
  if (computed) {
    result.computed = *computed;
  } else {
    result.missing = computed.error();
  }
  return result;
}

/// Errors of the gate cases, sorted into what each is judged by.
struct GateErrors {
  std::vector<double> measured, computed;  // ratios
  std::vector<double> upright, all, lying, newtons;
};

GateErrors gate_errors(SpineSummary& spine) {
  GateErrors errors;
  for (const SpineResult& result : spine.cases) {
    if (const auto error = result.newton_error(); error && result.measured.gates_newtons) {
      errors.newtons.push_back(*error);
    }
    const auto error = result.ratio_error();
    if (!error || result.is_reference()) continue;
    errors.measured.push_back(*result.measured.ratio);
    errors.computed.push_back(*result.computed_ratio);
    errors.all.push_back(*error);
    if (result.measured.position == SpinePosition::Lying) {
      errors.lying.push_back(std::abs(*result.computed_ratio - *result.measured.ratio));
      continue;
    }
    if (*error > largest_of(errors.upright).value_or(-1.0)) spine.worst_case = result.measured.id;
    errors.upright.push_back(*error);
  }
  return errors;
}

void summarize(SpineSummary& spine) {
  const GateErrors errors = gate_errors(spine);
  spine.n = static_cast<int>(errors.measured.size());
  spine.r = pearson(errors.measured, errors.computed);
  spine.rmse = root_mean_square_error(errors.measured, errors.computed);
  spine.mean_error = mean_of(errors.upright);
  spine.mean_error_with_lying = mean_of(errors.all);
  spine.worst = largest_of(errors.upright);
  spine.worst_lying = largest_of(errors.lying);
  spine.worst_newtons = largest_of(errors.newtons);
}

GateLine at_least(std::string text, std::optional<double> value, double limit) {
  return {std::move(text), fmt::format("at least {}", plain(limit)), value,
          value && *value >= limit};
}

GateLine at_most(std::string text, std::optional<double> value, double limit) {
  return {std::move(text), fmt::format("at most {}", plain(limit)), value,
          value && *value <= limit};
}

/// How many of `results` hold, out of all of them.
GateLine all_hold(std::string text, const std::vector<OrderResult>& results) {
  const auto right = std::count_if(results.begin(), results.end(),
                                   [](const OrderResult& result) { return result.holds == true; });
  const auto all = static_cast<std::ptrdiff_t>(results.size());
  return {std::move(text), fmt::format("all {}", all), static_cast<double>(right), right == all};
}

GateLine all_computed(const std::vector<SpineResult>& cases) {
  const auto computed = std::count_if(cases.begin(), cases.end(), [](const SpineResult& result) {
    return result.computed_ratio.has_value();
  });
  const auto all = static_cast<std::ptrdiff_t>(cases.size());
  return {"gate cases with a figure", fmt::format("all {}", all), static_cast<double>(computed),
          computed == all};
}

/// Of every group; one whose figures are all equal orders nothing and counts as 0.
std::vector<double> correlations(const std::vector<EmgGroup>& groups) {
  std::vector<double> values;
  for (const EmgGroup& group : groups) values.push_back(group.spearman.value_or(0.0));
  return values;
}

std::vector<GateLine> gate_of(const Validation& validation) {
  const SpineSummary& spine = validation.spine;
  const std::vector<double> spearmans = correlations(validation.emg);
  std::optional<double> lowest;
  if (!spearmans.empty()) lowest = *std::min_element(spearmans.begin(), spearmans.end());
  return {all_computed(spine.cases),
          at_least("correlation of the ratios to standing (r)", spine.r, kLeastCorrelation),
          at_most("mean error of the ratios, upright", spine.mean_error, kLargestMeanError),
          at_most("worst error of a ratio, upright", spine.worst, kLargestError),
          at_most("worst difference of a ratio, lying", spine.worst_lying, kLargestLyingDifference),
          at_most("worst error of the newtons, standing and bending", spine.worst_newtons,
                  kLargestNewtonError),
          all_hold("facts of order that hold", validation.ordinals),
          at_least("muscle activity: median rank correlation", validation.emg_median,
                   kLeastMedianSpearman),
          at_least("muscle activity: lowest rank correlation", lowest, 0.0)};
}

}  // namespace

std::optional<double> SpineResult::ratio_error() const {
  if (!measured.ratio || !computed_ratio || *measured.ratio == 0.0) return std::nullopt;
  return relative_error(*measured.ratio, *computed_ratio);
}

std::optional<double> SpineResult::newton_error() const {
  if (!measured_N || !computed_N || *measured_N == 0.0) return std::nullopt;
  return relative_error(*measured_N, *computed_N);
}

bool SpineResult::is_reference() const {
  const Setup& own = measured.setup;
  const Setup& other = measured.reference;
  return own.posture == other.posture && own.exercise == other.exercise && own.load == other.load;
}

bool SpineResult::keeps_ratio() const {
  if (!measured.ratio || !computed_ratio) return false;
  if (measured.position == SpinePosition::Lying) {
    return std::abs(*computed_ratio - *measured.ratio) <= kLargestLyingDifference;
  }
  return ratio_error() && *ratio_error() <= kLargestError;
}

bool SpineResult::keeps_newtons() const {
  return !measured.gates_newtons || (newton_error() && *newton_error() <= kLargestNewtonError);
}

bool Validation::is_met() const {
  return std::all_of(gate.begin(), gate.end(), [](const GateLine& line) { return line.is_met; });
}

Validation validate(const Measured& measured, const ComputedBy& by, const std::string& model) {
  Validation validation;
  validation.model = model;
  for (const SpineCase& one : measured.spine) {
    const bool is_gate = one.use == MeasuredUse::Gate;
    (is_gate ? validation.spine.cases : validation.reported).push_back(compare(one, by));
  }
  for (const SpineOrder& order : measured.spine_orders) {
    validation.ordinals.push_back(compare(order, by));
  }
  for (const EmgOrder& order : measured.emg_orders) {
    validation.emg_orders.push_back(compare(order, by));
  }
  for (EmgGroup& group : emg_groups(measured, by)) {
    const bool is_judged = group.n >= kSmallestGroup;
    (is_judged ? validation.emg : validation.emg_small).push_back(std::move(group));
  }
  validation.emg_median = median_of(correlations(validation.emg));
  for (const MeasuredNorm& norm : measured.norms) {
    if (!norm.moment.empty()) validation.moments.push_back(compare(norm, by));
  }
  summarize(validation.spine);
  validation.gate = gate_of(validation);
  return validation;
}

}  // namespace strongback
