#include "exchange/import_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace strongback {
namespace {

/// Every name that is known, in lower case: those of the apps, of other catalogs, and our own.
std::map<std::string, std::string> names_of(const Catalog& catalog) {
  std::map<std::string, std::string> names;
  for (const Exercise& exercise : catalog.exercises)
    names.emplace(lower(exercise.name), exercise.id);
  for (const RivalWords& rival : catalog.rivals) {
    if (rival.rival != "lifting-apps") continue;
    for (const RivalWords::Match& match : rival.matches) {
      for (const std::string& name : match.names)
        names.insert_or_assign(lower(name), match.exercise);
    }
  }
  return names;
}

/// The set as ours; nothing when it holds nothing that can be counted.
std::optional<SetDone> set_of(const LiftingRow& row, const Exercise& exercise,
                              const std::string& source) {
  SetDone set;
  set.exercise = exercise.id;
  set.source = source;
  switch (exercise.mode) {
    case Mode::Reps:
      if (row.reps == 0) return std::nullopt;
      set.reps = row.reps;
      set.reserve = row.reserve;
      if (exercise.external_load != ExternalLoad::None && exercise.load_basis != LoadBasis::Band)
        set.load = row.load;
      break;
    case Mode::Hold:
    case Mode::Time:
      if (row.seconds == 0) return std::nullopt;
      set.reps = 1;
      set.seconds = row.seconds;
      break;
    case Mode::Distance:
      if (row.meters == 0) return std::nullopt;
      set.meters = row.meters;
      if (exercise.external_load != ExternalLoad::None) set.load = row.load;
      break;
  }
  return set;
}

/// Counted sets of each back muscle, a week with training.
std::map<std::string, double> weekly_sets(const std::vector<Event>& events, const Person& person,
                                          const Catalog& catalog) {
  std::map<std::string, double> sets;
  std::set<long> weeks;
  constexpr long kMonday = 3;  // 1970-01-01 was a Thursday
  for (const Event& event : events) {
    const SetDone& set = std::get<SetDone>(event.body);
    const Exercise& exercise = *find_exercise(catalog, set.exercise);
    weeks.insert((local_date(event.when).time_since_epoch().count() + kMonday) / kDaysPerWeek);
    const DoseFor whose{person.height, person.mass, person.sex, person.age,
                        set.load.value_or(Mass{})};
    const bool is_known = set.load || exercise.external_load != ExternalLoad::Required;
    const auto dose =
        is_known ? dose_of(catalog.doses, exercise.id, whose, catalog.rules) : std::nullopt;
    for (const Share& share : set_credits(exercise, counted_shares(exercise, dose, catalog))) {
      if (find_muscle(catalog, share.muscle)->is_back) sets[share.muscle] += share.credit;
    }
  }
  for (auto& [muscle, count] : sets)
    count /= static_cast<double>(std::max<std::size_t>(1, weeks.size()));
  return sets;
}

}  // namespace

std::vector<Event> events_of(const LiftingLog& log, const Person& person, const Catalog& catalog,
                             int offset_min, ImportReport& report) {
  report.source = log.source;
  report.problems = log.problems;
  const auto names = names_of(catalog);
  std::vector<Event> events;
  std::map<std::string, int> seen;
  for (const LiftingRow& row : log.rows) {
    const auto known = names.find(lower(row.exercise));
    if (known == names.end()) {
      ++report.unmatched[row.exercise];
      continue;
    }
    if (row.is_warm_up) {
      ++report.warm_ups;
      continue;
    }
    const auto set = set_of(row, *find_exercise(catalog, known->second), log.source);
    if (!set) {
      report.problems.push_back({report.file,
                                 {row.line, 1},
                                 fmt::format("'{}' has nothing to count", printable(row.exercise)),
                                 ""});
      continue;
    }
    auto& matched = report.matched[row.exercise];
    matched.exercise = known->second;
    ++matched.sets;
    // Sets of one workout follow each other, so that the first is the first.
    Moment when = at_local(row.day, row.minute, offset_min);
    when.at += std::chrono::seconds{row.second} + std::chrono::milliseconds{row.set_index};
    std::string seed = fmt::format("{} {} {} {} {} {}", log.source, to_text(row.day), row.minute,
                                   row.second, row.exercise, row.set_index);
    // An exercise that stands twice in a workout counts its sets from 0 again.
    if (const int again = seen[seed]++; again > 0) seed += fmt::format(" again {}", again);
    events.push_back({event_id(when.at, seed), when, *set});
  }
  report.weekly_sets = weekly_sets(events, person, catalog);
  return events;
}

}  // namespace strongback
