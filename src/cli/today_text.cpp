#include "cli/today_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/page.h"
#include "cli/plan_parts.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

std::string when_text(const Moment& moment) {
  return fmt::format("{}, {}", date_words(local_date(moment)), clock_text(local_minute(moment)));
}

std::string short_when(const Moment& moment) {
  return fmt::format("{} {}", weekday_name(weekday_of(local_date(moment))),
                     clock_text(local_minute(moment)));
}

/// Up to the number at which the set ends in any case.
std::string likely_text(const TodayLine& line) {
  if (line.predicted.empty() || !line.planned.reps) return "";
  const RepsPrediction& first = line.predicted.front();
  const int most = line.planned.reps->high;
  if (first.low >= most) return fmt::format("{}+", most);
  if (first.low <= 1 && first.high >= most) return "";  // nothing is known yet
  return first.high > most ? fmt::format("{}-{}+", first.low, most)
                           : fmt::format("{}-{}", first.low, first.high);
}

std::string state_text(const TodayLine& line) {
  if (line.skipped) return "left out";
  if (line.done.empty()) return "";
  return line.sets_left() == 0 ? "done" : fmt::format("{} done", line.done.size());
}

void write_lines(Page& page, const Today& today) {
  const bool has_state = std::any_of(today.lines.begin(), today.lines.end(),
                                     [](const auto& line) { return !state_text(line).empty(); });
  std::vector<Column> columns = {{"Exercise", false, true},
                                 {"Sets x reps"},
                                 {"Load", false, true},
                                 {"Rest"},
                                 {"Left"},
                                 {"Likely"}};
  if (has_state) columns.push_back({"", false, true});
  std::vector<Row> rows;
  for (const TodayLine& line : today.lines) {
    const NameParts name = name_parts(line.planned.name);
    std::string dose = dose_text(line.planned);
    if (const auto at = dose.find(" each side"); at != std::string::npos) dose[at] = '\n';
    Row row{{name.head, dose, line.planned.load_text, rest_text(line.planned.rest_s),
             line.planned.reps ? std::to_string(line.planned.reserve) : "", likely_text(line)},
            {}};
    if (has_state) row.cells.push_back(state_text(line));
    if (!name.rest.empty()) row.below.push_back(name.rest);
    rows.push_back(std::move(row));
  }
  page.table(columns, rows, 2);
  page.paragraph(
      "Left: repetitions still possible when you end a set. Likely: repetitions of the first set, "
      "nine times in ten.",
      2, Ink::Dim);
}

void write_questions(Page& page, const Today& today, const Catalog& catalog) {
  if (!today.asks_pain && today.questions.empty()) return;
  page.heading("First, in short");
  if (today.asks_morning) {
    page.bullet("How does your back feel this morning, 0 to 10? (strongback log --morning N)", 2);
  } else if (today.asks_pain) {
    page.bullet("How much does your back hurt now, 0 to 10? (strongback log --pain N)", 2);
  }
  for (const std::string& id : today.questions) {
    const RedFlag* flag = find_red_flag(catalog, id);
    page.bullet(fmt::format("{} (strongback log --answer {} {})", flag->question, id,
                            is_yes_no(*flag) ? "no" : "N"),
                2);
  }
}

void write_changes(Page& page, const Today& today, const Catalog& catalog) {
  if (today.changes.empty() && today.left_out.empty()) return;
  page.heading("What is different today");
  for (const Reason& change : today.changes) page.bullet(sentence(change.text), 2);
  for (const LeftOut& out : today.left_out) {
    const Exercise* exercise = find_exercise(catalog, out.id);
    page.bullet(fmt::format("{} is left out: {}.", exercise == nullptr ? out.id : exercise->name,
                            out.because),
                2);
  }
}

void write_session(Page& page, const Today& today, const Catalog& catalog) {
  const bool is_now = today.at.at <= today.now.at;
  page.heading(is_now ? "Train now"
                      : fmt::format("Today at {}", clock_text(local_minute(today.at))));
  page.paragraph(fmt::format("{}, {}, week {} of your program", today.focus,
                             minutes_text(today.minutes), today.week),
                 2, Ink::Dim);
  page.blank();
  if (!today.warm_up.empty())
    page.paragraph("Warm up: " + joined(today.warm_up, "; "), 4, Ink::Plain, 2);
  page.blank();
  write_lines(page, today);
  page.blank();
  if (!today.cool_down.empty())
    page.paragraph("Cool down: " + joined(today.cool_down, "; "), 4, Ink::Plain, 2);
  write_changes(page, today, catalog);
  if (!today.care.advice.empty()) page.heading("Keep in mind");
  for (const std::string& advice : today.care.advice) page.bullet(sentence(advice), 2);
  page.blank();
  page.paragraph("Begin with: strongback train", 0, Ink::Bold);
}

void write_readiness(Page& page, const Today& today, const Catalog& catalog) {
  if (today.readiness.empty()) return;
  page.heading("Still resting");
  std::map<std::string, std::vector<std::string>> until;  // hour -> muscles
  std::vector<std::pair<double, std::string>> order;
  for (const MuscleReadiness& row : today.readiness) {
    const double hours = hours_until_ready(row, true, catalog);
    const Moment ready{plus_hours(today.now.at, hours), today.now.offset_min};
    const std::string text = short_when(ready);
    if (until[text].empty()) order.emplace_back(hours, text);
    until[text].push_back(short_name(row.muscle, catalog));
  }
  std::sort(order.begin(), order.end());
  for (const auto& [hours, text] : order)
    page.bullet(fmt::format("until {} (in {} h): {}", text, plain(std::ceil(hours), 0),
                            listed(until[text])),
                2);
}

