#include "plan/doses.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/loads.h"

namespace strongback {
namespace {

std::string who_of(const TherapistReply& reply) {
  return reply.limits.name.empty() ? "your therapist" : reply.limits.name;
}

/// Puts the therapist's word in the place of our reasons about one number.
void replace_reason(PlannedExercise& line, const std::string& about, const std::string& text,
                    const std::string& who) {
  std::erase_if(line.why, [&](const Reason& reason) { return reason.about == about; });
  line.why.insert(line.why.begin(),
                  Reason{about, "therapist", text + " as " + who + " asks", who, ""});
}

/// The heaviest load not above `most` that the person can put together; nothing when there is none.
std::optional<LoadOption> heaviest_up_to(const Exercise& exercise, Mass most,
                                         const PlanInput& input) {
  std::optional<LoadOption> best;
  for (const auto& alternative : exercise.equipment) {
    if (!has_all(*input.person, alternative)) continue;
    for (const auto& option : loads_for(exercise, alternative, *input.person, *input.catalog)) {
      const bool is_capped = input.care->caps.load_cap && option.total > *input.care->caps.load_cap;
      if (!is_capped && option.each <= most && (!best || option.each > best->each)) best = option;
    }
  }
  return best;
}

/// False when the load cannot be made as light as it should be.
bool apply_load(const TherapistReply::Dose& dose, const std::string& who, const PlanInput& input,
                Prescription& prescription) {
  PlannedExercise& line = prescription.line;
  if (!dose.load || !line.load) return true;
  const auto option = heaviest_up_to(*prescription.exercise, *dose.load, input);
  if (!option) return false;
  line.load = option->each;
  line.load_text = option->text;
  replace_reason(line, "load", "at most " + to_text(*dose.load, input.person->units), who);
  return true;
}

bool apply_dose(const TherapistReply::Dose& dose, const std::string& who, const PlanInput& input,
                Prescription& prescription) {
  PlannedExercise& line = prescription.line;
  if (dose.sets) {
    prescription.most_sets = *dose.sets;
    prescription.least_sets = std::min(prescription.least_sets, *dose.sets);
    replace_reason(line, "sets", "at most " + counted(*dose.sets, "set"), who);
  }
  if (dose.reps && line.reps) {
    line.reps = *dose.reps;
    const std::string reps =
        dose.reps->low == dose.reps->high
            ? counted(dose.reps->low, "repetition")
            : fmt::format("{} to {} repetitions", dose.reps->low, dose.reps->high);
    replace_reason(line, "reps", reps, who);
  }
  if (!apply_load(dose, who, input, prescription)) return false;
  prescription.set_min = set_minutes(*prescription.exercise, line);
  credit_sets(prescription, *input.person, *input.catalog);
  return true;
}

}  // namespace

void apply_doses(const TherapistReply& reply, PlanInput& input, std::vector<LeftOut>& left_out) {
  const std::string who = who_of(reply);
  for (const auto& dose : reply.doses) {
    const auto found =
        std::find_if(input.fitted.begin(), input.fitted.end(),
                     [&](const Prescription& fitted) { return fitted.line.id == dose.exercise; });
    if (found == input.fitted.end() || apply_dose(dose, who, input, *found)) continue;
    left_out.push_back(
        {dose.exercise, fmt::format("nothing you own is as light as the {} that {} allows",
                                    to_text(*dose.load, input.person->units), who)});
    input.fitted.erase(found);
  }
}

}  // namespace strongback
