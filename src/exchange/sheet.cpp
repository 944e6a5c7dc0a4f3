#include "exchange/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/expects.h"
#include "base/text.h"
#include "exchange/html.h"
#include "exchange/plain_words.h"
#include "exchange/sheet_front.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

std::string growth(const Program& program) {
  if (!growth_goes_overleaf(program)) return "";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < program.weeks.size(); ++i) {
    const PlannedWeek& week = program.weeks[i];
    rows.push_back({fmt::format("{}", week.number), fmt::format("{}", week.sets_total),
                    joined(week_news(&program.weeks[i - 1], week), "; ")});
  }
  return element("h2", "How it grows, week by week") +
         html_table({"Week", "Sets", "What changes"}, rows);
}

/// Why `exercise` was chosen; "" where no reason is given.
std::string choice_of(const PlannedExercise& exercise) {
  for (const Reason& reason : exercise.why) {
    if (reason.about == "choice") return sentence(reason.text);
  }
  return "";
}

/// How each exercise is done, what it works and why it is there.
std::string in_words(const Program& program, const Catalog& catalog) {
  std::vector<std::vector<std::string>> rows;
  std::set<std::string> seen;
  const auto add = [&](const PlannedExercise& planned) {
    const Exercise* exercise = find_exercise(catalog, planned.id);
    if (exercise == nullptr || !seen.insert(planned.id).second) return;
    rows.push_back({exercise->name, exercise->summary, works_text(planned.works, catalog),
                    choice_of(planned)});
  };
  for (const PlannedExercise& exercise : program.small_list) add(exercise);
  for (const PlannedWeek& week : program.weeks) {
    for (const PlannedSession& session : week.sessions) {
      for (const PlannedExercise& exercise : session.exercises) add(exercise);
    }
  }
  if (rows.empty()) return "";
  std::vector<std::string> heads = {"Exercise", "How", "Works (share of a set)", "Reason"};
  if (std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row[3].empty(); })) {
    heads.pop_back();
    for (auto& row : rows) row.pop_back();
  }
  return element("h2", "The exercises and the reasons for them") + html_table(heads, rows);
}

/// Start and end of each exercise that has a picture, drawn for this person and load.
std::string pictures(const PlanFrame& frame) {
  if (frame.pictures.empty()) return "";
  std::string out = element("h2", "The exercises in pictures") + "<div class=\"pictures\">\n";
  for (const auto& [id, svg] : frame.pictures) {
    const Exercise* exercise = find_exercise(*frame.catalog, id);
    expects(exercise != nullptr, "a picture shows an exercise of the catalog");
    out += "<figure>\n" + svg + element("figcaption", exercise->name) + "</figure>\n";
  }
  return out + "</div>\n" +
         element("p",
                 "Start and end, from the model. The darker a muscle, the harder it works at that "
                 "instant.");
}

/// Two muscles a row, so that the table stays short.
std::string muscles(const Program& program, const Catalog& catalog) {
  const auto& all = program.weekly_sets;
  if (all.empty()) return "";
  const std::size_t half = (all.size() + 1) / 2;
  std::vector<std::vector<std::string>> rows(half);
  for (std::size_t i = 0; i < 2 * half; ++i) {
    std::vector<std::string> cells(4);
    if (i < all.size()) {
      const MuscleWeek& row = all[i];
      cells = {short_name(row.muscle, catalog), plain(row.sets, 2),
               plain(row.low, 1) + "-" + plain(row.high, 1), range_word(row, false)};
    }
    auto& into = rows[i % half];
    into.insert(into.end(), cells.begin(), cells.end());
  }
  std::string notes;
  for (const std::string& note : model_notes(program)) notes += element("p", note);
  return element("h2", "What each muscle gets in the fullest week") +
         html_table({"Muscle", "Sets", "Range", "", "Muscle", "Sets", "Range", ""}, rows) +
         element("p", range_legend(all)) + notes;
}

std::string good_to_know(const Program& program) {
  std::vector<std::string> texts;
  for (const std::string& text : program.advice) texts.push_back(sentence(text));
  return texts.empty() ? "" : element("h2", "Good to know") + bullet_list(texts);
}

