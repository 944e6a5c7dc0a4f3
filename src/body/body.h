#pragma once

#include <Eigen/Core>
#include <memory>
#include <string>
#include <vector>

#include "body/build.h"
#include "body/tables.h"

namespace strongback {

/// A posture: the angles of BodyTables::coordinates, then the place of the pelvis in the world.
///
/// [rad], [m]  (n + 3)  n coordinates.
using Stance = Eigen::VectorXd;

/// Where a held or worn mass sits.
enum class Carrier { HandRight, HandLeft, Back, Chest };

/// One fascicle's pull on the degrees of freedom that it crosses.
struct Arm {
  int dof = 0;
  double meters = 0.0;  ///< [m] or [-]  generalized force per newton of pull
};

/// One person as a mechanical model: segments, joints and muscles scaled to a build.  Cheap to
/// copy; holds no state.  MuJoCo does kinematics, wrapping and dynamics.
class Body {
 public:
  /// The tables after scaling.
  [[nodiscard]] const BodyTables& tables() const;
  [[nodiscard]] const Build& build() const;
  [[nodiscard]] int dofs() const;
  /// The degrees of freedom that muscles must hold in equilibrium: all but the sliding of the
  /// discs, whose forces are read out, and the wrists, which are locked.
  [[nodiscard]] const std::vector<int>& rows() const;
  /// "L4 turn x", "knee_r"; for messages.
  [[nodiscard]] const std::string& dof_name(int dof) const;
  /// First degree of freedom of the sliding (x, y, z of the segment below) of disc `index`.
  [[nodiscard]] int disc_slide(int index) const;
  /// First degree of freedom of the turning of a segment's joint, or -1.
  [[nodiscard]] int turn_dof(const std::string& segment) const;
  /// MuJoCo's number of the hinge or of the turning joint of a segment; it must exist.
  [[nodiscard]] int joint(const std::string& segment) const;
  /// True for a degree of freedom in meters.
  [[nodiscard]] bool is_slide(int dof) const;
  /// MuJoCo's number of a segment; the segment must exist.
  [[nodiscard]] int segment(const std::string& id) const;
  /// [m]  where a segment's joint sits in its parent's frame; the segment must exist.
  [[nodiscard]] Eigen::Vector3d joint_in_parent(const std::string& id) const;
  /// [N]  mean strength of a fascicle of this body.
  [[nodiscard]] double strength_unit() const;
  /// [-]  that mean over the reference body's.
  [[nodiscard]] double strength_ratio() const;
  /// The model as MJCF.
  [[nodiscard]] std::string mjcf() const;

  struct Parts;  // what MuJoCo holds
  explicit Body(std::shared_ptr<const Parts> parts);
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::shared_ptr<const Parts> parts_;
};

/// The body of `build`.  Problems: a build outside 120-220 cm or 30-250 kg, or tables that do not
/// fit together.
Checked<Body> make_body(const BodyTables& tables, const Build& build);

/// How segments move with the coordinates of a stance: what `PosedBody::jacobian` says times
/// `coordinate_map`, without making either.  Shapes: n coordinates and the 3 of the place.
class Moves {
 public:
  /// [m per rad, m per m]  (3 x n + 3)  of the world point `at` moving with `segment`.
  [[nodiscard]] Eigen::Matrix3Xd of_point(int segment, const Eigen::Vector3d& at) const;
  /// [m per rad, m per m]  (n + 3)  the same along `way` alone.
  [[nodiscard]] Eigen::RowVectorXd of_point_along(int segment, const Eigen::Vector3d& at,
                                                  const Eigen::Vector3d& way) const;
  /// [m per rad, m per m]  (3 x n + 3)
  [[nodiscard]] const Eigen::Matrix3Xd& of_center_of_mass() const { return center_of_mass_; }

 private:
  friend class PosedBody;
  using Twists = Eigen::Matrix<double, 6, Eigen::Dynamic>;  // turning, then sliding at `about_`
  std::vector<Twists> twists_;                              // of each segment
  Eigen::Vector3d about_;
  Eigen::Matrix3Xd center_of_mass_;
};

/// A body in one posture, one workspace for many postures.  Not thread-safe: one for each thread.
class PosedBody {
 public:
  explicit PosedBody(const Body& body);
  ~PosedBody();
  PosedBody(const PosedBody&) = delete;
  PosedBody& operator=(const PosedBody&) = delete;

