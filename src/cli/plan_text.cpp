#include "cli/plan_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "exchange/plain_words.h"
#include "exchange/summary.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

Ink ink_of(Status status) {
  switch (status) {
    case Status::Ok:
    case Status::Gentle:
      return Ink::Good;
    case Status::SeeSomeoneFirst:
    case Status::NoPlan:
      return Ink::Warn;
    case Status::Stop:
      return Ink::Bad;
  }
  return Ink::Plain;
}

/// "2 to 3 short times a day": the first words of how the small list is used.
std::string how_often(const Program& program) {
  const std::string& how = program.small_list_how;
  return how.substr(0, std::min(how.find(','), how.find('.')));
}

void write_summary(Page& page, const Program& program) {
  if (program.weeks.empty()) return;
  const PlannedWeek& first = program.weeks.front();
  if (program.care.is_flare) {
    return page.paragraph(fmt::format("Today, and each day of the flare: {}, {} each time.",
                                      how_often(program), counted(first.sets_total, "set")));
  }
  std::vector<std::string> days;
  for (const PlannedSession& session : first.sessions) {
    days.push_back(
        fmt::format("{} {}", weekday_name(session.weekday), clock_text(session.start_min)));
  }
  if (!days.empty()) {
    page.paragraph(fmt::format("{} a week: {}.", counted(static_cast<long>(days.size()), "session"),
                               listed(days)));
  }
  const PlannedWeek& last = program.weeks.back();
  if (last.number == first.number) {
    return page.paragraph(fmt::format("{} in all.", counted(first.sets_total, "set")));
  }
  page.paragraph(fmt::format("{}: {} in the first, {} in the last.",
                             counted(static_cast<long>(program.weeks.size()), "week"),
                             counted(first.sets_total, "set"), counted(last.sets_total, "set")));
}

void write_diff(Page& page, const PlanAnswer& answer) {
  if (answer.therapist_diff.empty()) return;
  page.heading("What " + answer.therapist + " changed");
  for (const std::string& line : answer.therapist_diff) {
    const Ink ink = line.starts_with("+")   ? Ink::Good
                    : line.starts_with("-") ? Ink::Bad
                                            : Ink::Bold;
    page.paragraph(line, 4, ink, 2);
  }
}

void write_list(Page& page, const std::string& heading, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  page.heading(heading);
  for (const std::string& text : texts) page.bullet(sentence(text), 2);
}

void write_command(Page& page, const std::string& command, const std::string& what) {
  page.line("  " + command, Ink::Bold);
  page.paragraph(what, 6, Ink::Dim);
}

void write_whole_reasons(Page& page, const Program& program) {
  if (program.why.empty()) return;
  page.heading("Why the whole looks as it does");
  write_reasons(page, program.why, 2);
}

/// What cannot hold together and what would free it.
void write_conflicts(Page& page, const Program& program) {
  if (program.conflicts.empty()) return;
  std::vector<std::string> wishes;
  std::vector<std::string> changes;
  for (const std::string& conflict : program.conflicts) {
    const auto [wish, freed_by] = conflict_parts(conflict);
    wishes.push_back(wish);
    if (!freed_by.empty()) changes.push_back(freed_by);
  }
  write_list(page, wishes.size() > 1 ? "These cannot hold together" : "This stands in the way",
             wishes);
  write_list(
      page,
      changes.size() > 1 ? "What would free it (one of these is enough)" : "What would free it",
      changes);
}

/// Without a program only the assumptions that decide what fits are worth a line.
std::vector<std::string> assumptions_that_matter(const Program& program) {
  constexpr std::array<std::string_view, 5> kDeciding = {"No training days", "No session length",
                                                         "No training level", "No equipment",
                                                         "Whether you get down"};
  std::vector<std::string> texts;
  for (const std::string& text : program.assumptions) {
    if (std::any_of(kDeciding.begin(), kDeciding.end(),
                    [&](std::string_view start) { return text.starts_with(start); })) {
      texts.push_back(text);
    }
  }
  return texts;
}

const PlannedExercise* first_exercise(const Program& program) {
  if (!program.weeks.empty() && !program.weeks.front().sessions.empty() &&
      !program.weeks.front().sessions.front().exercises.empty()) {
    return &program.weeks.front().sessions.front().exercises.front();
  }
  return program.small_list.empty() ? nullptr : &program.small_list.front();
}

void write_end(Page& page, const PlanAnswer& answer, bool with_reasons) {
  page.heading("To learn more");
  const std::string& file = answer.person.file;
  if (!with_reasons) {
    write_command(page, fmt::format("strongback plan {} --why", file),
                  answer.program.status == Status::NoPlan
                      ? "every assumption, and what is left out and why"
                      : "the reason, source and evidence grade of each number");
  }
  if (answer.program.status != Status::NoPlan) {
    write_command(page, fmt::format("strongback plan {} --sheet sheet.html", file),
                  "a page to print, for you and a therapist");
  }
  if (const auto* first = first_exercise(answer.program)) {
    write_command(page, "strongback exercise " + first->id, "how an exercise is done");
  }
  page.blank();
  page.paragraph(medical_sentence(), 0, Ink::Dim);
}

}  // namespace

std::string plan_text(const PlanAnswer& answer, const Catalog& catalog, const PlanStyle& style) {
  const Program& program = answer.program;
  const PartStyle parts{&catalog, answer.person.units, style.with_reasons};
  Page page(style.terminal);
  page.title(answer.person.name.empty() ? "Strongback" : "Strongback for " + answer.person.name);
  page.paragraph(headline(program.status), 0, ink_of(program.status));
  write_summary(page, program);
  write_triage(page, program.care, style.with_reasons);
  write_conflicts(page, program);
  if (!program.care.flare_reason.empty()) {
    page.heading("A flare");
    page.paragraph(sentence(program.care.flare_reason), 2);
  }
  write_small_list(page, program, parts);
  write_diff(page, answer);
  if (program.article) write_article(page, *program.article, catalog);
  write_first_week(page, program, parts);
  write_weeks(page, program.weeks);
  write_muscles(page, program, parts);
  write_activities_and_energy(page, program);
  write_care_notes(page, program.care);
  write_list(page, "Good to know", program.advice);
  const bool is_brief = program.status == Status::NoPlan && !style.with_reasons;
  if (!is_brief) write_left_out(page, program, parts);
  write_list(page, "Assumed, because your file does not say",
             is_brief ? assumptions_that_matter(program) : program.assumptions);
  if (style.with_reasons) write_whole_reasons(page, program);
  write_end(page, answer, style.with_reasons);
  return page.text();
}

}  // namespace strongback