void write_small(Page& page, const Today& today, const Catalog& catalog) {
  write_triage(page, today.care, false);
  if (today.kind == DayKind::Flare) {
    page.heading("The flare program");
    page.paragraph(sentence(today.care.flare_reason), 2);
  } else if (!today.small_list.empty()) {
    page.heading("What you may do meanwhile");
  }
  page.paragraph(today.small_list_how, 2);
  page.blank();
  write_exercises(page, today.small_list, {&catalog, today.person.units, false});
  if (today.flare_causes.empty()) return;
  page.heading("What may have changed");
  for (const std::string& question : today.flare_causes) page.bullet(question, 2);
}

std::string headline_of(const Today& today) {
  switch (today.kind) {
    case DayKind::Session:
      return today.is_under_way ? "Your session is under way." : "Today is a training day.";
    case DayKind::Rest:
      return "Today is for rest.";
    case DayKind::Done:
      return "Today's session is done.";
    case DayKind::Flare:
      return "A flare: only what calms it.";
    case DayKind::BeSeenFirst:
      return "Please be seen before you train.";
    case DayKind::Stop:
      return "Please do not train now.";
    case DayKind::NoProgram:
      return "There is no program for today.";
  }
  return "";
}

void write_next(Page& page, const Today& today) {
  if (!today.next_session) return;
  page.blank();
  page.paragraph("Next session: " + when_text(*today.next_session) + ".");
  if (today.kind == DayKind::Rest)
    page.paragraph("Walking and gentle control work are welcome on any day.", 0, Ink::Dim);
}

}  // namespace

std::string today_text(const Today& today, const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  page.title(when_text(today.now));
  const bool is_bad = today.kind == DayKind::Stop || today.kind == DayKind::BeSeenFirst;
  page.paragraph(headline_of(today), 0, is_bad ? Ink::Bad : Ink::Bold);
  for (const std::string& broken : today.broken)
    page.bullet("our own check refused today's session, a bug of ours: " + broken, 0, Ink::Bad);
  if (!is_bad) write_questions(page, today, catalog);
  if (today.kind == DayKind::Session) write_session(page, today, catalog);
  if (today.kind == DayKind::Flare || is_bad) write_small(page, today, catalog);
  if (today.kind == DayKind::Rest || today.kind == DayKind::Done) {
    if (today.kind == DayKind::Rest) write_changes(page, today, catalog);
    write_next(page, today);
    write_readiness(page, today, catalog);
  }
  page.blank();
  page.paragraph(medical_sentence(), 0, Ink::Dim);
  return page.text();
}

std::string why_text(const Today& today, const TrainingState& state, const std::string& exercise,
                     const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  page.title("Why");
  if (exercise.empty()) {
    if (!state.programs.empty()) {
      page.heading("How the program came to be");
      for (const auto& [when, program] : state.programs) {
        for (const std::string& change : program.changes)
          page.bullet(fmt::format("{}: {}", short_date(local_date(when)), sentence(change)), 2);
      }
    }
    write_changes(page, today, catalog);
    for (const Reason& change : today.changes) {
      if (!change.source.empty())
        page.paragraph(
            fmt::format("rule {}, grade {}: {}", change.rule, change.grade, change.source), 4,
            Ink::Dim);
    }
  }
  for (const TodayLine& line : today.lines) {
    if (!exercise.empty() && line.planned.id != exercise) continue;
    page.heading(line.planned.name);
    page.paragraph(fmt::format("{}{}", dose_text(line.planned),
                               line.planned.load_text.empty() ? "" : ", " + line.planned.load_text),
                   2);
    write_reasons(page, line.planned.why, 2);
  }
  const auto resting = resting_exercises(state, local_date(today.now), catalog);
  for (const RestingExercise& rest : resting) {
    const Exercise* one = find_exercise(catalog, rest.exercise);
    page.bullet(fmt::format("{} rests until {}: {}", one == nullptr ? rest.exercise : one->name,
                            to_text(rest.until), rest.because),
                2);
  }
  return page.text();
}

std::string change_text(const LogChange& change, Terminal terminal) {
  Page page(terminal);
  for (const std::string& note : change.notes) page.paragraph(note);
  if (!change.program.empty()) {
    page.heading("Your program");
    for (const std::string& line : change.program) page.bullet(sentence(line), 2);
  }
  if (!change.triage.empty()) page.heading("First: be seen");
  for (const std::string& message : change.triage) page.bullet(message, 2, Ink::Bad);
  return page.text();
}

std::string history_text(const std::vector<HistoryDay>& days, Terminal terminal) {
  Page page(terminal);
  for (const HistoryDay& day : days) {
    page.heading(date_words(day.date));
    for (const HistoryEntry& entry : day.entries) page.paragraph(entry.text, 9, Ink::Plain, 7);
  }
  return page.text();
}

}  // namespace strongback
