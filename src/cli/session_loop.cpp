#include "cli/session_loop.h"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <thread>

#include "app/training.h"
#include "base/text.h"
#include "cli/page.h"
#include "cli/read_line.h"
#include "cli/say.h"
#include "cli/today_text.h"
#include "exchange/wording.h"
#include "plan/prescribe.h"
#include "train/stand_ins.h"

namespace strongback {
namespace {

constexpr const char* kHelp =
    "Type what you did: repetitions, what was left and, if it hurt, pain: 10 2 or 10 2 1. For a "
    "hold its seconds: 30; for several, how many and the seconds of each: 6 8. Other words: skip "
    "(leave the exercise out), swap (another form), hurts (it hurts: stop this exercise), undo "
    "(take "
    "the last answer back), note TEXT, stop (end the session), help.";

enum class Step { Next, Again, End };

std::optional<int> number_of(std::string_view text, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most)
    return std::nullopt;
  return value;
}

class SessionLoop {
 public:
  explicit SessionLoop(LogBook& book) : book_(book), catalog_(book.catalog()) {}

  Exit run() {
    if (!check_in()) return ended_;
    Today today = look();
    if (today.kind != DayKind::Session) {
      show(today_text(today, catalog_, terminal_of_stdout()));
      return today.kind == DayKind::Rest || today.kind == DayKind::Done ? Exit::Done
                                                                        : Exit::HonestNo;
    }
    if (!today.is_under_way && !keep(SessionStarted{today.planned})) return ended_;
    say_line(fmt::format("{}: {}.", today.is_under_way ? "Going on" : "Your session", today.focus),
             Ink::Bold);
    if (!today.is_under_way && !today.warm_up.empty())
      say_line("Warm up: " + joined(today.warm_up, "; "));
    say_line(kHelp, Ink::Dim);
    return lead();
  }

 private:
  static void say_line(const std::string& text, Ink ink = Ink::Plain) {
    Page page(terminal_of_stdout());
    page.paragraph(text, 0, ink);
    show(page.text());
    std::fflush(stdout);
  }

  Today look() const { return make_today(book_.state(), book_.now(), catalog_, SessionStart::Now); }

  /// Keeps an event at once; false when it could not be kept.
  bool keep(EventBody body) {
    const auto kept = book_.add(std::move(body));
    if (!kept) ended_ = say(kept.error());
    return kept.has_value();
  }

  Exit end_of_input() {
    say_line("The answers ended here. What was typed is kept; 'strongback train' goes on.");
    return Exit::Done;
  }

  // --- the short questions ----------------------------------------------------------------------

  std::optional<int> ask_number(const std::string& question, int most) {
    while (true) {
      say_line(question, Ink::Bold);
      const auto said = read_line();
      if (!said) return std::nullopt;
      if (const auto value = number_of(trimmed(*said), most)) return value;
      say_line(fmt::format("Please type a whole number from 0 to {}.", most), Ink::Warn);
    }
  }

  std::optional<bool> ask_yes(const std::string& question) {
    while (true) {
      say_line(question + " (yes or no)", Ink::Bold);
      const auto said = read_line();
      if (!said) return std::nullopt;
      const std::string word = lower(trimmed(*said));
      if (word == "yes" || word == "y") return true;
      if (word == "no" || word == "n") return false;
      say_line("Please type yes or no.", Ink::Warn);
    }
  }

  /// False when nothing more is to be asked today, or the input ended; then `ended_` says how.
  bool check_in() {
    const Today today = look();
    if (today.is_under_way || today.kind == DayKind::Done) return true;
    if (today.asks_pain) {
      const auto pain =
          ask_number(today.asks_morning ? "How does your back feel this morning, 0 (no pain) to 10?"
                                        : "How much does your back hurt now, 0 (not at all) to 10?",
                     10);
      if (!pain) return stop_asking();
      PainReported report;
      report.when = today.asks_morning ? PainWhen::NextMorning : PainWhen::BeforeSession;
      report.pain = *pain;
      if (!keep(report)) return false;
    }
    for (const std::string& id : today.questions) {
      const RedFlag* flag = find_red_flag(catalog_, id);
      if (!is_yes_no(*flag)) continue;
      const auto yes = ask_yes(flag->question);
      if (!yes) return stop_asking();
      if (!keep(Answered{id, *yes})) return false;
      if (*yes && look().kind != DayKind::Session && look().kind != DayKind::Rest) return true;
    }
    return true;
  }

