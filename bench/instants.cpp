#include "instants.h"

#include <fmt/format.h>

#include <cstdlib>

namespace strongback {
namespace {

constexpr int kFrames = 21;  // of each motion

class Instants {
 public:
  Instants() {
    for (const ChosenMotion& chosen : kChosenMotions) add(chosen);
  }
  [[nodiscard]] const std::vector<Instant>& all() const { return all_; }

 private:
  void add(const ChosenMotion& chosen) {
    PosedBody& posed = bodies_.emplace_back(the_body());
    const auto player = Player::make(posed, motion_of(chosen.exercise), kilograms(chosen.load_kg));
    if (!player) stop(fmt::format("{}: {}", chosen.exercise, player.error().why.text));
    players_.push_back(*player);
    std::optional<EffortAnswer> before;
    for (int i = 0; i < kFrames; ++i) {
      Instant one;
      one.posed = &posed;
      one.player = &players_.back();
      const auto frame = player->at(posed, player->duration_s() * i / (kFrames - 1));
      if (!frame) stop(fmt::format("{}: {}", chosen.exercise, frame.error().why.text));
      one.frame = *frame;
      posed.arms(one.arms);
      one.columns = make_columns(posed, frame->balanced.setting, one.arms);
      one.problem = make_problem(the_body(), one.columns);
      one.before = before;
      const auto answer = least_effort(one.problem);
      if (!answer) stop(fmt::format("{}: frame {} has no answer", chosen.exercise, i));
      one.answer = *answer;
      before = one.answer;
      all_.push_back(std::move(one));
    }
  }

  std::deque<PosedBody> bodies_;
  std::deque<Player> players_;
  std::vector<Instant> all_;
};

}  // namespace

void stop(const std::string& why) {
  fmt::print(stderr, "{}\n", why);
  std::exit(2);
}

const Engine& the_engine() {
  static const Engine kEngine = *load_engine();
  return kEngine;
}

const Body& the_body() {
  static const Body kBody =
      *make_body(the_engine().tables, {meters(1.75), kilograms(75.0), Sex::Male, 30});
  return kBody;
}

Motion motion_of(const std::string& exercise) {
  const auto found = the_engine().find_motion(exercise, the_engine().tables);
  if (!found || !*found) stop(exercise + " has no motion");
  return (*found)->motion;
}

const std::vector<Instant>& instants() {
  static const Instants kInstants;
  return kInstants.all();
}

}  // namespace strongback
