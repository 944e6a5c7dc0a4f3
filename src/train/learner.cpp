#include "train/learner.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

constexpr Eigen::Index kAll = 0;          // part shared by every exercise
constexpr Eigen::Index kDay = 1;          // of the day; new in every session
constexpr Eigen::Index kFirstGroup = 2;   // then the groups, then the skills
constexpr double kNinetyPercent = 1.645;  // standard deviations to each side
constexpr double kMostReps = 60.0;
constexpr double kHoursPerDay = 24.0;

const StrengthNumbers& numbers_of(const StrengthBelief& belief) { return belief.table->numbers; }

const StrengthPart* part_of(const StrengthBelief& belief, const Exercise& exercise) {
  const auto found = belief.table->parts.find(exercise.id);
  return found == belief.table->parts.end() ? nullptr : &found->second;
}

/// Wathan's curve (rule "wathan") and its inverse.
double log_share(const StrengthNumbers& n, double reps) {
  return std::log(n.a + n.b * std::exp(-n.c * reps));
}

double reps_at(const StrengthNumbers& n, double log_of_share) {
  const double rest = (std::exp(std::min(log_of_share, 1.0)) - n.a) / n.b;
  if (rest <= std::exp(-n.c * kMostReps)) return kMostReps;
  return std::clamp(-std::log(rest) / n.c, -kMostReps, kMostReps);  // below 0: too heavy for one
}

/// [1/repetition]  by how much one repetition more raises the strength that a set speaks of
double slope_at(const StrengthNumbers& n, double reps) {
  const double falling = n.b * std::exp(-n.c * reps);
  return n.c * falling / (n.a + falling);
}

double square(double value) { return value * value; }

/// Variance of counting: people misjudge what is left, the more, the more it is.
/// Counts are whole.
double counting_variance(const StrengthNumbers& n, double reps_to_failure, double reserve) {
  constexpr double kRounding = 1.0 / 12.0;  // variance of a whole number's rounding
  const double variance = square(n.sd_reps + n.sd_reps_per_reserve * reserve) + kRounding;
  return square(slope_at(n, std::clamp(reps_to_failure, 1.0, n.most_reps))) * variance;
}

bool is_new_session(const StrengthBelief& belief, Instant at) {
  return belief.learned == 0 ||
         hours_between(belief.updated, at) > numbers_of(belief).session_gap_h;
}

double days_since(const StrengthBelief& belief, Instant at) {
  return std::max(0.0, hours_between(belief.updated, at) / kHoursPerDay);
}

/// Expected change of log-strength over `days` without a set.
double expected_change(const StrengthNumbers& n, double days) {
  const double kept = std::min(days, n.loss_after_days);
  constexpr double kGainLasts_days = 7.0;  // gain needs training
  return n.gain_per_day * std::min(kept, kGainLasts_days) - n.loss_per_day * (days - kept);
}

std::optional<Eigen::Index> skill_of(const StrengthBelief& belief, const std::string& exercise) {
  const auto& known = belief.exercises;
  const auto found = std::find(known.begin(), known.end(), exercise);
  if (found == known.end()) return std::nullopt;
  return kFirstGroup + static_cast<Eigen::Index>(belief.table->groups.size()) +
         (found - known.begin());
}

double skill_variance(const StrengthBelief& belief, const StrengthPart& part) {
  const StrengthNumbers& n = numbers_of(belief);
  const double unloaded = part.is_loaded ? 0.0 : square(n.sd_unloaded);
  if (belief.way == LearnerWay::Shared) return square(n.sd_skill) + unloaded;
  return square(n.sd_skill) + square(n.sd_all) + square(n.sd_group) + unloaded;
}

/// The parts of the belief of which an exercise's log-strength is the weighted sum; few of all.
using Parts = std::vector<std::pair<Eigen::Index, double>>;

Parts parts_of(const StrengthPart& part, std::optional<Eigen::Index> skill, bool with_day) {
  Parts parts{{kAll, 1.0}};
  if (with_day) parts.emplace_back(kDay, 1.0);
  for (const auto& [group, weight] : part.weights) parts.emplace_back(kFirstGroup + group, weight);
  if (skill) parts.emplace_back(*skill, 1.0);
  return parts;
}

double mean_of(const StrengthBelief& belief, const Parts& parts) {
  double sum = 0.0;
  for (const auto& [at, weight] : parts) sum += weight * belief.mean[at];
  return sum;
}

