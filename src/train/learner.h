#pragma once

#include <Eigen/Core>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/moment.h"
#include "catalog/catalog.h"
#include "log/event.h"
#include "person/person.h"
#include "train/strength_parts.h"

namespace strongback {

/// How strength is learned: in parts that exercises share, or (to compare) each exercise by itself.
enum class LearnerWay { Shared, EachAlone };

/// What the log says so far about one person's strength: a Gaussian over log-strengths, in parts
/// that exercises share (docs/theory/learning.md).
///
/// Shapes: n = 1 (everything) + 1 (the day) + muscle groups + skills, in this order.
struct StrengthBelief {
  Eigen::VectorXd mean;                ///< [-]  (n)      of log-strength over what was expected
  Eigen::MatrixXd covariance;          ///< [-]  (n x n)
  std::vector<std::string> exercises;  ///< whose skill each last part is, in order of first sight
  std::vector<int> sets;               ///< by exercise: sets that were learned from
  std::vector<int> doubts;             ///< by exercise: 1 or -1 after a set far above or below
  Instant updated;                     ///< the last set that said something, or the start
  int learned = 0;                     ///< sets that said something
  LearnerWay way = LearnerWay::Shared;
  std::shared_ptr<const StrengthTable> table;  ///< what was expected of the person
};

/// What is expected of this person before the first set (sex, age, mass, level).
StrengthBelief prior_belief(const Person& person, const Catalog& catalog, Instant at,
                            LearnerWay way = LearnerWay::Shared);

/// A set as the learner sees it.
struct ObservedSet {
  const Exercise* exercise = nullptr;
  std::optional<Mass> load;  ///< of one piece
  int reps = 0;
  std::optional<int> reserve;  ///< nothing: not said
  int earlier_sets = 0;        ///< of the same exercise in the same session
  Instant at;
};

/// Takes a set into account.  Sets that say nothing about strength (holds, bands, more than 20
/// repetitions to failure, no reserve and none needed ...) leave the belief as it is; false then.
bool learn(StrengthBelief& belief, const ObservedSet& set);

/// Repetitions that a set will have when it ends with `reserve` left, as the person counts them; of
/// one that ends earlier, repetitions done and what is left above the reserve.
struct RepsPrediction {
  double middle = 0.0;  ///< as likely more as fewer
  int low = 0;          ///< nine sets in ten lie from low to high, both included
  int high = 0;
};

/// Which set is asked about.
struct SetAhead {
  const Exercise* exercise = nullptr;
  std::optional<Mass> load;  ///< of one piece; nothing: body weight
  int reserve = 0;
  int earlier_sets = 0;
  Instant at;
  int most = 0;  ///< repetitions at which it ends in any case; 0: no such number
};

/// Nothing where the exercise is not counted in repetitions, or nothing is known of its loads.
std::optional<RepsPrediction> predict(const StrengthBelief& belief, const SetAhead& set);

/// The chance that such a set has at least `reps` repetitions.  [-]  Nothing as above.
std::optional<double> chance_of(int reps, const StrengthBelief& belief, const SetAhead& set);

/// The greatest load for one repetition, of one piece, with the interval that holds nine in ten.
struct StrengthEstimate {
  Mass middle, low, high;
};

/// Nothing for exercises without a load whose strength is known.
std::optional<StrengthEstimate> strength_of(const Exercise& exercise, const StrengthBelief& belief,
                                            Instant at);

/// Strength of a muscle group over what was expected of the person, as a share: 1.2 is 20 % more.
struct GroupStrength {
  std::string group;                           ///< "upper-back", as in data/muscles.toml
  double middle = 1.0, low = 1.0, high = 1.0;  ///< [-]
};
std::vector<GroupStrength> group_strengths(const StrengthBelief& belief);

}  // namespace strongback
