#include "care/flare.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace strongback {
namespace {

constexpr double kOldMattressYears = 8.0;  // rules 6.11, low confidence: a question, no verdict
constexpr double kShortSleepHours = 6.0;   // rules 3.4

int whole(double value) { return static_cast<int>(value); }

std::string site_text(Site site) {
  switch (site) {
    case Site::BackOnly:
      return "the back only";
    case Site::Buttock:
      return "the buttock or thigh";
    case Site::BelowKnee:
      return "below the knee";
    case Site::Foot:
      return "the foot";
  }
  return "";
}

void lower_to(Levels& levels, Property property, int level) {
  int& now = levels[static_cast<std::size_t>(property)];
  now = std::min(now, level);
}

void cap_for_flare(Caps& caps, Property property, int level) {
  if (level_of(caps.firm, property) > level && level_of(caps.highest, property) > level) {
    caps.because[property] = "the flare";
  }
  lower_to(caps.firm, property, level);
  lower_to(caps.highest, property, level);
}

void keep_stimuli(Caps& caps, const std::vector<Stimulus>& wanted) {
  if (caps.only_stimuli.empty()) {
    caps.only_stimuli = wanted;
    return;
  }
  std::erase_if(caps.only_stimuli, [&](Stimulus stimulus) {
    return std::find(wanted.begin(), wanted.end(), stimulus) == wanted.end();
  });
}

/// The questions of rules 6.11 that no field of the person's file answers.
constexpr std::array<std::string_view, 4> kFlareQuestions = {
    "How many hours a day have you sat or driven in the last 7 days, and is that more than usual?",
    "What have you lifted, and which chores were new or longer, in the last 7 days?",
    "Has something weighed on you in the last weeks, more than usual?",
    "Do you wear new shoes?",
};

void ask_about_flare(const Person& person, const Catalog& catalog,
                     std::vector<std::string>& questions) {
  std::vector<const RedFlag*> due;
  for (const char* moment : {"every_session", "pain_jump"}) {
    for (const RedFlag* flag : questions_for(person, catalog, moment)) {
      if (std::find(due.begin(), due.end(), flag) == due.end()) due.push_back(flag);
    }
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const RedFlag* a, const RedFlag* b) { return a->action > b->action; });
  for (const RedFlag* flag : due) {
    if (flag->id == "pain_ge8") continue;  // the file says the pain of now
    questions.push_back(fmt::format("{} (answer '{}')", flag->question, flag->id));
  }
  for (const auto question : kFlareQuestions) questions.emplace_back(question);
}

/// "nothing", "none" and "no" are answers, but there is nothing to advise on.
bool says_something(const std::string& answer) {
  const std::string word = lower(trimmed(answer));
  return !word.empty() && word != "nothing" && word != "none" && word != "no";
}

}  // namespace

std::string flare_reason(const Person& person, const Catalog& catalog) {
  const Pain& pain = person.pain;
  const int over = whole(catalog.rules.number("flare", "usual_over"));
  if (pain.usual && pain.now >= *pain.usual + over) {
    return fmt::format("pain is {} of 10 now and usually {}: {} or more above the usual", pain.now,
                       *pain.usual, over);
  }
  if (moved_outward(person)) {
    return fmt::format("the pain reaches {} now and usually {}: it has moved outward",
                       site_text(*pain.site), site_text(*pain.usual_site));
  }
  return pain.says_flare ? "you say that this is a flare" : "";
}

void apply_flare(const Catalog& catalog, Caps& caps) {
  const Rules& rules = catalog.rules;
  keep_stimuli(caps, {Stimulus::Relief, Stimulus::Control, Stimulus::Aerobic});
  caps.highest_level = std::min(caps.highest_level, whole(rules.number("flare", "level")));
  caps.no_external_load = true;
  cap_for_flare(caps, Property::AxialCompression, whole(rules.number("flare", "axial")));
  cap_for_flare(caps, Property::Flexion, whole(rules.number("flare", "bending")));
  cap_for_flare(caps, Property::Extension, whole(rules.number("flare", "bending")));
}

