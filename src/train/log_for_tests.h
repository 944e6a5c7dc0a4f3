#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/expects.h"
#include "log/event.h"
#include "person/person_for_tests.h"
#include "train/program_due.h"
#include "train/state.h"
#include "train/today.h"

namespace strongback {

inline Date date_for_tests(const std::string& text) {
  const auto date = parse_date(text);
  expects(date.has_value(), "a date in a test is a date");
  return *date;
}

/// A log written day by day, as a person would live it.
class LogForTests {
 public:
  explicit LogForTests(const std::string& profile, const std::string& first_day = "2026-11-30",
                       const std::string& at = "08:00") {
    on(first_day, at);
    add(Started{profile, "Europe/London"});
  }

  LogForTests& on(const std::string& day, const std::string& at = "08:00") {
    now_ = at_local(date_for_tests(day), *parse_clock(at), 0);
    return *this;
  }
  LogForTests& wait(int minutes) {
    now_.at += std::chrono::minutes{minutes};
    return *this;
  }
  LogForTests& next_day(int days = 1) {
    now_.at += std::chrono::days{days};
    return *this;
  }
  std::string add(EventBody body) {
    const std::string id = event_id(now_.at, std::to_string(events_.size()));
    events_.push_back({id, now_, std::move(body)});
    return id;
  }
  std::string set(const std::string& exercise, int reps, std::optional<double> load_kg = {},
                  std::optional<int> reserve = 3, std::optional<int> pain = {}) {
    SetDone done;
    done.exercise = exercise;
    done.reps = reps;
    if (load_kg) done.load = kilograms(*load_kg);
    done.reserve = reserve;
    done.pain = pain;
    const std::string id = add(done);
    wait(3);
    return id;
  }
  std::string hold(const std::string& exercise, int seconds) {
    SetDone done;
    done.exercise = exercise;
    done.reps = 1;
    done.seconds = seconds;
    const std::string id = add(done);
    wait(2);
    return id;
  }
  std::string pain(int pain, PainWhen when = PainWhen::Now, std::optional<Site> site = {}) {
    PainReported report;
    report.when = when;
    report.pain = pain;
    report.site = site;
    return add(report);
  }

  [[nodiscard]] const Moment& now() const { return now_; }
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  [[nodiscard]] TrainingState state() const {
    auto state = state_of(events_, catalog_for_tests());
    if (!state) ADD_FAILURE() << to_text(state.error().front());
    return state ? *state : TrainingState{};
  }
  [[nodiscard]] Today today(SessionStart start = SessionStart::Planned) const {
    return make_today(state(), now_, catalog_for_tests(), start);
  }
  /// Accepts the program that is due, if one is.
  LogForTests& plan() {
    if (auto due = program_due(state(), now_, catalog_for_tests())) add(std::move(*due));
    return *this;
  }
  /// Does today's session as it is written: every set at the upper number with the wished reserve.
  Today train(int reserve_more = 0) {
    const Today session = today(SessionStart::Now);
    add(SessionStarted{session.planned});
    for (const TodayLine& line : session.lines) {
      for (int set_number = 0; set_number < line.planned.sets; ++set_number) {
        if (line.planned.reps) {
          const auto& load = line.planned.load;
          set(line.planned.id, line.planned.reps->high,
              load ? std::optional(in_kilograms(*load)) : std::nullopt,
              line.planned.reserve + reserve_more);
        } else {
          hold(line.planned.id, line.planned.hold_s ? line.planned.hold_s->low : 20);
        }
      }
    }
    add(SessionEnded{});
    return session;
  }

 private:
  Moment now_;
  std::vector<Event> events_;
};

/// The text of one of the project's examples.
inline std::string example_for_tests(const std::string& name) {
  const auto text = read_text(std::string(STRONGBACK_SOURCE_DIR) + "/examples/" + name);
  expects(text.has_value(), "an example is there");
  return *text;
}

}  // namespace strongback
