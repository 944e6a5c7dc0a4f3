// Closed forms and inverses: strength, recovery, loads and units.
#include <gtest/gtest.h>  // before the next, which uses it
#include <rapidcheck/gtest.h>

#include <cmath>

#include "dice.h"
#include "people.h"
#include "plan/loads.h"
#include "plan/recovery.h"
#include "plan/referee_hours.h"
#include "plan/strength.h"

namespace strongback {
namespace {

const Rules& rules() { return real_catalog().rules; }

/// A number between `low` and `high` that RapidCheck can shrink.
double between(double low, double high) {
  return low + (high - low) * 1e-6 * *rc::gen::inRange(0, 1000001);
}

RC_GTEST_PROP(Wathan, IsUndoneByItsInverse, ()) {
  const double reps = between(0.0, 40.0);
  const double share = share_of_max(rules(), reps);
  RC_ASSERT(share > 0.0);
  RC_ASSERT(std::abs(reps_to_failure(rules(), share) - reps) < 1e-6);
}

RC_GTEST_PROP(Wathan, FallsWithMoreRepetitions, ()) {
  const double fewer = between(1.0, 40.0);
  RC_ASSERT(share_of_max(rules(), fewer) > share_of_max(rules(), fewer + between(0.01, 10.0)));
}

RC_GTEST_PROP(Recovery, GreatestImpulseIsReadyExactlyAfterItsGap, ()) {
  const double tau_h = between(20.0, 65.0);
  const double gap_h = between(1.0, 168.0);
  const double ready = rules().number("recovery-model", "ready");
  const double impulse = greatest_impulse(rules(), tau_h, gap_h);
  RC_PRE(impulse < 10.0);  // above, any session has faded by then, up to rounding
  RC_ASSERT(std::abs(hours_to_ready(rules(), tau_h, impulse, ready) - gap_h) < 1e-6);
}

RC_GTEST_PROP(Recovery, TakesLongerAfterMore, ()) {
  const double tau_h = between(20.0, 65.0);
  const double impulse = between(0.0, 2.0);
  const double residual = between(0.0, 0.5);
  const double hours = hours_to_ready(rules(), tau_h, impulse, residual);
  RC_ASSERT(hours >= 0.0);
  RC_ASSERT(hours_to_ready(rules(), tau_h, impulse + 0.1, residual) >= hours);
  RC_ASSERT(hours_to_ready(rules(), tau_h * 1.1, impulse, residual) >= hours);
}

// The table "Worked checks" and the one of S_max in docs/theory/recovery.md.
TEST(Recovery, AgreesWithTheWorkedValuesOfItsPage) {
  const auto sets = [](int count, int reserve) {
    return count * fatigue_impulse(rules(), reserve);
  };
  EXPECT_NEAR(hours_to_ready(rules(), 24.0, sets(3, 5), 0.0), 9.0, 1.0);
  EXPECT_NEAR(hours_to_ready(rules(), 24.0, sets(6, 5), 0.0), 24.0, 1.0);
  EXPECT_NEAR(hours_to_ready(rules(), 24.0, sets(3, 0), 0.0), 39.0, 1.0);
  const double article = (6 + 0.5 * 3) * fatigue_impulse(rules(), 1);
  EXPECT_NEAR(article, 0.675, 1e-9);
  EXPECT_NEAR(hours_to_ready(rules(), 24.0, article, 0.0), 50.0, 1.0);
  EXPECT_NEAR(hours_to_ready(rules(), 30.0, article, 0.0), 63.0, 1.0);
  EXPECT_NEAR(hours_to_ready(rules(), 36.0, article, 0.0), 76.0, 1.0);
  EXPECT_NEAR(greatest_impulse(rules(), 24.0, 48.0), 0.524, 0.001);
  EXPECT_NEAR(greatest_impulse(rules(), 30.0, 48.0), 0.291, 0.001);
  EXPECT_NEAR(greatest_impulse(rules(), 36.0, 48.0), 0.196, 0.001);
  EXPECT_NEAR(greatest_impulse(rules(), 36.0, 72.0), 0.524, 0.001);
}

TEST(Loads, CanBePutTogetherAsTheRefereeDoesIt) {
  int options_seen = 0;
  for (std::uint64_t seed = 70001; seed < 70301; ++seed) {
    const Person person = random_person(seed, real_catalog());
    for (const auto& exercise : real_catalog().exercises) {
      for (const auto& alternative : exercise.equipment) {
        if (exercise.external_load == ExternalLoad::None || !has_all(person, alternative)) continue;
        Mass before = kilograms(0.0);
        for (const auto& option : loads_for(exercise, alternative, person, real_catalog())) {
          ASSERT_TRUE(can_assemble(person, exercise, option.each))
              << "seed " << seed << ", " << exercise.id << ": " << option.text;
          ASSERT_GT(option.total, before)
              << "seed " << seed << ", " << exercise.id << ": not lightest first";
          before = option.total;
          ++options_seen;
        }
      }
    }
  }
  EXPECT_GE(options_seen, 10000);
}

TEST(Loads, OfPlatesAreNeverMoreThanEverythingOwned) {
  for (std::uint64_t seed = 71001; seed < 71301; ++seed) {
    const Person person = random_person(seed, real_catalog());
    if (!person.inventory.barbell) continue;
    double most = in_kilograms(person.inventory.barbell->bar);
    for (const auto& plate : person.inventory.barbell->plates)
      most += plate.count * in_kilograms(plate.each);
    for (const auto& exercise : real_catalog().exercises) {
      for (const auto& option : loads_for(exercise, {"barbell"}, person, real_catalog())) {
        ASSERT_LE(in_kilograms(option.total), most + 0.01)
            << "seed " << seed << ": " << option.text;
      }
    }
  }
}

/// What is printed is rounded for people; read again it is the same up to that rounding.
RC_GTEST_PROP(UnitsText, MassReadsBackWithinItsRounding, ()) {
  const Mass mass = kilograms(between(0.05, 400.0));
  for (const Units units : {Units::Metric, Units::Imperial}) {
    const auto again = parse_mass(to_text(mass, units));
    RC_ASSERT(again.has_value());
    RC_ASSERT(std::abs(in_kilograms(*again) - in_kilograms(mass)) <= 0.3);
    RC_ASSERT(to_text(*again, units) == to_text(mass, units));  // printing is stable
  }
}

RC_GTEST_PROP(UnitsText, LengthReadsBackWithinItsRounding, ()) {
  const Length length = meters(between(0.5, 2.5));
  for (const Units units : {Units::Metric, Units::Imperial}) {
    const auto again = parse_length(to_text(length, units));
    RC_ASSERT(again.has_value());
    RC_ASSERT(std::abs(in_centimeters(*again) - in_centimeters(length)) <= 1.3);
    RC_ASSERT(to_text(*again, units) == to_text(length, units));
  }
}

RC_GTEST_PROP(UnitsText, MassIsReadInEveryUnit, ()) {
  const int amount = *rc::gen::inRange(1, 500);
  const auto text = std::to_string(amount);
  RC_ASSERT(std::abs(in_kilograms(*parse_mass(text + " kg")) - amount) < 1e-9);
  RC_ASSERT(std::abs(in_kilograms(*parse_mass(text + " g")) - amount * 1e-3) < 1e-9);
  RC_ASSERT(std::abs(in_pounds(*parse_mass(text + " lb")) - amount) < 1e-9);
  RC_ASSERT(std::abs(in_pounds(*parse_mass(text + " oz")) - amount / 16.0) < 1e-9);
}

}  // namespace
}  // namespace strongback
