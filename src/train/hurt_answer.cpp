#include "train/hurt_answer.h"

#include <algorithm>

#include "plan/prescribe.h"
#include "train/program_due.h"

namespace strongback {
namespace {

bool is_to_be_seen(const Assessment& care) { return care.no_program || care.be_seen_first; }

/// What the screening says once `report` stands in the log; empty where nobody has to look.
std::vector<std::string> triage_after(const PainReported& report, const Today& today,
                                      const TrainingState& state, const Catalog& catalog) {
  if (is_to_be_seen(today.care)) return {};
  TrainingState after = state;
  const Event event{event_id(today.now.at, "hurt"), today.now, report};
  if (!follow(after, event, catalog)) return {};
  const Assessment care = assess_care(person_at(after, today.now, catalog), catalog);
  std::vector<std::string> messages;
  if (!is_to_be_seen(care)) return messages;
  for (const TriageItem& item : care.triage) messages.push_back(item.message);
  return messages;
}

/// What was said before the session, and this report alone.
DayPain pain_of(const PainReported& report, const Today& today, const TrainingState& state) {
  const DayPain day = day_pain(state, local_date(today.now));
  DayPain pain;
  pain.before = day.before;
  pain.site_before = day.site_before;
  pain.most = report.pain;
  pain.site_most = report.site;
  const bool is_farther = report.site && pain.site_before && *report.site > *pain.site_before;
  pain.is_stop = report.is_sharp || report.is_numb_or_weak || is_farther;
  return pain;
}

}  // namespace

const std::vector<std::string>& hurt_action_words() {
  static const std::vector<std::string> words = {"go_on", "lighter", "stop_exercise", "stop_today",
                                                 "be_seen"};
  return words;
}

HurtAnswer answer_to_pain(const PainReported& report, const Today& today,
                          const TrainingState& state, const Catalog& catalog) {
  const Rules& rules = catalog.rules;
  const DayPain pain = pain_of(report, today, state);
  const bool is_farther = pain.site_most && pain.site_before && *pain.site_most > *pain.site_before;
  HurtAnswer answer;
  answer.triage = triage_after(report, today, state, catalog);
  if (!answer.triage.empty()) {
    answer.action = HurtAction::BeSeen;
    answer.why = reason(rules, "pain", "pain-stop",
                        "Stop for today, and have somebody qualified look before you train again.");
  } else if (report.is_numb_or_weak || is_farther) {
    answer.action = HurtAction::StopToday;
    answer.why = reason(rules, "pain", "pain-stop",
                        is_farther ? "Stop for today: the pain reaches farther out than before."
                                   : "Stop for today: numbness or weakness that is new must not be "
                                     "trained over.");
  } else if (color_of(pain, rules) == PainColor::Red) {
    answer.action = HurtAction::StopExercise;
    answer.why = reason(rules, "pain", report.is_sharp ? "pain-stop" : "pain-zones",
                        report.is_sharp
                            ? "Stop this exercise for today: the pain is sharp or catching."
                            : "Stop this exercise for today: it hurts clearly more than before.");
  } else if (report.pain > std::max(pain.before.value_or(0),
                                    static_cast<int>(rules.number("calibration", "pain")))) {
    answer.action = HurtAction::Lighter;
    answer.why = reason(rules, "pain", "calibration",
                        "Go on with half the load, or with fewer repetitions; stop the exercise "
                        "if it hurts more.");
  } else {
    answer.action = HurtAction::GoOn;
    answer.why = reason(rules, "pain", "pain-zones",
                        "You may go on: this is no more than before, or little. Stop if it rises.");
  }
  return answer;
}

}  // namespace strongback
