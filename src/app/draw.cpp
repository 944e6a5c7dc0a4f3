#include "app/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/browse.h"
#include "assess/collect.h"
#include "base/expects.h"
#include "movement/play.h"

namespace strongback {
namespace {

constexpr int kInstants = 21;

/// One instant that may be drawn.
struct Instant {
  double time_s = 0.0;
  Posture posture;
};

/// The keyframe next to `time_s`, without what only tells holds apart: "elbow at the hip".
std::string name_at(const Motion& motion, double time_s) {
  const auto next = std::min_element(
      motion.keyframes.begin(), motion.keyframes.end(), [&](const Keyframe& a, const Keyframe& b) {
        return std::abs(a.time_s - time_s) < std::abs(b.time_s - time_s);
      });
  return next->name.substr(0, next->name.find(','));
}

std::vector<Instant> computed(const std::vector<SolvedFrame>& frames) {
  std::vector<Instant> instants;
  for (const SolvedFrame& frame : frames) {
    instants.push_back(
        {frame.played.time_s, {frame.played.balanced.stance, frame.recruited.activation}});
  }
  return instants;
}

/// The postures alone, for a load that is too heavy; none where they cannot stand either.
std::vector<Instant> played(const Body& body, const Motion& motion, Mass load) {
  PosedBody posed(body);
  const auto player = Player::make(posed, motion, load);
  if (!player) return {};
  std::vector<Instant> instants;
  const int count = player->duration_s() > 0.0 ? kInstants : 1;
  for (int i = 0; i < count; ++i) {
    const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 0.0;
    const auto frame = player->at(posed, share * player->duration_s());
    if (!frame) return {};
    instants.push_back({frame->time_s, {frame->balanced.stance, {}}});
  }
  return instants;
}

/// The first, the one that differs most from it, and with `with_middle` the one halfway.
std::vector<Instant> chosen(const std::vector<Instant>& instants, bool with_middle) {
  std::vector<Instant> few = {instants.front()};
  const Stance& start = instants.front().posture.stance;
  std::size_t end = 0;
  double most = 0.05;  // [rad, m]  less is a posture that is held
  for (std::size_t i = 1; i < instants.size(); ++i) {
    const double away = (instants[i].posture.stance - start).norm();
    if (away <= most + 1e-6) continue;
    most = away;
    end = i;
  }
  if (end == 0) return few;
  if (with_middle) few.push_back(instants[(end + 1) / 2]);
  few.push_back(instants[end]);
  return few;
}

}  // namespace

Figure drawn(const Body& body, const Motion& motion, Mass load, bool with_middle) {
  Figure figure;
  figure.from_right = motion.side != 'l';
  AssessOptions options;
  options.frames = kInstants;
  const auto frames = solve_frames(body, motion, load, options);
  figure.has_activation = frames.has_value();
  const auto instants = frames ? computed(*frames) : played(body, motion, load);
  if (instants.empty()) return figure;
  const auto few = chosen(instants, with_middle);
  std::vector<Posture> postures;
  for (const Instant& instant : few) postures.push_back(instant.posture);
  PosedBody posed(body);
  auto scenes = make_scenes(posed, motion, load, postures);
  for (std::size_t i = 0; i < few.size(); ++i) {
    figure.panels.push_back({name_at(motion, few[i].time_s), std::move(scenes[i])});
  }
  return figure;
}

Outcome<DrawAnswer> draw_exercise(const Catalog& catalog, const Engine& engine,
                                  const SimulateOrder& order, bool with_middle) {
  auto answer = simulate_exercise(catalog, engine, order);
  if (!answer) return tl::unexpected(answer.error());
  const Exercise& exercise = *answer->simulation.exercise;
  const auto motion = engine.find_motion(exercise.id, engine.tables);
  if (!motion) return tl::unexpected(motion.error());
  if (!*motion) {
    return tl::unexpected<Failure>(
        NotFound{fmt::format("the model has no motion for '{}' yet", exercise.id),
                 "'strongback exercise ID' shows it in words"});
  }
  const auto body = make_body(engine.tables, build_of(answer->person));
  expects(body.has_value(), "a person's build was checked");
  Figure figure = drawn(*body, (*motion)->motion, answer->simulation.load, with_middle);
  figure.id = exercise.id;
  figure.title = exercise.name;
  return DrawAnswer{std::move(answer->person), std::move(answer->simulation), std::move(figure)};
}

}  // namespace strongback
