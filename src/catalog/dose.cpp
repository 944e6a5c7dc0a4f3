#include "catalog/dose.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace strongback {
namespace {

constexpr double kMassUnit_kg = 75.0;
constexpr double kHeightUnit_m = 1.72;
constexpr double kLoadUnit_kg = 10.0;
constexpr double kRounding = 1e-9;

std::array<double, kDoseFeatures> features_of(const DoseFor& whose) {
  const double m = in_kilograms(whose.mass) / kMassUnit_kg;
  const double h = whose.height.si() / kHeightUnit_m;
  const double load = in_kilograms(whose.load) / kLoadUnit_kg;
  return {1.0, m, h, load, m * h, load * h, load * m, m * m, load * load};
}

double value_of(const DosePolynomial& polynomial, const DosePolynomial& features) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kDoseFeatures; ++i) sum += polynomial[i] * features[i];
  return sum;
}

bool is_between(double value, double low, double high) {
  return value >= low - kRounding && value <= high + kRounding;
}

bool is_fitted(const DoseSurface& surface, const DoseFor& whose) {
  const DoseBodies& bodies = surface.bodies;
  return surface.sex == whose.sex &&
         is_between(in_kilograms(whose.load), 0.0, in_kilograms(surface.heaviest)) &&
         is_between(in_kilograms(whose.mass), in_kilograms(bodies.lightest),
                    in_kilograms(bodies.heaviest)) &&
         is_between(whose.height.si(), bodies.shortest.si(), bodies.tallest.si());
}

/// The surface that holds this body and load; nullptr when none does.
const DoseSurface* find_fitted(const DoseSurfaces& surfaces, std::string_view exercise,
                               const DoseFor& whose) {
  const auto found = surfaces.find(exercise);
  if (found == surfaces.end()) return nullptr;
  const auto fits = std::find_if(found->second.begin(), found->second.end(),
                                 [&](const DoseSurface& one) { return is_fitted(one, whose); });
  return fits == found->second.end() ? nullptr : &*fits;
}

/// A polynomial at one body as a + b L + c L^2, and where that first passes a value.
struct AlongLoad {
  double a, b, c;

  AlongLoad(const DosePolynomial& p, const DosePolynomial& unloaded)
      : a(value_of(p, unloaded)), b(p[3] + p[5] * unloaded[2] + p[6] * unloaded[1]), c(p[8]) {}

  /// The smallest L from 0 on beyond which the value lies above `most`; infinite when there is
  /// none.
  [[nodiscard]] double first_above(double most) const {
    constexpr double kNever = std::numeric_limits<double>::infinity();
    const double room = most - a;
    if (room < 0.0) return 0.0;
    if (c == 0.0) return b > 0.0 ? room / b : kNever;
    const double discriminant = b * b + 4.0 * c * room;
    if (discriminant < 0.0) return kNever;
    // The stable form of the root (-b + sqrt(D)) / 2c, which is the rising one.
    const double root = std::sqrt(discriminant);
    const double load = b > 0.0 ? 2.0 * room / (b + root) : (root - b) / (2.0 * c);
    return load >= 0.0 && (b > 0.0 || c > 0.0) ? load : kNever;
  }
};

/// Strength left at `age`, as a share of that at 30 (rule "strength-age").  [-]
double strength_at(int age, const Rules& rules) {
  const auto number = [&](const char* key) { return rules.number("strength-age", key); };
  const double years = std::max(0.0, age - number("from_age"));
  return std::max(number("least"), 1.0 - number("yearly") * years);
}

/// A mean and a peak that a polynomial may have put the wrong way round, put right.
struct MeanPeak {
  double mean = 0.0;
  double peak = 0.0;
};
MeanPeak activation_of(double mean, double peak, double strength) {
  const double low = std::clamp(mean / strength, 0.0, 1.0);
  return {low, std::max(low, std::clamp(peak / strength, 0.0, 1.0))};
}
MeanPeak force_of(double mean_N, double peak_N) {
  const double low = std::max(0.0, mean_N);
  return {low, std::max(low, peak_N)};
}

