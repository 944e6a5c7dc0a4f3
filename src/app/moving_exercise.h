#pragma once

#include <string>
#include <vector>

#include "app/simulate.h"
#include "assess/collect.h"

namespace strongback {

/// An exercise that moves, with what is needed to look at it again: as it was simulated for a
/// person, its motion, and the person's body.
struct MovingExercise {
  SimulateAnswer answer;
  Motion motion;
  Body body;
};

/// Failures as in simulate_exercise; NotFound with `hint` where the exercise has no motion.
Outcome<MovingExercise> move_exercise(const Catalog& catalog, const Engine& engine,
                                      const SimulateOrder& order, const std::string& hint);

/// The motion of an exercise, if the model has one.
Outcome<std::optional<Motion>> motion_of(const std::string& exercise, const Engine& engine);

/// The body of a person, whose build was checked.
Body body_of(const Engine& engine, const Person& person);

}  // namespace strongback
