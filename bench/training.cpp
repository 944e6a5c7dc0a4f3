// bench_training [PERSONS]: what the training log costs, on this machine and disk: keeping a set, a
// day with five years of log, a changed program, and virtual persons.  Prints a table; with PERSONS
// it also plays that many virtual persons over twelve weeks and prints their figures.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "cohort/cohort.h"
#include "reading/document.h"
#include "store/store.h"
#include "train/program_due.h"
#include "train/today.h"

namespace strongback {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The time of `work`, each of `times` times.  [ms]
template <class Work>
std::vector<double> times_of(int times, Work work) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    work(i);
    all.push_back(milliseconds_since(start));
  }
  std::sort(all.begin(), all.end());
  return all;
}

double at_share(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print_row(const std::string& what, const std::vector<double>& sorted, double target_ms) {
  fmt::print("{:<52} {:>9.2f} {:>9.2f} {:>9.0f}\n", what, at_share(sorted, 0.5),
             at_share(sorted, 0.95), target_ms);
}

std::string example(const std::string& name) {
  const auto text = read_text(std::string(STRONGBACK_SOURCE_DIR) + "/examples/" + name);
  if (!text) std::exit(2);
  return *text;
}

/// Five years of three sessions a week, some 20,000 sets.
std::vector<Event> five_years(const std::string& profile) {
  std::vector<Event> events;
  const Date first = *make_date(2021, 11, 29);
  const auto add = [&](Date day, int minute, EventBody body) {
    const Moment when = at_local(day, minute, 0);
    events.push_back({event_id(when.at, std::to_string(events.size())), when, std::move(body)});
  };
  add(first, 420, Started{profile, ""});
  constexpr int kDays = 5 * 365;
  const std::vector<std::string> exercises = {"one-arm-row-bench", "db-row-bent", "rdl-db",
                                              "reverse-fly", "back-ext-floor"};
  for (int day = 0; day < kDays; ++day) {
    const Date date = first + std::chrono::days{day};
    if (day % 7 == 0 || day % 7 == 2 || day % 7 == 4) {
      for (int set = 0; set < 25; ++set) {
        SetDone done;
        done.exercise = exercises[static_cast<std::size_t>(set / 5)];
        done.reps = 8 + (day + set) % 5;
        done.reserve = 2;
        if (done.exercise != "back-ext-floor") done.load = kilograms(8 + day / 200);
        add(date, 1100 + 2 * set, done);
      }
    }
    if (day % 2 == 1)
      add(date, 420, PainReported{PainWhen::NextMorning, day % 3, {}, "", {}, false, false, false});
  }
  return events;
}

int measure(int persons) {
  const auto catalog = read_catalog(data_folder());
  if (!catalog) return 2;
  fmt::print("{:<52} {:>9} {:>9} {:>9}\n", "[ms]", "median", "p95", "target");
  namespace fs = std::filesystem;
  const fs::path folder = fs::current_path() / fmt::format("bench-training-{}", ::getpid());
  fs::create_directory(folder);
  const std::string path = (folder / "log.db").string();
  const StoredPerson person{"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "bench"};
  const auto events = five_years(example("experienced.toml"));
  {
    auto store = open_store(path, IfMissing::Create);
    if (!store || !(*store)->add_person(person) || !(*store)->append(person.id, events)) return 2;
    const auto appended = times_of(300, [&](int i) {
      const Moment when{events.back().when.at + std::chrono::seconds{i + 1}, 0};
      (void)(*store)->append(person.id, {{event_id(when.at, "one"), when, Walked{1.0}}});
    });
    print_row("keeping one event, durable", appended, 10);
  }
  std::optional<TrainingState> state;
  const Moment now = at_local(local_date(events.back().when) + std::chrono::days{1}, 480, 0);
  const auto whole = times_of(10, [&](int) {
    auto store = open_store(path, IfMissing::Fail);
    const auto arrived = (*store)->events_after(person.id, 0);
    std::vector<Event> read;
    for (const ArrivedEvent& one : *arrived) read.push_back(one.event);
    auto made = state_of(std::move(read), *catalog);
    (void)make_today(*made, now, *catalog);
    state = std::move(*made);
  });
  print_row(fmt::format("today, {} events read and followed", events.size()), whole, 50);
  auto due = program_due(*state, now, *catalog);
  if (due) (void)follow(*state, {event_id(now.at, "p"), now, *due}, *catalog);
  print_row("today, the log already followed",
            times_of(50, [&](int) { (void)make_today(*state, now, *catalog); }), 50);
  const std::string disliked = state->outline->days.front().lines.front().exercise;
  TrainingState changed = *state;
  changed.profile.disliked.push_back(disliked);
  print_row("a changed program: one exercise disliked",
            times_of(50, [&](int) { (void)program_due(changed, now, *catalog); }), 20);
  TrainingState moved = *state;
  moved.profile.days.front().weekday = (moved.profile.days.front().weekday + 1) % 7;
  print_row("a changed program: another day, the week laid anew",
            times_of(10, [&](int) { (void)program_due(moved, now, *catalog); }), 20);
  fs::remove_all(folder);
  for (const char* name : {"novice.toml", "experienced.toml"}) {
    CohortOrder order;
    order.profile = example(name);
    order.persons = 40;
    const auto start = Clock::now();
    if (!play_cohort(order, *catalog)) return 2;
    fmt::print("{:<52} {:>9.2f} {:>9} {:>9}\n",
               fmt::format("twelve weeks of a virtual person, {}", name),
               milliseconds_since(start) / order.persons, "", 100);
  }
  if (persons == 0) return 0;
  CohortOrder order;
  order.profile = example("novice.toml");
  order.persons = persons;
  const auto report = play_cohort(order, *catalog);
  if (!report) return 2;
  const auto show = [](const std::string& kind, const CohortFigures& f) {
    long broken = 0;
    for (const auto& [rule, count] : f.violations) broken += count;
    fmt::print(
        "{:<16} persons {:>6}  sets {:>8}  broken {:>3}  to range {:.0f} ({:.0f})  covered {:.3f}  "
        "miss {:.2f}  gain {:+.3f}\n",
        kind, f.persons, f.sets, broken, f.sessions_to_range_median, f.sessions_to_range_p90,
        f.interval_coverage, f.mean_miss_reps, f.strength_gain);
  };
  show("all", report->all);
  for (const auto& [kind, figures] : report->kinds) show(kind, figures);
  return 0;
}

}  // namespace
}  // namespace strongback

int main(int argc, char** argv) { return strongback::measure(argc > 1 ? std::atoi(argv[1]) : 0); }