/// (n)  covariance of every part with the sum
Eigen::VectorXd spread_of(const StrengthBelief& belief, const Parts& parts) {
  Eigen::VectorXd spread = Eigen::VectorXd::Zero(belief.mean.size());
  for (const auto& [at, weight] : parts) spread += weight * belief.covariance.col(at);
  return spread;
}

double variance_of(const Parts& parts, const Eigen::VectorXd& spread) {
  double sum = 0.0;
  for (const auto& [at, weight] : parts) sum += weight * spread[at];
  return sum;
}

/// The passing of time up to `at`.
void pass_time(StrengthBelief& belief, Instant at) {
  const StrengthNumbers& n = numbers_of(belief);
  const double days = days_since(belief, at);
  const bool is_new = is_new_session(belief, at);
  belief.updated = std::max(belief.updated, at);
  if (is_new) {
    belief.mean[kDay] = 0.0;
    belief.covariance.row(kDay).setZero();
    belief.covariance.col(kDay).setZero();
    belief.covariance(kDay, kDay) = square(n.sd_day);
  }
  const auto groups = static_cast<Eigen::Index>(belief.table->groups.size());
  const bool is_shared = belief.way == LearnerWay::Shared;
  const double change = expected_change(n, days);
  if (is_shared) {
    belief.mean[kAll] += change;
    belief.covariance(kAll, kAll) += square(n.drift_all) * days;
    for (Eigen::Index g = kFirstGroup; g < kFirstGroup + groups; ++g)
      belief.covariance(g, g) += square(n.drift_group) * days;
  }
  const double skill_drift =
      square(n.drift_skill) + (is_shared ? 0.0 : square(n.drift_all) + square(n.drift_group));
  for (Eigen::Index s = kFirstGroup + groups; s < belief.mean.size(); ++s) {
    if (!is_shared) belief.mean[s] += change;
    belief.covariance(s, s) += skill_drift * days;
  }
}

Eigen::Index add_skill(StrengthBelief& belief, const std::string& exercise,
                       const StrengthPart& part) {
  const Eigen::Index n = belief.mean.size();
  belief.mean.conservativeResize(n + 1);
  belief.covariance.conservativeResize(n + 1, n + 1);
  belief.mean[n] = 0.0;
  belief.covariance.row(n).setZero();
  belief.covariance.col(n).setZero();
  belief.covariance(n, n) = skill_variance(belief, part);
  belief.exercises.push_back(exercise);
  belief.sets.push_back(0);
  belief.doubts.push_back(0);
  return n;
}

/// What a set says of the log-strength of its exercise.
struct Observation {
  double value = 0.0;     // [-] over what is expected
  double variance = 0.0;  // [-]
  bool is_bound = false;  // at least that
};

std::optional<Observation> observation_of(const StrengthBelief& belief, const StrengthPart& part,
                                          const ObservedSet& set) {
  const StrengthNumbers& n = numbers_of(belief);
  if (set.reps <= 0 || part.is_loaded != set.load.has_value()) return std::nullopt;
  if (set.load && in_kilograms(*set.load) <= 0.0) return std::nullopt;
  Observation seen;
  const int reserve = set.reserve.value_or(0);
  const double bias = set.reserve ? n.reserve_bias : 0.0;
  const double to_failure = set.reps + reserve + bias;
  seen.is_bound = !set.reserve || to_failure > n.most_reps;
  const double reps = std::min(to_failure, n.most_reps);
  const double load = set.load ? std::log(in_kilograms(*set.load)) : 0.0;
  seen.value = load - log_share(n, reps) + n.set_drop * set.earlier_sets - part.log_expected;
  seen.variance = square(n.sd_set) + counting_variance(n, reps, reserve);
  return seen;
}

/// A set held against what was believed.
struct Surprise {
  Eigen::VectorXd spread;  // (n)
  double off = 0.0;
  double variance = 0.0;  // of `off`, as believed
};

Surprise surprise_of(const StrengthBelief& belief, const Parts& parts, const Observation& seen) {
  Surprise surprise{spread_of(belief, parts), seen.value - mean_of(belief, parts), 0.0};
  surprise.variance = variance_of(parts, surprise.spread) + seen.variance;
  return surprise;
}

/// Moves the belief so that the observed sum has the mean and variance that it is found to have.
void move_to(StrengthBelief& belief, const Surprise& surprise, double mean_change,
             double variance_change) {
  const Eigen::VectorXd gain = surprise.spread / surprise.variance;
  belief.mean += gain * mean_change;
  belief.covariance.noalias() += variance_change * gain * gain.transpose();
}