bool is_red_pain(const Person& person, const Catalog& catalog) {
  return person.pain.now > whole(catalog.rules.number("pain-zones", "yellow"));
}

void apply_red_pain(bool is_flare, Caps& caps) {
  caps.quiet_only = true;
  caps.highest_level = 0;
  caps.no_external_load = true;
  if (is_flare) {
    keep_stimuli(caps, {Stimulus::Relief, Stimulus::Control, Stimulus::Aerobic});
  } else {
    keep_stimuli(caps, {Stimulus::Relief, Stimulus::Aerobic});
  }
}

std::vector<std::string> flare_advice(const Person& person, const Catalog& catalog) {
  const Rules& rules = catalog.rules;
  std::vector<std::string> advice;
  advice.push_back(fmt::format(
      "in a flare: {} to {} short bouts a day, and short walks; after each bout note where it "
      "hurts and how much: closer to the spine is good, farther down the leg means stop",
      whole(rules.number("flare", "bouts_low")), whole(rules.number("flare", "bouts_high"))));
  advice.push_back(fmt::format(
      "the flare is over after {} mornings in a row at your usual pain or one above it, with the "
      "pain no farther out than usual; then start with half the sets, {} more repetitions in "
      "reserve and {}% of your last good loads, and take one step a week",
      whole(rules.number("flare", "leave_days")), whole(rules.number("flare", "return_reserve")),
      whole(rules.number("flare", "return_load") * 100.0 + 0.5)));
  advice.push_back(
      fill_slots(fmt::format("a flare of more than {} days: see {{doctor}} or a physical therapist",
                             whole(rules.number("flare", "too_long_days"))),
                 country_of(catalog, person.country)));
  return advice;
}

std::vector<std::string> pain_questions(const Person& person, const Catalog& catalog,
                                        bool is_flare) {
  std::vector<std::string> questions;
  if (!is_flare && person.pain.now == 0) return questions;
  const Lifestyle& life = person.lifestyle;
  if (life.changed.empty()) {
    questions.emplace_back("Which exercise, or which load, has changed in the last 7 days?");
  }
  if (!life.mattress_years || life.mattress.empty()) {
    questions.emplace_back("How old is your mattress, and is it soft, medium-firm or hard?");
  }
  if (life.stretching.empty()) {
    questions.emplace_back("What do you stretch, how often, and has that changed?");
  }
  if (!person.sleep_h) questions.emplace_back("How many hours do you sleep?");
  if (!person.pain.usual) questions.emplace_back("What is your usual pain, 0 to 10?");
  if (is_flare) ask_about_flare(person, catalog, questions);
  return questions;
}

std::vector<std::string> lifestyle_advice(const Person& person) {
  const Lifestyle& life = person.lifestyle;
  std::vector<std::string> advice;
  if (!has_back_pain(person) && !person.pain.says_flare) return advice;
  if (says_something(life.changed)) {
    advice.push_back(fmt::format(
        "you changed '{}' in the last week: go back to how it was and change one thing at a time, "
        "so that the next days show whether it was that",
        printable(life.changed)));
  }
  if (life.mattress_years && *life.mattress_years > kOldMattressYears) {
    advice.push_back(fmt::format(
        "your mattress is {} years old: when the pain is worst in the morning, try another bed for "
        "a week; medium-firm suited more backs than firm",
        plain(*life.mattress_years, 1)));
  }
  if (says_something(life.stretching)) {
    advice.emplace_back(
        "keep your stretching gentle while it hurts, and leave out any stretch that sends the pain "
        "farther down the leg");
  }
  if (person.sleep_h && *person.sleep_h < kShortSleepHours) {
    advice.emplace_back(
        "short sleep makes pain louder and recovery slower: it is worth a week's try");
  }
  return advice;
}

}  // namespace strongback
