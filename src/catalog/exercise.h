#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/units.h"

namespace strongback {

/// What an exercise asks of the body, on a scale of 0 to 3 (positions: 0 or 1).  The meaning of
/// each level stands in docs/catalog.md.
enum class Property {
  Flexion,
  Extension,
  Twist,
  LateralFlexion,
  AxialCompression,
  Overhead,
  Prone,
  Supine,
  Quadruped,
  Impact,
  BreathHold,
  NeuralTension,
  Hanging,
  Kneeling,
  FloorTransfer,
  Balance,
  Grip,
};
inline constexpr std::size_t kPropertyCount = 17;

/// The snake_case words of the data files, in the order of the enumerators.
const std::vector<std::string>& property_words();
/// "bending forward", "load along the spine": how a property is said to a person.
std::string spoken(Property property);
/// True for prone, supine, quadruped, hanging, kneeling and floor_transfer: yes or no.
bool is_position(Property property);

/// One level for each property.
using Levels = std::array<int, kPropertyCount>;
constexpr int level_of(const Levels& levels, Property property) {
  return levels[static_cast<std::size_t>(property)];
}

/// What training the exercise does; decides how its sets count (rules 1.20 to 1.23).
enum class Stimulus { Strength, Control, Mobility, Relief, Aerobic };
const std::vector<std::string>& stimulus_words();

enum class Pattern {
  HorizontalPull,
  VerticalPull,
  ShoulderExtension,
  Scapular,
  TrunkExtension,
  HipExtension,
  Hinge,
  SquatPattern,
  AntiRotation,
  AntiExtension,
  AntiLateralFlexion,
  Carry,
  Neck,
  Aerobic,
  Mobility,
  Relief,
};
const std::vector<std::string>& pattern_words();
/// The postures in which exercises are done: "seated", "standing_bent", ...
const std::vector<std::string>& position_words();

enum class Laterality { Bilateral, Unilateral, Alternating };
const std::vector<std::string>& laterality_words();

/// How a set is measured.
enum class Mode { Reps, Hold, Distance, Time };
const std::vector<std::string>& mode_words();

/// What the load of an exercise refers to.
enum class LoadBasis { None, PerHand, OneHand, Total, Stack, Band, Bodyweight };
const std::vector<std::string>& load_basis_words();

enum class ExternalLoad { None, Optional, Required };
const std::vector<std::string>& external_load_words();

/// Low and high bound of repetitions, seconds or meters, both included.
struct Span {
  int low = 0;
  int high = 0;
  bool operator==(const Span&) const = default;
};

/// Lower, pause, lift, pause; all 0 means that no beat is prescribed (holds, walks).
struct Tempo {
  int lower_s = 0;
  int bottom_s = 0;
  int lift_s = 0;
  int top_s = 0;
  [[nodiscard]] int repetition_s() const { return lower_s + bottom_s + lift_s + top_s; }
};

/// A muscle's share of one set.
struct Share {
  std::string muscle;
  double credit = 0.0;  ///< [-]  1 for a prime mover, 0.5 for a helper
};

/// Who is right where the list of an exercise and the model say different things of a muscle.
enum class Right { List, Model, Both };
const std::vector<std::string>& right_words();
/// "the list is right".
std::string spoken(Right right);

/// Somebody has looked at such a disagreement.
struct Verdict {
  std::string muscle;
  Right right = Right::Both;
  std::string why;  ///< one sentence with its reason or source
};

/// One exercise of the catalog, as its file in data/exercises/ says.
struct Exercise {
  std::string id;
  std::string name;
  std::string summary;  ///< one sentence: what one does
  Pattern pattern = Pattern::Relief;
  Stimulus stimulus = Stimulus::Relief;
  std::vector<std::string> positions;  ///< "seated", "standing", ...
  /// Alternatives, at least one; each lists all that it needs.  One empty list: nothing is needed.
  std::vector<std::vector<std::string>> equipment;
  Laterality laterality = Laterality::Bilateral;
  std::vector<Share> shares;  ///< credit of one set before the rule of its stimulus
  int level = 0;              ///< 0 gentle, 1 novice, 2 intermediate, 3 advanced
  Levels demands{};

  Mode mode = Mode::Reps;
  int default_sets = 1;
  Span dose;          ///< repetitions, seconds of one hold (Hold, Time), or meters (Distance)
  int hold_reps = 1;  ///< holds in one set (Hold only): 6 x 5 s has dose 5 and hold_reps 6
  Span hold_rep_range{1, 1};  ///< holds in one set may range: "6-8 x 8 s"
  Tempo tempo;
  bool is_explosive = false;
  int rest_s = 30;

  ExternalLoad external_load = ExternalLoad::None;
  LoadBasis load_basis = LoadBasis::None;
  std::optional<double> start_coefficient;  ///< [-] of body mass, man in his twenties (rules 4.1)

  std::vector<std::string> easier;
  std::vector<std::string> harder;
  std::string met_code;  ///< code of an activity of data/activities.toml
  double met = 1.0;      ///< [MET]  taken from that activity
  bool in_article = false;
  std::vector<std::string> cues;
  std::string note;
  std::string source;             ///< what the entry rests on
  std::vector<Verdict> verdicts;  ///< on disagreements of `shares` with the model

  [[nodiscard]] int level_of(Property property) const {
    return strongback::level_of(demands, property);
  }
  [[nodiscard]] int sides() const { return laterality == Laterality::Bilateral ? 1 : 2; }
};

/// Credit of one set of `exercise` for each muscle after the rule of its stimulus: strength in
/// full, control half, the rest none (rules 1.20, 1.22, 1.23).
std::vector<Share> set_credits(const Exercise& exercise);
/// The same for other shares than its own.
std::vector<Share> set_credits(const Exercise& exercise, const std::vector<Share>& shares);

}  // namespace strongback
