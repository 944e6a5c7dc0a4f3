#include "assess/fit_doses.h"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <optional>

namespace strongback {
namespace {

constexpr std::array<double, 4> kHeights = {1.50, 1.62, 1.75, 1.90};        // [m]
constexpr std::array<double, 5> kMasses = {45.0, 60.0, 75.0, 95.0, 120.0};  // [kg]
constexpr std::array<double, 4> kLoadShares = {0.0, 0.33, 0.67, 1.0};
constexpr double kLeanest = 16.5, kStoutest = 42.0;  // [kg/m²]  bodies that there are

/// One full run: whose, and what came out.
struct Run {
  DoseFor whose;
  Dose dose;
};

std::array<double, kDoseFeatures> features(const DoseFor& whose) {
  const double m = in_kilograms(whose.mass) / 75.0;
  const double h = whose.height.si() / 1.72;
  const double load = in_kilograms(whose.load) / 10.0;
  return {1.0, m, h, load, m * h, load * h, load * m, m * m, load * load};
}

AssessOptions run_options() {
  AssessOptions options;
  options.find_tiring_load = false;
  constexpr int kFrames = 11;
  options.frames = kFrames;
  return options;
}

std::vector<DoseFor> bodies(Sex sex, const std::vector<double>& heights,
                            const std::vector<double>& masses) {
  std::vector<DoseFor> all;
  for (const double height : heights) {
    for (const double mass : masses) {
      const double index = mass / (height * height);
      if (index < kLeanest || index > kStoutest) continue;
      all.push_back({meters(height), kilograms(mass), sex, 30, Mass{}});
    }
  }
  return all;
}

void add_runs(const BodyTables& tables, const Motion& motion, const DoseFor& whose,
              const std::vector<double>& loads_kg, std::vector<Run>& runs) {
  const auto body = make_body(tables, {whose.height, whose.mass, whose.sex, whose.age});
  if (!body) return;
  const auto standing = standing_on(*body, run_options());
  if (!standing) return;
  for (const double load_kg : loads_kg) {
    const auto answer = assess_on(*body, *standing, motion, kilograms(load_kg), run_options());
    if (!answer) continue;
    runs.push_back({whose, to_dose(*answer)});
    runs.back().whose.load = kilograms(load_kg);
  }
}

/// The load up to which it is fitted [kg]: what tires a strong body of this sex in few repetitions.
double heaviest_load(const BodyTables& tables, const Motion& motion, Sex sex) {
  if (motion.loads.empty()) return 0.0;
  AssessOptions options = run_options();
  options.find_tiring_load = true;
  const auto answer = assess_motion(tables, {meters(1.80), kilograms(85.0), sex, 30}, motion,
                                    kilograms(1.0), options);
  constexpr double kUnknown = 20.0;  // no muscle tires: legs and hips carry it
  return answer && answer->tiring ? answer->tiring->best_kg : kUnknown;
}

/// Least squares of one figure over all runs.
class Fit {
 public:
  explicit Fit(const std::vector<Run>& runs, bool has_loads) : count_(has_loads ? 9 : 5) {
    constexpr std::array<std::size_t, 5> kWithoutLoad = {0, 1, 2, 4, 7};
    for (std::size_t i = 0; i < kDoseFeatures; ++i) used_.push_back(i);
    if (!has_loads) used_.assign(kWithoutLoad.begin(), kWithoutLoad.end());
    Eigen::MatrixXd rows(static_cast<Eigen::Index>(runs.size()),
                         static_cast<Eigen::Index>(used_.size()));
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const auto all = features(runs[r].whose);
      for (std::size_t c = 0; c < used_.size(); ++c) {
        rows(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(c)) = all[used_[c]];
      }
    }
    solver_.compute(rows);
  }

  template <class Figure>
  [[nodiscard]] DosePolynomial through(const std::vector<Run>& runs, const Figure& figure) const {
    Eigen::VectorXd values(static_cast<Eigen::Index>(runs.size()));
    for (std::size_t r = 0; r < runs.size(); ++r) {
      values[static_cast<Eigen::Index>(r)] = figure(runs[r].dose);
    }
    const Eigen::VectorXd found = solver_.solve(values);
    DosePolynomial polynomial{};
    for (std::size_t c = 0; c < used_.size(); ++c) {
      polynomial[used_[c]] = found[static_cast<Eigen::Index>(c)];
    }
    return polynomial;
  }

  [[nodiscard]] std::size_t least_runs() const { return 2 * count_; }

