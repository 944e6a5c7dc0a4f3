#include "care/facts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/expects.h"

namespace strongback {
namespace {

constexpr double kNewWeeks = 6.0;                    // rules 10.8
constexpr double kChronicWeeks = 12.0;               // rules, conditions: lbp-chronic
constexpr double kWeeksPerYear = 52.18;              // 365.25 / 7
constexpr BloodPressure kStopPressure = {180, 110};  // [mmHg] what htn-ge180 says at least
constexpr int kWorseByPoints = 2;                    // rules 6.4: the smallest change that matters

/// A condition that says the same as a yes to a screening question.
struct SaysTheSame {
  std::string_view condition;
  std::string_view flag;
};
constexpr std::array<SaysTheSame, 3> kSaysTheSame = {{
    {"cardiac-unstable", "chest_pain"},
    {"steroid-immunosupp", "steroids"},
    {"bone-cancer", "cancer_hx"},
}};

const Answer* find_answer(const Person& person, std::string_view id) {
  const auto found = person.screening.find(std::string(id));
  return found == person.screening.end() ? nullptr : &found->second;
}

std::optional<double> number_answered(const Person& person, std::string_view id) {
  const Answer* answer = find_answer(person, id);
  const int* number = answer == nullptr ? nullptr : std::get_if<int>(answer);
  if (number == nullptr) return std::nullopt;
  return *number;
}

bool is_pregnant(const Person& person) {
  return names_condition(person, "pregnancy-t1") || names_condition(person, "pregnancy-t2t3") ||
         says_yes(person, "preg_signs");
}

bool has_leg_symptoms(const Person& person) {
  return (person.pain.site && *person.pain.site != Site::BackOnly) ||
         (person.pain.usual_site && *person.pain.usual_site != Site::BackOnly) ||
         names_condition(person, "sciatica-irritable") ||
         names_condition(person, "sciatica-settling") || names_condition(person, "in-physio") ||
         names_condition(person, "spinal-stenosis") || says_yes(person, "ces_bilateral");
}

bool knows_pressure(const Person& person) {
  return is_answered(person, "bp_high") || names_condition(person, "htn-ge180");
}

bool has_bone_loss(const Person& person) {
  return names_condition(person, "osteoporosis") || names_condition(person, "osteoporosis-vf");
}

struct WordOfPerson {
  std::string_view word;
  bool (*is_true)(const Facts&);
};
const std::array kWords = {
    WordOfPerson{"any", [](const Facts&) { return true; }},
    WordOfPerson{"back_pain", [](const Facts& f) { return has_back_pain(*f.person); }},
    WordOfPerson{"new_back_pain", [](const Facts& f) { return is_new_back_pain(*f.person); }},
    WordOfPerson{"back_pain_changed",
                 [](const Facts& f) {
                   return is_answered(*f.person, "back_pain_changed")
                              ? says_yes(*f.person, "back_pain_changed")
                              : has_changed_pain(*f.person);
                 }},
    WordOfPerson{"leg_symptoms", [](const Facts& f) { return has_leg_symptoms(*f.person); }},
    WordOfPerson{"osteoporosis", [](const Facts& f) { return has_bone_loss(*f.person); }},
    WordOfPerson{"pregnant", [](const Facts& f) { return is_pregnant(*f.person); }},
    WordOfPerson{"bp_known", [](const Facts& f) { return knows_pressure(*f.person); }},
    WordOfPerson{"night_pain_any",
                 [](const Facts& f) {
                   return says_yes(*f.person, "night_pain") ||
                          says_yes(*f.person, "night_pain_severe");
                 }},
    WordOfPerson{"flag_open", [](const Facts& f) { return f.flag_open; }},
    WordOfPerson{"no_other_flag", [](const Facts& f) { return f.no_other_flag; }},
    WordOfPerson{"no_urgent_flag", [](const Facts& f) { return f.no_urgent_flag; }},
};

/// The age at which back pain began, at most: without an answer, the age at which this pain began.
std::optional<double> age_at_onset(const Person& person) {
  if (person.pain.age_at_first) return *person.pain.age_at_first;
  if (!has_back_pain(person)) return std::nullopt;
  return person.age - person.pain.weeks.value_or(0.0) / kWeeksPerYear;
}

std::optional<double> weeks_of_pain(const Person& person) {
  if (person.pain.weeks) return person.pain.weeks;
  if (names_condition(person, "lbp-chronic")) return kChronicWeeks + 1.0;
  return std::nullopt;
}

std::optional<double> pressure(const Person& person, bool upper) {
  const Answer* answer = find_answer(person, "bp_high");
  const auto* both = answer == nullptr ? nullptr : std::get_if<BloodPressure>(answer);
  if (both != nullptr) return upper ? both->first : both->second;
  if (!names_condition(person, "htn-ge180")) return std::nullopt;
  return upper ? kStopPressure.first : kStopPressure.second;
}

std::optional<double> own_number(const RedFlag& self, const Facts& facts) {
  return number_answered(*facts.person, self.id);
}

struct NumberOfPerson {
  std::string_view word;
  std::optional<double> (*value)(const RedFlag&, const Facts&);
};
const std::array kNumbers = {
    NumberOfPerson{
        "age", [](const RedFlag&, const Facts& f) { return std::optional<double>(f.person->age); }},
    NumberOfPerson{"pain",
                   [](const RedFlag&, const Facts& f) {
                     const double told = number_answered(*f.person, "pain_ge8").value_or(0.0);
                     return std::optional<double>(
                         std::max(told, static_cast<double>(f.person->pain.now)));
                   }},
    NumberOfPerson{"age_at_onset",
                   [](const RedFlag&, const Facts& f) { return age_at_onset(*f.person); }},
    NumberOfPerson{"back_pain_weeks",
                   [](const RedFlag&, const Facts& f) { return weeks_of_pain(*f.person); }},
    NumberOfPerson{"systolic",
                   [](const RedFlag&, const Facts& f) { return pressure(*f.person, true); }},
    NumberOfPerson{"diastolic",
                   [](const RedFlag&, const Facts& f) { return pressure(*f.person, false); }},
    NumberOfPerson{"answer", own_number},
};

bool is_true(const std::string& word, const RedFlag& self, const Facts& facts) {
  if (word == "yes") return says_yes(*facts.person, self.id);
  const auto known = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const WordOfPerson& entry) { return entry.word == word; });
  return known != kWords.end() ? known->is_true(facts) : says_yes(*facts.person, word);
}

