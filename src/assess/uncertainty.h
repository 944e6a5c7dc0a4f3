#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "body/build.h"
#include "body/tables.h"
#include "movement/motion.h"

namespace strongback {

/// One assumption of the model and how far it may be off: data/body/uncertainty.toml.
struct Doubt {
  std::string id;      ///< "disc-tilt"
  std::string title;   ///< for people
  std::string spread;  ///< for people: one standard deviation, "times 1.25" or "5 deg"
  std::string source;
  double one_sd = 0.0;  ///< the factor, or the shift in SI, of one standard deviation
};

/// An angle of the posture and how far it may be off.
struct PoseDoubt {
  std::string coordinate;  ///< without its side
  double sd = 0.0;         ///< [rad]
  std::string source;
};

struct Uncertainty {
  double cut = 2.5;           ///< [-]  no draw lies further out, in standard deviations
  std::vector<Doubt> doubts;  ///< every one that the program knows, in its order
  std::vector<PoseDoubt> pose;
};

/// What the shares of variance call all angles of the posture together.
inline constexpr const char* kWholePose = "pose";

/// Reads and checks data/body/uncertainty.toml; every problem at once.  Each assumption that the
/// program knows stands there once, and no other.
Checked<Uncertainty> read_uncertainty(const std::string& folder, const BodyTables& tables);

/// What is played in one sample.
struct Sample {
  BodyTables tables;
  Motion motion;
};

/// `sample` with `uncertainty.doubts[which]` off by `z` standard deviations, for the body of
/// `build`.
void doubt(const Uncertainty& uncertainty, std::size_t which, double z, const Build& build,
           Sample& sample);

/// Which angles of `motion` are drawn: one for each uncertain coordinate of each posture.
/// Keyframes with the same posture are one.  A motion that is its own mirror image stays one:
/// both sides share a draw, and what would lean to a side has none.
class PoseDraws {
 public:
  PoseDraws(const Uncertainty& uncertainty, const Motion& motion, const BodyTables& tables);

  [[nodiscard]] std::size_t count() const { return draws_.size(); }
  /// Moves the angles of `motion`, within their ranges, by `z` (count()) standard deviations.  A
  /// drawn angle that balance must keep may give way a little: on what one lies on, not every angle
  /// fits.
  void apply(const std::vector<double>& z, const BodyTables& tables, Motion& motion) const;

 private:
  struct Draw {
    std::vector<std::size_t> keyframes, coordinates;
    double sd = 0.0;  ///< [rad]
  };
  std::vector<Draw> draws_;
};

}  // namespace strongback
