#include "movement/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/expects.h"
#include "movement/setting_up.h"

namespace strongback {
namespace {

Stance stance_of(const Keyframe& keyframe) {
  const auto count = static_cast<Eigen::Index>(keyframe.angles.size());
  constexpr double kHipHeight = 0.9;  // [m]  where the search begins
  Stance stance = Stance::Zero(count + 3);
  stance.head(count) = Eigen::Map<const Eigen::VectorXd>(keyframe.angles.data(), count);
  stance[count + 1] = kHipHeight;
  return stance;
}

std::string spoken(const std::string& name, double time_s) {
  return fmt::format("{} ({:.1f} s)", name, time_s);
}

/// The points of a footing where they are now.
std::vector<Eigen::Vector3d> standing(const PosedBody& posed, const Footing& footing) {
  std::vector<Eigen::Vector3d> points;
  for (const Point& p : footing.points) points.push_back(posed.point(footing.segment, p));
  return points;
}

double length_of(const PosedBody& posed, const Line& line) {
  const Eigen::Vector3d& a = line.anchor;
  const Eigen::Vector3d end =
      line.anchor_part ? posed.point(*line.anchor_part, {a.x(), a.y(), a.z()}) : a;
  return (end - posed.point(line.segment, line.at)).norm();
}

/// Share of the way, its rate and its acceleration at `t` of `duration`: least jerk.
struct Way {
  double done = 0.0, rate = 0.0, acceleration = 0.0;
};

Way least_jerk(double t, double duration) {
  const double u = std::clamp(t / duration, 0.0, 1.0);
  return {u * u * u * (10.0 - 15.0 * u + 6.0 * u * u),
          30.0 * u * u * (1.0 - u) * (1.0 - u) / duration,
          60.0 * u * (1.0 - u) * (1.0 - 2.0 * u) / (duration * duration)};
}

/// A posture that balance has bent into another one is not the exercise any more: the load pulls
/// the body over.
std::optional<Unbalanced> strayed(const Body& body, const Wanted& wanted, const Stance& balanced) {
  constexpr double kFar = 20.0 * kDegree;  // (design values) or twice what the motion sets free
  for (const char* name : {"pelvis_tilt", "pelvis_list"}) {
    const int i = coordinate_index(body.tables(), name);
    const double away = std::abs(balanced[i] - wanted.stance[i]);
    if (away <= std::max(kFar, 2.0 * wanted.give[i])) continue;
    return Unbalanced{fmt::format("to stay up, the body would lean {:.0f} degrees away from the "
                                  "posture",
                                  away / kDegree),
                      0.0, 0.0};
  }
  return std::nullopt;
}

}  // namespace

/// Balances the keyframes in order; the first that needs a footing says where it stands.
tl::expected<void, CannotPlay> Player::balance_keys(PosedBody& posed) {
  for (Footing& footing : footings_) footing.anchors.clear();
  for (Key& key : keys_) {
    const Wanted wanted = wanted_at(key, key, key.time_s);
    const auto balanced = balance(posed, wanted);
    if (!balanced) {
      return tl::unexpected(CannotPlay{spoken(key.name, key.time_s), balanced.error()});
    }
    if (auto why = strayed(posed.body(), wanted, balanced->stance)) {
      return tl::unexpected(CannotPlay{spoken(key.name, key.time_s), std::move(*why)});
    }
    key.stance = balanced->stance;
    for (std::size_t f = 0; f < footings_.size(); ++f) {
      Footing& footing = footings_[f];
      if (key.stands[f] && footing.anchors.empty() && !footing.slides)
        footing.anchors = standing(posed, footing);
    }
    for (Line& line : lines_) line.full = std::max(line.full, length_of(posed, line));
  }
  return {};
}

Wanted Player::wanted_at(const Key& from, const Key& to, double time_s) const {
  Wanted wanted;
  wanted.give = give_;
  wanted.lines = lines_;
  wanted.hands_on_one_bar = hands_on_one_bar_;
  wanted.mirror = is_symmetric_ ? &mirror_ : nullptr;
  const double duration = to.time_s - from.time_s;
  const Way way = duration > 0.0 ? least_jerk(time_s - from.time_s, duration) : Way{};
  const Eigen::VectorXd change = to.stance - from.stance;
  wanted.stance = from.stance + way.done * change;
  wanted.rate = way.rate * change;
  wanted.acceleration = way.acceleration * change;
  for (std::size_t f = 0; f < footings_.size(); ++f) {
    if (from.stands[f] && to.stands[f]) wanted.footings.push_back(footings_[f]);
  }
  return wanted;
}

tl::expected<Player, CannotPlay> Player::make(PosedBody& posed, const Motion& motion, Mass load) {
  Player player;
  const Body& body = posed.body();
  carry_loads(motion, load, posed);
  player.give_ = give_of(motion, body);
  player.footings_ = footings_of(motion, body);
  player.is_symmetric_ = is_symmetric(motion, body.tables());
  player.mirror_ = make_mirror_map(body.tables());
  player.lines_ = lines_of(motion, body, load);
  player.hands_on_one_bar_ =
      std::any_of(motion.loads.begin(), motion.loads.end(),
                  [](const Load& held) { return held.place == LoadPlace::Hands; });
  const auto set_keys = [&] {
    player.keys_.clear();
    for (const Keyframe& keyframe : motion.keyframes) {
      player.keys_.push_back(
          {keyframe.name, keyframe.time_s, stance_of(keyframe), keyframe.stands});
    }
  };
  // A band's pull follows from its longest length, which is known once the postures stand.
  const bool has_bands = std::any_of(player.lines_.begin(), player.lines_.end(),
                                     [](const Line& line) { return line.slack > 0.0; });
  if (has_bands) {
    const auto lines = player.lines_;
    for (Line& line : player.lines_) line.tension = 0.0;
    set_keys();
    if (auto done = player.balance_keys(posed); !done) return tl::unexpected(done.error());
    for (std::size_t i = 0; i < lines.size(); ++i) player.lines_[i].tension = lines[i].tension;
  }
  set_keys();
  if (auto done = player.balance_keys(posed); !done) return tl::unexpected(done.error());
  return player;
}

double Player::duration_s() const { return keys_.back().time_s; }

tl::expected<PlayedFrame, CannotPlay> Player::at(PosedBody& posed, double time_s) const {
  expects(time_s >= 0.0 && time_s <= duration_s() + 1e-9, "the time lies within the repetition");
  std::size_t i = 0;
  while (i + 2 < keys_.size() && time_s >= keys_[i + 1].time_s) ++i;
  const Key& from = keys_[i];
  const Key& to = keys_[std::min(i + 1, keys_.size() - 1)];
  const Wanted wanted = wanted_at(from, to, time_s);
  const bool is_key = time_s <= from.time_s + 1e-9 || time_s >= to.time_s - 1e-9;
  PlayedFrame frame;
  frame.time_s = time_s;
  frame.name = is_key ? (time_s <= from.time_s + 1e-9 ? from.name : to.name)
                      : fmt::format("between {} and {}", from.name, to.name);
  const auto balanced = balance(posed, wanted);
  if (!balanced) return tl::unexpected(CannotPlay{spoken(frame.name, time_s), balanced.error()});
  frame.balanced = *balanced;
  frame.rate = wanted.rate;
  frame.acceleration = wanted.acceleration;
  return frame;
}

}  // namespace strongback