double normal_share_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double normal_density(double z) {
  constexpr double kOverRootOfTwoPi = 0.3989422804014327;
  return kOverRootOfTwoPi * std::exp(-0.5 * z * z);
}

/// One observation: the Kalman step, or, where the set only says "at least that", the mean and
/// variance of the Gaussian cut off below it.
void update(StrengthBelief& belief, const Surprise& surprise, bool is_bound) {
  const double variance = surprise.variance;
  if (!is_bound) return move_to(belief, surprise, surprise.off, -variance);
  const double sd = std::sqrt(variance);
  const double cut = std::min(surprise.off / sd, numbers_of(belief).outlier);
  const double rise = normal_density(cut) / std::max(1e-9, 1.0 - normal_share_below(cut));
  move_to(belief, surprise, sd * rise, variance * rise * (cut - rise));
}

/// A set far from all that is known is left out, unless the next one says the same (rule
/// "estimate-smoothing"); then the skill is known less well than was thought.
bool is_doubted(StrengthBelief& belief, const Surprise& surprise, Eigen::Index skill) {
  const auto index = static_cast<std::size_t>(
      skill - kFirstGroup - static_cast<Eigen::Index>(belief.table->groups.size()));
  int& doubt = belief.doubts[index];
  if (std::abs(surprise.off) <= numbers_of(belief).outlier * std::sqrt(surprise.variance)) {
    doubt = 0;
    return false;
  }
  const int side = surprise.off > 0.0 ? 1 : -1;
  if (doubt != side) {
    doubt = side;
    return true;
  }
  doubt = 0;
  belief.covariance(skill, skill) += square(surprise.off);
  return false;
}

/// Log-strength over what is expected, with everything that a coming set adds in doubt.
struct Forecast {
  double mean = 0.0;
  double variance = 0.0;
};

Forecast forecast(const StrengthBelief& belief, const StrengthPart& part,
                  const std::string& exercise, Instant at, bool with_day) {
  const StrengthNumbers& n = numbers_of(belief);
  const auto skill = skill_of(belief, exercise);
  const bool is_same_session = !is_new_session(belief, at);
  const Parts parts = parts_of(part, skill, with_day && is_same_session);
  const double days = days_since(belief, at);
  double group_weight = 0.0;
  for (const auto& [group, weight] : part.weights) group_weight += square(weight);
  Forecast cast;
  cast.mean = mean_of(belief, parts) + expected_change(n, days);
  cast.variance =
      variance_of(parts, spread_of(belief, parts)) +
      (square(n.drift_all) + group_weight * square(n.drift_group) + square(n.drift_skill)) * days;
  if (!skill) cast.variance += skill_variance(belief, part);
  if (with_day && !is_same_session) cast.variance += square(n.sd_day);
  return cast;
}

/// A set ahead as a Gaussian over the log of the share of the greatest load that it is.
struct ShareAhead {
  double mean = 0.0;
  double sd = 0.0;
};

std::optional<ShareAhead> share_ahead(const StrengthBelief& belief, const SetAhead& set) {
  const StrengthPart* part = part_of(belief, *set.exercise);
  if (part == nullptr || part->is_loaded != set.load.has_value()) return std::nullopt;
  if (set.load && in_kilograms(*set.load) <= 0.0) return std::nullopt;
  const StrengthNumbers& n = numbers_of(belief);
  const Forecast cast = forecast(belief, *part, set.exercise->id, set.at, true);
  const double load = set.load ? std::log(in_kilograms(*set.load)) : 0.0;
  ShareAhead ahead;
  ahead.mean = load - part->log_expected - cast.mean + n.set_drop * set.earlier_sets;
  const double reps = reps_at(n, ahead.mean);
  constexpr double kMostSaid = 10.0;
  const double left = set.most > 0 ? std::min(kMostSaid, reps - n.reserve_bias - set.most) : 0.0;
  const double judged = std::max<double>(set.reserve, left);
  ahead.sd = std::sqrt(cast.variance + square(n.sd_set) + counting_variance(n, reps, judged));
  return ahead;
}

/// Repetitions, as the person counts them, of a set that is such a share.
double counted_reps(const StrengthNumbers& n, double log_of_share, int reserve) {
  return reps_at(n, log_of_share) - reserve - n.reserve_bias;
}

}  // namespace

