#include "care/screening.h"

#include <algorithm>

namespace strongback {
namespace {

bool is_asked_at(const RedFlag& flag, const std::string& moment) {
  return std::find(flag.ask_when.begin(), flag.ask_when.end(), moment) != flag.ask_when.end();
}

/// Rows that look at the other rows wait for the second and third pass.
bool waits_for(const RedFlag& flag, std::string_view word) {
  return asks_about(flag.trigger, word) || asks_about(flag.applies_if, word);
}

/// True when who is asked depends on the body alone, not on other answers.
bool is_for_some_ages_or_sexes(const RedFlag& flag) {
  return asks_about(flag.applies_if, "age") || asks_about(flag.applies_if, "sex");
}

/// A yes to a grave question counts even where the answers that lead to it are missing: somebody
/// who says that a foot drops need not also have said that the leg hurts.
bool applies(const RedFlag& flag, const Facts& facts) {
  if (holds(flag.applies_if, flag, facts)) return true;
  return flag.action >= Care::SameDay && !is_for_some_ages_or_sexes(flag) &&
         is_answered(*facts.person, flag.id);
}

bool is_raised(const RedFlag& flag, const Facts& facts) {
  if (flag.is_score || flag.action == Care::None || flag.answer == AnswerKind::Cleared)
    return false;
  return applies(flag, facts) && holds(flag.trigger, flag, facts);
}

bool pauses_loading(const RedFlag& flag) { return flag.block == Block::StopLoading; }

/// A flag of today's state (pain right now) ends when the state does, not by a clinician's word.
bool can_be_released(const RedFlag& flag) {
  return pauses_loading(flag) &&
         (is_asked_at(flag, "onboard") || flag.answer == AnswerKind::Derived);
}

bool has_action(const std::vector<const RedFlag*>& raised, Care least) {
  return std::any_of(raised.begin(), raised.end(),
                     [&](const RedFlag* flag) { return flag->action >= least; });
}

/// Three passes: rows that look at answers only, then those that need to know that nothing
/// urgent is raised, then those that need to know that nothing else is raised at all.
std::vector<const RedFlag*> raised_flags(const Catalog& catalog, Facts& facts) {
  std::vector<const RedFlag*> raised;
  for (const auto& flag : catalog.red_flags) {
    if (waits_for(flag, "no_urgent_flag") || waits_for(flag, "no_other_flag")) continue;
    if (is_raised(flag, facts)) raised.push_back(&flag);
  }
  facts.no_urgent_flag = !has_action(raised, Care::Urgent);
  for (const auto& flag : catalog.red_flags) {
    if (waits_for(flag, "no_urgent_flag") && is_raised(flag, facts)) raised.push_back(&flag);
  }
  facts.no_other_flag = !has_action(raised, Care::Routine);
  for (const auto& flag : catalog.red_flags) {
    if (waits_for(flag, "no_other_flag") && is_raised(flag, facts)) raised.push_back(&flag);
  }
  return raised;
}

/// The moments of the data whose questions belong to `moment` for this person (rules 10.3).
std::vector<std::string> moments(const Person& person, const std::string& moment) {
  std::vector<std::string> all = {moment};
  if (has_back_pain(person)) all.push_back(moment + "_if_pain");
  const bool has_pressure =
      is_answered(person, "bp_high") || names_condition(person, "htn-controlled") ||
      names_condition(person, "htn-160-179") || names_condition(person, "htn-ge180");
  if (has_pressure) all.push_back(moment + "_if_htn");
  const bool pregnant =
      names_condition(person, "pregnancy-t1") || names_condition(person, "pregnancy-t2t3");
  if (pregnant) all.push_back(moment + "_if_pregnant");
  return all;
}

Facts facts_of(const Person& person, const Catalog& catalog) {
  Facts facts;
  facts.person = &person;
  facts.flag_open = std::any_of(
      catalog.red_flags.begin(), catalog.red_flags.end(),
      [&](const RedFlag& flag) { return can_be_released(flag) && is_raised(flag, facts); });
  return facts;
}

}  // namespace

const Clearance* valid_clearance(const Person& person) {
  const auto found = person.screening.find("cleared");
  if (found == person.screening.end()) return nullptr;
  const auto* clearance = std::get_if<Clearance>(&found->second);
  if (clearance == nullptr || !clearance->date) return nullptr;
  const bool is_later = person.start && *clearance->date > *person.start;
  return is_later ? nullptr : clearance;
}

Screening screen(const Person& person, const Catalog& catalog) {
  Facts facts;
  facts.person = &person;
  const bool is_cleared = valid_clearance(person) != nullptr;
  Screening result;
  for (const RedFlag* flag : raised_flags(catalog, facts)) {
    const bool is_released = is_cleared && can_be_released(*flag);
    (is_released ? result.released : result.open).push_back(flag);
  }
  const auto place = [&](const RedFlag* flag) { return flag - catalog.red_flags.data(); };
  std::sort(result.open.begin(), result.open.end(), [&](const RedFlag* a, const RedFlag* b) {
    return a->action != b->action ? a->action > b->action : place(a) < place(b);
  });
  return result;
}

std::vector<const RedFlag*> questions_for(const Person& person, const Catalog& catalog,
                                          const std::string& moment) {
  const Facts facts = facts_of(person, catalog);
  const auto wanted = moments(person, moment);
  std::vector<const RedFlag*> questions;
  for (const auto& flag : catalog.red_flags) {
    const bool is_due = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return is_asked_at(flag, word);
    });
    if (!is_due || flag.question.empty() || flag.answer == AnswerKind::Derived) continue;
    const auto& skipped = person.skipped;
    if (std::find(skipped.begin(), skipped.end(), flag.id) != skipped.end()) continue;
    if (is_answered(person, flag.id) || !holds(flag.applies_if, flag, facts)) continue;
    questions.push_back(&flag);
  }
  return questions;
}

std::vector<const RedFlag*> unanswered(const Person& person, const Catalog& catalog) {
  auto questions = questions_for(person, catalog, "onboard");
  std::erase_if(questions, [](const RedFlag* flag) { return flag->answer == AnswerKind::Cleared; });
  std::stable_sort(questions.begin(), questions.end(), [](const RedFlag* a, const RedFlag* b) {
    return std::max(a->action, Care::Urgent) > std::max(b->action, Care::Urgent);
  });
  return questions;
}

}  // namespace strongback
