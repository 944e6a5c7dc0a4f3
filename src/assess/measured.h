#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/units.h"
#include "body/build.h"
#include "catalog/dose.h"

namespace strongback {

struct Document;

/// Published measurements (data/measured/), against which the model is held.  Nothing in the
/// engine is computed from them.

/// What a measured figure may decide.
enum class MeasuredUse {
  Gate,    ///< the model is judged by it
  Report,  ///< shown beside the model, decides nothing
};

/// Who was measured, and how.
struct MeasuredStudy {
  std::string id;
  std::string citation;
  std::string method;
  int people = 0;       ///< 0: the study, as far as it was read, does not say
  Build subject;        ///< the person whom the model stands in for
  std::string assumed;  ///< what of `subject` the study does not say; empty: all is said
};

/// What was held.
enum class SetupLoad {
  None,
  Held,        ///< kilograms
  OfMaximum,   ///< share of the load that can be moved once
  OfBodyMass,  ///< share of body mass
};

/// What the model plays to compare: a still posture or an exercise of the catalog, with a load.
/// Neither: it cannot be played, and `why_not` says why.
struct Setup {
  std::string posture;   ///< path of a still posture
  std::string exercise;  ///< id
  SetupLoad load_kind = SetupLoad::None;
  double load = 0.0;  ///< [kg] or [-], as load_kind says
  std::string why_not;

  [[nodiscard]] bool is_playable() const { return !posture.empty() || !exercise.empty(); }
};

/// What was measured at a disc or a vertebra.
enum class SpineMeasure {
  Pressure,     ///< [MPa]  in the nucleus
  Compression,  ///< [N]  along the spine, by the study's own conversion or model
  Resultant,    ///< [N]  size of the force on an implant that replaces a vertebral body
  Shear,        ///< [N]
  Increase,     ///< [N]  above the posture of reference
  Ratio,        ///< [-]  only the ratio to the posture of reference
};

/// The fixed conversion from pressure to compression: force = 0.66 · 1800 mm² · pressure.
/// 1800 mm² is the area of a man's L4/L5 disc; 0.66 because the pressure of the nucleus does not
/// reach the whole of it (Dreischarf et al. 2013 Med Eng Phys 35:1385, from memory).
inline constexpr double kNewtonsPerMegapascal = 0.66 * 1800.0;

/// The posture in which a figure was read; the gate treats lying apart.
enum class SpinePosition { Lying, Sitting, Standing, Moving, OnAllFours, Hanging };

/// One figure of a spine study.
struct SpineCase {
  std::string id;
  MeasuredStudy study;
  std::string task;          ///< what the person did
  std::string level;         ///< where, in the study's words: "L3", "L1/L3"
  std::size_t disc = kL4L5;  ///< ours: position in kDiscNames
  SpineMeasure measure = SpineMeasure::Pressure;
  std::optional<double> value;  ///< in the unit of `measure`
  std::optional<double> low, high;
  std::optional<double> ratio;  ///< [-]  to the posture of reference
  SpinePosition position = SpinePosition::Standing;
  MeasuredUse use = MeasuredUse::Report;
  bool gates_newtons = false;  ///< the gate also asks for its newtons
  Setup setup, reference;      ///< reference: quiet standing unless the study says otherwise
  std::string provenance;      ///< how far the source was followed, as in data/sources.toml
};

/// A fact of order: `setup` loads the disc less than, or at least as much as, something else.
struct SpineOrder {
  std::string id;
  MeasuredStudy study;
  std::string task;
  std::string level;
  std::size_t disc = kL4L5;
  bool is_at_least = false;     ///< false: less than
  std::optional<double> ratio;  ///< [-]  of quiet standing; nothing: compared with `others`
  Setup setup, reference;
  std::vector<Setup> others;
  std::string provenance;
};

/// What an amplitude of electromyography is of one movement.
enum class EmgKind { Mean, Peak };

/// How active a muscle was in one exercise.
struct EmgCase {
  std::string id;
  MeasuredStudy study;
  std::string movement;              ///< the study's exercise
  std::vector<std::string> muscles;  ///< ids that the electrode covers; their mean is compared
  std::string electrode;             ///< the study's muscle
  double percent = 0.0;              ///< [% of maximal voluntary contraction]
  std::optional<double> deviation;   ///< [%]
  char bound = '=';                  ///< '>' at least, '<' below, '=' the figure itself
  EmgKind kind = EmgKind::Mean;
  Setup setup;
  std::string confidence;  ///< "high", "medium", "low": of the figure as we have it
  std::string provenance;
};

/// A fact of order between two exercises: the muscle is more active in `more`.
struct EmgOrder {
  std::string id;
  MeasuredStudy study;
  std::string text;
  std::vector<std::string> muscles;
  std::string electrode;
  Setup more, less;
  std::string provenance;
};

/// A figure of strength, endurance or tissue.
struct MeasuredNorm {
  std::string id;
  std::string topic;  ///< "endurance", "strength", "ratio", "muscle"
  std::string what;
  std::string group;
  std::string unit;
  int people = 0;  ///< 0: not said
  std::optional<double> value, deviation, low, high;
  std::string moment;            ///< id of a maximal moment of the model; empty: not comparable
  std::optional<Build> subject;  ///< who stands in for the group, when there is a moment
  std::string source, provenance, confidence, note;
};

/// All that the files of measurements say, in their order.
struct Measured {
  std::vector<SpineCase> spine;
  std::vector<SpineOrder> spine_orders;
  std::vector<EmgCase> emg;
  std::vector<EmgOrder> emg_orders;
  std::vector<MeasuredNorm> norms;
};

/// The ids that a file of measurements may use.
struct MeasuredIds {
  std::vector<std::string> exercises;
  std::vector<std::string> muscles;
};

/// Reads one file of measurements into `measured`; paths of postures stand relative to its folder.
/// Problems: unknown ids, postures that are not there, figures out of range, ids given twice.
Problems read_measurements(const Document& document, const MeasuredIds& ids, Measured& measured);

/// Reads the files at `paths`; every problem of every file at once.
Checked<Measured> read_measured(const std::vector<std::string>& paths, const MeasuredIds& ids);

}  // namespace strongback
