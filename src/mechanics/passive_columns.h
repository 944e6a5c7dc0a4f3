#pragma once

#include "mechanics/columns.h"

namespace strongback {

/// [-]  Of its unit: more than ground, bone or ligament is ever asked to hold.  With an end to
/// every column it can be proven that nothing holds a posture.
inline constexpr double kHolds = 20.0;

/// Writes one column after the other over those of an earlier instant, whose memory it takes.
class ColumnWriter {
 public:
  explicit ColumnWriter(Columns& columns)
      : columns_(columns), on_(Eigen::VectorXd::Zero(columns.needed.size())) {}

  [[nodiscard]] const ColumnTable& table() const { return *columns_.table; }
  [[nodiscard]] int count() const { return static_cast<int>(count_); }
  /// (dofs)  what the next column does, for the caller to add to.
  Eigen::VectorXd& on() { return on_; }
  /// The next column, with the entries of `on` that are not zero.
  void add(double low, double high);
  /// The next column, which acts on one degree of freedom.
  void add(int dof, double unit, double low, double high);
  /// The next column, for the caller to fill.
  Actuator& next(double low, double high);

 private:
  Columns& columns_;
  Eigen::VectorXd on_;
  std::size_t count_ = 0;
};

/// One column for each thing that holds without effort: the straight end of a hinge, the ribs under
/// the shoulder blades, the sockets of the shoulders, ligaments.
void add_passive(const PosedBody& posed, ColumnWriter& writer);

}  // namespace strongback
