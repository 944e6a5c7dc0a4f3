#include "catalog/dose.h"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "catalog/doses_for_tests.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const Catalog& real() {
  static const Catalog kCatalog = *read_catalog(STRONGBACK_SOURCE_DIR "/data");
  return kCatalog;
}

DoseFor man(double load_kg, int age = 30) {
  return {meters(1.72), kilograms(75), Sex::Male, age, kilograms(load_kg)};
}

SimpleDose row() {
  return {"one-arm-row-bench",
          {{"latissimus-dorsi", {0.2, 0.3}}, {"rhomboids", {0.1, 0.15}}, {"calves", {0.04, 0.0}}},
          700.0,
          300.0};
}

std::optional<Dose> dose_at(const DoseFor& whose) {
  const Catalog catalog = with_doses(real(), {row()});
  return dose_of(catalog.doses, "one-arm-row-bench", whose, catalog.rules);
}

/// The credit of the rhomboids where they work at `effort` and at `full` where they work hardest.
double credit(double full, double effort) {
  Catalog catalog = real();
  for (Muscle& muscle : catalog.muscles) {
    if (muscle.id == "rhomboids") muscle.full_effort = full;
  }
  Dose dose;
  dose.muscles["rhomboids"] = {0.0, effort, 0.0, effort};  // one side is enough
  for (const Share& share : model_shares(dose, catalog)) {
    if (share.muscle == "rhomboids") return share.credit;
  }
  return 0.0;
}

TEST(DoseOf, TakesTheFeaturesInTheirOrder) {
  DoseSurface surface = surfaces_of(row()).back();
  const DosePolynomial powers = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  surface.standing_compression = powers;
  const DoseSurfaces surfaces = {{"one-arm-row-bench", {surface}}};
  DoseFor whose = man(20);
  whose.mass = kilograms(150 * 0.9);
  whose.height = meters(1.72 * 1.1);
  const double m = 1.8, h = 1.1, load = 2.0;
  const double expected = 1 + 1e1 * m + 1e2 * h + 1e3 * load + 1e4 * m * h + 1e5 * load * h +
                          1e6 * load * m + 1e7 * m * m + 1e8 * load * load;
  const auto dose = dose_of(surfaces, "one-arm-row-bench", whose, real().rules);
  ASSERT_TRUE(dose.has_value());
  EXPECT_NEAR(in_newtons(dose->standing_compression), expected, 1e-6 * expected);
}

TEST(DoseOf, SaysNothingOutsideWhatWasFitted) {
  EXPECT_TRUE(dose_at(man(50)).has_value());
  EXPECT_FALSE(dose_at(man(50.1)).has_value());
  EXPECT_FALSE(dose_at(man(-1)).has_value());
  DoseFor heavy = man(10);
  heavy.mass = kilograms(141);
  EXPECT_FALSE(dose_at(heavy).has_value());
  DoseFor tall = man(10);
  tall.height = meters(2.11);
  EXPECT_FALSE(dose_at(tall).has_value());
  DoseSurfaces women = with_doses(real(), {row()}).doses;
  women.begin()->second.pop_back();
  EXPECT_FALSE(dose_of(women, "one-arm-row-bench", man(10), real().rules).has_value());
  EXPECT_FALSE(dose_of(women, "bird-dog", man(10), real().rules).has_value());
}

TEST(DoseOf, AsksMoreOfOlderMusclesAndTheSameOfDiscs) {
  const auto young = dose_at(man(10, 30));
  const auto old = dose_at(man(10, 60));
  const double strength = 1.0 - 0.01 * (60 - 40);
  EXPECT_NEAR(young->muscles.at("latissimus-dorsi").right_peak, 0.5, 1e-12);
  EXPECT_NEAR(old->muscles.at("latissimus-dorsi").right_peak, 0.5 / strength, 1e-12);
  EXPECT_EQ(dose_at(man(10, 18))->muscles.at("latissimus-dorsi").right_peak, 0.5);
  EXPECT_NEAR(dose_at(man(10, 120))->muscles.at("rhomboids").left_mean, 0.25 / 0.55, 1e-12);
  EXPECT_EQ(old->discs[kL4L5].peak_compression, young->discs[kL4L5].peak_compression);
  EXPECT_EQ(in_newtons(old->discs[kL4L5].peak_compression), 1000.0);
}

