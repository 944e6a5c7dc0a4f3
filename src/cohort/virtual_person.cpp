#include "cohort/virtual_person.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

// How the kinds differ from what the learner assumes: design values of ours.
constexpr double kOwnSkillFactor = 2.5;
constexpr double kBiasMean_reps = 2.0;
constexpr double kBiasSd_reps = 1.0;
constexpr double kBadDayScale = 0.06;
constexpr double kOtherWeights = 0.6;  // of the weight goes to a group drawn at random
constexpr double kTolerance = 26.0;    // levels of the catalog, added up over a session's sets
constexpr double kToleranceSpread = 0.35;
constexpr double kWobble = 0.1;     // of the tolerance, from set to set
constexpr double kSharp = 0.002;    // a set's chance of a sharp pain
constexpr double kBadBack = 0.008;  // a day's chance that a bad time begins
constexpr int kBadBack_points = 3;
constexpr int kMostPain = 10;
constexpr int kMostSaidReserve = 10;
constexpr double kMostReps = 60.0;
constexpr int kGainLasts_days = 7;

/// Shares of another kind of body: part of the weight lies on another group.
std::vector<std::pair<int, double>> other_weights(std::vector<std::pair<int, double>> weights,
                                                  std::size_t groups, Draws& draws) {
  for (auto& [group, weight] : weights) weight *= 1.0 - kOtherWeights;
  weights.emplace_back(draws.whole(0, static_cast<int>(groups) - 1), kOtherWeights);
  return weights;
}

}  // namespace

VirtualPerson::VirtualPerson(VirtualKind kind, const Person& profile,
                             std::shared_ptr<const StrengthTable> expected, std::uint64_t seed)
    : kind_(kind), draws_(seed), expected_(std::move(expected)) {
  const StrengthNumbers& n = expected_->numbers;
  all_ = draws_.normal(n.sd_all);
  for (std::size_t g = 0; g < expected_->groups.size(); ++g)
    groups_.push_back(draws_.normal(n.sd_group));
  bias_ = n.reserve_bias;
  if (kind == VirtualKind::BiasedReserve) bias_ = kBiasMean_reps + draws_.normal(kBiasSd_reps);
  usual_pain_ = profile.pain.usual.value_or(profile.pain.now);
  tolerance_ = kTolerance * std::exp(draws_.normal(kToleranceSpread));
}

const StrengthPart* VirtualPerson::part_of(const Exercise& exercise) const {
  const auto found = expected_->parts.find(exercise.id);
  return found == expected_->parts.end() ? nullptr : &found->second;
}

void VirtualPerson::pass_night(bool has_trained) {
  const StrengthNumbers& n = expected_->numbers;
  days_idle_ = has_trained ? 0 : days_idle_ + 1;
  all_ += draws_.normal(n.drift_all);
  if (days_idle_ < kGainLasts_days) all_ += n.gain_per_day;
  if (days_idle_ > n.loss_after_days) all_ -= n.loss_per_day;
  for (double& group : groups_) group += draws_.normal(n.drift_group);
  for (auto& [exercise, skill] : skills_) skill += draws_.normal(n.drift_skill);
}

void VirtualPerson::begin_session() {
  constexpr double kWorst = -0.7;
  form_ = kind_ == VirtualKind::BadDays ? std::max(kWorst, draws_.heavy(kBadDayScale))
                                        : draws_.normal(expected_->numbers.sd_day);
}

double VirtualPerson::skill_of(const Exercise& exercise, const StrengthPart& part) {
  const auto [found, is_new] = skills_.try_emplace(exercise.id, 0.0);
  if (!is_new) return found->second;
  const StrengthNumbers& n = expected_->numbers;
  found->second =
      draws_.normal(n.sd_skill * (kind_ == VirtualKind::OwnSkills ? kOwnSkillFactor : 1.0));
  if (!part.is_loaded) found->second += draws_.normal(n.sd_unloaded);
  if (kind_ == VirtualKind::OtherMuscles)
    own_weights_[exercise.id] = other_weights(part.weights, groups_.size(), draws_);
  return found->second;
}

