#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace strongback {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Ge;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

/// The catalog of the project's own data folder, read once.
const Catalog& real() {
  static const Checked<Catalog> catalog = read_catalog(STRONGBACK_SOURCE_DIR "/data");
  if (!catalog) {
    for (const Problem& problem : catalog.error()) ADD_FAILURE() << to_text(problem);
    static const Catalog empty;
    return empty;
  }
  return *catalog;
}

std::vector<std::string> ids_where(bool (*holds)(const Exercise&)) {
  std::vector<std::string> ids;
  for (const Exercise& exercise : real().exercises) {
    if (holds(exercise)) ids.push_back(exercise.id);
  }
  return ids;
}

double credit_of(std::string_view exercise, std::string_view muscle) {
  for (const Share& share : set_credits(*find_exercise(real(), exercise))) {
    if (share.muscle == muscle) return share.credit;
  }
  return 0.0;
}

TEST(RealData, ReadsCleanAndWhole) {
  EXPECT_GE(real().exercises.size(), 114U);
  EXPECT_EQ(real().muscles.size(), 32U);
  EXPECT_EQ(real().conditions.size(), 48U);
  EXPECT_GE(real().red_flags.size(), 51U);
  EXPECT_GE(real().activities.size(), 138U);
  EXPECT_GE(real().household.size(), 14U);
  EXPECT_GE(real().countries.size(), 12U);
  EXPECT_GE(real().rules.all().size(), 40U);
}

TEST(RealData, MotionsBesideTheExercisesAreNotTakenForExercises) {
  namespace fs = std::filesystem;
  const fs::path copy = fs::path(testing::TempDir()) / "strongback_motion_beside";
  fs::remove_all(copy);
  fs::copy(STRONGBACK_SOURCE_DIR "/data", copy, fs::copy_options::recursive);
  std::ofstream(copy / "exercises" / "bird_dog.motion.toml") << "exercise = \"bird-dog\"\n";
  const auto catalog = read_catalog(copy.string());
  for (const Problem& problem : catalog ? Problems{} : catalog.error()) {
    ADD_FAILURE() << to_text(problem);
  }
  ASSERT_TRUE(catalog.has_value());
  EXPECT_EQ(exercise_ids(*catalog), exercise_ids(real()));
  fs::remove_all(copy);
}

TEST(RealData, ExercisesAreInOrderOfTheirIds) {
  const auto ids = exercise_ids(real());
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
}

TEST(RealData, HoldsWhatTheSourceTablesLacked) {
  EXPECT_THAT(
      exercise_ids(real()),
      IsSupersetOf({"seated-hip-hinge", "seated-anti-rotation-hold", "seated-side-bend-hold",
                    "seated-lat-pull", "quad-set", "adductor-squeeze", "thigh-squeeze",
                    "machine-row", "machine-pulldown", "machine-back-extension"}));
}

TEST(RealData, ReadsAnExerciseWhole) {
  const Exercise* row = find_exercise(real(), "one-arm-row-bench");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->pattern, Pattern::HorizontalPull);
  EXPECT_EQ(row->stimulus, Stimulus::Strength);
  EXPECT_EQ(row->sides(), 2);
  EXPECT_EQ(row->equipment.size(), 4U);
  EXPECT_THAT(row->equipment, Contains(ElementsAre("household", "chair")));
  EXPECT_EQ(row->level_of(Property::AxialCompression), 1);
  EXPECT_EQ(row->level_of(Property::Grip), 2);
  EXPECT_EQ(row->mode, Mode::Reps);
  EXPECT_EQ(row->dose.low, 6);
  EXPECT_EQ(row->dose.high, 12);
  EXPECT_EQ(row->tempo.repetition_s(), 4);
  EXPECT_EQ(row->rest_s, 30);
  EXPECT_EQ(row->external_load, ExternalLoad::Required);
  EXPECT_EQ(row->load_basis, LoadBasis::OneHand);
  EXPECT_DOUBLE_EQ(row->start_coefficient.value(), 0.14);
  EXPECT_DOUBLE_EQ(row->met, 3.5);
  EXPECT_TRUE(row->in_article);
}

