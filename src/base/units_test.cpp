#include "base/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <concepts>
#include <string>

namespace strongback {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };
static_assert(Addable<Mass, Mass>);
static_assert(!Addable<Mass, Force>);
static_assert(!Addable<Mass, double>);
static_assert(!std::convertible_to<double, Mass>);

double kg(std::string_view text) { return parse_mass(text).value_or(Mass{-1.0}).si(); }
double cm(std::string_view text) {
  return in_centimeters(parse_length(text).value_or(Length{-1.0}));
}
double newtons_of(std::string_view text) { return parse_force(text).value_or(Force{-1.0}).si(); }

TEST(Units, ReadsEveryUnitOfMass) {
  EXPECT_DOUBLE_EQ(kg("64 kg"), 64.0);
  EXPECT_DOUBLE_EQ(kg("450 g"), 0.45);
  EXPECT_DOUBLE_EQ(kg("100 lb"), 45.359237);
  EXPECT_DOUBLE_EQ(kg("100 lbs"), 45.359237);
  EXPECT_DOUBLE_EQ(kg("16 oz"), kKilogramsPerPound);
  EXPECT_DOUBLE_EQ(kg("1 st"), 14.0 * kKilogramsPerPound);
}

TEST(Units, AddsUnitsOfFallingSize) {
  EXPECT_NEAR(kg("1 lb 5 oz"), 0.595340, 1e-6);
  EXPECT_NEAR(kg("10 st 4 lb"), 65.317301, 1e-6);
  EXPECT_DOUBLE_EQ(kg("1 kg 500 g"), 1.5);
  EXPECT_NEAR(cm("5 ft 6 in"), 167.64, 1e-9);
  EXPECT_NEAR(cm("5'6\""), 167.64, 1e-9);
  EXPECT_NEAR(cm("5' 6.5\""), 168.91, 1e-9);
  EXPECT_NEAR(cm("5 ft"), 152.4, 1e-9);
}

TEST(Units, ReadsEveryUnitOfLength) {
  EXPECT_NEAR(cm("168 cm"), 168.0, 1e-9);
  EXPECT_NEAR(cm("1.68 m"), 168.0, 1e-9);
  EXPECT_NEAR(cm("1680 mm"), 168.0, 1e-9);
  EXPECT_NEAR(cm("66 in"), 167.64, 1e-9);
  EXPECT_NEAR(cm("66\""), 167.64, 1e-9);
}

TEST(Units, ReadsEveryUnitOfForce) {
  EXPECT_DOUBLE_EQ(newtons_of("60 N"), 60.0);
  EXPECT_NEAR(newtons_of("13 lbf"), 57.826881, 1e-6);
  EXPECT_NEAR(newtons_of("6 kgf"), 58.8399, 1e-9);
}

TEST(Units, SpacesDoNotMatter) {
  EXPECT_DOUBLE_EQ(kg("64kg"), 64.0);
  EXPECT_DOUBLE_EQ(kg("  64 \t kg  "), 64.0);
  EXPECT_NEAR(kg("1lb5oz"), 0.595340, 1e-6);
}

TEST(Units, WhatIsNoQuantityIsNothing) {
  for (const char* text :
       {"",           " ",        "kg",      "64",        "sixty kg",  "64 kilos",
        "64 kg 3",    "64 kg kg", "1,5 kg",  "5 oz 1 lb", "1 lb 2 lb", "5 lb 3 lbs",
        "1 lb -5 oz", "1e5 kg",   "0x10 kg", "nan kg",    "inf kg",    "64 cm",
        "--5 kg",     "+5 kg",    ". kg",    "64 kg.",    "\xff",      "５ kg"}) {
    EXPECT_FALSE(parse_mass(text)) << text;
  }
  EXPECT_FALSE(parse_length("64 kg"));
  EXPECT_FALSE(parse_length("6\" 5'"));
  EXPECT_FALSE(parse_force("60 n"));
  EXPECT_FALSE(parse_force("13 lb"));
}

TEST(Units, ANumberBelowZeroIsReadSoThatTheRangeCanRefuseIt) { EXPECT_EQ(kg("-5 kg"), -5.0); }

TEST(Units, ASumThatIsNotFiniteIsNothing) {
  EXPECT_FALSE(parse_mass(std::string(309, '9') + " kg"));
  EXPECT_FALSE(parse_mass(std::string(308, '9') + " st"));
}

TEST(Units, ReadsPiecesOfOneMass) {
  const auto two = parse_counted_mass("2 x 5 kg");
  ASSERT_TRUE(two);
  EXPECT_EQ(two->count, 2);
  EXPECT_EQ(two->each, kilograms(5.0));
  EXPECT_EQ(parse_counted_mass("5 kg")->count, 1);
  EXPECT_EQ(parse_counted_mass("99x1g")->count, 99);
  for (const char* text : {"0 x 5 kg", "100 x 5 kg", "-1 x 5 kg", "1.5 x 5 kg", "x 5 kg", "2 x",
                           "2 x 2 x 5 kg", "two x 5 kg", "99999999999 x 5 kg"}) {
    EXPECT_FALSE(parse_counted_mass(text)) << text;
  }
}

TEST(Units, ShowsMassesInThePersonsUnits) {
  EXPECT_EQ(to_text(kilograms(7.5), Units::Metric), "7.5 kg");
  EXPECT_EQ(to_text(kilograms(64.0), Units::Metric), "64 kg");
  EXPECT_EQ(to_text(kilograms(0.45), Units::Metric), "450 g");
  EXPECT_EQ(to_text(kilograms(0.9996), Units::Metric), "1 kg");
  EXPECT_EQ(to_text(pounds_mass(16.5), Units::Imperial), "16.5 lb");
  EXPECT_EQ(to_text(kilograms(0.4), Units::Imperial), "0.9 lb");
}

TEST(Units, ShowsLengthsInThePersonsUnits) {
  EXPECT_EQ(to_text(meters(1.68), Units::Metric), "168 cm");
  EXPECT_EQ(to_text(meters(1.68), Units::Imperial), "5 ft 6 in");
  EXPECT_EQ(to_text(inches(71.9), Units::Imperial), "6 ft 0 in");
}

TEST(Units, PoundsAndInchesGoThereAndBack) {
  EXPECT_DOUBLE_EQ(in_pounds(pounds_mass(12.5)), 12.5);
  EXPECT_DOUBLE_EQ(in_inches(inches(66.0)), 66.0);
  EXPECT_DOUBLE_EQ(kilograms(10.0) / kilograms(4.0), 2.5);
  EXPECT_EQ(kilograms(2.0) + kilograms(3.0) - kilograms(1.0), kilograms(2.0) * 2.0);
  EXPECT_LT(kilograms(1.0), kilograms(1.5));
}

}  // namespace
}  // namespace strongback
