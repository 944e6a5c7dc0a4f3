#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::ElementsAre;

Checked<TherapistReply> reply_from(std::string_view text) {
  return parse_reply("r.toml", text, catalog_for_tests());
}

TEST(ReadReply, TakesWhatTheTherapistChanged) {
  const auto reply = reply_from(
      "name = \"T. Okafor\"\ndate = 2026-11-27\ncleared_until = 2027-01-31\n"
      "allowed = [\"bird-dog\"]\nforbidden = [\"glute-bridge\"]\n"
      "caps = { axial_compression = 1, prone = 0 }\nload_cap = \"1 kg\"\nleast_reserve = 5\n"
      "remarks = \"Good.\"\n[[dose]]\nexercise = \"bird-dog\"\nsets = 2\nreps = [8, 10]\n"
      "[[dose]]\nexercise = \"can-row-chair\"\nreps = 6\nload = \"450 g\"\n");
  ASSERT_TRUE(reply.has_value()) << messages(reply);
  EXPECT_EQ(reply->limits.name, "T. Okafor");
  EXPECT_EQ(to_text(*reply->limits.cleared_until), "2027-01-31");
  EXPECT_THAT(reply->limits.allowed, ElementsAre("bird-dog"));
  EXPECT_THAT(reply->limits.forbidden, ElementsAre("glute-bridge"));
  EXPECT_EQ(reply->limits.caps.at(Property::AxialCompression), 1);
  EXPECT_EQ(reply->limits.caps.at(Property::Prone), 0);
  EXPECT_EQ(reply->limits.load_cap, kilograms(1));
  EXPECT_EQ(reply->limits.least_reserve, 5);
  EXPECT_EQ(reply->remarks, "Good.");
  ASSERT_EQ(reply->doses.size(), 2U);
  EXPECT_EQ(reply->doses[0].sets, 2);
  EXPECT_EQ(reply->doses[0].reps->high, 10);
  EXPECT_EQ(reply->doses[1].reps->low, 6);
  EXPECT_EQ(reply->doses[1].reps->high, 6);
  EXPECT_EQ(reply->doses[1].load, kilograms(0.45));
}

TEST(ReadReply, ReportsEveryMistakeAtOnce) {
  EXPECT_EQ(messages(reply_from("date = \"tomorrow\"\nallowed = [\"bird-dog\"]\n"
                                "forbidden = [\"bird-dog\", \"bridge\"]\n"
                                "caps = { axial = 1, twist = 9 }\n"
                                "load_cap = 5\nsets = 3\n[[dose]]\nexercise = \"bird-dog\"\n"
                                "reps = [10, 8]\n[[dose]]\nexercise = \"bird-dog\"\nreps = [0, 8]\n"
                                "[[dose]]\nsets = 11\n")),
            R"(r.toml:1:1: error: 'name' is missing
r.toml:1:8: error: 'date' must be a day
  hint: write it such as 2026-11-30
r.toml:3:14: error: 'bird-dog' is both allowed and forbidden
  hint: keep it in one of the two
r.toml:3:26: error: 'bridge' is no exercise
  hint: did you mean 'bridge-single' or 'glute-bridge'?
r.toml:4:10: error: 'axial' is no property of an exercise
  hint: did you mean 'axial_compression'?
r.toml:4:29: error: 'twist' must be a whole number from 0 to 3 (the highest level allowed)
r.toml:5:12: error: 'load_cap' must be a text with its unit, from 0.1 to 200 kg (0.2 to 441 lb)
  hint: write it in quotes, such as "64 kg" or "141 lb"
r.toml:6:1: error: unknown key 'sets'
  hint: it is one of: schema, name, date, cleared_until, allowed, forbidden, caps, load_cap, least_reserve, remarks, dose
r.toml:9:8: error: 'reps' must be two whole numbers, the lower one first
  hint: write it such as [8, 10]
r.toml:11:12: error: 'bird-dog' has two doses
r.toml:12:9: error: 'reps' holds numbers from 1 to 100 repetitions
r.toml:13:1: error: 'exercise' is missing
r.toml:14:8: error: 'sets' must be a whole number from 1 to 10 sets)");
}

TEST(ReadReply, NeedsAName) {
  EXPECT_EQ(messages(reply_from("")), "r.toml:1:1: error: 'name' is missing");
}

}  // namespace
}  // namespace strongback
