#include "exchange/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/expects.h"
#include "base/text.h"
#include "exchange/html.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr int kRemarkLines = 6;

template <class Enum>
const std::string& word(const std::vector<std::string>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

std::string who(const Person& person) {
  std::vector<std::string> goals;
  for (const Goal goal : person.goals) goals.push_back(word(goal_words(), goal));
  std::string pain = fmt::format("{} of 10 now", person.pain.now);
  if (person.pain.usual) pain += fmt::format(", usually {}", *person.pain.usual);
  return html_table(
      {"Who", "Height and mass", "Training", "Pain"},
      {{fmt::format("{}{}, {}", person.name.empty() ? "" : person.name + ", ",
                    word(sex_words(), person.sex), person.age),
        to_text(person.height, person.units) + ", " + to_text(person.mass, person.units),
        word(level_words(), person.level) + "; goals: " + joined(goals, ", "), pain}});
}

std::string screening(const Program& program) {
  const Assessment& care = program.care;
  std::string out = element("h2", "Screening");
  if (care.triage.empty()) return out + element("p", "No answer asks for anything to be seen to.");
  if (care.care > Care::None) out += element("p", "How soon: " + how_soon(care.care) + ".");
  std::vector<std::string> messages;
  for (const TriageItem& item : care.triage) {
    messages.push_back(fmt::format("{} ({})", item.message, item.id));
  }
  return out + bullet_list(messages);
}

std::string notice(const Program& program) {
  if (program.status == Status::Ok) return "";
  std::string out = "<div class=\"first\">\n" + element("strong", headline(program.status));
  if (!program.care.flare_reason.empty()) out += element("p", program.care.flare_reason);
  out += bullet_list(program.conflicts);
  return out + "</div>\n";
}

std::string exercise_table(const std::vector<PlannedExercise>& exercises, const Catalog& catalog) {
  std::vector<std::vector<std::string>> rows;
  for (const PlannedExercise& exercise : exercises) {
    const std::string reserve = exercise.reps ? fmt::format("{}", exercise.reserve) : "";
    rows.push_back({exercise.name, dose_text(exercise),
                    exercise.load_text + (exercise.is_calibration ? " (a first guess)" : ""),
                    rest_text(exercise.rest_s), reserve, works_text(exercise.works, catalog)});
  }
  return "<div class=\"doses\">\n" +
         html_table(
             {"Exercise", "Sets x reps", "Load", "Rest", "In reserve", "Works (share of a set)"},
             rows) +
         "</div>\n";
}

std::string steps(const std::string& label, const std::vector<std::string>& texts) {
  return texts.empty() ? "" : element("p", label + ": " + joined(texts, "; ") + ".");
}

std::string sessions(const PlannedWeek& week, const Catalog& catalog) {
  std::string out = element("h2", fmt::format("Week {}", week.number));
  out += element("p", "In reserve: how many more repetitions are still possible when a set ends.");
  for (auto here = week.sessions.begin(); here != week.sessions.end(); ++here) {
    const auto same = [&](const PlannedSession& other) { return is_same_work(*here, other); };
    if (std::any_of(week.sessions.begin(), here, same)) continue;
    std::vector<std::string> times;
    for (auto at = here; at != week.sessions.end(); ++at) {
      if (same(*at)) times.push_back(session_time(*at));
    }
    out += element("h3", joined(times, " and "));
    out += element("p", here->focus + ", " + minutes_text(here->minutes));
    out += steps("Warm up", here->warm_up) + exercise_table(here->exercises, catalog) +
           steps("Cool down", here->cool_down);
  }
  return out;
}

std::string growth(const std::vector<PlannedWeek>& weeks) {
  if (weeks.size() < 2) return "";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < weeks.size(); ++i) {
    const auto texts = week_news(&weeks[i - 1], weeks[i]);
    rows.push_back({fmt::format("{}", weeks[i].number), fmt::format("{}", weeks[i].sets_total),
                    joined(texts, "; ")});
  }
  return element("h2", "How it grows") + html_table({"Week", "Sets", "What changes"}, rows);
}

std::string small_list(const Program& program, const Catalog& catalog) {
  if (program.small_list.empty() && program.small_list_how.empty()) return "";
  std::string out =
      element("h2", "What is allowed meanwhile") + element("p", program.small_list_how);
  return program.small_list.empty() ? out : out + exercise_table(program.small_list, catalog);
}

/// What one does in each exercise of the program.
std::string in_words(const Program& program, const Catalog& catalog) {
  std::vector<std::string> texts;
  std::set<std::string> seen;
  const auto add = [&](const PlannedExercise& planned) {
    const Exercise* exercise = find_exercise(catalog, planned.id);
    if (exercise == nullptr || !seen.insert(planned.id).second) return;
    texts.push_back(exercise->name + ": " + exercise->summary);
  };
  for (const PlannedExercise& exercise : program.small_list) add(exercise);
  for (const PlannedWeek& week : program.weeks) {
    for (const PlannedSession& session : week.sessions) {
      for (const PlannedExercise& exercise : session.exercises) add(exercise);
    }
  }
  return texts.empty() ? "" : element("h2", "The exercises in a sentence") + bullet_list(texts);
}