std::optional<double> value_of(const std::string& word, const RedFlag& self, const Facts& facts) {
  const auto known = std::find_if(kNumbers.begin(), kNumbers.end(),
                                  [&](const NumberOfPerson& entry) { return entry.word == word; });
  return known != kNumbers.end() ? known->value(self, facts) : number_answered(*facts.person, word);
}

bool equals(const Claim& claim, const RedFlag& self, const Facts& facts) {
  if (claim.is_number) {
    const auto value = value_of(claim.word, self, facts);
    return value && *value == claim.number;
  }
  expects(claim.word == "sex", "only 'sex' is compared with a word");
  expects(!claim.value.empty(), "a comparison has two sides");
  return (claim.value.front() == 'f') == (facts.person->sex == Sex::Female);
}

bool compares(const Claim& claim, const RedFlag& self, const Facts& facts) {
  const auto value = value_of(claim.word, self, facts);
  if (!value) return false;
  switch (claim.kind) {
    case Claim::Kind::Less:
      return *value < claim.number;
    case Claim::Kind::LessEqual:
      return *value <= claim.number;
    case Claim::Kind::Greater:
      return *value > claim.number;
    default:
      return *value >= claim.number;
  }
}

}  // namespace

bool holds(const Claim& claim, const RedFlag& self, const Facts& facts) {
  const auto part = [&](const Claim& inner) { return holds(inner, self, facts); };
  switch (claim.kind) {
    case Claim::Kind::Always:
      return true;
    case Claim::Kind::Word:
      return is_true(claim.word, self, facts);
    case Claim::Kind::Equal:
      return equals(claim, self, facts);
    case Claim::Kind::And:
      return std::all_of(claim.parts.begin(), claim.parts.end(), part);
    case Claim::Kind::Or:
      return std::any_of(claim.parts.begin(), claim.parts.end(), part);
    case Claim::Kind::Not:
      return !part(claim.parts.front());
    default:
      return compares(claim, self, facts);
  }
}

std::vector<std::string> understood_words() {
  std::vector<std::string> words = {"yes", "sex"};
  for (const auto& entry : kWords) words.emplace_back(entry.word);
  for (const auto& entry : kNumbers) words.emplace_back(entry.word);
  return words;
}

bool asks_about(const Claim& claim, std::string_view word) {
  const auto words = words_of(claim);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_condition(const Person& person, std::string_view id) {
  return std::find(person.conditions.begin(), person.conditions.end(), id) !=
         person.conditions.end();
}

bool names_any_condition(const Person& person) {
  return std::any_of(person.conditions.begin(), person.conditions.end(),
                     [](const std::string& id) { return id != "healthy"; });
}

bool says_yes(const Person& person, std::string_view id) {
  if (const Answer* answer = find_answer(person, id)) {
    if (const bool* yes = std::get_if<bool>(answer)) return *yes;
    if (const int* number = std::get_if<int>(answer)) return *number > 0;
    return true;
  }
  return std::any_of(kSaysTheSame.begin(), kSaysTheSame.end(), [&](const SaysTheSame& same) {
    return same.flag == id && names_condition(person, same.condition);
  });
}

bool is_answered(const Person& person, std::string_view id) {
  return find_answer(person, id) != nullptr || says_yes(person, id);
}

bool has_back_pain(const Person& person) {
  return person.pain.now > 0 || person.pain.usual.value_or(0) > 0 ||
         says_yes(person, "night_pain") || says_yes(person, "night_pain_severe") ||
         names_condition(person, "lbp-acute") || names_condition(person, "lbp-chronic") ||
         names_condition(person, "sciatica-irritable");
}

bool is_new_back_pain(const Person& person) {
  if (!has_back_pain(person)) return false;
  if (person.pain.weeks) return *person.pain.weeks < kNewWeeks;
  return !names_condition(person, "lbp-chronic");
}

bool moved_outward(const Person& person) {
  return person.pain.site && person.pain.usual_site && *person.pain.site > *person.pain.usual_site;
}

bool has_changed_pain(const Person& person) {
  if (person.pain.says_flare || moved_outward(person)) return true;
  return person.pain.usual && person.pain.now >= *person.pain.usual + kWorseByPoints;
}

}  // namespace strongback