TEST(DoseOf, KeepsActivationsBetweenNothingAndAll) {
  EXPECT_EQ(dose_at(man(40))->muscles.at("latissimus-dorsi").left_mean, 1.0);
  SimpleDose wild = row();
  wild.muscles = {{"latissimus-dorsi", {-0.5, 0.1}}};
  const Catalog catalog = with_doses(real(), {wild});
  const auto dose = dose_of(catalog.doses, wild.exercise, man(10), catalog.rules);
  EXPECT_EQ(dose->muscles.at("latissimus-dorsi").right_peak, 0.0);
}

TEST(HardestOf, NamesTheMuscleWithTheHighestPeak) {
  const HardestMuscle hardest = hardest_of(*dose_at(man(10)));
  EXPECT_EQ(hardest.muscle, "latissimus-dorsi");
  EXPECT_NEAR(hardest.peak, 0.5, 1e-12);
  EXPECT_EQ(hardest_of(Dose{}).muscle, "");
}

/// The same by trying loads one after another.
std::optional<double> tried(const Catalog& catalog, double activation, int age) {
  for (int i = 0; i <= 50000; ++i) {
    const auto dose =
        dose_of(catalog.doses, "one-arm-row-bench", man(i * 1e-3, age), catalog.rules);
    if (dose && hardest_of(*dose).peak > activation) return i * 1e-3;
  }
  return std::nullopt;
}

TEST(LoadWhere, IsTheFirstLoadAtWhichAPeakPasses) {
  struct Line {
    double start, per_10kg, per_10kg_squared;
  };
  for (const Line& line :
       {Line{0.1, 0.2, 0.0}, Line{0.1, 0.2, 0.05}, Line{0.1, 0.9, -0.15}, Line{0.3, -0.2, 0.1},
        Line{0.9, -0.1, 0.0}, Line{0.2, 0.0, 0.0}, Line{0.1, 0.2, -0.05}, Line{0.2, 0.0, 0.03}}) {
    SimpleDose dose = row();
    dose.muscles = {{"latissimus-dorsi", {line.start, line.per_10kg}}, {"rhomboids", {0.05, 0.0}}};
    Catalog catalog = with_doses(real(), {dose});
    for (auto& surface : catalog.doses.begin()->second) {
      for (auto& polynomial : surface.muscles["latissimus-dorsi"])
        polynomial[8] = line.per_10kg_squared;
    }
    for (const int age : {30, 55}) {
      const auto expected = tried(catalog, 0.7, age);
      const auto found = load_where(catalog.doses, dose.exercise, man(99, age), 0.7, catalog.rules);
      ASSERT_EQ(found.has_value(), expected.has_value()) << line.per_10kg << " at " << age;
      if (!found) continue;
      EXPECT_NEAR(in_kilograms(found->load), *expected, 2e-3);
      EXPECT_EQ(found->muscle, "latissimus-dorsi");
    }
  }
  EXPECT_FALSE(load_where({}, "one-arm-row-bench", man(0), 0.1, real().rules).has_value());
}

TEST(HardestPress, IsTheUpperEdgeOfTheDiscThatIsPressedMost) {
  Catalog catalog = with_doses(real(), {row()});
  catalog.doses.begin()->second.back().discs[2][0][0] += 100.0;
  const auto press = hardest_press(catalog.doses, "one-arm-row-bench", man(10));
  EXPECT_NEAR(in_newtons(*press), 1100.0 * 1.25, 1e-9);
  EXPECT_FALSE(hardest_press(catalog.doses, "one-arm-row-bench", man(60)).has_value());
}

TEST(ModelShares, CountsAMuscleByTheOneThatWorksHardest) {
  EXPECT_EQ(credit(0.6, 0.6), 1.0);
  EXPECT_EQ(credit(0.6, 0.42), 1.0);
  EXPECT_EQ(credit(0.6, 0.21), 0.5);
  EXPECT_EQ(credit(0.6, 0.09), 0.0);
  EXPECT_NEAR(credit(0.6, 0.315), 0.75, 1e-12);  // halfway between the two
}

TEST(ModelShares, GivesNothingForWhatEveryMuscleDoesAnyway) {
  EXPECT_EQ(credit(0.05, 0.05), 0.0);
  EXPECT_NEAR(credit(0.1, 0.1), 0.5, 1e-12);
  EXPECT_EQ(credit(0.15, 0.15), 1.0);
  EXPECT_THAT(model_shares(Dose{}, real()), IsEmpty());
}

