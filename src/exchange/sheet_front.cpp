#include "exchange/sheet_front.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "exchange/html.h"
#include "exchange/plain_words.h"
#include "exchange/sheet_table.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kLineOfGrowth = 100;  // [letter] that fit on a printed line
constexpr std::size_t kMostLines = 7;       // for all steps together
constexpr int kHighest = 3;

template <class Enum>
const std::string& word(const std::vector<std::string>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

std::string labeled(const std::string& label, const std::string& text) {
  return fmt::format("<p><strong>{}:</strong> {}</p>\n", markup_escaped(label),
                     markup_escaped(text));
}

std::string who(const Person& person) {
  std::vector<std::string> goals;
  for (const Goal goal : person.goals) goals.push_back(word(goal_words(), goal));
  std::string text =
      fmt::format("{}, {}, {}, {}. Training: {}; goals: {}. Pain {} of 10 now",
                  capitalized(word(sex_words(), person.sex)), person.age,
                  to_text(person.height, person.units), to_text(person.mass, person.units),
                  word(level_words(), person.level), joined(goals, ", "), person.pain.now);
  if (person.pain.usual) text += fmt::format(", usually {}", *person.pain.usual);
  return element("p", text + ".");
}

/// What comes first: the status, and the messages of the screening.
std::string first_things(const Program& program) {
  const Assessment& care = program.care;
  if (care.triage.empty() && care.flare_reason.empty() && program.conflicts.empty()) {
    return "<p><strong>" + markup_escaped(headline(program.status)) +
           "</strong> No answer of the screening asks for anything to be seen to.</p>\n";
  }
  std::string out = "<div class=\"first\">\n" + element("strong", headline(program.status));
  if (!care.flare_reason.empty()) out += element("p", sentence(care.flare_reason));
  std::vector<std::string> texts;
  for (const TriageItem& item : care.triage) {
    if (std::find(texts.begin(), texts.end(), item.message) == texts.end()) {
      texts.push_back(item.message);
    }
  }
  if (!texts.empty()) {
    const std::string soon = how_soon(care.care);
    out += labeled("Screening", soon.empty() ? "please see to this." : soon + ".");
    out += bullet_list(texts);
  }
  std::vector<std::string> freed;
  std::vector<std::string> wishes;
  for (const std::string& conflict : program.conflicts) {
    const auto [wish, freed_by] = conflict_parts(conflict);
    wishes.push_back(sentence(wish));
    if (!freed_by.empty()) freed.push_back(sentence(freed_by));
  }
  if (!wishes.empty()) out += element("p", "These cannot hold together:") + bullet_list(wishes);
  if (!freed.empty()) out += element("p", "What would free it:") + bullet_list(freed);
  return out + "</div>\n";
}

/// "at most slight: bending forward, load along the spine; left out: lying on the back".
std::string limits_in_short(const Caps& caps, Units units) {
  std::map<std::pair<bool, int>, std::vector<std::string>> groups;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const auto property = static_cast<Property>(i);
    const int level = std::min(level_of(caps.highest, property), level_of(caps.firm, property));
    const bool is_place = is_position(property);
    if (level >= (is_place ? 1 : kHighest)) continue;
    groups[{!is_place && level > 0, level}].push_back(spoken(property));
  }
  std::vector<std::string> texts;
  for (const auto& [key, names] : groups) {
    const std::string how =
        key.first ? "at most " + level_words_for(Property::Flexion, key.second) : "none of";
    texts.push_back(how + ": " + joined(names, ", "));
  }
  if (caps.no_external_load) {
    texts.push_back("no weights");
  } else if (caps.load_cap) {
    texts.push_back("no load above " + to_text(*caps.load_cap, units));
  }
  if (caps.least_reserve > 1) {
    texts.push_back(
        fmt::format("at least {} in reserve", counted(caps.least_reserve, "repetition")));
  }
  return texts.empty() ? "" : joined(texts, "; ") + ".";
}

std::string health_in_short(const Program& program, Units units) {
  const Assessment& care = program.care;
  std::vector<std::string> labels;
  for (const Condition* condition : care.conditions) labels.push_back(condition->label);
  const std::string conditions = labels.empty() ? "none named." : joined(labels, "; ") + ".";
  const std::string limits = limits_in_short(care.caps, units);
  if (limits.empty()) {
    return labeled("Conditions", conditions + " Limits: none beyond what holds for everyone.");
  }
  return labeled("Conditions", conditions) + labeled("Limits", limits);
}

using Steps = std::vector<std::string> PlannedSession::*;

/// "Easy walk, 4 min; Cat-camel; on Mon also: one easy set ...".
std::string steps_text(const std::vector<SessionKind>& kinds, Steps steps) {
  const auto is_everywhere = [&](const std::string& step) {
    return std::all_of(kinds.begin(), kinds.end(), [&](const SessionKind& kind) {
      const auto& all = kind.session->*steps;
      return std::find(all.begin(), all.end(), step) != all.end();
    });
  };
  std::vector<std::string> texts;
  for (const std::string& step : kinds.front().session->*steps) {
    if (is_everywhere(step)) texts.push_back(step);
  }
  std::map<std::string, std::vector<std::string>> own;  // step -> days
  for (const SessionKind& kind : kinds) {
    for (const std::string& step : kind.session->*steps) {
      if (is_everywhere(step)) continue;
      auto& days = own[step];
      days.insert(days.end(), kind.days.begin(), kind.days.end());
    }
  }
  for (const auto& [step, days] : own) {
    texts.push_back(fmt::format("on {} also: {}", joined(days, ", "), step));
  }
  return joined(texts, "; ");
}

