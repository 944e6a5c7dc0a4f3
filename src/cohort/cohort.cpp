#include "cohort/cohort.h"

#include <algorithm>
#include <thread>

#include "base/expects.h"
#include "cohort/life.h"
#include "person/read_person.h"
#include "train/program_due.h"

namespace strongback {
namespace {

/// Seeds of neighbors are far apart (the mixing step of SplitMix64, Steele et al. 2014).
std::uint64_t seed_of(std::uint64_t seed, int number) {
  constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15U;
  const auto place = static_cast<std::uint64_t>(number) + 1U;
  std::uint64_t mixed = seed + kGolden * place;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31U);
}

int at_share(std::vector<int>& values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

/// Sums of several lives.
class Sums {
 public:
  void add(const LifeTally& life) {
    ++figures_.persons;
    figures_.days += life.days;
    figures_.sessions += life.sessions;
    figures_.sets += life.sets;
    figures_.flares += life.flares;
    figures_.stops += life.stops;
    for (const auto& [rule, count] : life.violations) figures_.violations[rule] += count;
    to_range_.insert(to_range_.end(), life.sessions_to_range.begin(), life.sessions_to_range.end());
    predicted_ += life.predicted;
    covered_ += life.covered;
    missed_ += life.missed_reps;
    believed_ += life.believed;
    believed_first_ += life.believed_first;
    error_ += life.error;
    error_first_ += life.error_first;
    gain_ += life.gain;
  }

  CohortFigures result() {
    constexpr double kMiddle = 0.5;
    constexpr double kMost = 0.9;
    figures_.sessions_to_range_median = at_share(to_range_, kMiddle);
    figures_.sessions_to_range_p90 = at_share(to_range_, kMost);
    if (predicted_ > 0) {
      figures_.interval_coverage = static_cast<double>(covered_) / static_cast<double>(predicted_);
      figures_.mean_miss_reps = missed_ / static_cast<double>(predicted_);
    }
    if (believed_ > 0) figures_.strength_error = error_ / static_cast<double>(believed_);
    if (believed_first_ > 0)
      figures_.strength_error_first = error_first_ / static_cast<double>(believed_first_);
    if (figures_.persons > 0) figures_.strength_gain = gain_ / figures_.persons;
    return figures_;
  }

 private:
  CohortFigures figures_;
  std::vector<int> to_range_;
  long predicted_ = 0, covered_ = 0;
  double missed_ = 0.0, gain_ = 0.0;
  long believed_ = 0, believed_first_ = 0;
  double error_ = 0.0, error_first_ = 0.0;
};

/// The program that all begin with: their profiles are one.
std::optional<ProgramAccepted> first_program(const CohortOrder& order, Date first,
                                             const Catalog& catalog) {
  constexpr int kMorning_min = 7 * 60;
  const Moment now = at_local(first, kMorning_min, 0);
  const auto state =
      state_of({{event_id(now.at, "cohort"), now, Started{order.profile, ""}}}, catalog);
  return state ? program_due(*state, now, catalog) : std::nullopt;
}

/// Every worker plays each n-th person; which one does it changes nothing.
template <class Play>
void share_out(int persons, Play play) {
  constexpr unsigned kMostWorkers = 16;
  const auto cores =
      static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, kMostWorkers));
  const int workers = std::min(cores, persons);
  std::vector<std::thread> threads;
  const auto work = [&](int first) {
    for (int i = first; i < persons; i += workers) play(i);
  };
  for (int worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
  work(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

const std::vector<std::string>& virtual_kind_words() {
  static const std::vector<std::string> words = {"like_model", "own_skills",    "biased_reserve",
                                                 "bad_days",   "other_muscles", "lost_logs",
                                                 "skips_days", "pain_answers"};
  return words;
}

Checked<CohortReport> play_cohort(const CohortOrder& order, const Catalog& catalog) {
  expects(order.persons >= 1 && order.weeks >= 1, "a cohort has persons and weeks");
  auto profile = parse_person("the person", order.profile, catalog);
  if (!profile) return tl::unexpected(std::move(profile.error()));
  const auto expected = std::make_shared<const StrengthTable>(strength_table(*profile, catalog));
  const Date first = profile->start.value_or(*make_date(2026, 11, 30));
  const auto kind_of_person = [&](int number) {
    return static_cast<std::size_t>(number) % virtual_kind_words().size();
  };
  const auto program = first_program(order, first, catalog);
  std::vector<Checked<LifeTally>> lives(static_cast<std::size_t>(order.persons));
  share_out(order.persons, [&](int i) {
    const auto kind = static_cast<VirtualKind>(kind_of_person(i));
    VirtualPerson person(kind, *profile, expected, seed_of(order.seed, i));
    lives[static_cast<std::size_t>(i)] =
        live(person, {order.profile, first, order.weeks, i, order.way, program}, catalog);
  });
  Sums all;
  std::map<std::string, Sums> kinds;
  for (int i = 0; i < order.persons; ++i) {
    auto& life = lives[static_cast<std::size_t>(i)];
    if (!life) return tl::unexpected(std::move(life.error()));
    all.add(*life);
    kinds[virtual_kind_words()[kind_of_person(i)]].add(*life);
  }
  CohortReport report;
  report.all = all.result();
  for (auto& [kind, sums] : kinds) report.kinds[kind] = sums.result();
  return report;
}

}  // namespace strongback