MuscleDose muscle_dose(const std::array<DosePolynomial, 4>& polynomials,
                       const DosePolynomial& features, double strength) {
  const auto at = [&](std::size_t i) { return value_of(polynomials[i], features); };
  const MeanPeak left = activation_of(at(0), at(2), strength);
  const MeanPeak right = activation_of(at(1), at(3), strength);
  return {left.mean, right.mean, left.peak, right.peak};
}

DiscDose disc_dose(const std::array<DosePolynomial, 4>& polynomials,
                   const DosePolynomial& features) {
  const auto at = [&](std::size_t i) { return value_of(polynomials[i], features); };
  const MeanPeak compression = force_of(at(1), at(0));
  const MeanPeak shear = force_of(at(3), at(2));
  return {newtons(compression.peak), newtons(compression.mean), newtons(shear.peak),
          newtons(shear.mean)};
}

}  // namespace

std::optional<Dose> dose_of(const DoseSurfaces& surfaces, std::string_view exercise,
                            const DoseFor& whose, const Rules& rules) {
  const DoseSurface* fits = find_fitted(surfaces, exercise, whose);
  if (!fits) return std::nullopt;
  const DosePolynomial features = features_of(whose);
  const double strength = strength_at(whose.age, rules);
  Dose dose;
  dose.model = fits->model;
  for (const auto& [muscle, polynomials] : fits->muscles) {
    dose.muscles[muscle] = muscle_dose(polynomials, features, strength);
  }
  for (std::size_t d = 0; d < dose.discs.size(); ++d) {
    dose.discs[d] = disc_dose(fits->discs[d], features);
  }
  dose.standing_compression =
      newtons(std::max(0.0, value_of(fits->standing_compression, features)));
  dose.repetition_s = fits->repetition_s;
  dose.likely = fits->likely;
  return dose;
}

double effort_of(const MuscleDose& muscle) {
  return 0.5 * std::max(muscle.left_mean + muscle.left_peak, muscle.right_mean + muscle.right_peak);
}

HardestMuscle hardest_of(const Dose& dose) {
  HardestMuscle hardest;
  for (const auto& [id, muscle] : dose.muscles) {
    const double peak = std::max(muscle.left_peak, muscle.right_peak);
    if (peak > hardest.peak) hardest = {id, peak};
  }
  return hardest;
}

std::optional<LoadedMuscle> load_where(const DoseSurfaces& surfaces, std::string_view exercise,
                                       const DoseFor& whose, double activation,
                                       const Rules& rules) {
  DoseFor unloaded = whose;
  unloaded.load = Mass{};
  const DoseSurface* surface = find_fitted(surfaces, exercise, unloaded);
  if (!surface) return std::nullopt;
  const DosePolynomial features = features_of(unloaded);
  const double most = activation * strength_at(whose.age, rules);
  std::optional<LoadedMuscle> first;
  for (const auto& [muscle, polynomials] : surface->muscles) {
    for (const DosePolynomial& polynomial : polynomials) {
      const Mass load = kilograms(kLoadUnit_kg * AlongLoad(polynomial, features).first_above(most));
      if (load <= surface->heaviest && (!first || load < first->load)) first = {load, muscle};
    }
  }
  return first;
}

std::optional<Force> hardest_press(const DoseSurfaces& surfaces, std::string_view exercise,
                                   const DoseFor& whose) {
  const DoseSurface* fits = find_fitted(surfaces, exercise, whose);
  if (!fits) return std::nullopt;
  const DosePolynomial features = features_of(whose);
  Force most;
  for (std::size_t d = 0; d < fits->discs.size(); ++d) {
    const Force peak = disc_dose(fits->discs[d], features).peak_compression;
    most = std::max(most, newtons(likely_around(in_newtons(peak), fits->likely[d]).high));
  }
  return most;
}

}  // namespace strongback
