#include "cli/run_training.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/browse.h"
#include "app/files.h"
#include "app/keep_log.h"
#include "app/training.h"
#include "base/text.h"
#include "cli/log_words.h"
#include "cli/look_back_text.h"
#include "cli/run_cohort.h"
#include "cli/run_password.h"
#include "cli/say.h"
#include "cli/session_loop.h"
#include "cli/today_text.h"
#include "exchange/log_answers_json.h"
#include "person/read_person.h"

namespace strongback {
namespace {

using Command = Options::Command;

Exit show_change(const Outcome<LogChange>& change, bool as_json) {
  if (!change) return say(change.error());
  show(as_json ? change_json({change->notes, change->program, change->triage, change->may_train})
               : change_text(*change, terminal_of_stdout()));
  return change->may_train ? Exit::Done : Exit::HonestNo;
}

Exit exit_of(DayKind kind) {
  const bool is_no =
      kind == DayKind::BeSeenFirst || kind == DayKind::Stop || kind == DayKind::NoProgram;
  return is_no ? Exit::HonestNo : Exit::Done;
}

Exit run_update(const Catalog& catalog, const LogPlace& place, const TrainingOptions& words) {
  if (words.value.empty())
    return show_change(update_profile(catalog, place, words.what), words.as_json);
  return show_change(update_field(catalog, place, words.what, words.value), words.as_json);
}

/// The commands for which a log must be there.
class OnLog {
 public:
  OnLog(LogBook& book, const TrainingOptions& words) : book_(book), words_(words) {}

  Exit run(Command command) {
    switch (command) {
      case Command::ShowToday:
        return today();
      case Command::Train:
        return run_session(book_);
      case Command::Log:
        return log();
      case Command::LogCleared:
        return log_one(Cleared{words_.who, words_.limits});
      case Command::Reply:
        return reply();
      case Command::Undo:
        return show_change(undo_last(book_), words_.as_json);
      case Command::Why:
        return why();
      case Command::History:
        return history();
      case Command::Progression:
        return progress();
      case Command::Export:
        return export_log();
      case Command::Import:
        return import_log();
      case Command::Backup:
        return backup();
      default:
        return calendar();
    }
  }

 private:
  [[nodiscard]] const Catalog& catalog() const { return book_.catalog(); }

  Exit today() {
    const Today today = make_today(book_.state(), book_.now(), catalog());
    show(words_.as_json ? today_json(today, catalog())
                        : today_text(today, catalog(), terminal_of_stdout()));
    return exit_of(today.kind);
  }

  Exit log() {
    auto order = understand_log(words_, catalog(), book_.now());
    if (!order) return say(BadInput{std::move(order.error())});
    return show_change(add_to_log(book_, *order), words_.as_json);
  }

  Exit log_one(EventBody body) {
    LogOrder order;
    order.bodies.push_back(std::move(body));
    return show_change(add_to_log(book_, order), words_.as_json);
  }

  Exit reply() {
    auto text = read_text(words_.file);
    if (!text) return say(BadInput{std::move(text.error())});
    auto checked = parse_reply(words_.file, *text, catalog());
    if (!checked) return say(BadInput{std::move(checked.error())});
    return log_one(TherapistReplied{*text});
  }

  Exit why() {
    std::string id;
    if (!words_.exercise.empty()) {
      const auto exercise = exercise_named(catalog(), words_.exercise);
      if (!exercise) return say(exercise.error());
      id = (*exercise)->id;
    }
    const Today today = make_today(book_.state(), book_.now(), catalog());
    show(words_.as_json ? today_json(today, catalog())
                        : why_text(today, book_.state(), id, catalog(), terminal_of_stdout()));
    return Exit::Done;
  }

  Exit history() {
    constexpr int kMostDays = 100'000;
    auto days = understand_number(words_.days, "--days", 1, kMostDays);
    if (!days) return say(BadInput{std::move(days.error())});
    if (words_.as_json) {
      show(log_json(book_.events()));
      return Exit::Done;
    }
    show(history_text(history_of(book_, *days), terminal_of_stdout()));
    return Exit::Done;
  }

  Exit progress() {
    const LookBack back = look_back(book_.state(), book_.now(), catalog());
    if (!words_.svg.empty()) {
      const auto written = write_file(words_.svg, look_back_svg(back, catalog()));
      if (!written) return say(written.error());
    }
    show(words_.as_json ? look_back_json(back)
                        : look_back_text(back, catalog(), terminal_of_stdout()));
    return Exit::Done;
  }

  Exit export_log() {
    if (words_.as_csv == words_.as_json)
      return say(BadInput{{{"strongback", {}, "'export' needs --csv or --json", ""}}});
    const std::string text = words_.as_csv ? log_csv(book_.state()) : log_json(book_.events());
    if (words_.out.empty()) {
      show(text);
      return Exit::Done;
    }
    const auto written = write_file(words_.out, text);
    if (!written) return say(written.error());
    fmt::print("Written: {}\n", printable(words_.out));
    return Exit::Done;
  }

  Exit import_log() {
    const auto report = import_file(book_, words_.file, words_.unit);
    if (!report) return say(report.error());
    show(words_.as_json ? import_json(*report)
                        : import_text(*report, catalog(), terminal_of_stdout()));
    return Exit::Done;
  }

  Exit backup() {
    const auto kept = back_up(book_, words_.file);
    if (!kept) return say(kept.error());
    fmt::print("Written: {}\n", printable(words_.file));
    return Exit::Done;
  }

  Exit calendar() {
    const auto text = calendar_of(book_);
    if (!text) return say(text.error());
    const auto written = write_file(words_.file, *text);
    if (!written) return say(written.error());
    fmt::print("Written: {}\n", printable(words_.file));
    return Exit::Done;
  }

  LogBook& book_;
  const TrainingOptions& words_;
};

Exit run_restore(const LogPlace& place, const TrainingOptions& words) {
  const auto aside = restore_log(place, words.file);
  if (!aside) return say(aside.error());
  fmt::print("The log is now that of {}.\n", printable(words.file));
  if (!aside->empty()) fmt::print("What was there before is kept: {}\n", printable(*aside));
  return Exit::Done;
}

}  // namespace

Outcome<LogPlace> place_of(const TrainingOptions& words) {
  LogPlace place{words.db, {}};
  if (words.now.empty()) return place;
  auto now = understand_moment(words.now, "--now", moment_of_machine().offset_min);
  if (!now) return tl::unexpected<Failure>(BadInput{std::move(now.error())});
  place.now = *now;
  return place;
}

Exit run_training(const Catalog& catalog, const Options& options) {
  const TrainingOptions& words = options.training;
  if (options.command == Command::Simulate) return run_cohort(catalog, words);
  if (options.command == Command::Password) return run_password(words);
  const auto place = place_of(words);
  if (!place) return say(place.error());
  if (options.command == Command::Start)
    return show_change(start_log(catalog, *place, words.file), words.as_json);
  if (options.command == Command::Update) return run_update(catalog, *place, words);
  if (options.command == Command::Restore) return run_restore(*place, words);
  auto book = LogBook::open(catalog, *place);
  if (!book) return say(book.error());
  return OnLog(*book, words).run(options.command);
}

}  // namespace strongback