  bool stop_asking() {
    ended_ = end_of_input();
    return false;
  }

  // --- the sets ---------------------------------------------------------------------------------

  Exit lead() {
    while (true) {
      const Today today = look();
      if (today.kind != DayKind::Session && today.kind != DayKind::Done) {
        show(today_text(today, catalog_, terminal_of_stdout()));
        (void)keep(SessionEnded{SessionEnd::Pain});
        return Exit::HonestNo;
      }
      const auto next = next_set(today, book_.state(), catalog_);
      if (!next) return finish(today);
      show_set(*next);
      const auto said = read_line();
      if (!said) return end_of_input();
      const Step step = take(std::string(trimmed(*said)), *next, today);
      if (step == Step::End) return ended_;
      if (step == Step::Next) rest(next->rest_s);
    }
  }

  Exit finish(const Today& today) {
    if (!keep(SessionEnded{SessionEnd::Done})) return ended_;
    say_line("That was the last set. Well done.", Ink::Good);
    if (!today.cool_down.empty()) say_line("Cool down: " + joined(today.cool_down, "; "));
    say_line("Tomorrow morning: how does your back feel? strongback log --morning N");
    return Exit::Done;
  }

  static void show_set(const NextSet& next) {
    const PlannedExercise& line = next.line->planned;
    Page page(terminal_of_stdout());
    page.blank();
    page.line("");
    page.paragraph(fmt::format("{}, set {} of {}", line.name, next.number, line.sets), 0,
                   Ink::Bold);
    std::string what = dose_of_one_set(line);
    if (!next.load_text.empty()) what += ", " + next.load_text;
    if (line.reps) what += fmt::format(", end with {} left", line.reserve);
    if (!line.tempo.empty()) what += ", tempo " + line.tempo;
    page.paragraph(what);
    const bool is_known = next.predicted && line.reps && next.predicted->low < line.reps->high &&
                          (next.predicted->low > 1 || next.predicted->high < line.reps->high);
    if (is_known)
      page.paragraph(fmt::format("likely {} to {} repetitions", next.predicted->low,
                                 std::min(next.predicted->high, line.reps->high)),
                     0, Ink::Dim);
    page.paragraph(sentence(next.why), 0, Ink::Dim);
    show(page.text());
    std::fflush(stdout);
  }

  Step take(const std::string& said, const NextSet& next, const Today& today) {
    const std::string word = lower(said.substr(0, said.find(' ')));
    if (word == "help" || word.empty()) return again(kHelp);
    if (word == "stop") return stop();
    if (word == "skip") return kept_or_end(keep(skipped(next, SkipReason::Other, "")));
    if (word == "swap") return swap(next, today);
    if (word == "hurts") return hurts(next);
    if (word == "undo") return undo();
    if (word == "note") return note(said, next);
    return set(said, next);
  }

  Step again(const std::string& text) {
    say_line(text, Ink::Warn);
    return Step::Again;
  }
  static Step kept_or_end(bool is_kept) { return is_kept ? Step::Again : Step::End; }

  Step stop() {
    if (!keep(SessionEnded{SessionEnd::Stopped})) return Step::End;
    say_line("The session ends here; what you did counts.");
    ended_ = Exit::Done;
    return Step::End;
  }

  static SetSkipped skipped(const NextSet& next, SkipReason why, const std::string& instead) {
    return {next.line->planned.id, why, instead};
  }

  /// The first form that may stand in and is not in the session yet.
  Step swap(const NextSet& next, const Today& today) {
    const Exercise& exercise = *find_exercise(catalog_, next.line->planned.id);
    for (const Exercise* other : stand_ins_for(exercise, catalog_)) {
      const bool is_there =
          std::any_of(today.lines.begin(), today.lines.end(),
                      [&](const TodayLine& line) { return line.planned.id == other->id; });
      if (is_there || !prescribe(*other, today.person, today.care, catalog_)) continue;
      if (!keep(skipped(next, SkipReason::Other, other->id))) return Step::End;
      say_line("Instead: " + other->name);
      return Step::Again;
    }
    return again("There is no other form for you now; 'skip' leaves it out.");
  }