std::string good_to_know(const Program& program) {
  std::vector<std::string> texts;
  for (const std::string& text : program.advice) texts.push_back(sentence(text));
  return texts.empty() ? "" : element("h2", "Good to know") + bullet_list(texts);
}

/// Why each exercise was chosen, and the reasons of the whole, each said once.
std::string reasons(const Program& program) {
  std::vector<std::string> texts;
  std::set<std::string> seen;
  const auto add = [&](const std::string& text) {
    if (seen.insert(text).second) texts.push_back(text);
  };
  for (const Reason& reason : program.why) add(capitalized(reason.about) + ": " + reason.text);
  if (!program.weeks.empty()) {
    for (const PlannedSession& session : program.weeks.front().sessions) {
      for (const PlannedExercise& exercise : session.exercises) {
        for (const Reason& reason : exercise.why) {
          if (reason.about == "choice") add(exercise.name + ": " + reason.text);
        }
      }
    }
  }
  return texts.empty() ? "" : element("h2", "Why, in short") + bullet_list(texts);
}

std::string conditions(const Program& program) {
  const Assessment& care = program.care;
  std::vector<std::string> texts;
  for (const Condition* condition : care.conditions) {
    texts.push_back(fmt::format("{} ({})", condition->label, condition->id));
  }
  std::string out = element("h2", "Conditions");
  out += texts.empty() ? element("p", "None named.") : bullet_list(texts);
  std::vector<std::string> advice;
  for (const std::string& text : care.advice) advice.push_back(sentence(text));
  return out + bullet_list(advice);
}

std::string limits(const Caps& caps, Units units) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [property, because] : caps.because) {
    const int level = std::min(level_of(caps.highest, property), level_of(caps.firm, property));
    rows.push_back({capitalized(spoken(property)), level_words_for(property, level), because});
  }
  std::string out = element("h2", "Limits");
  out += rows.empty() ? element("p", "None beyond what holds for everyone.")
                      : html_table({"What an exercise may ask", "At most", "Because of"}, rows);
  std::vector<std::string> texts;
  if (caps.least_reserve > 1) {
    texts.push_back(fmt::format("At least {} in reserve in every set",
                                counted(caps.least_reserve, "repetition")));
  }
  if (caps.no_external_load) texts.push_back("No weights for now");
  if (caps.load_cap) texts.push_back("No load above " + to_text(*caps.load_cap, units));
  return out + bullet_list(texts);
}

std::string left_out(const Program& program, const Catalog& catalog) {
  std::vector<std::string> texts;
  for (const LeftOutGroup& group : left_out_groups(program.left_out, catalog)) {
    texts.push_back(capitalized(group.because) + ": " + names_or_count(group));
  }
  if (texts.empty()) return "";
  return element("h2", "Left out, and why") + "<div class=\"small\">" + bullet_list(texts) +
         "</div>\n";
}

std::string reply_section() {
  std::string out = "<div class=\"keep\">\n" + element("h2", "Remarks");
  for (int i = 0; i < kRemarkLines; ++i) out += "<div class=\"line\"></div>\n";
  out += "</div>\n<div class=\"keep\">\n" + element("h2", "Reply of the therapist");
  out += element("p",
                 "Please fill in what applies. The person copies it into a file and Strongback "
                 "keeps to it and shows what it changed.");
  out += "<table class=\"fields\">\n";
  for (const char* label : {"Only these exercises", "Not these exercises", "Load at most",
                            "Repetitions in reserve, at least", "Changed sets or repetitions",
                            "Cleared until (date)", "Name", "Date and signature"}) {
    out += fmt::format("<tr><td>{}</td><td class=\"blank\"></td></tr>\n", html_escaped(label));
  }
  return out + "</table>\n</div>\n";
}

}  // namespace

std::string sheet_html(const Program& program, const PlanFrame& frame) {
  expects(frame.person != nullptr && frame.catalog != nullptr,
          "a sheet has a person and a catalog");
  const Person& person = *frame.person;
  const Catalog& catalog = *frame.catalog;
  const std::string title =
      person.name.empty() ? "Program for the back" : "Program for the back: " + person.name;
  std::string body = element("h1", title) + who(person) + notice(program) + screening(program);
  if (!frame.therapist_diff.empty()) {
    body += element("h2", "What the therapist's reply changed") + bullet_list(frame.therapist_diff);
  }
  body += small_list(program, catalog);
  if (!program.weeks.empty()) body += sessions(program.weeks.front(), catalog);
  body += growth(program.weeks) + in_words(program, catalog) + good_to_know(program) +
          conditions(program) + limits(program.care.caps, person.units) + reasons(program) +
          left_out(program, catalog);
  if (!program.assumptions.empty()) {
    body += element("h2", "Assumed") + bullet_list(program.assumptions);
  }
  body += reply_section() + element("p", medical_sentence());
  return html_document(title, body);
}

}  // namespace strongback
