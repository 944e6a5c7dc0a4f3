#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sex.h"
#include "base/units.h"
#include "catalog/exercise.h"
#include "catalog/likely.h"
#include "catalog/rule.h"

namespace strongback {

/// How hard one muscle works in one repetition, per side.
struct MuscleDose {
  double left_mean = 0.0, right_mean = 0.0;  ///< [-]  activation over the repetition, 0 to 1
  double left_peak = 0.0, right_peak = 0.0;  ///< [-]
};

/// What one repetition puts on one disc.
struct DiscDose {
  Force peak_compression, mean_compression;
  Force peak_shear, mean_shear;  ///< size of the force along the disc's plane
};

/// The discs from below: L5/S1, L4/L5, L3/L4, L2/L3, L1/L2, T12/L1.
inline constexpr std::array<std::string_view, 6> kDiscNames = {"L5/S1", "L4/L5", "L3/L4",
                                                               "L2/L3", "L1/L2", "T12/L1"};
inline constexpr std::size_t kL4L5 = 1;

/// What an exercise does to one body with one load: computed by the model, never typed by hand.
/// `assess` fills it from full runs; `plan` compares it.
struct Dose {
  std::string model;                          ///< version of the model that computed it
  std::map<std::string, MuscleDose> muscles;  ///< by muscle id; what is absent rests
  std::array<DiscDose, 6> discs{};
  Force standing_compression;      ///< of L4/L5 in this body's own quiet standing
  double repetition_s = 0.0;       ///< [s]  of one repetition, or of one hold's unit
  std::array<Likely, 6> likely{};  ///< [-]  of each disc's peak compression, shares of it
};

/// Whose dose is asked for.
struct DoseFor {
  Length height;
  Mass mass;
  Sex sex = Sex::Male;
  int age = 30;  ///< [years]
  Mass load;     ///< as the exercise's load basis counts it
};

/// One figure as a polynomial of body and load, fitted to full runs on a grid.
/// Features: 1, m, h, L, m·h, L·h, L·m, m², L² with m = mass / 75 kg, h = height / 1.72 m,
/// L = load / 10 kg.
inline constexpr std::size_t kDoseFeatures = 9;
using DosePolynomial = std::array<double, kDoseFeatures>;

/// The bodies that a surface was fitted to, both ends included.
struct DoseBodies {
  Mass lightest, heaviest;
  Length shortest, tallest;
};

/// One exercise's figures over bodies and loads for one sex, fitted at the age of 30.
struct DoseSurface {
  std::string exercise;
  std::string model;
  Sex sex = Sex::Male;
  Mass heaviest;              ///< load up to which it was fitted; beyond, there is no dose
  DoseBodies bodies;          ///< outside, there is no dose either
  double repetition_s = 0.0;  ///< [s]
  double worst_error = 0.0;   ///< [-]  of L4/L5 compression against full runs between the grid
  std::map<std::string, std::array<DosePolynomial, 4>> muscles;  ///< as MuscleDose's members
  std::array<std::array<DosePolynomial, 4>, 6> discs{};          ///< as DiscDose's members
  DosePolynomial standing_compression{};
  std::array<Likely, 6> likely{};  ///< [-]  see Dose; the catalog fills it from its bands
};

/// All surfaces of data/doses/, by exercise id.
using DoseSurfaces = std::map<std::string, std::vector<DoseSurface>, std::less<>>;

/// The dose of `exercise`, or nothing when it is not simulated or the body or load lies outside
/// what was fitted.  Activations grow as strength falls with age (rule "strength-age"); forces on
/// the discs do not depend on strength (docs/theory/dose.md).
std::optional<Dose> dose_of(const DoseSurfaces& surfaces, std::string_view exercise,
                            const DoseFor& whose, const Rules& rules);

/// How hard a muscle works over a repetition, on the side that works harder: between its mean and
/// its peak.  [-]
double effort_of(const MuscleDose& muscle);

/// The muscle with the highest peak, and that peak; an empty id where all rest.
struct HardestMuscle {
  std::string muscle;
  double peak = 0.0;  ///< [-]
};
HardestMuscle hardest_of(const Dose& dose);

/// The smallest load at which a peak passes `activation`, and whose it is.
struct LoadedMuscle {
  Mass load;
  std::string muscle;
};
/// Nothing when no muscle gets that far within what was fitted, or nothing was fitted for this
/// body.  The load of `whose` is not looked at.  Closed form, so that it may be asked often.
std::optional<LoadedMuscle> load_where(const DoseSurfaces& surfaces, std::string_view exercise,
                                       const DoseFor& whose, double activation, const Rules& rules);

/// The highest peak compression of any disc at the upper edge of what is likely, as dose_of
/// would give it, without the rest of the dose.
std::optional<Force> hardest_press(const DoseSurfaces& surfaces, std::string_view exercise,
                                   const DoseFor& whose);

/// The file of data/doses/ that holds `surfaces`, all of one exercise; reading it gives them back
/// to six digits.  Written by the fitting program, so that the format stands in one place.
std::string doses_toml(const std::vector<DoseSurface>& surfaces);

}  // namespace strongback
