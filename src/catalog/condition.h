#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/units.h"
#include "catalog/exercise.h"

namespace strongback {

/// How far the door is open, in rising order of severity (rules 10.9).
enum class Gate { None, Limits, Clearance, Stop };
const std::vector<std::string>& gate_words();

/// What a condition does with a property (rules 10.6).
enum class Allowance { Allow, Limit, Avoid };
const std::vector<std::string>& allowance_words();

/// The highest level that each allowance leaves, for each property (data/care/caps.toml).
struct CapLevels {
  std::array<std::array<int, 3>, kPropertyCount> highest{};  ///< [property][allowance]
  [[nodiscard]] int of(Property property, Allowance allowance) const {
    return highest[static_cast<std::size_t>(property)][static_cast<std::size_t>(allowance)];
  }
};

/// A condition of health and what it leaves open (data/care/conditions.toml).
struct Condition {
  std::string id;     ///< "disc-herniation-quiet"
  std::string label;  ///< as said to the person
  /// none, advise (= limits with advice to consult), clearance or stop
  Gate gate = Gate::None;
  std::array<Allowance, kPropertyCount> allowances{};
  int least_reserve = 1;     ///< repetitions in reserve
  std::optional<Span> reps;  ///< allowed repetitions
  int longest_hold_s = 60;
  std::vector<std::string> always_allowed;  ///< exercise ids
  std::vector<std::string> blocked;         ///< exercise ids
  std::string advice;
  std::string grade;
  std::string source;
  int no_flexion_h_after_rising = 0;  ///< [h]
  int weeks_axial_at_most_2 = 0;      ///< first weeks of the program
  int symptom_free_weeks_to_relax = 0;
  std::optional<Mass> load_cap;
};

}  // namespace strongback
