#pragma once

#include <map>
#include <string>

#include "app/simulate.h"
#include "exchange/motion_json.h"
#include "figure/figure_svg.h"
#include "plan/program.h"

namespace strongback {

/// An exercise as it is drawn for a person: the figure has panels, and no words but its title.
struct DrawAnswer {
  Person person;
  Simulation simulation;  ///< with an honest no, the figure shows the posture without muscle work
  Figure figure;
};

/// The start and the end of an exercise; a posture that is held has one panel.  NotFound
/// where the exercise has no motion; an honest no where not even the posture stands.
Outcome<DrawAnswer> draw_exercise(const Catalog& catalog, const Engine& engine,
                                  const SimulateOrder& order);

/// Start and end of every exercise of the program that has a motion, as SVG by exercise, each with
/// the load of its first set.
Outcome<std::map<std::string, std::string>> pictures_of(const Program& program,
                                                        const Person& person, const Engine& engine);

/// The panels of a motion with a load for a body, `with_middle` also the instant halfway; none
/// where it cannot stand.
Figure drawn(const Body& body, const Motion& motion, Mass load, bool with_middle);

/// Every instant of an exercise for a view in three dimensions; failures as in draw_exercise, and
/// an honest no plays without muscle work.  Nothing where the posture does not stand.
struct PlayAnswer {
  Simulation simulation;
  std::optional<PlayedMotion> played;
  BodyTables tables;  ///< of the person's body
};
Outcome<PlayAnswer> play_exercise(const Catalog& catalog, const Engine& engine,
                                  const SimulateOrder& order);

/// Start, middle and end of every exercise that has a motion, in the order of the catalog; the
/// threads share the work.
Outcome<std::vector<DrawAnswer>> draw_all(const Catalog& catalog, const Engine& engine,
                                          const std::string& person_path, int threads,
                                          const Progress& progress);

}  // namespace strongback
