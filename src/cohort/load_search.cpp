#include "cohort/load_search.h"

#include <cmath>

#include "plan/prescribe.h"
#include "train/program_due.h"

namespace strongback {
namespace {

bool is_right(double reps) {
  constexpr double kLow = 6.0;
  constexpr double kHigh = 12.0;
  constexpr double kRounding = 0.5;
  return reps >= kLow - kRounding && reps < kHigh + kRounding;
}

}  // namespace

void LoadSearches::look_at(const TrainingState& state, const Moment& now,
                           const PlannedExercise& planned, const NextSet& next) {
  if (!next.load) return;
  const Exercise& exercise = *find_exercise(catalog_, planned.id);
  const auto reps = person_.true_reps(exercise, *next.load, planned.reserve);
  if (!reps) return;
  const auto [found, is_new] = searches_.try_emplace(exercise.id);
  Search& search = found->second;
  if (is_new) {
    search.strength_at_start = person_.true_strength(exercise);
    const Person person = person_at(state, now, catalog_);
    const Assessment care = assess_care(person, catalog_);
    for (const LoadOption& option : open_loads(exercise, planned, person, care, catalog_)) {
      const auto there = person_.true_reps(exercise, option.each, planned.reserve);
      search.is_possible = search.is_possible || (there && is_right(*there));
    }
  }
  today_[exercise.id] = is_right(*reps);
}

void LoadSearches::end_session() {
  for (const auto& [id, right] : today_) {
    Search& search = searches_[id];
    ++search.sessions;
    if (right && !search.first_right) search.first_right = search.sessions;
  }
  today_.clear();
}

std::vector<int> LoadSearches::sessions_to_range() const {
  constexpr int kEnough = 4;
  std::vector<int> counts;
  for (const auto& [id, search] : searches_) {
    if (search.sessions >= kEnough && search.is_possible)
      counts.push_back(search.first_right.value_or(search.sessions + 1));
  }
  return counts;
}

double LoadSearches::mean_gain() const {
  double sum = 0.0;
  for (const auto& [id, search] : searches_) {
    const double now = person_.true_strength(*find_exercise(catalog_, id));
    sum += std::exp(now - search.strength_at_start) - 1.0;
  }
  return searches_.empty() ? 0.0 : sum / static_cast<double>(searches_.size());
}

}  // namespace strongback
