#include "exchange/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "exchange/plain_words.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kShortDay = 3;

struct Done {
  std::string name;
  int sets = 0;
  std::string rest_of_dose;  ///< everything but the sets
  std::string load;
};

/// By exercise, then by the place of the session in the week.
using Doses = std::map<std::string, std::map<std::size_t, Done>>;

Doses doses_of(const PlannedWeek& week) {
  Doses doses;
  for (std::size_t i = 0; i < week.sessions.size(); ++i) {
    for (const PlannedExercise& exercise : week.sessions[i].exercises) {
      doses[exercise.id][i] = {exercise.name, exercise.sets, dose_of_one_set(exercise),
                               exercise.load_text};
    }
  }
  return doses;
}

/// What changes in one session, without the name.
std::string change_of(const Done* before, const Done* after) {
  if (before == nullptr) return "joins with " + counted(after->sets, "set");
  if (after == nullptr) return "leaves";
  std::vector<std::string> parts;
  if (before->sets != after->sets) {
    parts.push_back(fmt::format("{} → {} sets", before->sets, after->sets));
  }
  if (before->rest_of_dose != after->rest_of_dose) {
    parts.push_back(fmt::format("{} → {}", before->rest_of_dose, after->rest_of_dose));
  }
  if (before->load != after->load) {
    parts.push_back(after->load.empty() ? "without load" : "now " + after->load);
  }
  return joined(parts, ", ");
}

const Done* find_done(const Doses& doses, const std::string& id, std::size_t session) {
  const auto exercise = doses.find(id);
  if (exercise == doses.end()) return nullptr;
  const auto done = exercise->second.find(session);
  return done == exercise->second.end() ? nullptr : &done->second;
}

/// Ids in the order in which the week does them; those that left come last.
std::vector<std::string> ids_in_order(const PlannedWeek& before, const PlannedWeek& after) {
  std::vector<std::string> ids;
  for (const PlannedWeek* week : {&after, &before}) {
    for (const PlannedSession& session : week->sessions) {
      for (const PlannedExercise& exercise : session.exercises) {
        if (std::find(ids.begin(), ids.end(), exercise.id) == ids.end()) ids.push_back(exercise.id);
      }
    }
  }
  return ids;
}

struct DayChange {
  std::string day;
  std::string change;  ///< may be empty
};

/// "1 → 2 sets (Mon), leaves (Fri)"; without the days where all sessions change alike.
std::string said_by_day(const std::vector<DayChange>& days) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const auto& [day, change] : days) {
    if (change.empty()) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&, &what = change](const auto& g) { return g.first == what; });
    if (group == groups.end()) group = groups.insert(group, {change, {}});
    group->second.push_back(day);
  }
  std::vector<std::string> texts;
  for (const auto& [change, names] : groups) {
    texts.push_back(
        names.size() == days.size() ? change : fmt::format("{} ({})", change, joined(names, ", ")));
  }
  return joined(texts, ", ");
}

/// By id: the head of the name, or the whole name where two would be called alike.
std::map<std::string, std::string> short_names_of(const Doses& before, const Doses& after) {
  std::map<std::string, std::string> names;
  std::map<std::string, int> uses;
  for (const Doses* doses : {&before, &after}) {
    for (const auto& [id, done] : *doses) {
      if (names.emplace(id, done.begin()->second.name).second) {
        ++uses[name_parts(done.begin()->second.name).head];
      }
    }
  }
  for (auto& [id, name] : names) {
    if (const std::string head = name_parts(name).head; uses[head] == 1) name = head;
  }
  return names;
}

}  // namespace

std::vector<std::string> changes_between(const PlannedWeek& before, const PlannedWeek& after) {
  const Doses old_doses = doses_of(before);
  const Doses new_doses = doses_of(after);
  const auto names = short_names_of(old_doses, new_doses);
  std::vector<std::string> changes;
  for (const std::string& id : ids_in_order(before, after)) {
    std::vector<DayChange> days;
    for (std::size_t i = 0; i < std::max(before.sessions.size(), after.sessions.size()); ++i) {
      const Done* was = find_done(old_doses, id, i);
      const Done* is = find_done(new_doses, id, i);
      if (was == nullptr && is == nullptr) continue;
      const auto& week = i < after.sessions.size() ? after : before;
      const std::string day = weekday_name(week.sessions[i].weekday).substr(0, kShortDay);
      days.push_back({day, change_of(was, is)});
    }
    const std::string text = said_by_day(days);
    if (!text.empty()) changes.push_back(names.at(id) + ": " + text);
  }
  return changes;
}

