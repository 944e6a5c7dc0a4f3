#include "person/person.h"

#include <algorithm>

namespace strongback {

const std::vector<std::string>& sex_words() {
  static const std::vector<std::string> kWords{"female", "male"};
  return kWords;
}

const std::vector<std::string>& level_words() {
  static const std::vector<std::string> kWords{"gentle", "novice", "intermediate", "advanced"};
  return kWords;
}

const std::vector<std::string>& goal_words() {
  static const std::vector<std::string> kWords{"health", "strength", "muscle", "endurance",
                                               "pain-aware"};
  return kWords;
}

const std::vector<std::string>& site_words() {
  static const std::vector<std::string> kWords{"back", "buttock", "below-knee", "foot"};
  return kWords;
}

bool has_goal(const Person& person, Goal goal) {
  return std::find(person.goals.begin(), person.goals.end(), goal) != person.goals.end();
}

double bmi(const Person& person) {
  const double height = person.height.si();
  return height > 0.0 ? in_kilograms(person.mass) / (height * height) : 0.0;
}

}  // namespace strongback
