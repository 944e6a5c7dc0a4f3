#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/units.h"
#include "body/body.h"
#include "movement/balance.h"
#include "movement/motion.h"

namespace strongback {

/// One instant of a repetition: moving, touching, balanced.
struct PlayedFrame {
  double time_s = 0.0;
  std::string name;  ///< "start", or "between start and end"
  Balanced balanced;
  Eigen::VectorXd rate;          ///< [rad/s, m/s]  (n + 3)
  Eigen::VectorXd acceleration;  ///< [rad/s², m/s²]  (n + 3)
};

/// Why a motion cannot be played: which instant, and what is wrong there.
struct CannotPlay {
  std::string frame;  ///< "end (1.0 s)"
  Unbalanced why;
};

/// A repetition as a schedule for one body: what is wanted at any time, before balance.
class Player {
 public:
  Player() = default;  ///< plays nothing yet
  /// Balances every keyframe of `motion`, carrying `load`; supports stand where the first keyframe
  /// that needs them puts them.
  static tl::expected<Player, CannotPlay> make(PosedBody& posed, const Motion& motion, Mass load);

  [[nodiscard]] double duration_s() const;  ///< 0 for a still posture
  /// The balanced body at `time_s`; leaves `posed` moving in it.  Between keyframes angles follow
  /// the polynomial of least jerk (Flash & Hogan 1985 J Neurosci 5:1688).
  [[nodiscard]] tl::expected<PlayedFrame, CannotPlay> at(PosedBody& posed, double time_s) const;

 private:
  struct Key {
    std::string name;
    double time_s = 0.0;
    Stance stance;             ///< balanced
    std::vector<bool> stands;  ///< for each footing
  };
  [[nodiscard]] Wanted wanted_at(const Key& from, const Key& to, double time_s) const;
  tl::expected<void, CannotPlay> balance_keys(PosedBody& posed);

  std::vector<Key> keys_;
  std::vector<Footing> footings_;  ///< with their anchors
  std::vector<Line> lines_;
  Eigen::VectorXd give_;
  bool hands_on_one_bar_ = false;
  bool is_symmetric_ = false;
  MirrorMap mirror_;
};

}  // namespace strongback
