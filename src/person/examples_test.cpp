#include <algorithm>
#include <filesystem>
#include <set>

#include "person/person_for_tests.h"

namespace strongback {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

Person example(const std::string& name) {
  auto person = read_person(STRONGBACK_SOURCE_DIR "/examples/" + name, catalog_for_tests());
  EXPECT_TRUE(person.has_value()) << messages(person);
  return person ? std::move(*person) : Person{};
}

std::vector<std::string> example_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(STRONGBACK_SOURCE_DIR "/examples")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".toml") && !name.starts_with("reply-")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Examples, AreOneForEachReader) {
  EXPECT_THAT(example_names(),
              ElementsAre("chair-only.toml", "disc-compression.toml", "experienced.toml",
                          "night-pain-72.toml", "novice.toml", "sciatica-flare.toml",
                          "small-steps.toml", "weak-back.toml"));
}

TEST(Examples, LeaveNothingToAssumeButWhatMostHomesHave) {
  for (const auto& name : example_names()) {
    const Person person = example(name);
    ASSERT_EQ(person.assumptions.size(), 1U) << name << ": " << joined(person.assumptions, " ");
    EXPECT_THAT(person.assumptions[0], HasSubstr("Taken to be at hand")) << name;
  }
}

TEST(Examples, TellTheStoriesOfTheReaders) {
  EXPECT_TRUE(example("novice.toml").never_trained);
  EXPECT_EQ(example("experienced.toml").days.size(), 4U);
  EXPECT_TRUE(example("disc-compression.toml").therapist.has_value());
  EXPECT_EQ(example("weak-back.toml").units, Units::Imperial);
  const Person flare = example("sciatica-flare.toml");
  EXPECT_TRUE(flare.pain.says_flare);
  EXPECT_GE(flare.pain.now, *flare.pain.usual + 2);
  EXPECT_TRUE(example("chair-only.toml").chair_only);
  EXPECT_EQ(example("small-steps.toml").habits.size(), 4U);
}

/// Severe pain at night and a belly that grew over years: together a reason to be seen soon, and
/// nothing else in the file may be a reason to be seen at once.
TEST(Examples, NightPainAnswersTheTwoQuestionsThatMatter) {
  const Person person = example("night-pain-72.toml");
  std::set<std::string> yes;
  for (const auto& [id, answer] : person.screening) {
    if (const auto* said = std::get_if<bool>(&answer); said && *said) yes.insert(id);
  }
  EXPECT_THAT(yes, ElementsAre("abdo_gain_slow", "night_pain_long", "night_pain_positional",
                               "night_pain_severe"));
  EXPECT_EQ(std::get<int>(person.screening.at("stiff_morning")), 5);
}

TEST(Examples, HoldAReplyThatNamesTheTherapistOfTheFile) {
  const auto reply =
      read_reply(STRONGBACK_SOURCE_DIR "/examples/reply-physio.toml", catalog_for_tests());
  ASSERT_TRUE(reply.has_value()) << messages(reply);
  const Person person = example("disc-compression.toml");
  EXPECT_EQ(reply->limits.name, person.therapist->name);
  for (const auto& id : reply->limits.allowed) EXPECT_THAT(person.therapist->allowed, Contains(id));
  for (const auto& dose : reply->doses) {
    EXPECT_THAT(reply->limits.allowed, Contains(dose.exercise));
  }
}

std::string person_guide() {
  const auto text = read_text(STRONGBACK_SOURCE_DIR "/docs/person-file.md");
  EXPECT_TRUE(text.has_value());
  return text.value_or("");
}

TEST(PersonGuide, ListsEveryId) {
  const std::string guide = person_guide();
  const Catalog& catalog = catalog_for_tests();
  for (const auto& ids : {condition_ids(catalog), equipment_ids(catalog), household_ids(catalog),
                          activity_ids(catalog), red_flag_ids(catalog), property_words()}) {
    for (const auto& id : ids) EXPECT_THAT(guide, HasSubstr("`" + id + "`"));
  }
  for (const auto& country : catalog.countries) {
    if (country.code.empty()) continue;
    EXPECT_THAT(guide, HasSubstr("`" + country.code + "`"));
  }
}

TEST(PersonGuide, ShowsFilesThatWork) {
  const std::string guide = person_guide();
  const std::string fence = "```toml\n";
  int shown = 0;
  for (auto at = guide.find(fence); at != std::string::npos; at = guide.find(fence, at + 1)) {
    const auto begin = at + fence.size();
    const std::string text = guide.substr(begin, guide.find("```", begin) - begin);
    const bool is_reply = text.find("remarks") != std::string::npos;
    const std::string found = is_reply ? messages(parse_reply("guide", text, catalog_for_tests()))
                                       : messages(person_from(text));
    EXPECT_EQ(found, "") << text;
    ++shown;
  }
  EXPECT_EQ(shown, 5);
}

/// Every sentence in quotes that the guide promises as an assumption is one that the code prints.
TEST(PersonGuide, QuotesAssumptionsThatArePrinted) {
  const std::string guide = person_guide();
  for (const auto& sentence : right_person("sex = \"female\"\nage = 44\n").assumptions) {
    if (sentence.starts_with("Taken to be at hand")) continue;
    EXPECT_THAT(guide, HasSubstr("\"" + sentence + "\""));
  }
}

}  // namespace
}  // namespace strongback
