#pragma once

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "assess/measured.h"

namespace strongback {

/// How active a muscle is over one repetition, on the side that works.
struct ComputedActivity {
  double mean = 0.0;  ///< [-]  0 to 1
  double peak = 0.0;  ///< [-]
};

/// Where the computed figures come from: the engine, or a table in tests.  A text instead of a
/// figure says why there is none; a case without a figure is listed and meets no gate.
struct ComputedBy {
  /// [N]  peak compression of disc `disc` over the repetition.
  std::function<tl::expected<double, std::string>(const Setup&, const Build&, std::size_t disc)>
      compression;
  std::function<tl::expected<ComputedActivity, std::string>(
      const Setup&, const Build&, const std::vector<std::string>& muscles)>
      activity;
  /// [N·m]  maximal moment in the neutral posture; may be empty.
  std::function<tl::expected<double, std::string>(const std::string& moment, const Build&)> moment;
};

/// A measured spine figure beside the computed one.
struct SpineResult {
  SpineCase measured;
  std::optional<double> measured_N;      ///< converted from pressure where that was measured
  std::optional<double> computed_N;      ///< compression of the disc
  std::optional<double> computed_ratio;  ///< to the posture of reference
  std::optional<double> computed_increase_N;
  std::string missing;  ///< why nothing was computed; empty otherwise

  /// [-]  of the ratio, relative; nothing without both ratios.
  [[nodiscard]] std::optional<double> ratio_error() const;
  /// [-]  of the newtons, relative.
  [[nodiscard]] std::optional<double> newton_error() const;
  /// True for the posture of reference itself, whose ratio is 1 by definition.
  [[nodiscard]] bool is_reference() const;
  /// Whether this case alone keeps to the gate of ratios, and to that of newtons.
  [[nodiscard]] bool keeps_ratio() const;
  [[nodiscard]] bool keeps_newtons() const;
};

/// Whether a fact of order holds in the model.
struct OrderResult {
  std::string id, citation, text;
  std::string computed;       ///< the figures compared: "1.32, below 1.71"
  std::optional<bool> holds;  ///< nothing: not computed
  std::string missing;        ///< why not
};

struct EmgPair {
  EmgCase measured;
  std::optional<ComputedActivity> computed;
  std::string missing;
};

/// One muscle of one study over its exercises.
struct EmgGroup {
  std::string study;  ///< id
  std::string citation;
  std::string electrode;  ///< the study's muscle
  std::string muscle;     ///< ours; several joined by " + "
  EmgKind kind = EmgKind::Mean;
  int n = 0;                            ///< different movements that were computed
  std::optional<double> spearman;       ///< % MVC against mean activation
  std::optional<double> spearman_peak;  ///< ... against peak activation
  std::vector<EmgPair> pairs;           ///< computed or not
};

struct NormResult {
  MeasuredNorm norm;
  std::optional<double> computed;
  std::string missing;
};

/// One line of the gate: what is asked, what was reached.
struct GateLine {
  std::string text;             ///< "correlation of the ratios to standing"
  std::string asked;            ///< "at least 0.95"
  std::optional<double> value;  ///< nothing: not computable
  bool is_met = false;
};

/// The gate cases.  Ratios leave out quiet standing itself (1 by definition).
struct SpineSummary {
  int n = 0;                         ///< ratios compared
  std::optional<double> r;           ///< Pearson, of the ratios
  double rmse = 0.0;                 ///< [-]  of the ratios
  std::optional<double> mean_error;  ///< [-]  mean relative error of the ratios, lying left out
  std::optional<double> mean_error_with_lying;
  std::optional<double> worst;          ///< [-]  largest relative error of a ratio, lying left out
  std::string worst_case;               ///< its id
  std::optional<double> worst_lying;    ///< [-]  largest difference of a ratio in lying
  std::optional<double> worst_newtons;  ///< [-]  largest relative error of gated newtons
  std::vector<SpineResult> cases;
};

struct Validation {
  std::string model;  ///< version
  SpineSummary spine;
  std::vector<SpineResult> reported;
  std::vector<OrderResult> ordinals;
  std::vector<EmgGroup> emg;        ///< groups with kSmallestGroup movements or more
  std::vector<EmgGroup> emg_small;  ///< the others
  std::vector<OrderResult> emg_orders;
  std::optional<double> emg_median;  ///< of the groups in `emg`
  std::vector<NormResult> moments;   ///< norms that name a moment of the model
  std::vector<GateLine> gate;

  [[nodiscard]] bool is_met() const;  ///< every line of the gate
};

/// What the gate asks for.
inline constexpr double kLeastCorrelation = 0.95;
inline constexpr double kLargestMeanError = 0.15;
inline constexpr double kLargestError = 0.35;
inline constexpr double kLargestLyingDifference = 0.15;
inline constexpr double kLargestNewtonError = 0.30;
inline constexpr double kLeastMedianSpearman = 0.5;
inline constexpr int kSmallestGroup = 5;

/// Holds every measurement against `by`.  The same arguments give the same answer.
Validation validate(const Measured& measured, const ComputedBy& by, const std::string& model);

/// docs/validation.md: all of it in words, tables and links to the two plots; `bands` stands behind
/// what is judged.
std::string validation_page(const Validation& validation, const std::string& bands = "");

}  // namespace strongback