 private:
  std::size_t count_;
  std::vector<std::size_t> used_;
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver_;
};

double value_of(const DosePolynomial& polynomial, const DoseFor& whose) {
  const auto all = features(whose);
  double sum = 0.0;
  for (std::size_t i = 0; i < kDoseFeatures; ++i) sum += polynomial[i] * all[i];
  return sum;
}

void fit_muscles(const std::vector<Run>& runs, const Fit& fit, DoseSurface& surface) {
  constexpr double kRests = 0.02;  // [-]  a muscle below this in every run is left out
  for (const auto& [muscle, unused] : runs.front().dose.muscles) {
    const auto of = [&, id = muscle](const Dose& dose) -> const MuscleDose& {
      return dose.muscles.at(id);
    };
    const bool rests = std::all_of(runs.begin(), runs.end(), [&](const Run& run) {
      return std::max(of(run.dose).left_peak, of(run.dose).right_peak) < kRests;
    });
    if (rests) continue;
    surface.muscles[muscle] = {
        fit.through(runs, [&](const Dose& dose) { return of(dose).left_mean; }),
        fit.through(runs, [&](const Dose& dose) { return of(dose).right_mean; }),
        fit.through(runs, [&](const Dose& dose) { return of(dose).left_peak; }),
        fit.through(runs, [&](const Dose& dose) { return of(dose).right_peak; })};
  }
}

void fit_discs(const std::vector<Run>& runs, const Fit& fit, DoseSurface& surface) {
  for (std::size_t i = 0; i < surface.discs.size(); ++i) {
    const auto force = [&](Force DiscDose::* member) {
      return fit.through(runs, [&](const Dose& dose) { return in_newtons(dose.discs[i].*member); });
    };
    surface.discs[i] = {force(&DiscDose::peak_compression), force(&DiscDose::mean_compression),
                        force(&DiscDose::peak_shear), force(&DiscDose::mean_shear)};
  }
  surface.standing_compression =
      fit.through(runs, [](const Dose& dose) { return in_newtons(dose.standing_compression); });
}

/// Against full runs of bodies and loads between those of the grid.
double worst_error(const BodyTables& tables, const Motion& motion, const DoseSurface& surface) {
  std::vector<Run> runs;
  const double heaviest = in_kilograms(surface.heaviest);
  std::vector<double> loads = {0.0};
  if (heaviest > 0.0) loads = {0.2 * heaviest, 0.5 * heaviest, 0.8 * heaviest};
  for (const DoseFor& whose : bodies(surface.sex, {1.56, 1.68, 1.82}, {52.0, 67.0, 84.0, 104.0})) {
    add_runs(tables, motion, whose, loads, runs);
  }
  double worst = 0.0;
  for (const Run& run : runs) {
    const double computed = in_newtons(run.dose.discs[kL4L5].peak_compression);
    const double fitted = value_of(surface.discs[kL4L5][0], run.whose);
    worst = std::max(worst, std::abs(fitted - computed) / computed);
  }
  return worst;
}

/// The surface of one sex up to `heaviest` [kg]; nothing where too few bodies play it.
std::optional<DoseSurface> fit_surface(const BodyTables& tables, const Motion& motion, Sex sex,
                                       double heaviest) {
  std::vector<double> loads = {0.0};
  if (heaviest > 0.0) {
    loads.clear();
    for (const double share : kLoadShares) loads.push_back(share * heaviest);
  }
  std::vector<Run> runs;
  for (const DoseFor& whose :
       bodies(sex, {kHeights.begin(), kHeights.end()}, {kMasses.begin(), kMasses.end()})) {
    add_runs(tables, motion, whose, loads, runs);
  }
  if (runs.empty()) return std::nullopt;
  const Fit fit(runs, heaviest > 0.0);
  if (runs.size() < fit.least_runs()) return std::nullopt;
  DoseSurface surface;
  surface.exercise = motion.id;
  surface.model = tables.version;
  surface.sex = sex;
  surface.heaviest = kilograms(heaviest);
  surface.bodies = {kilograms(kMasses.front()), kilograms(kMasses.back()), meters(kHeights.front()),
                    meters(kHeights.back())};
  surface.repetition_s = runs.front().dose.repetition_s;
  fit_muscles(runs, fit, surface);
  fit_discs(runs, fit, surface);
  surface.worst_error = worst_error(tables, motion, surface);
  return surface;
}

}  // namespace

std::vector<DoseSurface> fit_doses(const BodyTables& tables, const Motion& motion) {
  // Near a body's limit presses grow faster than a surface can follow: then it ends earlier.
  constexpr double kTolerated = 0.2, kShorter = 0.75;
  constexpr int kMostTries = 5;
  std::vector<DoseSurface> surfaces;
  if (!motion.leaves_out.empty()) return surfaces;
  for (const Sex sex : {Sex::Female, Sex::Male}) {
    double heaviest = heaviest_load(tables, motion, sex);
    auto surface = fit_surface(tables, motion, sex, heaviest);
    for (int i = 1; i < kMostTries && heaviest > 0.0; ++i) {
      if (!surface || surface->worst_error <= kTolerated) break;
      heaviest *= kShorter;
      surface = fit_surface(tables, motion, sex, heaviest);
    }
    if (surface) surfaces.push_back(std::move(*surface));
  }
  return surfaces;
}

}  // namespace strongback
