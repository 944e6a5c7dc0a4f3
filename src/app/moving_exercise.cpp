#include "app/moving_exercise.h"

#include <fmt/format.h>

#include "base/expects.h"

namespace strongback {

Outcome<std::optional<Motion>> motion_of(const std::string& exercise, const Engine& engine) {
  const auto found = engine.find_motion(exercise, engine.tables);
  if (!found) return tl::unexpected(found.error());
  return *found ? std::optional<Motion>((*found)->motion) : std::nullopt;
}

Body body_of(const Engine& engine, const Person& person) {
  auto body = make_body(engine.tables, build_of(person));
  expects(body.has_value(), "a person's build was checked");
  return std::move(*body);
}

Outcome<MovingExercise> move_exercise(const Catalog& catalog, const Engine& engine,
                                      const SimulateOrder& order, const std::string& hint) {
  auto answer = simulate_exercise(catalog, engine, order);
  if (!answer) return tl::unexpected(answer.error());
  const std::string& id = answer->simulation.exercise->id;
  auto motion = motion_of(id, engine);
  if (!motion) return tl::unexpected(motion.error());
  if (!*motion) {
    return tl::unexpected<Failure>(
        NotFound{fmt::format("the model has no motion for '{}' yet", id), hint});
  }
  Body body = body_of(engine, answer->person);
  return MovingExercise{std::move(*answer), std::move(**motion), std::move(body)};
}

}  // namespace strongback
