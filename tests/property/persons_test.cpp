// Thousands of generated persons, each with a whole program, held against every promise of
// tests/persons/promises.h.  A failure names the seed: bench_persons SEED 1 repeats it.
#include <cstdio>

#include "people.h"
#include "promises.h"

namespace strongback {
namespace {

constexpr std::uint64_t kBlock = 250;

/// Says on stderr which person is next: when the program crashes, the last number is the seed.
void announce(std::uint64_t seed) {
  std::fprintf(stderr, "%llu ", static_cast<unsigned long long>(seed));
}

class Persons : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Persons, GetAProgramThatKeepsItsPromisesOrHearWhyNot) {
  const std::uint64_t first = GetParam() * kBlock + 1;
  std::fprintf(stderr, "seeds: ");
  for (auto seed = first; seed < first + kBlock; ++seed) {
    announce(seed);
    const Person person = random_person(seed, real_catalog());
    const Program program = make_program(person, real_catalog(), {});
    const auto broken = broken_promises(program, person, real_catalog());
    EXPECT_TRUE(broken.empty()) << "person of seed " << seed << ":\n  " << joined(broken, "\n  ");
  }
  std::fprintf(stderr, "\n");
}

INSTANTIATE_TEST_SUITE_P(Block, Persons, testing::Range<std::uint64_t>(0, 8));

// A generator that made everybody alike, or nobody able to train, would prove nothing.
TEST(RandomPersons, AreVaried) {
  std::map<Status, int> count;
  int with_conditions = 0, without_things = 0, imperial = 0, chair = 0;
  constexpr int kPersons = 120;
  for (std::uint64_t seed = 1; seed <= kPersons; ++seed) {
    const Person person = random_person(seed, real_catalog());
    ++count[make_program(person, real_catalog(), in_weeks(1)).status];
    with_conditions += person.conditions.empty() ? 0 : 1;
    without_things += person.inventory.dumbbells.empty() && !person.inventory.barbell ? 1 : 0;
    imperial += person.units == Units::Imperial ? 1 : 0;
    chair += person.chair_only ? 1 : 0;
  }
  EXPECT_GE(count[Status::Ok], kPersons / 4);
  EXPECT_GE(count[Status::Gentle], kPersons / 10);
  EXPECT_GE(count[Status::SeeSomeoneFirst], 3);
  EXPECT_GE(count[Status::Stop], 3);
  EXPECT_GE(count[Status::NoPlan], 1);
  EXPECT_GE(with_conditions, kPersons / 3);
  EXPECT_GE(without_things, kPersons / 6);
  EXPECT_GE(imperial, kPersons / 6);
  EXPECT_GE(chair, 2);
}

TEST(RandomPersons, AreTheSameForTheSameSeed) {
  const Person a = random_person(17, real_catalog());
  const Person b = random_person(17, real_catalog());
  EXPECT_EQ(a.age, b.age);
  EXPECT_EQ(a.mass, b.mass);
  EXPECT_EQ(a.conditions, b.conditions);
  EXPECT_EQ(a.inventory.things, b.inventory.things);
}

}  // namespace
}  // namespace strongback
