#pragma once

#include <Eigen/Core>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "body/body.h"
#include "mechanics/least_effort.h"

namespace strongback {

/// One point where the world pushes on the body.
struct Contact {
  int segment = 0;
  Eigen::Vector3d at;      ///< [m]  in the world
  Eigen::Vector3d normal;  ///< [-]  the way the world pushes
  double friction = 0.6;   ///< [-]
  bool holds = false;      ///< a grip or a strap: may pull, too, in every direction
};

/// A given force on the body: a cable, a band.
struct Pull {
  int segment = 0;
  Eigen::Vector3d at;     ///< [m]  in the world
  Eigen::Vector3d force;  ///< [N]
};

/// What acts on a posed body besides its own weight and the masses that it carries.
struct Setting {
  std::vector<Contact> contacts;
  std::vector<Pull> pulls;
  bool hands_on_one_bar = false;  ///< the hands may push against each other along the bar
};

struct RecruitOptions {
  bool cocontraction = true;
};

/// What one disc carries.  Shapes and signs: the force of the upper vertebra on the lower one, in
/// the frame of the disc; compression presses, shear is positive forward.
struct DiscForce {
  double compression = 0.0;  ///< [N]
  double shear = 0.0;        ///< [N]  forward
  double side_shear = 0.0;   ///< [N]  to the right
  double twist =
      0.0;  ///< [N·m]  what the load turns the trunk by, to the left, about the disc's normal
};

/// How the muscles share one instant's work.  m fascicles in the order of the body's tables.
struct Recruitment {
  Eigen::VectorXd activation;            ///< [-]  (m)
  Eigen::VectorXd force;                 ///< [N]  (m)
  std::array<DiscForce, 6> discs;        ///< L5/S1 first
  std::vector<Eigen::Vector3d> contact;  ///< [N]  force on the body, in the order of the setting
  double iap = 0.0;                      ///< [Pa]  pressure in the abdomen
  double residual_force = 0.0;           ///< [N]    largest part of an equation left open
  double residual_moment = 0.0;          ///< [N·m]  likewise; what reserves carry included
  std::vector<std::pair<int, double>> reserves;  ///< [N·m]  by degree of freedom
  double plain_compression = 0.0;                ///< [N]  of L4/L5 without co-contraction
};

/// Why there is no recruitment: even at full effort this much is missing.
struct NotRecruited {
  bool is_infeasible = false;         ///< false: the solver did not converge
  std::vector<std::string> at_limit;  ///< fascicles at full effort
  double missing_force = 0.0;         ///< [N]
  double missing_moment = 0.0;        ///< [N·m]
  std::string missing_at;             ///< the degree of freedom that lacks most
};

/// Shares the work of one posed instant among muscles, contacts, pressure and stops:
///
///     minimize    ½ Σ aᵢ² + small quadratic costs of the rest
///     subject to  every equation of motion, 0 ≤ aᵢ ≤ 1, contacts push inside friction pyramids
///
/// (quadratic criterion of static optimization, Crowninshield & Brand 1981 with power 2).  With
/// co-contraction, the abdominal wall holds at least what the rule of data/body/mechanics.toml
/// asks, which grows with the compression that the plain answer puts on L4/L5.  The search
/// starts from the answer to the instant before, which changes speed and the last digits only.
class Recruiter {
 public:
  explicit Recruiter(const Body& body);
  ~Recruiter();
  Recruiter(Recruiter&&) noexcept;
  Recruiter& operator=(Recruiter&&) noexcept;
  Recruiter(const Recruiter&) = delete;
  Recruiter& operator=(const Recruiter&) = delete;
  [[nodiscard]] tl::expected<Recruitment, NotRecruited> recruit(PosedBody& posed,
                                                                const Setting& setting,
                                                                const RecruitOptions& options = {});

 private:
  struct Instant;
  Body body_;
  std::unique_ptr<Instant> instant_;
  EffortSolver solver_;
  std::optional<EffortAnswer> before_;  // of the instant before, without co-contraction
};

}  // namespace strongback