/// "20 min", or "25 to 36 min".
std::string minutes_of(const std::vector<SessionKind>& kinds) {
  double least = kinds.front().session->minutes;
  double most = least;
  for (const SessionKind& kind : kinds) {
    least = std::min(least, kind.session->minutes);
    most = std::max(most, kind.session->minutes);
  }
  const std::string text = minutes_text(most);
  return minutes_text(least) == text ? text : fmt::format("{:.0f} to {}", std::round(least), text);
}

std::string heading_of(const PlannedWeek& week, const std::vector<SessionKind>& kinds,
                       bool is_flare) {
  if (is_flare) return "Today, and each day of the flare";
  std::vector<std::string> times;
  for (const PlannedSession& session : week.sessions) {
    times.push_back(weekday_name(session.weekday) + " " + clock_text(session.start_min));
  }
  return fmt::format("Week {}: {}, {}{}", week.number, listed(times), minutes_of(kinds),
                     times.size() > 1 ? " each" : "");
}

std::string legend(const std::vector<SessionKind>& kinds) {
  std::vector<PlannedExercise> all;
  for (const SessionKind& kind : kinds) {
    all.insert(all.end(), kind.session->exercises.begin(), kind.session->exercises.end());
  }
  const auto is = [&](auto test) { return std::any_of(all.begin(), all.end(), test); };
  std::string text = holds_legend(all);
  if (!text.empty()) text += " ";
  const std::string reserve = reserve_legend(all);
  if (!reserve.empty()) text += reserve + " ";
  if (is([](const auto& e) { return e.is_calibration; })) {
    text += "* a first guess: the first session finds the load. ";
  }
  return text.empty() ? "" : element("p", text);
}

std::string first_week(const Program& program) {
  const PlannedWeek& week = program.weeks.front();
  const auto kinds = session_kinds(week);
  if (kinds.empty()) return "";
  std::string out = element("h2", heading_of(week, kinds, program.care.is_flare));
  const auto& date = week.sessions.front().date;
  if (date && !program.care.is_flare) out += labeled("Begins", date_words(*date) + ".");
  if (!program.small_list_how.empty()) out += element("p", program.small_list_how);
  const std::string before = steps_text(kinds, &PlannedSession::warm_up);
  const std::string after = steps_text(kinds, &PlannedSession::cool_down);
  if (!before.empty()) out += labeled("Warm up", before + ".");
  out += week_table(kinds);
  if (!after.empty()) out += labeled("Cool down", after + ".");
  return out + legend(kinds);
}

std::string meanwhile(const Program& program) {
  if (program.small_list.empty() && program.small_list_how.empty()) return "";
  std::string out =
      element("h2", "What is allowed meanwhile") + element("p", program.small_list_how);
  return program.small_list.empty() ? out : out + exercise_table(program.small_list);
}

struct Step {
  std::string when;  ///< "Week 3 (Dec 15), 16 sets"
  std::string what;
};

std::vector<Step> steps_of_growth(const Program& program) {
  std::vector<Step> steps;
  for (std::size_t i = 1; i < program.weeks.size(); ++i) {
    const PlannedWeek& week = program.weeks[i];
    const auto changes = changes_between(program.weeks[i - 1], week);
    if (changes.empty()) continue;
    const bool is_dated = !week.sessions.empty() && week.sessions.front().date;
    const std::string from =
        is_dated ? fmt::format(" ({})", short_date(*week.sessions.front().date)) : "";
    steps.push_back(
        {fmt::format("Week {}{}, {}", week.number, from, counted(week.sets_total, "set")),
         joined(changes, "; ")});
  }
  return steps;
}

std::string growth(const Program& program) {
  const auto steps = steps_of_growth(program);
  if (steps.empty()) return "";
  const bool is_short = growth_goes_overleaf(program);
  std::string out = element("h2", "How it grows");
  if (!is_short) {
    for (const Step& step : steps) out += labeled(step.when, step.what + ".");
    return out;
  }
  std::vector<std::string> whens;
  for (const Step& step : steps) whens.push_back(step.when);
  return out +
         element("p", fmt::format("From {} in week 1: {}. What changes in each is on the next "
                                  "page.",
                                  counted(program.weeks.front().sets_total, "set"),
                                  joined(whens, "; ")));
}

std::string remarks() {
  return "<div class=\"remarks\"><strong>Remarks</strong>\n"
         "<div class=\"signature\">Name, date and signature:</div></div>\n";
}

}  // namespace

bool growth_goes_overleaf(const Program& program) {
  std::size_t lines = 0;
  for (const Step& step : steps_of_growth(program)) {
    lines += (width(step.when) + width(step.what)) / kLineOfGrowth + 1;
  }
  return lines > kMostLines;
}

std::string sheet_front(const Program& program, const PlanFrame& frame) {
  const Person& person = *frame.person;
  std::string out = "<section class=\"front\">\n";
  out += element(
      "h1", person.name.empty() ? "Program for the back" : "Program for the back: " + person.name);
  out += who(person) + first_things(program) + health_in_short(program, person.units);
  out += program.weeks.empty() ? meanwhile(program) : first_week(program);
  return out + growth(program) + remarks() + "</section>\n";
}

}  // namespace strongback
