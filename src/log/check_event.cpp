#include <fmt/format.h>

#include "base/text.h"
#include "log/event_fields.h"
#include "log/event_json.h"
#include "person/read_person.h"

namespace strongback {
namespace {

class Checking {
 public:
  explicit Checking(const Catalog& catalog) : catalog_(catalog) {}

  void operator()(const Started& e) { add_profile(e.profile); }
  void operator()(const ProfileChanged& e) { add_profile(e.profile); }
  void operator()(const ProgramAccepted& e) {
    for (const Outline::Day& day : e.outline.days) {
      for (const Outline::Line& line : day.lines) (void)exercise(line.exercise);
    }
  }
  void operator()(const SetDone& e) {
    const Exercise* done = exercise(e.exercise);
    if (done == nullptr) return;
    switch (done->mode) {
      case Mode::Reps:
        if (e.reps == 0) problem("a set has at least 1 repetition", "leave it out instead: skip");
        if (e.seconds > 0 || e.meters > 0)
          problem(
              fmt::format("'{}' is counted in repetitions, not in seconds or meters", done->id));
        break;
      case Mode::Hold:
      case Mode::Time:
        if (e.seconds == 0)
          problem(fmt::format("'{}' is counted in seconds", done->id), "such as 20s");
        if (e.meters > 0) problem(fmt::format("'{}' is not counted in meters", done->id));
        break;
      case Mode::Distance:
        if (e.meters == 0)
          problem(fmt::format("'{}' is counted in meters", done->id), "such as 20m");
        break;
    }
    if (e.load && done->external_load == ExternalLoad::None)
      problem(fmt::format("'{}' is done without a load", done->id));
    if (e.load && in_kilograms(*e.load) <= 0.0)
      problem("a load is above 0 kg", "leave it out for body weight alone");
  }
  void operator()(const SetSkipped& e) {
    (void)exercise(e.exercise);
    if (!e.instead.empty()) (void)exercise(e.instead);
  }
  void operator()(const PainReported& e) {
    if (!e.exercise.empty()) (void)exercise(e.exercise);
  }
  void operator()(const Answered& e) {
    const RedFlag* flag = find_red_flag(catalog_, e.question);
    if (flag == nullptr)
      return unknown(e.question, "question of the screening", red_flag_ids(catalog_));
    const bool fits = is_number(*flag)     ? std::holds_alternative<int>(e.answer)
                      : is_pressure(*flag) ? std::holds_alternative<BloodPressure>(e.answer)
                                           : std::holds_alternative<bool>(e.answer);
    const bool is_asked =
        flag->answer != AnswerKind::Derived && flag->answer != AnswerKind::Cleared;
    if (!is_asked) problem(fmt::format("'{}' is no question that is answered", e.question));
    if (is_asked && !fits)
      problem(fmt::format("'{}' is answered with {}", e.question,
                          is_number(*flag)     ? "a whole number"
                          : is_pressure(*flag) ? "a blood pressure such as 138/82"
                                               : "yes or no"));
  }
  void operator()(const SorenessReported& e) {
    if (find_muscle(catalog_, e.muscle) == nullptr)
      unknown(e.muscle, "muscle", muscle_ids(catalog_));
  }
  void operator()(const ChoreDone& e) {
    if (find_activity(catalog_, e.activity) == nullptr)
      unknown(e.activity, "activity", activity_ids(catalog_));
  }
  void operator()(const Noted& e) {
    if (e.about == NoteAbout::Exercise) (void)exercise(e.of);
  }
  void operator()(const MeasurementTaken& e) {
    const bool is_pressure = e.what == Measure::Pressure;
    if (is_pressure && !(e.value > e.second && e.second > 0.0))
      problem("a blood pressure has two numbers, the first higher", "such as 138/82");
    if (e.what == Measure::BodyMass && (e.value < 25.0 || e.value > 350.0))
      problem("a body mass is from 25 to 350 kg");
  }
  void operator()(const TherapistReplied& e) {
    const auto reply = parse_reply("the reply", e.reply, catalog_);
    if (!reply) add(reply.error());
  }
  template <class Other>
  void operator()(const Other& /*nothing to look up*/) {}