TEST(RealData, ReadsHoldsWithTheirRange) {
  const Exercise* dog = find_exercise(real(), "bird-dog");
  ASSERT_NE(dog, nullptr);
  EXPECT_EQ(dog->mode, Mode::Hold);
  EXPECT_EQ(dog->dose.high, 8);
  EXPECT_EQ(dog->hold_reps, 6);
  EXPECT_EQ(dog->hold_rep_range.high, 8);
  EXPECT_EQ(dog->tempo.repetition_s(), 0);
}

TEST(RealData, EveryExerciseHasAnAlternativeOfEquipment) {
  for (const Exercise& exercise : real().exercises) {
    EXPECT_FALSE(exercise.equipment.empty()) << exercise.id;
  }
  EXPECT_THAT(find_exercise(real(), "walk-easy")->equipment, ElementsAre(IsEmpty()));
}

// Rules 6.15: what a flare leaves open beside walking and relief.
TEST(RealData, AFlareLeavesControlWorkForBackHipsAndThighs) {
  const auto small = ids_where([](const Exercise& exercise) {
    return exercise.stimulus == Stimulus::Control && exercise.level == 0 &&
           exercise.level_of(Property::AxialCompression) <= 1 &&
           exercise.level_of(Property::Flexion) <= 1 &&
           exercise.level_of(Property::Extension) <= 1 &&
           exercise.external_load == ExternalLoad::None;
  });
  EXPECT_THAT(small, IsSupersetOf({"quad-set", "adductor-squeeze", "thigh-squeeze", "glute-squeeze",
                                   "abd-brace", "dead-bug-heel", "bird-dog-stand",
                                   "seated-anti-rotation-hold", "seated-side-bend-hold"}));
}

// S12: a chair, a towel and things at home are enough for every pattern of the trunk.
TEST(RealData, AChairIsEnoughForAWholeProgram) {
  std::set<Pattern> patterns;
  for (const Exercise& exercise : real().exercises) {
    const auto& positions = exercise.positions;
    const bool seated = std::find(positions.begin(), positions.end(), "seated") != positions.end();
    const auto is_at_hand = [](const std::string& thing) {
      return thing == "chair" || thing == "towel" || thing == "household";
    };
    const bool owned = std::any_of(
        exercise.equipment.begin(), exercise.equipment.end(), [&](const auto& alternative) {
          return std::all_of(alternative.begin(), alternative.end(), is_at_hand);
        });
    if (seated && owned) patterns.insert(exercise.pattern);
  }
  EXPECT_THAT(patterns,
              IsSupersetOf({Pattern::HorizontalPull, Pattern::VerticalPull, Pattern::Scapular,
                            Pattern::Hinge, Pattern::AntiRotation, Pattern::AntiLateralFlexion,
                            Pattern::AntiExtension, Pattern::HipExtension, Pattern::SquatPattern}));
}

TEST(RealData, NothingLoadsATwistToTheEndOfItsRange) {
  EXPECT_THAT(ids_where([](const Exercise& e) { return e.level_of(Property::Twist) >= 3; }),
              IsEmpty());
}

TEST(RealData, EveryBackMuscleButTheNecksIsAPrimeMoverSomewhere) {
  for (const Muscle& muscle : real().muscles) {
    if (!muscle.is_back || muscle.id == "levator-scapulae" || muscle.id == "teres-major") continue;
    const bool is_prime = std::any_of(
        real().exercises.begin(), real().exercises.end(), [&](const Exercise& exercise) {
          return std::any_of(
              exercise.shares.begin(), exercise.shares.end(),
              [&](const Share& share) { return share.muscle == muscle.id && share.credit >= 1.0; });
        });
    EXPECT_TRUE(is_prime) << muscle.id;
  }
}