StrengthBelief prior_belief(const Person& person, const Catalog& catalog, Instant at,
                            LearnerWay way) {
  StrengthBelief belief;
  belief.table = std::make_shared<const StrengthTable>(strength_table(person, catalog));
  belief.way = way;
  belief.updated = at;
  const StrengthNumbers& n = belief.table->numbers;
  const auto size = kFirstGroup + static_cast<Eigen::Index>(belief.table->groups.size());
  belief.mean = Eigen::VectorXd::Zero(size);
  belief.covariance = Eigen::MatrixXd::Zero(size, size);
  belief.covariance(kDay, kDay) = square(n.sd_day);
  if (way == LearnerWay::EachAlone) return belief;
  belief.covariance(kAll, kAll) = square(n.sd_all);
  for (Eigen::Index g = kFirstGroup; g < size; ++g) belief.covariance(g, g) = square(n.sd_group);
  return belief;
}

bool learn(StrengthBelief& belief, const ObservedSet& set) {
  const StrengthPart* part = part_of(belief, *set.exercise);
  if (part == nullptr) return false;
  const auto seen = observation_of(belief, *part, set);
  if (!seen) return false;
  pass_time(belief, set.at);
  auto skill = skill_of(belief, set.exercise->id);
  if (!skill) skill = add_skill(belief, set.exercise->id, *part);
  const Parts parts = parts_of(*part, skill, true);
  ++belief.learned;
  Surprise surprise = surprise_of(belief, parts, *seen);
  if (!seen->is_bound && is_doubted(belief, surprise, *skill)) return false;
  const bool was_widened =
      std::abs(surprise.off) > numbers_of(belief).outlier * std::sqrt(surprise.variance);
  if (!seen->is_bound && was_widened) surprise = surprise_of(belief, parts, *seen);
  update(belief, surprise, seen->is_bound);
  ++belief.sets[static_cast<std::size_t>(*skill - kFirstGroup) - belief.table->groups.size()];
  return true;
}

std::optional<RepsPrediction> predict(const StrengthBelief& belief, const SetAhead& set) {
  const auto ahead = share_ahead(belief, set);
  if (!ahead) return std::nullopt;
  const StrengthNumbers& n = numbers_of(belief);
  const auto reps = [&](double sds) {
    return counted_reps(n, ahead->mean + sds * ahead->sd, set.reserve);
  };
  const auto whole = [](double value) {
    return static_cast<int>(std::lround(std::clamp(value, 0.0, kMostReps)));
  };
  return RepsPrediction{std::max(0.0, reps(0.0)), whole(reps(kNinetyPercent)),
                        whole(reps(-kNinetyPercent))};
}

std::optional<double> chance_of(int reps, const StrengthBelief& belief, const SetAhead& set) {
  const auto ahead = share_ahead(belief, set);
  if (!ahead) return std::nullopt;
  const StrengthNumbers& n = numbers_of(belief);
  const double most = log_share(n, reps + set.reserve + n.reserve_bias);
  return normal_share_below((most - ahead->mean) / ahead->sd);
}

std::optional<StrengthEstimate> strength_of(const Exercise& exercise, const StrengthBelief& belief,
                                            Instant at) {
  const StrengthPart* part = part_of(belief, exercise);
  if (part == nullptr || !part->is_loaded) return std::nullopt;
  const Forecast cast = forecast(belief, *part, exercise.id, at, false);
  const auto load = [&](double sds) {
    return kilograms(std::exp(part->log_expected + cast.mean + sds * std::sqrt(cast.variance)));
  };
  return StrengthEstimate{load(0.0), load(-kNinetyPercent), load(kNinetyPercent)};
}

std::vector<GroupStrength> group_strengths(const StrengthBelief& belief) {
  std::vector<GroupStrength> groups;
  for (std::size_t g = 0; g < belief.table->groups.size(); ++g) {
    const Eigen::Index at = kFirstGroup + static_cast<Eigen::Index>(g);
    const double mean = belief.mean[kAll] + belief.mean[at];
    const double variance = belief.covariance(kAll, kAll) + belief.covariance(at, at) +
                            2.0 * belief.covariance(kAll, at);
    const double sd = std::sqrt(std::max(0.0, variance));
    groups.push_back({belief.table->groups[g], std::exp(mean), std::exp(mean - kNinetyPercent * sd),
                      std::exp(mean + kNinetyPercent * sd)});
  }
  return groups;
}

}  // namespace strongback