  Problems problems;

 private:
  static bool is_number(const RedFlag& flag) {
    return flag.answer == AnswerKind::Count || flag.answer == AnswerKind::Minutes ||
           flag.answer == AnswerKind::Scale;
  }
  static bool is_pressure(const RedFlag& flag) { return flag.answer == AnswerKind::BloodPressure; }

  void add_profile(const std::string& text) {
    const auto person = parse_person("the profile", text, catalog_);
    if (!person) add(person.error());
  }
  void add(const Problems& others) {
    problems.insert(problems.end(), others.begin(), others.end());
  }
  const Exercise* exercise(const std::string& id) {
    const Exercise* found = find_exercise(catalog_, id);
    if (found == nullptr) unknown(id, "exercise", exercise_ids(catalog_));
    return found;
  }
  void unknown(const std::string& word, const std::string& kind,
               const std::vector<std::string>& known) {
    problem(fmt::format("'{}' is no {}", printable(word), kind), suggestion(word, known));
  }
  void problem(std::string message, std::string hint = "") {
    problems.push_back({"strongback", {}, std::move(message), std::move(hint)});
  }

  const Catalog& catalog_;
};

/// Whether every text of an event is UTF-8: others could only be written as something else.
class TextCheck {
 public:
  void need_text(const char* key, const std::string& value, int longest) {
    text(key, value, longest);
  }
  void text(const char* key, const std::string& value, int /*longest*/) {
    if (!is_utf8(value)) bad_keys.emplace_back(key);
  }
  void texts(const char* key, const std::vector<std::string>& values, int longest) {
    for (const std::string& value : values) text(key, value, longest);
  }
  void need_outline(const char* key, const Outline& outline) {
    for (const Outline::Day& day : outline.days) {
      text(key, day.focus, 0);
      for (const Outline::Line& line : day.lines) text(key, line.exercise, 0);
    }
  }
  template <class... Other>
  void need_whole(const Other&... /*no text*/) {}
  template <class... Other>
  void whole(const Other&... /*no text*/) {}
  template <class... Other>
  void maybe_whole(const Other&... /*no text*/) {}
  template <class... Other>
  void need_number(const Other&... /*no text*/) {}
  template <class... Other>
  void number(const Other&... /*no text*/) {}
  template <class... Other>
  void mass(const Other&... /*no text*/) {}
  template <class... Other>
  void flag(const Other&... /*no text*/) {}
  template <class... Other>
  void need_date(const Other&... /*no text*/) {}
  template <class... Other>
  void need_word(const Other&... /*no text*/) {}
  template <class... Other>
  void maybe_word(const Other&... /*no text*/) {}
  template <class... Other>
  void need_answer(const Other&... /*no text*/) {}

  std::vector<std::string> bad_keys;
};

std::vector<std::string> keys_not_utf8(EventBody body) {
  TextCheck check;
  std::visit([&](auto& one) { fields_of(check, one); }, body);
  return std::move(check.bad_keys);
}

}  // namespace

Problems check_event(const Event& event, const Catalog& catalog, Instant now) {
  Checking checking(catalog);
  std::visit(checking, event.body);
  // What could not be read again must not be kept: ranges and lengths are said by the reader.
  if (auto again = parse_event("strongback", 0, event_json(event)); !again) {
    for (Problem& problem : again.error()) checking.problems.push_back(std::move(problem));
  }
  for (const std::string& key : keys_not_utf8(event.body))
    checking.problems.push_back({"strongback", {}, fmt::format("'{}' is not UTF-8", key), ""});
  if (event.when.at > now + kMostAhead) {
    checking.problems.push_back({"strongback",
                                 {},
                                 fmt::format("{} is in the future", to_text(event.when)),
                                 "log what has happened; is the clock right?"});
  }
  return std::move(checking.problems);
}

}  // namespace strongback
