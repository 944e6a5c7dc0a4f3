#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "catalog/catalog.h"

namespace strongback {
namespace {

// Lists know three steps, and the model is off by about one of them: half a set apart is no
// disagreement, three quarters are.
constexpr double kApart = 0.75;

/// Every muscle that the model knows: what it does not know it cannot contradict.
std::set<std::string> model_muscles(const Catalog& catalog) {
  std::set<std::string> ids;
  for (const auto& [exercise, surfaces] : catalog.doses) {
    for (const auto& surface : surfaces) {
      for (const auto& [id, polynomials] : surface.muscles) ids.insert(id);
    }
  }
  return ids;
}

double credit_in(const std::vector<Share>& shares, const std::string& muscle) {
  const auto found = std::find_if(shares.begin(), shares.end(),
                                  [&](const Share& share) { return share.muscle == muscle; });
  return found == shares.end() ? 0.0 : found->credit;
}

/// "erector spinae, lumbar", without what stands in brackets.
std::string plain_name(const Muscle& muscle) {
  return lower(muscle.name.substr(0, muscle.name.find(" (")));
}

/// What the list and the model say differently of one muscle; "" when they agree.
std::string difference(double typed, double computed) {
  if (computed - typed >= kApart) {
    return typed > 0.0 ? "the list counts the {} as a helper, the model works it hard ({})"
                       : "the model works the {} ({}), the list does not name it";
  }
  if (typed - computed >= kApart)
    return "the list says the {} does the main work, the model hardly works it ({})";
  return "";
}

std::optional<Verdict> verdict_on(const std::string& muscle, const Exercise& exercise) {
  for (const Verdict& verdict : exercise.verdicts) {
    if (verdict.muscle == muscle) return verdict;
  }
  return std::nullopt;
}

/// Those of `exercise` about muscles that are `known` to the model.
std::vector<Disagreement> disagreements_about(const Exercise& exercise,
                                              const std::set<std::string>& known,
                                              const Catalog& catalog) {
  const auto dose = middle_dose(exercise, catalog);
  if (!dose) return {};
  std::vector<Disagreement> all;
  const auto computed = model_shares(*dose, catalog);
  for (const auto& muscle : catalog.muscles) {
    if (!known.contains(muscle.id)) continue;
    const std::string what =
        difference(credit_in(exercise.shares, muscle.id), credit_in(computed, muscle.id));
    if (what.empty()) continue;
    const auto work = dose->muscles.find(muscle.id);
    const double peak = work == dose->muscles.end()
                            ? 0.0
                            : std::max(work->second.left_peak, work->second.right_peak);
    const std::string strength = fmt::format("{:.2f} of its strength", peak);
    all.push_back({exercise.id, muscle.id,
                   fmt::format(fmt::runtime(what), plain_name(muscle), strength),
                   verdict_on(muscle.id, exercise)});
  }
  return all;
}

}  // namespace

std::optional<Dose> middle_dose(const Exercise& exercise, const Catalog& catalog) {
  const auto found = catalog.doses.find(exercise.id);
  if (found == catalog.doses.end() || found->second.empty()) return std::nullopt;
  const auto male = std::find_if(found->second.begin(), found->second.end(),
                                 [](const DoseSurface& one) { return one.sex == Sex::Male; });
  const DoseSurface& surface = male == found->second.end() ? found->second.front() : *male;
  const DoseBodies& bodies = surface.bodies;
  DoseFor whose;
  whose.sex = surface.sex;
  whose.mass = (bodies.lightest + bodies.heaviest) * 0.5;
  whose.height = (bodies.shortest + bodies.tallest) * 0.5;
  whose.age = 20;
  constexpr double kWorking = 0.7;  // of the load that tires a strong body
  whose.load = surface.heaviest * kWorking;
  return dose_of(catalog.doses, exercise.id, whose, catalog.rules);
}

std::vector<Disagreement> disagreements(const Exercise& exercise, const Catalog& catalog) {
  return disagreements_about(exercise, model_muscles(catalog), catalog);
}

std::vector<Disagreement> disagreements(const Catalog& catalog) {
  const auto known = model_muscles(catalog);
  std::vector<Disagreement> all;
  for (const auto& exercise : catalog.exercises) {
    auto about = disagreements_about(exercise, known, catalog);
    all.insert(all.end(), std::make_move_iterator(about.begin()),
               std::make_move_iterator(about.end()));
  }
  return all;
}

std::vector<IdleVerdict> idle_verdicts(const Catalog& catalog) {
  if (catalog.doses.empty()) return {};  // the model says nothing, so nothing is compared
  const auto all = disagreements(catalog);
  std::vector<IdleVerdict> idle;
  for (const auto& exercise : catalog.exercises) {
    for (const auto& verdict : exercise.verdicts) {
      const bool covers = std::any_of(all.begin(), all.end(), [&](const Disagreement& one) {
        return one.exercise == exercise.id && one.muscle == verdict.muscle;
      });
      if (!covers) idle.push_back({exercise.id, verdict.muscle});
    }
  }
  return idle;
}

}  // namespace strongback