double VirtualPerson::log_strength(const Exercise& exercise, const StrengthPart& part) {
  double sum = all_ + skill_of(exercise, part);
  const auto own = own_weights_.find(exercise.id);
  for (const auto& [group, weight] : own == own_weights_.end() ? part.weights : own->second)
    sum += weight * groups_[static_cast<std::size_t>(group)];
  return sum;
}

double VirtualPerson::true_strength(const Exercise& exercise) {
  const StrengthPart* part = part_of(exercise);
  return part == nullptr ? 0.0 : log_strength(exercise, *part);
}

std::optional<Mass> VirtualPerson::true_one_rep(const Exercise& exercise) {
  const StrengthPart* part = part_of(exercise);
  if (part == nullptr || !part->is_loaded) return std::nullopt;
  return kilograms(std::exp(part->log_expected + log_strength(exercise, *part)));
}

double VirtualPerson::reps_at(double log_of_share) const {
  const StrengthNumbers& n = expected_->numbers;
  const double rest = (std::exp(std::min(1.0, log_of_share)) - n.a) / n.b;
  if (rest <= std::exp(-n.c * kMostReps)) return kMostReps;
  return -std::log(rest) / n.c;
}

VirtualPerson::Performed VirtualPerson::perform(const Exercise& exercise, const Wish& wish) {
  const StrengthPart* part = part_of(exercise);
  if (part == nullptr || part->is_loaded != wish.load.has_value()) return {wish.most, wish.reserve};
  const StrengthNumbers& n = expected_->numbers;
  const double strength = part->log_expected + log_strength(exercise, *part) + form_ +
                          draws_.normal(n.sd_set) - n.set_drop * wish.earlier_sets;
  const double moved = wish.load ? std::log(in_kilograms(*wish.load)) : 0.0;
  const double to_failure = reps_at(moved - strength);
  const double left = std::max(0.0, to_failure - wish.most);  // what they judge at the end
  const double judged = std::max<double>(wish.reserve, std::min<double>(left, kMostSaidReserve));
  const double misjudged = draws_.normal(n.sd_reps + n.sd_reps_per_reserve * judged);
  const double felt = to_failure - bias_ - misjudged;  // repetitions that there seem to be
  Performed set;
  set.reps = std::clamp(static_cast<int>(std::lround(felt)) - wish.reserve, 0, wish.most);
  double said = felt - set.reps;
  constexpr double kMany = 3.5;
  if (kind_ == VirtualKind::BiasedReserve && said > kMany) said = 5.0;  // "five or so"
  set.reserve = std::clamp(static_cast<int>(std::lround(said)), 0, kMostSaidReserve);
  return set;
}

std::optional<double> VirtualPerson::true_reps(const Exercise& exercise, Mass load, int reserve) {
  const StrengthPart* part = part_of(exercise);
  if (part == nullptr || !part->is_loaded) return std::nullopt;
  const double strength = part->log_expected + log_strength(exercise, *part);
  return reps_at(std::log(in_kilograms(load)) - strength) - reserve - bias_;
}

VirtualPerson::Hurt VirtualPerson::hurt_by(double exposure) {
  Hurt hurt{usual_pain_, usual_pain_, false};
  const bool answers = kind_ == VirtualKind::PainAnswers;
  const double over = exposure / (tolerance_ * std::exp(draws_.normal(kWobble)));
  if (over > 1.0 && (answers || usual_pain_ > 0)) {
    hurt.during = std::min(kMostPain, usual_pain_ + draws_.whole(1, answers ? 4 : 2));
    hurt.morning = std::min(kMostPain, usual_pain_ + draws_.whole(0, answers ? 3 : 1));
  }
  hurt.is_sharp = answers && draws_.chance(kSharp);
  return hurt;
}

int VirtualPerson::bad_back_today() {
  if (bad_days_ > 0) {
    --bad_days_;
    return usual_pain_ + kBadBack_points;
  }
  if (kind_ != VirtualKind::PainAnswers || !draws_.chance(kBadBack)) return 0;
  bad_days_ = draws_.whole(2, 6);
  return usual_pain_ + kBadBack_points;
}

}  // namespace strongback