  [[nodiscard]] const Body& body() const { return body_; }

  /// Puts a mass where `carrier` says; it moves with the body from now on.
  void carry(Carrier carrier, double kilograms);
  /// [kg]  what it carries there.
  [[nodiscard]] double carried(Carrier carrier) const;

  /// Places the body: kinematics only.
  void pose(const Stance& stance);
  /// Places the body in motion: also velocities and inverse dynamics.
  ///   rate [rad/s, m/s] and acceleration [rad/s², m/s²]  (n + 3)
  void move(const Stance& stance, const Eigen::VectorXd& rate, const Eigen::VectorXd& acceleration);

  /// [N·m, N]  (dofs)  generalized force that the posed body needs: weight and inertia.
  [[nodiscard]] const Eigen::VectorXd& demand() const { return demand_; }
  /// [rad, m]  (nq)  MuJoCo's position of the posed body, and its derivatives (dofs).
  [[nodiscard]] Eigen::VectorXd qpos() const;
  [[nodiscard]] Eigen::VectorXd qvel() const;
  [[nodiscard]] Eigen::VectorXd qacc() const;
  /// [m]  world position of a point fixed to a segment.
  [[nodiscard]] Eigen::Vector3d point(int segment, const Point& local) const;
  [[nodiscard]] Eigen::Matrix3d orientation(int segment) const;
  /// [rad]  how far a hinge is turned about its axis
  [[nodiscard]] double hinge(const std::string& segment) const;
  /// [rad]  the turning of a ball or disc joint as a vector in the segment's own frame
  [[nodiscard]] Eigen::Vector3d turning(const std::string& segment) const;
  /// The same of Body::joint.
  [[nodiscard]] double hinge(int joint) const;
  [[nodiscard]] Eigen::Vector3d turning(int joint) const;
  /// Adds the generalized force of `force` [N] at the world point `at` of `segment`: its Jacobian's
  /// transpose times the force, over the joints that move the segment alone.
  void add_force(int segment, const Eigen::Vector3d& at, const Eigen::Vector3d& force,
                 Eigen::VectorXd& on) const;
  /// The same of a pair: `force` on `segment` at the world point `at`, and its opposite on `other`
  /// somewhere on the same line.  Only the joints between the two feel it.
  void add_pair(int segment, int other, const Eigen::Vector3d& at, const Eigen::Vector3d& force,
                Eigen::VectorXd& on) const;
  /// The same of a moment [N·m].
  void add_moment(int segment, const Eigen::Vector3d& moment, Eigen::VectorXd& on) const;
  /// (3 x dofs)  of the world point `at` moving with `segment`.
  [[nodiscard]] Eigen::Matrix3Xd jacobian(int segment, const Eigen::Vector3d& at) const;
  /// (3 x dofs)  how fast `segment` turns, in the world.
  [[nodiscard]] Eigen::Matrix3Xd turning_jacobian(int segment) const;
  /// [m]  where a load is carried
  [[nodiscard]] Eigen::Vector3d grip(Carrier carrier) const;
  [[nodiscard]] Eigen::Vector3d center_of_mass() const;
  [[nodiscard]] Eigen::Matrix3Xd center_of_mass_jacobian() const;
  [[nodiscard]] double total_mass() const;  ///< [kg]  loads included
  /// (dofs x n + 3)  how degrees of freedom move with the coordinates of the stance.
  [[nodiscard]] Eigen::MatrixXd coordinate_map(const Stance& stance) const;
  /// How the posed body moves; `stance` is the present one.
  [[nodiscard]] Moves moves(const Stance& stance) const;
  /// Arms of every fascicle in the order of tables().fascicles, on each degree of freedom that it
  /// may cross, 0 where it does not; reuses the memory of `arms`.
  void arms(std::vector<std::vector<Arm>>& arms);
  /// The same by MuJoCo's tendons: slower, the oracle of arms().
  void arms_by_mujoco(std::vector<std::vector<Arm>>& arms);
  /// [m]  (fascicles)  path lengths; after either of them.
  [[nodiscard]] const Eigen::VectorXd& lengths() const;

 private:
  struct Work;
  Body body_;
  std::unique_ptr<Work> work_;
  Eigen::VectorXd demand_;
};

}  // namespace strongback
