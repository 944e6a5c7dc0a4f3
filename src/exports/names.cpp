#include "exports/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace strongback {

std::string fit(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z'); },
      '_');
  return text;
}

std::string in_words(const Build& build) {
  return fmt::format("{:.0f} cm, {:.1f} kg, {}, {} years", in_centimeters(build.height),
                     in_kilograms(build.mass), build.sex == Sex::Male ? "male" : "female",
                     build.age);
}

}  // namespace strongback
