#include "plan/choice_reason.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace strongback {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// A kind of exercise that the person's level does not reach is no loss to speak of.
bool is_above_level(const Exercise& exercise, const Person& person) {
  return exercise.level > static_cast<int>(person.level);
}

/// The exercise that `fitted` stands in for: a harder or an easier form of it that this person
/// cannot do, those of the article first.
const Exercise* missed_form(const PlanInput& input, const Prescription& fitted) {
  const Exercise* missed = nullptr;
  for (const auto& other : input.catalog->exercises) {
    const bool is_form = holds(other.easier, fitted.line.id) || holds(other.harder, fitted.line.id);
    if (!is_form || is_above_level(other, *input.person) || holds(input.person->disliked, other.id))
      continue;
    const bool is_open =
        std::any_of(input.fitted.begin(), input.fitted.end(),
                    [&](const Prescription& one) { return one.line.id == other.id; });
    const bool is_better = !missed || (other.in_article && !missed->in_article);
    if (!is_open && is_better) missed = &other;
  }
  return missed;
}

/// What an exercise gives to one muscle in a week.
struct Gift {
  const Muscle* muscle = nullptr;
  double sets = 0.0;
  double of = 0.0;     ///< all that the muscle gets
  double worth = 0.0;  ///< share of the low end of its range that it gives, by weight
};

std::vector<Gift> gifts_of(const PlanInput& input, const Choice& by_day, std::size_t index) {
  int sets = 0;
  for (const auto& day : by_day) sets += day[index];
  const auto totals = muscle_sets(input, by_day);
  std::vector<Gift> gifts;
  for (std::size_t m = 0; m < input.catalog->muscles.size(); ++m) {
    const Muscle& muscle = input.catalog->muscles[m];
    for (const auto& [id, credit] : input.fitted[index].credit) {
      if (id != muscle.id || credit <= 0.0) continue;
      const Range2 range = weekly_range(*input.person, input.catalog->rules, muscle);
      const double share = std::min(1.0, credit * sets / range.low);
      gifts.push_back({&muscle, credit * sets, totals[m],
                       share * input.catalog->rules.number("muscle-weight", id)});
    }
  }
  std::stable_sort(gifts.begin(), gifts.end(), [](const Gift& a, const Gift& b) {
    if (a.muscle->is_back != b.muscle->is_back) return a.muscle->is_back;
    return a.worth > b.worth;
  });
  return gifts;
}

/// "all 6 weekly sets of the lats (range 4 to 10)".
std::string gift_text(const PlanInput& input, const Gift& gift) {
  const Range2 range = weekly_range(*input.person, input.catalog->rules, *gift.muscle);
  const std::string wanted =
      range.low < range.high ? plain(range.low) + " to " + plain(range.high) : plain(range.low);
  const std::string given = gift.sets < gift.of ? fmt::format("{} of the {} weekly sets",
                                                              plain(gift.sets), plain(gift.of))
                            : gift.of == 1.0    ? "the one weekly set"
                                                : fmt::format("all {} weekly sets", plain(gift.of));
  return fmt::format("{} of the {} (range {})", given, gift.muscle->short_name, wanted);
}

}  // namespace

void add_standing_reasons(PlanInput& input) {
  const Rules& rules = input.catalog->rules;
  for (auto& fitted : input.fitted) {
    const std::string& id = fitted.line.id;
    auto& why = fitted.line.why;
    if (holds(input.person->locked, id)) {
      why.push_back(reason(rules, "choice", "preference",
                           "you want it in the program, and every limit lets it stay"));
    } else if (holds(input.person->liked, id)) {
      why.push_back(reason(rules, "choice", "preference",
                           "you like it, so it is preferred among its equals"));
    }
    const Exercise* missed = missed_form(input, fitted);
    if (!missed) continue;
    const auto open = prescribe(*missed, *input.person, *input.care, *input.catalog);
    if (open) continue;
    why.push_back(reason(rules, "choice", "substitution",
                         fmt::format("in place of '{}': {}", missed->name, open.error())));
  }
}

Reason choice_reason(const PlanInput& input, const Choice& by_day, std::size_t index) {
  constexpr std::size_t kMostNamed = 2;
  std::vector<std::string> texts;
  for (const auto& gift : gifts_of(input, by_day, index)) {
    if (texts.size() < kMostNamed) texts.push_back(gift_text(input, gift));
  }
  if (texts.empty()) return reason(input.catalog->rules, "choice", "choice");
  return reason(input.catalog->rules, "choice", "choice", "gives " + listed(texts));
}

}  // namespace strongback