std::vector<std::string> week_news(const PlannedWeek* before, const PlannedWeek& week) {
  std::vector<std::string> lines = {"as above"};
  if (before != nullptr) {
    lines = changes_between(*before, week);
    if (lines.empty()) lines.push_back(fmt::format("the same as week {}", before->number));
  }
  for (const std::string& note : week.notes) {
    const bool is_old = before != nullptr && std::find(before->notes.begin(), before->notes.end(),
                                                       note) != before->notes.end();
    if (!is_old) lines.push_back("(" + note + ")");
  }
  return lines;
}

namespace {

/// What the first and the last simulated week put on the discs, and the hardest press of all.
std::string disc_text(const std::vector<const PlannedWeek*>& weeks) {
  const auto* hardest = *std::max_element(weeks.begin(), weeks.end(),
                                          [](const PlannedWeek* one, const PlannedWeek* other) {
                                            return one->disc->peak_N < other->disc->peak_N;
                                          });
  const PlannedWeek& first = *weeks.front();
  const PlannedWeek& last = *weeks.back();
  const DiscSum& most = *hardest->disc;
  std::string text = fmt::format(
      "Load on the discs, by the model: at most {:.0f} N (likely {:.0f} to {:.0f}) in one "
      "repetition, {:.0f} % of a work guideline for your age; force above quiet standing times its "
      "time adds up to {:.0f} kN·s in week {}",
      most.peak_N, about(most.likely_N.low), about(most.likely_N.high),
      100.0 * most.share_of_guideline, first.disc->N_s / 1e3, first.number);
  if (weeks.size() > 1)
    text += fmt::format(" and {:.0f} in week {}", last.disc->N_s / 1e3, last.number);
  return text + ".";
}

/// Names of what is planned but not simulated, each once.
std::vector<std::string> not_simulated(const Program& program) {
  std::vector<std::string> names;
  for (const auto& week : program.weeks) {
    for (const auto& session : week.sessions) {
      for (const auto& line : session.exercises) {
        const bool is_new = std::find(names.begin(), names.end(), line.name) == names.end();
        if (!line.disc && !line.works.empty() && is_new) names.push_back(line.name);
      }
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> model_notes(const Program& program) {
  std::vector<const PlannedWeek*> simulated;
  for (const auto& week : program.weeks) {
    if (week.disc) simulated.push_back(&week);
  }
  if (simulated.empty()) return {};
  std::vector<std::string> notes = {disc_text(simulated)};
  const auto names = not_simulated(program);
  if (!names.empty()) {
    notes.push_back(
        "Not simulated, or with a load that the model does not know, and so not in that sum: " +
        joined(names, "; ") + ".");
  }
  return notes;
}

std::string names_or_count(const LeftOutGroup& group) {
  constexpr std::size_t kMostNames = 60;
  if (group.names.size() <= kMostNames) return joined(group.names, "; ");
  return counted(static_cast<long>(group.names.size()), "exercise");
}

std::vector<LeftOutGroup> left_out_groups(const std::vector<LeftOut>& left_out,
                                          const Catalog& catalog, const Assessment* care) {
  std::vector<LeftOutGroup> groups;
  for (const LeftOut& row : left_out) {
    const std::string because =
        care == nullptr ? row.because : without_levels(plain_reason(row.because, *care));
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const LeftOutGroup& other) { return other.because == because; });
    if (group == groups.end()) group = groups.insert(group, LeftOutGroup{because, {}});
    const Exercise* exercise = find_exercise(catalog, row.id);
    group->names.push_back(exercise == nullptr ? row.id : exercise->name);
  }
  return groups;
}

}  // namespace strongback
