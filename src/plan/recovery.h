#pragma once

#include <string>

#include "person/person.h"

namespace strongback {

/// Hours that a muscle rests at least after a strength set before its next one, in `week` (1, 2,
/// ...): 48, or 72 for the reasons of rule "recovery-floor".
double recovery_floor_h(const Person& person, const Rules& rules, int week,
                        const std::string& muscle);

/// Time constant of the decay of fatigue in `week`.  [h]  (docs/theory/recovery.md)
double recovery_tau_h(const Person& person, const Rules& rules, int week);

/// Fatigue impulse of one set of a prime mover that ends with `reserve` repetitions left.  [-]
double fatigue_impulse(const Rules& rules, int reserve);

/// Hours until the fatigue left by `impulse` has fallen to the ready mark; 0 when it starts below.
/// `residual` is the fatigue that was left before.  [-]
double hours_to_ready(const Rules& rules, double tau_h, double impulse, double residual);

/// The greatest impulse of a session whose fatigue is gone after `gap_h`, when the ready mark was
/// left over before it.  [-]
double greatest_impulse(const Rules& rules, double tau_h, double gap_h);

/// True while the beginner's ramp applies: gentle and novice levels, and anyone back after more
/// than twelve weeks (rule "training-gap").
bool is_on_ramp(const Person& person, const Rules& rules);

/// Whether the sets of `exercise` tire a muscle so that the floors hold: strength work, and
/// control work with a weight in the hand or a heavily loaded spine.  Other control work may be
/// daily.
bool strains(const Exercise& exercise);

/// How much more an exercise tires that the person has not done lately (rule "recovery-model");
/// `times_before` sessions with it.  [-]
double novelty(const Person& person, const Rules& rules, const Exercise& exercise,
               int times_before);

}  // namespace strongback
