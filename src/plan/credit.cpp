// What a set of a fitted exercise counts for, and what it puts on the discs.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/prescribe.h"
#include "plan/simulated.h"

namespace strongback {
namespace {

std::string hardest_text(const Dose& dose, const Catalog& catalog) {
  const HardestMuscle hardest = hardest_of(dose);
  const Muscle* muscle = find_muscle(catalog, hardest.muscle);
  if (!muscle) return "";
  return fmt::format("; hardest in the model: {}, at up to {:.0f} % of its strength",
                     muscle->short_name, 100.0 * hardest.peak);
}

/// Which credits of `line` the model computed, and which the list says.
std::string sources_text(const PlannedExercise& line, const Catalog& catalog) {
  std::vector<std::string> computed;
  std::vector<std::string> typed;
  for (const Muscle& muscle : catalog.muscles) {
    if (!line.works.contains(muscle.id)) continue;
    (line.works_by_model.contains(muscle.id) ? computed : typed).push_back(muscle.short_name);
  }
  std::vector<std::string> parts;
  if (!computed.empty())
    parts.push_back("computed for your body and this load: " + joined(computed, ", "));
  if (!typed.empty()) parts.push_back("as the catalog's list says: " + joined(typed, ", "));
  return parts.empty() ? "it counts for no muscle" : joined(parts, "; ");
}

Reason works_reason(const Prescription& fitted, const std::optional<Dose>& dose,
                    const Catalog& catalog) {
  const bool is_control = fitted.exercise->stimulus == Stimulus::Control;
  const std::string half =
      fitted.credit_factor < 1.0 ? "each set counts half: it ends far from tiring" : "";
  if (dose) {
    std::string text = sources_text(fitted.line, catalog) + hardest_text(*dose, catalog);
    if (is_control) text += "; control work counts half";
    if (!half.empty()) text += "; " + half;
    return reason(catalog.rules, "works", "model-credit", text);
  }
  const std::string unsimulated = "not simulated, so the muscles are those of the catalog's list";
  std::string text = half;
  if (!catalog.doses.empty()) text = half.empty() ? unsimulated : unsimulated + "; " + half;
  return reason(catalog.rules, "works", is_control ? "control-credit" : "fractional-sets", text);
}

}  // namespace

void credit_sets(Prescription& fitted, const Person& person, const Catalog& catalog) {
  const Exercise& exercise = *fitted.exercise;
  PlannedExercise& line = fitted.line;
  const auto dose = dose_for(exercise, line, person, catalog);
  fitted.shares = counted_shares(exercise, dose, catalog);
  fitted.credit.clear();
  line.works.clear();
  line.works_by_model.clear();
  for (const auto& [muscle, credit] : set_credits(exercise, fitted.shares)) {
    if (credit <= 0.0) continue;
    fitted.credit.push_back({muscle, credit * fitted.credit_factor});
    line.works[muscle] = credit * fitted.credit_factor;
    if (dose && find_muscle(catalog, muscle)->trusts_model) line.works_by_model.insert(muscle);
  }
  line.disc.reset();
  if (dose) line.disc = disc_use_of(*dose, line);
  std::erase_if(line.why, [](const Reason& one) { return one.about == "works"; });
  line.why.push_back(works_reason(fitted, dose, catalog));
}

std::optional<DiscSum> disc_sum_of(const std::vector<PlannedExercise>& lines, const Person& person,
                                   const Rules& rules) {
  DiscSum sum;
  for (const auto& line : lines) {
    sum.sets += line.sets;
    if (!line.disc) continue;
    sum.simulated_sets += line.sets;
    sum.N_s += line.disc->set_N_s * line.sets;
    if (line.disc->peak_N <= sum.peak_N) continue;
    sum.peak_N = line.disc->peak_N;
    sum.likely_N = line.disc->likely_N;
  }
  if (sum.simulated_sets == 0) return std::nullopt;
  sum.share_of_guideline = sum.peak_N / in_newtons(disc_guideline(person, rules));
  return sum;
}

void add_up(std::optional<DiscSum>& week, const PlannedSession& session) {
  if (!session.disc) return;
  if (!week) week = DiscSum{};
  week->N_s += session.disc->N_s;
  week->simulated_sets += session.disc->simulated_sets;
  if (session.disc->peak_N <= week->peak_N) return;
  week->peak_N = session.disc->peak_N;
  week->likely_N = session.disc->likely_N;
  week->share_of_guideline = session.disc->share_of_guideline;
}

}  // namespace strongback
