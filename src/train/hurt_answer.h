#pragma once

#include <string>
#include <vector>

#include "train/today.h"

namespace strongback {

/// What to do when something hurts during a session, from the mildest.
enum class HurtAction {
  GoOn,          ///< the pain is no more than before: go on as planned
  Lighter,       ///< more than before but allowed: go on with less
  StopExercise,  ///< this exercise is over for today
  StopToday,     ///< the session is over
  BeSeen,        ///< the session is over, and somebody qualified looks first
};
/// "go_on", "lighter", "stop_exercise", "stop_today", "be_seen".
const std::vector<std::string>& hurt_action_words();

struct HurtAnswer {
  HurtAction action = HurtAction::GoOn;
  Reason why;                       ///< its text says what to do and why, in one sentence
  std::vector<std::string> triage;  ///< BeSeen: what to do first, most urgent first
  bool operator==(const HurtAnswer&) const = default;
};

/// The answer to `report`, made at `today.now` of the day that `state` has followed (rules
/// "pain-states", "pain-stop", "calibration").  What was said of the exercise earlier in the
/// session does not count: the answer is to this pain.
HurtAnswer answer_to_pain(const PainReported& report, const Today& today,
                          const TrainingState& state, const Catalog& catalog);

}  // namespace strongback