TEST(ModelShares, HasNoCliffAndNeverFallsWithHarderWork) {
  const double step = real().rules.number("model-credit", "step");
  for (const double lats : {0.2, 0.5, 0.9}) {
    double before = 0.0;
    for (int i = 0; i <= 1000; ++i) {
      const double now = credit(lats, lats * i / 1000.0);
      EXPECT_GE(now, before - 1e-12);
      EXPECT_LE(now, before + step + 1e-12);
      before = now;
    }
    EXPECT_EQ(before, 1.0);
  }
}

Reading read(const std::string& file, const std::string& text) {
  Reading reading;
  const auto document = parse_document(file, text);
  EXPECT_TRUE(document.has_value());
  if (document) read_as(DataKind::Doses, *document, reading);
  link(reading, real());
  return reading;
}

std::string said(const Reading& reading) {
  std::string all;
  for (const Problem& problem : reading.problems) all += problem.message + "\n";
  return all;
}

/// One-sided and both-sided muscles, with figures that six digits hold.
std::vector<DoseSurface> uneven() {
  auto surfaces = surfaces_of(row());
  surfaces.front().muscles["latissimus-dorsi"][1] = {0.1, -0.25, 3.5, 1e-5, 0, 2, 0, 0.123456, 7};
  surfaces.front().worst_error = 0.041;
  return surfaces;
}

TEST(DosesFile, ReadsBackWhatItWrites) {
  const std::string text = doses_toml(uneven());
  const Reading reading = read("one_arm_row_bench.toml", text);
  EXPECT_EQ(said(reading), "");
  const auto& surfaces = reading.catalog.doses.at("one-arm-row-bench");
  ASSERT_EQ(surfaces.size(), 2U);
  EXPECT_EQ(surfaces.front().muscles, uneven().front().muscles);
  EXPECT_EQ(surfaces.front().discs, uneven().front().discs);
  EXPECT_EQ(surfaces.front().worst_error, 0.041);
  EXPECT_EQ(surfaces.back().bodies.tallest, meters(2.1));
  EXPECT_EQ(doses_toml(surfaces), text);
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = doses_toml(uneven());
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(DosesFile, SaysWhatIsWrong) {
  const auto wrong = [](const std::string& from, const std::string& to) {
    return said(read("one_arm_row_bench.toml", changed(from, to)));
  };
  EXPECT_THAT(wrong("id = \"rhomboids\"", "id = \"rhomboid\""), HasSubstr("is no muscle"));
  EXPECT_THAT(wrong("id = \"rhomboids\"", "id = \"latissimus-dorsi\""),
              HasSubstr("stands here twice"));
  EXPECT_THAT(wrong("name = \"T12/L1\"", "name = \"L1/L2\""), HasSubstr("needs all 6 discs"));
  EXPECT_THAT(wrong("sex = \"female\"", "sex = \"male\""), HasSubstr("for each sex"));
  EXPECT_THAT(wrong("\"500 ", "\""), HasSubstr("must be 9 numbers from -1e+09 to 1e+09"));
  for (const char* not_nine :
       {"\"", "\"nan ", "\"1e12 ", "\"inf ", "\"5OO ", "\"500, ", "\"500 1 "}) {
    EXPECT_THAT(wrong("\"500 ", not_nine), HasSubstr("must be 9 numbers")) << not_nine;
  }
  EXPECT_THAT(wrong("mass_kg = [40, 140]", "mass_kg = [140, 40]"), HasSubstr("[low, high]"));
  EXPECT_THAT(wrong("exercise = \"one-arm-row-bench\"", "exercise = \"bird-dog\""),
              HasSubstr("must stand in 'bird_dog.toml'"));
  EXPECT_THAT(wrong("repetition_s", "tempo_s"), HasSubstr("unknown key 'tempo_s'"));
}

TEST(DosesFile, MayBeMissing) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "strongback_doses_test";
  fs::remove_all(folder);
  fs::copy(STRONGBACK_SOURCE_DIR "/data", folder, fs::copy_options::recursive);
  fs::remove_all(folder / "doses");
  const auto without = read_catalog(folder.string());
  ASSERT_TRUE(without.has_value());
  EXPECT_TRUE(without->doses.empty());
  fs::create_directory(folder / "doses");
  std::ofstream(folder / "doses" / "one_arm_row_bench.toml") << doses_toml(uneven());
  const auto with = read_catalog(folder.string());
  ASSERT_TRUE(with.has_value());
  EXPECT_EQ(with->doses.size(), 1U);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace strongback