TEST(RealData, ReadsAConditionWhole) {
  const Condition* leg = find_condition(real(), "sciatica-irritable");
  ASSERT_NE(leg, nullptr);
  EXPECT_EQ(leg->gate, Gate::Limits);
  EXPECT_EQ(leg->allowances[static_cast<std::size_t>(Property::Twist)], Allowance::Avoid);
  EXPECT_EQ(leg->allowances[static_cast<std::size_t>(Property::Flexion)], Allowance::Limit);
  EXPECT_EQ(leg->allowances[static_cast<std::size_t>(Property::Supine)], Allowance::Allow);
  EXPECT_EQ(leg->least_reserve, 4);
  EXPECT_EQ(leg->reps->low, 8);
  EXPECT_EQ(leg->longest_hold_s, 10);
  EXPECT_THAT(leg->always_allowed, ElementsAre("walk-easy", "rest-90-90"));
  EXPECT_THAT(leg->blocked, Contains("hamstring-strap"));
  EXPECT_EQ(leg->no_flexion_h_after_rising, 2);
}

// Rules 10.6.
TEST(RealData, LimitLeavesLevelTwoOnlyForFourProperties) {
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const auto property = static_cast<Property>(i);
    const bool is_wide = property == Property::Twist || property == Property::BreathHold ||
                         property == Property::NeuralTension ||
                         property == Property::AxialCompression;
    const auto& caps = real().cap_levels;
    EXPECT_EQ(caps.of(property, Allowance::Limit), is_wide ? 2 : 1) << spoken(property);
    EXPECT_EQ(caps.of(property, Allowance::Avoid), is_wide ? 1 : 0) << spoken(property);
    EXPECT_EQ(caps.of(property, Allowance::Allow), is_position(property) ? 1 : 3);
  }
}

TEST(RealData, EveryClaimOfTheScreeningUsesDocumentedWords) {
  const auto ids = red_flag_ids(real());
  std::set<std::string> known(ids.begin(), ids.end());
  known.insert(claim_words().begin(), claim_words().end());
  for (const RedFlag& flag : real().red_flags) {
    for (const Claim* claim : {&flag.applies_if, &flag.trigger}) {
      for (const std::string& word : words_of(*claim)) {
        EXPECT_THAT(known, Contains(word)) << flag.id;
      }
    }
  }
}

TEST(RealData, EveryWordThatClaimsMayUseIsUsed) {
  std::set<std::string> used = {"any"};
  for (const RedFlag& flag : real().red_flags) {
    for (const Claim* claim : {&flag.applies_if, &flag.trigger}) {
      for (std::string& word : words_of(*claim)) used.insert(std::move(word));
    }
  }
  for (const std::string& word : claim_words()) EXPECT_THAT(used, Contains(word));
}

TEST(RealData, TheScreeningKeepsItsLadder) {
  EXPECT_EQ(find_red_flag(real(), "ces_saddle")->action, Care::Emergency);
  EXPECT_EQ(find_red_flag(real(), "ces_saddle")->block, Block::StopAll);
  EXPECT_EQ(find_red_flag(real(), "combo_72w")->action, Care::Urgent);
  EXPECT_EQ(find_red_flag(real(), "combo_72w")->answer, AnswerKind::Derived);
  EXPECT_EQ(find_red_flag(real(), "night_pain_severe")->action, Care::None);
  EXPECT_TRUE(find_red_flag(real(), "night_pain_severe")->is_score);
  EXPECT_EQ(find_red_flag(real(), "height_loss")->block_condition, "osteoporosis-vf");
  EXPECT_EQ(find_red_flag(real(), "cleared")->block, Block::Release);
}

// Rules 10.10: what is shown to the person names no disease.
TEST(RealData, NoMessageNamesADisease) {
  for (const RedFlag& flag : real().red_flags) {
    for (const char* word : {"cancer.", "tumor", "myeloma", "aneurysm", "fracture", "infarct",
                             "abscess", "thrombosis", "spondyl", "malignan", "osteopor"}) {
      EXPECT_EQ(flag.message.find(word), std::string::npos) << flag.id << ": " << flag.message;
      EXPECT_EQ(flag.rationale.find(word), std::string::npos) << flag.id << ": " << flag.rationale;
    }
  }
}