/// The reasons of the whole, each said once.
std::string reasons(const Program& program) {
  std::vector<std::string> texts;
  for (const Reason& reason : program.why) {
    const std::string text = capitalized(reason.about) + ": " + sentence(reason.text);
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  return texts.empty() ? "" : element("h2", "Reasons for the whole") + bullet_list(texts);
}

std::string health(const Assessment& care) {
  const auto notes = health_notes(care);
  if (notes.empty()) return "";
  std::vector<std::string> texts;
  for (const HealthNote& note : notes) {
    if (note.label.empty()) {
      texts.insert(texts.end(), note.advice.begin(), note.advice.end());
    } else {
      texts.push_back(note.label + (note.advice.empty() ? "" : ": " + joined(note.advice, " ")));
    }
  }
  return element("h2", "What health asks") + bullet_list(texts);
}

/// One row for each reason and level.
std::string limits(const Assessment& care) {
  const Caps& caps = care.caps;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> groups;
  for (const auto& [property, because] : caps.because) {
    const int level = std::min(level_of(caps.highest, property), level_of(caps.firm, property));
    groups[{because, level_words_for(property, level)}].push_back(spoken(property));
  }
  if (groups.empty()) return "";
  std::vector<std::vector<std::string>> rows;
  for (const auto& [key, names] : groups) {
    rows.push_back({capitalized(joined(names, ", ")), key.second, plain_reason(key.first, care)});
  }
  return element("h2", "Limits and where they come from") +
         html_table({"What an exercise may ask", "At most", "Because of"}, rows);
}

std::string left_out(const Program& program, const Catalog& catalog) {
  std::vector<std::string> texts;
  for (const LeftOutGroup& group : left_out_groups(program.left_out, catalog, &program.care)) {
    texts.push_back(capitalized(group.because) + ": " + names_or_count(group));
  }
  if (texts.empty()) return "";
  return element("h2", "Left out, and why") + "<div class=\"small\">" + bullet_list(texts) +
         "</div>\n";
}

std::string reply_section() {
  std::string out = "<div class=\"keep\">\n" + element("h2", "Reply of the therapist");
  out += element("p",
                 "Please fill in what applies. The person copies it into a file and Strongback "
                 "keeps to it and shows what it changed.");
  out += "<table class=\"fields\">\n";
  for (const char* label : {"Only these exercises", "Not these exercises", "Load at most",
                            "Repetitions in reserve, at least", "Changed sets or repetitions",
                            "Cleared until (date)", "Name", "Date and signature"}) {
    out += fmt::format("<tr><td>{}</td><td class=\"blank\"></td></tr>\n", markup_escaped(label));
  }
  return out + "</table>\n</div>\n";
}

/// Letter where people print on it, else A4.
Paper paper_of(const Person& person) {
  const bool is_letter = person.country == "US" || person.country == "CA" || person.country == "MX";
  return is_letter ? Paper::Letter : Paper::A4;
}

}  // namespace

std::string sheet_html(const Program& program, const PlanFrame& frame) {
  expects(frame.person != nullptr && frame.catalog != nullptr,
          "a sheet has a person and a catalog");
  const Person& person = *frame.person;
  const Catalog& catalog = *frame.catalog;
  const std::string title =
      person.name.empty() ? "Program for the back" : "Program for the back: " + person.name;
  std::string body = sheet_front(program, frame);
  if (!frame.therapist_diff.empty()) {
    body += element("h2", "What the therapist's reply changed") + bullet_list(frame.therapist_diff);
  }
  body += in_words(program, catalog) + pictures(frame) + growth(program) + health(program.care) +
          limits(program.care) + muscles(program, catalog) + good_to_know(program) +
          reasons(program) + left_out(program, catalog);
  if (!program.assumptions.empty()) {
    body += element("h2", "Assumed") + "<div class=\"small\">" + bullet_list(program.assumptions) +
            "</div>\n";
  }
  body += reply_section() + element("p", medical_sentence());
  return html_document(title, body, paper_of(person));
}

}  // namespace strongback
