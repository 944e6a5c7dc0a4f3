#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "body/body.h"
#include "body/tables.h"
#include "catalog/dose.h"
#include "movement/motion.h"

namespace strongback {

/// One muscle on one side over the repetition.
struct SideWork {
  double mean = 0.0;   ///< [-]  activation, 0 to 1
  double peak = 0.0;   ///< [-]
  double share = 0.0;  ///< [-]  of the muscle work of all reported muscles, both sides
  /// [-]  where mean and peak likely lie, as far as the assumptions of the model go; for the caller
  /// to fill; nothing where that is not known.
  std::optional<Likely> likely_mean = std::nullopt, likely_peak = std::nullopt;
};

struct MuscleWork {
  SideWork left, right;
};

struct Extremes {
  double mean = 0.0;
  double peak = 0.0;  ///< the value largest in size, with its sign
};

/// One disc over the repetition.
struct DiscLoad {
  Extremes compression_N;
  Extremes shear_N;   ///< along the disc's plane, forward positive: upper vertebra on lower
  Extremes twist_Nm;  ///< moment about the disc's normal, left turn positive
  double relative_to_standing = 0.0;  ///< [-]  peak compression over own quiet standing
  double share_of_guideline = 0.0;    ///< [-]  peak over the work guideline; for the
                                      ///< caller to fill, who knows the rules
  Likely likely_N;                    ///< [N]  where the peak compression likely lies; for the
                                      ///< caller to fill, who knows the bands
};

/// What the ground, the bench or a grip gives back.
struct ContactForce {
  std::string patch;    ///< "foot_r"
  std::string surface;  ///< "floor"
  Extremes force_N;     ///< size
  Point mean_N{};       ///< [N]  mean force on the body, x y z
};

/// Largest part of the equations of motion left open, over all frames.
struct Residual {
  double force_N = 0.0;
  double moment_Nm = 0.0;
};

/// The load at which a set would tire the limiting muscle within 6 to 12 repetitions.
struct TiringLoad {
  double low_kg = 0.0, best_kg = 0.0, high_kg = 0.0;
};

/// One instant of a repetition, for --frames and --out.
struct FrameRow {
  double time_s = 0.0;
  std::vector<double> angles;  ///< [rad]  in the order of BodyTables::coordinates
  std::vector<double> forces;  ///< [N]  in the order of BodyTables::fascicles
  std::array<double, 6> compression_N{}, shear_N{};
  std::vector<Point> contacts_N;  ///< [N]  in the order of ExerciseAnswer::contacts
  double iap_kPa = 0.0;
};

/// What an exercise does to one person with one load.
struct ExerciseAnswer {
  std::string id;
  std::string model;  ///< version
  double load_kg = 0.0;
  std::map<std::string, MuscleWork> muscles;  ///< every muscle id of the model
  std::array<DiscLoad, 6> discs{};            ///< L5/S1 first
  Extremes iap_kPa;
  std::vector<ContactForce> contacts;
  Residual residual;
  std::string limited_by;            ///< muscle id with the highest peak
  char limited_side = 'm';           ///< 'r' or 'l'
  std::optional<TiringLoad> tiring;  ///< nothing when no load is held or no muscle gets there
  double cocontraction_N = 0.0;      ///< what co-contraction adds to peak L4/L5 compression
  double standing_N = 0.0;           ///< own quiet standing, L4/L5
  double repetition_s = 0.0;
  std::vector<FrameRow> frames;
};

/// Why there is no number.
struct NoAnswer {
  enum class Why { Unbalanced, TooHeavy, NotSolved } why = Why::NotSolved;
  std::string frame;                  ///< the keyframe, and the time: "end (1.0 s)"
  std::string text;                   ///< one sentence
  std::vector<std::string> at_limit;  ///< muscles at their limit, with sides, strongest first
  Residual residual;
};

struct AssessOptions {
  bool cocontraction = true;
  int frames = 21;
  bool keep_frames = false;
  bool find_tiring_load = true;
};

/// Plays `motion` with `load` through the body of `build`.  The same arguments give the same
/// bytes.  Never a number from a frame that is not balanced or not solved.
tl::expected<ExerciseAnswer, NoAnswer> assess_motion(const BodyTables& tables, const Build& build,
                                                     const Motion& motion, Mass load,
                                                     const AssessOptions& options = {});

/// Plays motions through one person's body, which is made and stood up once, when it is first
/// needed: for many motions of one person.  Answers as assess_motion does.  Cheap to copy, safe to
/// call from several threads.
class Assessor {
 public:
  /// `tables` must outlive it.
  Assessor(const BodyTables& tables, const Build& build);
  tl::expected<ExerciseAnswer, NoAnswer> operator()(const Motion& motion, Mass load,
                                                    const AssessOptions& options = {}) const;

 private:
  struct Person;
  std::shared_ptr<Person> person_;
};

/// The L4/L5 compression of the body's own quiet standing [N].
tl::expected<double, NoAnswer> quiet_standing(const BodyTables& tables, const Build& build,
                                              const AssessOptions& options = {});

/// The same for a body that is there already, and its own quiet standing [N]: for many exercises
/// of one person.
tl::expected<ExerciseAnswer, NoAnswer> assess_on(const Body& body, double standing_N,
                                                 const Motion& motion, Mass load,
                                                 const AssessOptions& options = {});
tl::expected<double, NoAnswer> standing_on(const Body& body, const AssessOptions& options = {});

/// The dose that the planner compares.
Dose to_dose(const ExerciseAnswer& answer);

}  // namespace strongback