  Step hurts(const NextSet& next) {
    const auto pain = ask_number("How much does it hurt, 0 to 10?", 10);
    if (!pain) return end_now();
    const auto sharp = ask_yes("Is it sharp or catching?");
    const auto outward = sharp ? ask_yes(
                                     "Does it reach farther down the leg than before, or is there "
                                     "new numbness or weakness?")
                               : std::nullopt;
    if (!outward) return end_now();
    PainReported report;
    report.when = PainWhen::During;
    report.exercise = next.line->planned.id;
    report.pain = *pain;
    report.is_sharp = *sharp;
    report.is_numb_or_weak = *outward;
    if (!keep(report) || !keep(skipped(next, SkipReason::Pain, ""))) return Step::End;
    if (*outward) {
      say_line("Stop for today. Please answer the questions that 'strongback today' asks now.",
               Ink::Bad);
      (void)keep(SessionEnded{SessionEnd::Pain});
      ended_ = Exit::HonestNo;
      return Step::End;
    }
    say_line("This exercise is over for today.");
    return Step::Again;
  }

  Step end_now() {
    ended_ = end_of_input();
    return Step::End;
  }

  Step undo() {
    const auto last = last_entry(book_);
    if (!last || std::holds_alternative<SessionStarted>(last->body))
      return again("There is nothing to take back in this session yet.");
    const auto undone = undo_last(book_);
    if (!undone) {
      (void)say(undone.error());
      return Step::Again;
    }
    for (const std::string& line : undone->notes) say_line(line);
    return Step::Again;
  }

  Step note(const std::string& said, const NextSet& next) {
    const std::string text(trimmed(said.substr(4)));
    if (text.empty()) return again("Write the note after the word: note left hand tires first");
    return kept_or_end(keep(Noted{NoteAbout::Exercise, next.line->planned.id, text}));
  }

  Step set(const std::string& said, const NextSet& next) {
    const PlannedExercise& line = next.line->planned;
    const Exercise& exercise = *find_exercise(catalog_, line.id);
    const auto words = split(said, ' ');
    constexpr int kMostReps = 500;
    constexpr int kMostSeconds = 7200;
    const bool is_reps = exercise.mode == Mode::Reps;
    const auto amount = number_of(words[0], is_reps ? kMostReps : kMostSeconds);
    if (!amount || *amount == 0)
      return again(is_reps ? "Please type your repetitions and what was left, such as 10 2."
                   : exercise.mode == Mode::Distance ? "Please type the meters, such as 20."
                                                     : "Please type the seconds, such as 30.");
    SetDone done;
    done.exercise = line.id;
    done.load = next.load;
    std::size_t pain_at = 1;
    if (is_reps) {
      done.reps = *amount;
      pain_at = 2;
      if (words.size() < 2)
        return again("And how many repetitions were left? Type both, such as 10 2.");
      done.reserve = number_of(words[1], 10);
      if (!done.reserve) return again("What was left is a number from 0 to 10, such as 10 2.");
    } else if (exercise.mode == Mode::Distance) {
      done.meters = *amount;
    } else if (line.hold_s && line.holds > 1 && words.size() > 1) {
      const auto seconds = number_of(words[1], kMostSeconds);
      if (!seconds || *seconds == 0)
        return again("Please type the holds and the seconds of each, such as 6 8.");
      done.reps = *amount;
      done.seconds = *seconds;
      pain_at = 2;
    } else {
      done.reps = line.hold_s ? line.holds : 1;
      done.seconds = *amount;
    }
    if (words.size() > pain_at) {
      done.pain = number_of(words[pain_at], 10);
      if (!done.pain) return again("Pain is a number from 0 to 10.");
    }
    return keep(std::move(done)) ? Step::Next : Step::End;
  }

  /// Counts the rest down on a terminal and rings at its end.
  static void rest(int seconds) {
    if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDOUT_FILENO) != 1 || seconds <= 0) return;
    for (int left = seconds; left > 0; --left) {
      fmt::print("\rrest {:3} s  ", left);
      std::fflush(stdout);
      std::this_thread::sleep_for(std::chrono::seconds{1});
    }
    fmt::print("\r\arest is over\n");
  }

  LogBook& book_;
  const Catalog& catalog_;
  Exit ended_ = Exit::Done;
};

}  // namespace

Exit run_session(LogBook& book) { return SessionLoop(book).run(); }

}  // namespace strongback
