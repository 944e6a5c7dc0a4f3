#include "app/draw.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/moving_exercise.h"
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

struct Instants {
  bool has_activation = true;
  std::vector<Instant> instants;  // none where the body cannot stand so
};

Instants instants_of(const Body& body, const Motion& motion, Mass load) {
  AssessOptions options;
  options.frames = kInstants;
  const auto frames = solve_frames(body, motion, load, options);
  if (frames) return {true, computed(*frames)};
  return {false, played(body, motion, load)};
}

std::vector<Posture> postures_of(const std::vector<Instant>& instants) {
  std::vector<Posture> postures;
  for (const Instant& instant : instants) postures.push_back(instant.posture);
  return postures;
}

std::vector<SegmentPlace> places_of(const PosedBody& posed) {
  std::vector<SegmentPlace> places;
  for (const Segment& segment : posed.body().tables().segments) {
    const int number = posed.body().segment(segment.id);
    const Eigen::Vector3d at = posed.point(number, {0.0, 0.0, 0.0});
    const Eigen::Quaterniond turn(posed.orientation(number));
    places.push_back({{at.x(), at.y(), at.z()}, {turn.w(), turn.x(), turn.y(), turn.z()}});
  }
  return places;
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

/// Every exercise that a program asks for, with the load of its first set.
std::map<std::string, Mass> loads_in(const Program& program) {
  std::map<std::string, Mass> loads;
  const auto add = [&](const PlannedExercise& planned) {
    loads.emplace(planned.id, planned.load.value_or(Mass{}));
  };
  for (const PlannedExercise& planned : program.small_list) add(planned);
  for (const PlannedWeek& week : program.weeks) {
    for (const PlannedSession& session : week.sessions) {
      for (const PlannedExercise& planned : session.exercises) add(planned);
    }
  }
  return loads;
}

constexpr const char* kInWords = "'strongback exercise ID' shows it in words";

/// As it was simulated, with the panels of its motion.
DrawAnswer drawing_of(Person person, Simulation simulation, const Motion& motion, const Body& body,
                      bool with_middle) {
  Figure figure = drawn(body, motion, simulation.load, with_middle);
  figure.id = simulation.exercise->id;
  figure.title = simulation.exercise->name;
  return {std::move(person), std::move(simulation), std::move(figure)};
}

}  // namespace

Outcome<std::map<std::string, std::string>> pictures_of(const Program& program,
                                                        const Person& person,
                                                        const Engine& engine) {
  constexpr double kHeight = 150.0;  // [px]
  const Body body = body_of(engine, person);
  std::map<std::string, std::string> pictures;
  for (const auto& [id, load] : loads_in(program)) {
    const auto motion = motion_of(id, engine);
    if (!motion) return tl::unexpected(motion.error());
    if (!*motion) continue;
    Figure figure = drawn(body, **motion, load, false);
    if (figure.panels.empty()) continue;
    figure.id = id;
    figure.title = id;
    pictures[id] = strip_svg(figure, false, kHeight);
  }
  return pictures;
}

Figure drawn(const Body& body, const Motion& motion, Mass load, bool with_middle) {
  Figure figure;
  figure.from_right = motion.side != 'l';
  const Instants all = instants_of(body, motion, load);
  figure.has_activation = all.has_activation;
  if (all.instants.empty()) return figure;
  const auto few = chosen(all.instants, with_middle);
  PosedBody posed(body);
  auto scenes = make_scenes(posed, motion, load, postures_of(few));
  for (std::size_t i = 0; i < few.size(); ++i) {
    figure.panels.push_back({name_at(motion, few[i].time_s), std::move(scenes[i])});
  }
  return figure;
}

Outcome<DrawAnswer> draw_exercise(const Catalog& catalog, const Engine& engine,
                                  const SimulateOrder& order) {
  auto moving = move_exercise(catalog, engine, order, kInWords);
  if (!moving) return tl::unexpected(moving.error());
  return drawing_of(std::move(moving->answer.person), std::move(moving->answer.simulation),
                    moving->motion, moving->body, false);
}

Outcome<PlayAnswer> play_exercise(const Catalog& catalog, const Engine& engine,
                                  const SimulateOrder& order) {
  const auto moving = move_exercise(catalog, engine, order, kInWords);
  if (!moving) return tl::unexpected(moving.error());
  const Simulation& simulation = moving->answer.simulation;
  const BodyTables& tables = moving->body.tables();
  PlayAnswer answer{simulation, std::nullopt, tables};
  const Instants all = instants_of(moving->body, moving->motion, simulation.load);
  if (all.instants.empty()) return answer;
  PosedBody posed(moving->body);
  auto scenes = make_scenes(posed, moving->motion, simulation.load, postures_of(all.instants));
  answer.played = PlayedMotion{simulation.exercise->id,
                               tables.version,
                               in_kilograms(simulation.load),
                               all.has_activation,
                               {}};
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    posed.pose(all.instants[i].posture.stance);
    answer.played->instants.push_back(
        {all.instants[i].time_s, places_of(posed), std::move(scenes[i])});
  }
  return answer;
}

Outcome<std::vector<DrawAnswer>> draw_all(const Catalog& catalog, const Engine& engine,
                                          const std::string& person_path, int threads,
                                          const Progress& progress) {
  std::vector<const Exercise*> exercises;
  std::vector<Motion> motions;
  for (const Exercise& exercise : catalog.exercises) {
    auto motion = motion_of(exercise.id, engine);
    if (!motion) return tl::unexpected(motion.error());
    if (!*motion) continue;
    exercises.push_back(&exercise);
    motions.push_back(std::move(**motion));
  }
  auto all = simulate_all(catalog, engine, {std::move(exercises), {person_path, {}, threads, {}}});
  if (!all) return tl::unexpected(all.error());
  const Body body = body_of(engine, all->person);
  std::vector<DrawAnswer> drawings(motions.size());
  share_work(
      motions.size(), threads,
      [&](std::size_t i) {
        drawings[i] = drawing_of(all->person, all->simulations[i], motions[i], body, true);
      },
      progress);
  return drawings;
}

}  // namespace strongback
