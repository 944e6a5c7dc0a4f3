#include "cli/log_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/browse.h"
#include "app/set_words.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr const char* kSource = "strongback";
constexpr int kMostScale = 10;
constexpr int kDay_min = 1440;

std::optional<double> decimal(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<BloodPressure> pressure_of(const std::string& text) {
  const auto parts = split(text, '/');
  if (parts.size() != 2) return std::nullopt;
  const auto high = decimal(parts[0]);
  const auto low = decimal(parts[1]);
  if (!high || !low) return std::nullopt;
  return BloodPressure{static_cast<int>(*high), static_cast<int>(*low)};
}

/// Collects the events of one call and all that is wrong with it.
class LogReader {
 public:
  LogReader(const TrainingOptions& words, const Catalog& catalog)
      : words_(words), catalog_(catalog) {}

  Checked<LogOrder> read(const Moment& now) {
    find_exercise_word();
    read_sets();
    read_skip();
    read_pain();
    read_day();
    read_measures();
    if (!words_.note.empty()) {
      const bool of_exercise = exercise_ != nullptr;
      add(Noted{of_exercise ? NoteAbout::Exercise : NoteAbout::Day,
                of_exercise ? exercise_->id : "", words_.note});
    }
    if (!words_.at.empty()) {
      auto at = understand_moment(words_.at, "--at", now.offset_min);
      if (at) order_.at = *at;
      if (!at) take(at.error());
    }
    order_.id = words_.id;
    if (order_.bodies.empty() && problems_.empty())
      problem("nothing to log", "such as: strongback log one-arm-row-bench --sets 12@5kg:rir3");
    if (!problems_.empty()) return tl::unexpected(std::move(problems_));
    return std::move(order_);
  }

 private:
  void add(EventBody body) { order_.bodies.push_back(std::move(body)); }
  void problem(std::string message, std::string hint = "") {
    problems_.push_back({kSource, {}, std::move(message), std::move(hint)});
  }
  void take(const Problems& others) {
    problems_.insert(problems_.end(), others.begin(), others.end());
  }

  std::optional<int> number(const std::string& text, const std::string& option, int low, int high) {
    if (text.empty()) return std::nullopt;
    auto value = understand_number(text, option, low, high);
    if (value) return *value;
    take(value.error());
    return std::nullopt;
  }

  const Exercise* exercise_of(const std::string& word) {
    const auto found = exercise_named(catalog_, word);
    if (found) return *found;
    if (const auto* missing = std::get_if<NotFound>(&found.error()))
      problem(missing->what, missing->hint);
    return nullptr;
  }

  void find_exercise_word() {
    if (words_.exercise.empty()) {
      if (!words_.sets.empty()) problem("--sets needs an exercise", "strongback log ID --sets ...");
      if (words_.skips) problem("--skip needs an exercise", "strongback log ID --skip");
      return;
    }
    exercise_ = exercise_of(words_.exercise);
    const bool has_more =
        !words_.sets.empty() || words_.skips || !words_.note.empty() || !words_.pain.empty();
    if (!has_more) problem("what of it?", "add --sets, --skip, --pain or --note");
  }

  void read_sets() {
    if (words_.sets.empty() || exercise_ == nullptr) return;
    auto sets = parse_sets("--sets", words_.sets, *exercise_);
    if (!sets) return take(sets.error());
    const auto pain = number(words_.pain, "--pain", 0, kMostScale);
    for (SetDone& set : *sets) {
      set.pain = pain;
      add(std::move(set));
    }
  }

  void read_skip() {
    if (!words_.skips && (!words_.because.empty() || !words_.instead.empty()))
      problem("--because and --instead go with --skip",
              "strongback log ID --skip --because no_time");
    if (!words_.skips || exercise_ == nullptr) return;
    SetSkipped skipped;
    skipped.exercise = exercise_->id;
    const auto& known = skip_reason_words();
    const auto why =
        std::find(known.begin(), known.end(), words_.because.empty() ? "other" : words_.because);
    if (why == known.end()) {
      return problem(fmt::format("'{}' is no reason", printable(words_.because)),
                     suggestion(words_.because, known));
    }
    skipped.why = static_cast<SkipReason>(why - known.begin());
    if (!words_.instead.empty()) {
      const Exercise* instead = exercise_of(words_.instead);
      if (instead != nullptr) skipped.instead = instead->id;
    }
    add(std::move(skipped));
  }

  void read_pain() {
    PainReported report;
    report.is_sharp = words_.is_sharp;
    report.is_numb_or_weak = words_.is_numb;
    report.says_flare = words_.is_flare;
    report.stiffness_min = number(words_.stiff, "--stiff", 0, kDay_min);
    read_site(report);
    if (!words_.morning.empty() && !words_.pain.empty())
      return problem("--pain and --morning are two reports", "log one after the other");
    if (const auto morning = number(words_.morning, "--morning", 0, kMostScale)) {
      report.when = PainWhen::NextMorning;
      report.pain = *morning;
      return add(report);
    }
    const bool has_words = report.is_sharp || report.is_numb_or_weak || report.says_flare ||
                           report.stiffness_min || report.site;
    const bool is_of_sets = !words_.sets.empty() && !has_words;
    const auto pain = number(words_.pain, "--pain", 0, kMostScale);
    if (is_of_sets || (!pain && !has_words)) return;
    if (!pain) return problem("how much does it hurt?", "add --pain N, 0 to 10");
    report.pain = *pain;
    report.when = exercise_ != nullptr ? PainWhen::During
                  : words_.is_before   ? PainWhen::BeforeSession
                                       : PainWhen::Now;
    if (exercise_ != nullptr) report.exercise = exercise_->id;
    add(report);
  }

  void read_site(PainReported& report) {
    if (words_.site.empty()) return;
    const auto& known = site_words();
    const auto site = std::find(known.begin(), known.end(), words_.site);
    if (site == known.end())
      return problem(fmt::format("'{}' is no site of pain", printable(words_.site)),
                     suggestion(words_.site, known));
    report.site = static_cast<Site>(site - known.begin());
  }

  void read_amount(const std::string& text, const std::string& option, double most, double& value) {
    const auto amount = decimal(text);
    if (amount && *amount >= 0.0 && *amount <= most) {
      value = *amount;
    } else {
      problem(fmt::format("'{}' must be a number from 0 to {}, not '{}'", option, plain(most),
                          printable(text)));
    }
  }

  void read_day() {
    constexpr double kDay_h = 24.0;
    if (!words_.sleep.empty()) {
      Slept slept;
      read_amount(words_.sleep, "--sleep", kDay_h, slept.hours);
      add(slept);
    }
    if (!words_.walk.empty()) {
      Walked walked;
      read_amount(words_.walk, "--walk", kDay_min, walked.minutes);
      add(walked);
    }
    if (words_.chore.size() == 2) {
      ChoreDone chore{words_.chore[0], 0.0};
      read_amount(words_.chore[1], "--chore", kDay_min, chore.minutes);
      add(chore);
    }
    if (words_.soreness.size() == 2) read_soreness();
    if (words_.answer.size() == 2) read_answer();
    if (!words_.busy_until.empty()) {
      const auto until = parse_date(words_.busy_until);
      if (until) add(Busy{*until});
      if (!until)
        problem(fmt::format("'{}' is no date", printable(words_.busy_until)), "such as 2026-12-24");
    }
  }

  void read_soreness() {
    const auto muscle = muscle_named(catalog_, words_.soreness[0]);
    const auto soreness = number(words_.soreness[1], "--soreness", 0, kMostScale);
    if (!muscle) {
      if (const auto* missing = std::get_if<NotFound>(&muscle.error()))
        problem(missing->what, missing->hint);
    } else if (soreness) {
      add(SorenessReported{(*muscle)->id, *soreness});
    }
  }

  void read_answer() {
    const std::string word = lower(words_.answer[1]);
    Answered answered{words_.answer[0], false};
    if (word == "yes" || word == "no") {
      answered.answer = word == "yes";
    } else if (const auto pressure = pressure_of(word)) {
      answered.answer = *pressure;
    } else if (const auto value = decimal(word)) {
      answered.answer = static_cast<int>(*value);
    } else {
      return problem(fmt::format("'{}' is no answer", printable(words_.answer[1])),
                     "yes, no, a number, or 138/82");
    }
    add(std::move(answered));
  }

  void read_measures() {
    if (!words_.mass.empty()) {
      const auto mass = parse_mass(words_.mass);
      if (mass) add(MeasurementTaken{Measure::BodyMass, in_kilograms(*mass), 0.0});
      if (!mass)
        problem(fmt::format("'{}' is no mass", printable(words_.mass)), "such as 71kg or 156lb");
    }
    if (!words_.pressure.empty()) {
      const auto pressure = pressure_of(words_.pressure);
      if (pressure)
        add(MeasurementTaken{Measure::Pressure, 1.0 * pressure->first, 1.0 * pressure->second});
      if (!pressure)
        problem(fmt::format("'{}' is no blood pressure", printable(words_.pressure)),
                "such as 138/82");
    }
    constexpr double kMostWaist_cm = 300.0;
    constexpr double kMostHold_s = 600.0;
    if (!words_.waist.empty()) {
      MeasurementTaken waist{Measure::Waist, 0.0, 0.0};
      read_amount(words_.waist, "--waist", kMostWaist_cm, waist.value);
      add(waist);
    }
    if (!words_.hold.empty()) {
      MeasurementTaken hold{Measure::TrunkHold, 0.0, 0.0};
      read_amount(words_.hold, "--hold", kMostHold_s, hold.value);
      add(hold);
    }
  }

  const TrainingOptions& words_;
  const Catalog& catalog_;
  const Exercise* exercise_ = nullptr;
  LogOrder order_;
  Problems problems_;
};

}  // namespace

Checked<LogOrder> understand_log(const TrainingOptions& words, const Catalog& catalog,
                                 const Moment& now) {
  return LogReader(words, catalog).read(now);
}

Checked<Moment> understand_moment(const std::string& text, const std::string& option,
                                  int offset_min) {
  if (auto moment = parse_moment(text, offset_min)) return *moment;
  return tl::unexpected(Problems{{kSource,
                                  {},
                                  fmt::format("'{}' of {} is no time", printable(text), option),
                                  "write the day and the clock, such as 2026-11-30T18:30"}});
}

Checked<int> understand_number(const std::string& text, const std::string& option, int low,
                               int high) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_right =
      error == std::errc{} && end == text.data() + text.size() && value >= low && value <= high;
  if (is_right) return value;
  return tl::unexpected(Problems{{kSource,
                                  {},
                                  fmt::format("'{}' must be a whole number from {} to {}, not '{}'",
                                              option, low, high, printable(text)),
                                  ""}});
}

}  // namespace strongback