TEST(RealData, AnUnknownCountryGetsTheFallback) {
  const Country& nowhere = country_of(real(), "ZZ");
  EXPECT_EQ(nowhere.code, "");
  EXPECT_EQ(nowhere.emergency_number, "your local emergency number");
  EXPECT_EQ(nowhere.emergency_department, "a hospital emergency department");
  EXPECT_EQ(nowhere.urgent_line, "an urgent-care line");
  EXPECT_EQ(nowhere.doctor, "your doctor");
  EXPECT_EQ(country_of(real(), "GB").emergency_number, "999");
  EXPECT_EQ(country_of(real(), "AU").emergency_number, "000");
}

TEST(RealData, TheArticlesTableMarksWhatWasFilledIn) {
  const Template* table = find_template(real(), "back-2012");
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 6U);
  EXPECT_TRUE(table->rows[0].sets.is_filled);
  EXPECT_FALSE(table->rows[0].reps.is_filled);
  EXPECT_FALSE(table->rows[1].sets.is_filled);
  EXPECT_EQ(table->rows[1].sets.value, "3 on each arm");
  EXPECT_TRUE(table->rows[4].exercise.is_filled);
  EXPECT_EQ(table->rows[4].exercise.rule, "article-row-5");
  EXPECT_EQ(table->rows[4].id, "reverse-fly");
  EXPECT_THAT(table->rows[4].choices,
              AllOf(Contains("superman-alt"), Not(Contains("reverse-fly"))));
  std::vector<int> rests;
  for (const TemplateRow& row : table->rows) {
    EXPECT_FALSE(row.rest.is_filled);
    rests.push_back(row.rest_s);
  }
  EXPECT_THAT(rests, ElementsAre(30, 30, 60, 30, 30, 90));
}

TEST(RealData, RulesKnowTheirNumbersAndSources) {
  const Rules& rules = real().rules;
  EXPECT_DOUBLE_EQ(rules.number("recovery-floor", "floor_h"), 48.0);
  EXPECT_THAT(rules.list("recovery-model", "impulse"), testing::SizeIs(6));
  for (const auto& [id, rule] : rules.all()) EXPECT_FALSE(rules.citation(rule).empty()) << id;
}

TEST(SetCredits, StrengthCountsInFullControlHalfAndTheRestNot) {
  EXPECT_DOUBLE_EQ(credit_of("one-arm-row-bench", "latissimus-dorsi"), 1.0);
  EXPECT_DOUBLE_EQ(credit_of("one-arm-row-bench", "biceps-brachii"), 0.5);
  EXPECT_DOUBLE_EQ(credit_of("bird-dog", "multifidus"), 0.5);
  EXPECT_DOUBLE_EQ(credit_of("bird-dog", "obliques"), 0.25);
  EXPECT_THAT(set_credits(*find_exercise(real(), "cat-camel")), IsEmpty());
}

// Rules 7.4: the pullover works the chest more than the back.
TEST(SetCredits, APulloverGivesTheBackHalf) {
  EXPECT_DOUBLE_EQ(credit_of("barbell-pullover", "latissimus-dorsi"), 0.5);
  EXPECT_DOUBLE_EQ(credit_of("barbell-pullover", "pectoralis-major"), 1.0);
}

TEST(Citation, SaysHowFarTheSourceWasFollowed) {
  const Rules rules({}, {{"A", {"A", "Someone 2009", "second-hand"}},
                         {"B", {"B", "our judgment", "our judgment"}}});
  EXPECT_EQ(rules.citation({"x", "", "A", {"A", "B"}, {}, {}}),
            "Someone 2009 (second-hand); our judgment");
}

}  // namespace
}  // namespace strongback
