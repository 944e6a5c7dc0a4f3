#pragma once

#include "cohort/virtual_person.h"
#include "train/today.h"

namespace strongback {

/// How the loads of one person's exercises came to fit, judged by their true strength.
class LoadSearches {
 public:
  LoadSearches(VirtualPerson& person, const Catalog& catalog)
      : person_(person), catalog_(catalog) {}

  /// A set that is about to be done.
  void look_at(const TrainingState& state, const Moment& now, const PlannedExercise& planned,
               const NextSet& next);
  void end_session();

  /// See LifeTally.
  [[nodiscard]] std::vector<int> sessions_to_range() const;
  /// [-]
  [[nodiscard]] double mean_gain() const;

 private:
  struct Search {
    int sessions = 0;
    std::optional<int> first_right;
    bool is_possible = false;
    double strength_at_start = 0.0;
  };
  VirtualPerson& person_;
  const Catalog& catalog_;
  std::map<std::string, Search> searches_;
  std::map<std::string, bool> today_;  // whether the last load of today is right
};

}  // namespace strongback
