#include "care/care.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "care/caps.h"
#include "care/facts.h"
#include "care/flare.h"
#include "care/screening.h"

namespace strongback {
namespace {

constexpr std::string_view kGentleUntilSeen = "night_pain_long";  // rules 9.3: a level-0 plan
constexpr std::string_view kMasked = "pain_masked";               // one more in reserve

bool is_open(const Screening& screening, std::string_view id) {
  return std::any_of(screening.open.begin(), screening.open.end(),
                     [&](const RedFlag* flag) { return flag->id == id; });
}

/// A condition behind an answer is never named to the person.
bool may_be_named(const Applied& one) {
  return one.through == Through::Named || one.through == Through::Measured;
}

bool stops_everything(const Screening& screening) {
  return std::any_of(screening.open.begin(), screening.open.end(),
                     [](const RedFlag* flag) { return flag->block == Block::StopAll; });
}

TriageItem item_of(const RedFlag& flag, const Country& country) {
  return {flag.id,
          flag.action,
          flag.block,
          fill_slots(flag.message, country),
          fmt::format("screening question '{}'", flag.id),
          flag.source,
          flag.grade};
}

/// A locked condition is no flag, but the person must hear what opens it.
TriageItem item_of(const Applied& locked, const Country& country) {
  const Condition& condition = *locked.condition;
  const std::string message =
      condition.gate == Gate::Stop
          ? fmt::format("With {} no program is given.{}", locked.who,
                        condition.advice.empty() ? "" : " " + condition.advice + ".")
          : fmt::format(
                "With {} a program needs the yes of {{doctor}} or your therapist first: show "
                "them the sheet and bring their answer back. Until then only what is "
                "listed.",
                locked.who);
  return {condition.id,
          Care::None,
          condition.gate == Gate::Stop ? Block::StopAll : Block::StopLoading,
          fill_slots(message, country),
          fmt::format("condition '{}'", condition.id),
          condition.source,
          condition.grade};
}

std::vector<TriageItem> triage_of(const Screening& screening,
                                  const std::vector<Applied>& conditions, const Country& country) {
  std::vector<TriageItem> items;
  for (const RedFlag* flag : screening.open) items.push_back(item_of(*flag, country));
  for (const auto& one : conditions) {
    if (one.is_locked && one.through == Through::Named) items.push_back(item_of(one, country));
  }
  return items;
}

Gate whole_gate(const Person& person, const Screening& screening,
                const std::vector<Applied>& conditions, bool is_flare) {
  Gate gate = Gate::None;
  for (const auto& one : conditions) gate = std::max(gate, gate_of(one));
  if (is_flare || person.therapist) {
    gate = std::max(gate, Gate::Limits);
  }
  return stops_everything(screening) ? Gate::Stop : gate;
}

void settle_status(const std::vector<Applied>& conditions, Assessment& care) {
  const auto stops = [](const Applied& one) {
    return one.through != Through::Paused && gate_of(one) == Gate::Stop;
  };
  const auto waits = [](const Applied& one) {
    return one.is_locked && gate_of(one) == Gate::Clearance;
  };
  care.no_program =
      care.care >= Care::SameDay || std::any_of(conditions.begin(), conditions.end(), stops);
  care.be_seen_first =
      care.care == Care::Urgent || std::any_of(conditions.begin(), conditions.end(), waits);
}

/// Only work of level 0 is left.
bool is_gentle_only(const Catalog& catalog, const Assessment& care) {
  const auto allowed = allowed_exercises(catalog, care);
  return std::all_of(allowed.begin(), allowed.end(),
                     [](const Exercise* exercise) { return exercise->level == 0; });
}

/// Pain, flare and the answers of today on top of conditions and therapist.
void apply_today(const Person& person, const Catalog& catalog, const Screening& screening,
                 Assessment& care) {
  Caps& caps = care.caps;
  const Rules& rules = catalog.rules;
  if (care.is_flare) apply_flare(catalog, caps);
  if (is_red_pain(person, catalog)) apply_red_pain(care.is_flare, caps);
  if (is_open(screening, kGentleUntilSeen)) caps.highest_level = 0;
  if (is_open(screening, kMasked)) ++caps.least_reserve;
  if (person.pain.now > static_cast<int>(rules.number("no-failure", "pain")) ||
      person.age >= static_cast<int>(rules.number("no-failure", "age"))) {
    caps.no_failure = true;
  }
  if (caps.no_failure) {
    const int least = static_cast<int>(rules.number("no-failure", "least_reserve"));
    caps.least_reserve = std::max(caps.least_reserve, least);
  }
  if (stops_everything(screening)) {
    caps.restrict_to_listed = true;
    caps.only_these.clear();
    caps.list_because = "no training before you have been seen";
  }
}

std::vector<std::string> assumptions_of(const Person& person, const Catalog& catalog,
                                        const Screening& screening,
                                        const std::vector<Applied>& conditions) {
  std::vector<std::string> lines;
  std::vector<std::string> ids;
  for (const RedFlag* flag : unanswered(person, catalog)) ids.push_back(flag->id);
  if (!ids.empty()) {
    lines.push_back(fmt::format("{} {} to you {} not answered and {} taken as no: {}",
                                counted(static_cast<long>(ids.size()), "screening question"),
                                ids.size() == 1 ? "that applies" : "that apply",
                                ids.size() == 1 ? "was" : "were", ids.size() == 1 ? "is" : "are",
                                joined(ids, ", ")));
  }
  const auto asks_new = [](const RedFlag* flag) {
    return asks_about(flag->trigger, "new_back_pain");
  };
  if (!person.pain.weeks && std::any_of(screening.open.begin(), screening.open.end(), asks_new)) {
    lines.emplace_back(
        "when your pain began was not said: it is taken as new (less than 6 weeks ago)");
  }
  for (const auto& one : conditions) {
    if (one.through != Through::Measured) continue;
    const bool is_mass = one.condition->id == "obesity-bmi35";
    lines.push_back(
        fmt::format("from your {}: the limits of '{}' apply",
                    is_mass ? fmt::format("body-mass index of {}", plain(bmi(person), 1)) : one.who,
                    one.condition->label));
  }
  if (person.therapist && person.therapist->cleared_until && !person.start) {
    lines.push_back(
        fmt::format("no start date: your therapist's clearance until {} is taken to hold",
                    to_text(*person.therapist->cleared_until)));
  }
  return lines;
}

void advise_on_conditions(const std::vector<Applied>& conditions, const Country& country,
                          bool may_train, std::vector<std::string>& lines) {
  for (const auto& one : conditions) {
    if (!may_be_named(one)) continue;
    if (!one.condition->advice.empty()) {
      lines.push_back(fill_slots(fmt::format("{}: {}", one.who, one.condition->advice), country));
    }
    if (one.condition->gate == Gate::Limits && may_train) {
      lines.push_back(fill_slots(
          fmt::format("{}: you may train; tell {{doctor}} about this program", one.who), country));
    }
  }
}

void advise_on_clearance(const Person& person, const Screening& screening,
                         std::vector<std::string>& lines) {
  const Clearance* clearance = valid_clearance(person);
  if (clearance != nullptr) {
    std::vector<std::string> ids;
    for (const RedFlag* flag : screening.released) ids.push_back(flag->id);
    lines.push_back(fmt::format(
        "cleared on {}{}{}{}", to_text(*clearance->date),
        clearance->who.empty() ? "" : " by " + printable(clearance->who),
        ids.empty() ? ""
                    : fmt::format(": {} no longer pause{} loading", listed(ids),
                                  ids.size() == 1 ? "s" : ""),
        clearance->limits.empty()
            ? ""
            : fmt::format("; keep to the limits given: {}", printable(clearance->limits))));
  } else if (person.screening.contains("cleared")) {
    lines.emplace_back("the clearance does not count: it needs a date that is not after the start");
  }
  if (person.therapist && !has_valid_therapist(person)) {
    lines.emplace_back(
        "your therapist's clearance does not hold on the start date: their limits stay, their yes "
        "does not");
  }
}

/// Where no program is given, nothing is said about training: "stay active" must not stand
/// beside "keep still".
std::vector<std::string> advice_of(const Person& person, const Catalog& catalog,
                                   const Screening& screening,
                                   const std::vector<Applied>& conditions, const Assessment& care) {
  std::vector<std::string> lines;
  advise_on_clearance(person, screening, lines);
  if (care.no_program) return lines;
  if (care.is_flare) {
    for (auto& line : flare_advice(person, catalog)) lines.push_back(std::move(line));
  } else if (is_red_pain(person, catalog)) {
    lines.emplace_back("with pain above 5: relief positions and short walks only today");
  }
  advise_on_conditions(conditions, country_of(catalog, person.country), !care.be_seen_first, lines);
  for (auto& line : lifestyle_advice(person)) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> questions_of(const Person& person, const Catalog& catalog,
                                      const std::vector<Applied>& conditions,
                                      const Assessment& care) {
  std::vector<std::string> questions;
  for (const RedFlag* flag : questions_for(person, catalog, "onboard")) {
    if (flag->answer == AnswerKind::Cleared) questions.push_back(flag->question);
  }
  if (care.no_program) return questions;
  for (const auto& one : conditions) {
    if (!one.is_locked || gate_of(one) != Gate::Clearance) continue;
    questions.push_back(fmt::format("What does your therapist or doctor allow with {}?", one.who));
  }
  for (auto& line : pain_questions(person, catalog, care.is_flare)) {
    questions.push_back(std::move(line));
  }
  return questions;
}

}  // namespace

std::string fill_slots(const std::string& text, const Country& country) {
  const std::array<std::pair<std::string_view, const std::string*>, 4> slots = {{
      {"{emergency_number}", &country.emergency_number},
      {"{emergency_department}", &country.emergency_department},
      {"{urgent_line}", &country.urgent_line},
      {"{doctor}", &country.doctor},
  }};
  std::string filled = text;
  for (const auto& [slot, value] : slots) {
    for (auto at = filled.find(slot); at != std::string::npos; at = filled.find(slot, at)) {
      const bool starts = at == 0 || (at >= 2 && filled.compare(at - 2, 2, ". ") == 0);
      const std::string word = starts ? capitalized(*value) : *value;
      filled.replace(at, slot.size(), word);
      at += word.size();
    }
  }
  return filled;
}

Assessment assess_care(const Person& person, const Catalog& catalog) {
  const Screening screening = screen(person, catalog);
  const auto conditions = applied_conditions(person, catalog, screening);
  const Country& country = country_of(catalog, person.country);

  Assessment care;
  care.flare_reason = flare_reason(person, catalog);
  care.is_flare = !care.flare_reason.empty();
  care.triage = triage_of(screening, conditions, country);
  if (!screening.open.empty()) care.care = screening.open.front()->action;
  care.gate = whole_gate(person, screening, conditions, care.is_flare);
  for (const auto& one : conditions) {
    if (may_be_named(one)) care.conditions.push_back(one.condition);
    care.limits_from.push_back(one.who);
  }
  care.caps = combined_caps(person, catalog, conditions);
  apply_person(person, care.caps);
  apply_today(person, catalog, screening, care);
  settle_status(conditions, care);
  care.is_gentle = is_gentle_only(catalog, care);
  care.assumptions = assumptions_of(person, catalog, screening, conditions);
  care.advice = advice_of(person, catalog, screening, conditions, care);
  care.questions = questions_of(person, catalog, conditions, care);
  return care;
}

}  // namespace strongback
