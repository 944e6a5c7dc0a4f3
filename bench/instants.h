#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "app/engine.h"
#include "body/body.h"
#include "mechanics/columns.h"
#include "mechanics/least_effort.h"
#include "movement/play.h"

namespace strongback {

/// A motion of the catalog and the load that it is measured with.
struct ChosenMotion {
  const char* exercise;
  double load_kg;
};

/// One-sided, lying, hanging, seated, held and fast: what users ask for.
inline constexpr ChosenMotion kChosenMotions[] = {
    {"one-arm-row-bench", 12.0}, {"db-row-bent", 8.0}, {"bird-dog", 0.0},
    {"back-ext-45", 0.0},        {"side-plank", 0.0},  {"lat-pulldown", 30.0}};

/// A balanced instant with all that is needed to solve it.
struct Instant {
  PosedBody* posed = nullptr;  ///< carries the motion's load
  const Player* player = nullptr;
  PlayedFrame frame;
  std::vector<std::vector<Arm>> arms;
  Columns columns;
  EffortProblem problem;
  std::optional<EffortAnswer> before;  ///< of the frame before
  EffortAnswer answer;
};

/// Ends the program: a benchmark of less than everything would look too fast.
[[noreturn]] void stop(const std::string& why);

const Engine& the_engine();
/// A man of 1.75 m and 75 kg.
const Body& the_body();
Motion motion_of(const std::string& exercise);
/// 21 of each chosen motion, one after the other.
const std::vector<Instant>& instants();

}  // namespace strongback
