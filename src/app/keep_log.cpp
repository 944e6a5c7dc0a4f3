#include "app/keep_log.h"

#include <fmt/format.h>

#include "app/training.h"
#include "base/text.h"
#include "reading/document.h"
#include "train/weeks.h"

namespace strongback {
namespace {

tl::unexpected<Failure> bad(const std::string& message, const std::string& hint) {
  return tl::unexpected<Failure>(BadInput{{{"strongback", {}, message, hint}}});
}

Outcome<std::optional<Units>> unit_of(const std::string& word) {
  if (word.empty()) return std::optional<Units>{};
  if (word == "kg") return std::optional(Units::Metric);
  if (word == "lb") return std::optional(Units::Imperial);
  return bad(fmt::format("'--unit' must be kg or lb, not '{}'", printable(word)), "");
}

Outcome<void> keep(LogBook& book, const std::vector<Event>& events, ImportReport& report) {
  if (events.empty()) return {};
  auto kept = book.add(events);
  if (!kept) return tl::unexpected(std::move(kept.error()));
  report.added = kept->added;
  report.already_there = kept->already_there;
  LogChange change;
  return settle_program(book, change);
}

/// Our own export: what this log does not begin with, since it has begun already.
std::vector<Event> without_start(std::vector<Event> events) {
  std::erase_if(events,
                [](const Event& event) { return std::holds_alternative<Started>(event.body); });
  return events;
}

}  // namespace

Outcome<void> back_up(LogBook& book, const std::string& file) {
  if (const auto kept = book.store().back_up(file); !kept)
    return tl::unexpected<Failure>(failure_of(kept.error()));
  return {};
}

Outcome<std::string> restore_log(const LogPlace& place, const std::string& file) {
  auto path = log_file(place);
  if (!path) return tl::unexpected(std::move(path.error()));
  auto aside = restore_store(file, *path);
  if (!aside) return tl::unexpected<Failure>(failure_of(aside.error()));
  return std::move(*aside);
}

Outcome<ImportReport> import_file(LogBook& book, const std::string& file, const std::string& unit) {
  auto text = read_text(file, kLargestLiftingFile);
  if (!text) return tl::unexpected<Failure>(BadInput{std::move(text.error())});
  return import_text(book, file, *text, unit);
}

Outcome<ImportReport> import_text(LogBook& book, const std::string& file, std::string_view text,
                                  const std::string& unit) {
  auto units = unit_of(unit);
  if (!units) return tl::unexpected(std::move(units.error()));
  ImportReport report;
  report.file = file;
  std::vector<Event> events;
  if (is_log_json(text)) {
    auto read = read_log_json(file, text);
    if (!read) return tl::unexpected<Failure>(BadInput{std::move(read.error())});
    report.source = "strongback";
    events = without_start(std::move(*read));
  } else {
    auto log = read_lifting_csv(file, text, *units);
    if (!log) return tl::unexpected<Failure>(BadInput{std::move(log.error())});
    // The offset of the log's begin and not of today: a file that is read in winter and again in
    // summer gives the same sets.
    const int offset_min =
        book.events().empty() ? book.now().offset_min : book.events().front().when.offset_min;
    events = events_of(*log, book.state().profile, book.catalog(), offset_min, report);
  }
  if (auto kept = keep(book, events, report); !kept) return tl::unexpected(std::move(kept.error()));
  return report;
}

namespace {

/// Whole weeks of the program that lie before `day`.
int weeks_before(Date day, Date start) {
  return std::max(0, static_cast<int>((day - start).count())) / kDaysPerWeek;
}

}  // namespace

Outcome<std::string> calendar_of(const LogBook& book) {
  const TrainingState& state = book.state();
  if (!state.outline)
    return tl::unexpected<Failure>(NoPlan{{"there is no program to put into a calendar"}});
  constexpr int kDays = 28;
  const Date today = local_date(book.now());
  const int week = program_week(state, today, book.catalog().rules);
  std::vector<CalendarEntry> entries;
  for (int i = 0; i < kDays; ++i) {
    const Date date = today + std::chrono::days{i};
    for (const Outline::Day& day : state.outline->days) {
      if (day.weekday != weekday_of(date) || date < state.outline->start) continue;
      CalendarEntry entry{date, day.start_min, 1.0 * state.profile.minutes,
                          "Back training: " + day.focus, ""};
      for (const Outline::Line& line : day.lines) {
        const int ahead =
            weeks_before(date, state.outline->start) - weeks_before(today, state.outline->start);
        const auto at = std::min(static_cast<std::size_t>(week + ahead), line.sets.size());
        const Exercise* exercise = find_exercise(book.catalog(), line.exercise);
        if (at == 0 || line.sets[at - 1] == 0 || exercise == nullptr) continue;
        entry.description += fmt::format("{} x {}\n", line.sets[at - 1], exercise->name);
      }
      entries.push_back(std::move(entry));
    }
  }
  return calendar_text(entries, book.person().id, book.now());
}

}  // namespace strongback
