#include "train/session_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "plan/build_week.h"
#include "train/readiness.h"

namespace strongback {
namespace {

using std::chrono::days;

constexpr int kDaysBefore = 6;  // with today, seven
constexpr double kSlack = 1e-9;

double credit_of(const DraftLine& draft, const std::string& muscle) {
  const auto found = draft.fitted.line.works.find(muscle);
  return found == draft.fitted.line.works.end() ? 0.0 : found->second;
}

/// Takes one set of the last line that has the most of `amount`; false when none has any.
template <class Amount>
bool take_one(std::vector<DraftLine>& drafts, Amount amount) {
  DraftLine* most = nullptr;
  for (DraftLine& draft : drafts) {
    if (draft.sets > 0 && amount(draft) > 0.0 && (most == nullptr || draft.sets >= most->sets))
      most = &draft;
  }
  if (most == nullptr) return false;
  --most->sets;
  return true;
}

void drop_empty(std::vector<DraftLine>& drafts, const std::string& because, Today& today) {
  for (const DraftLine& draft : drafts) {
    if (draft.sets == 0) today.left_out.push_back({draft.fitted.line.id, because});
  }
  std::erase_if(drafts, [](const DraftLine& draft) { return draft.sets == 0; });
}

void keep_caps(const TrainingState& state, const Catalog& catalog, std::vector<DraftLine>& drafts,
               Today& today) {
  const Date before = local_date(today.at) - days{1};
  const auto done = counted_sets(state, today.person, before, kDaysBefore, catalog);
  for (const Muscle& muscle : catalog.muscles) {
    const auto entry = done.find(muscle.id);
    const double already = entry == done.end() ? 0.0 : entry->second;
    const double cap = weekly_cap(today.person, catalog.rules, muscle.id);
    const auto credit = [&](const DraftLine& draft) { return credit_of(draft, muscle.id); };
    const auto planned = [&] {
      double sum = 0.0;
      for (const DraftLine& draft : drafts) sum += credit(draft) * draft.sets;
      return sum;
    };
    int taken = 0;
    while (planned() > kSlack && already + planned() > cap + kSlack && take_one(drafts, credit))
      ++taken;
    if (taken == 0) continue;
    const std::string why =
        fmt::format("{} have had {} sets in the last days, and {} in seven are the most",
                    muscle.short_name, plain(already, 1), plain(cap));
    today.changes.push_back(reason(catalog.rules, "sets", "weekly-cap",
                                   fmt::format("{} less: {}", counted(taken, "set"), why)));
    drop_empty(drafts, why, today);
  }
}

double disc_of(const DraftLine& draft) {
  return draft.fitted.line.disc ? draft.fitted.line.disc->set_N_s : 0.0;
}

/// The last four weeks, where the log has them (rules 6.16).
void keep_disc_budget(const TrainingState& state, const Catalog& catalog,
                      std::vector<DraftLine>& drafts, Today& today) {
  constexpr int kWeek = 7;
  const auto weeks = static_cast<int>(catalog.rules.number("disc-budget", "weeks"));
  const Date date = local_date(today.at);
  if (!state.outline || date - state.outline->start < days{kWeek * weeks}) return;
  std::vector<double> before;
  for (int week = weeks; week >= 1; --week) {
    const Date last = date - days{kWeek * (week - 1) + 1};
    before.push_back(disc_N_s_of_days(state, today.person, last, kWeek, catalog));
  }
  const double budget = disc_budget_N_s(catalog.rules, before);
  const double already =
      disc_N_s_of_days(state, today.person, date - days{1}, kDaysBefore, catalog);
  const auto planned = [&] {
    double sum = 0.0;
    for (const DraftLine& draft : drafts) sum += disc_of(draft) * draft.sets;
    return sum;
  };
  int taken = 0;
  while (planned() > 0.0 && already + planned() > budget * (1.0 + kSlack) &&
         take_one(drafts, disc_of))
    ++taken;
  if (taken == 0) return;
  const std::string why =
      "the week's load on the discs stays within 1.2 times that of the last weeks";
  today.changes.push_back(reason(catalog.rules, "sets", "disc-budget",
                                 fmt::format("{} less: {}", counted(taken, "set"), why)));
  drop_empty(drafts, why, today);
}

void keep_minutes(const Catalog& catalog, std::vector<DraftLine>& drafts, Today& today) {
  const Frame frame = session_frame(today.person, catalog.rules);
  const auto total = [&] {
    double sum = drafts.empty() ? 0.0 : frame.warm_up_min + frame.cool_down_min;
    for (const DraftLine& draft : drafts) sum += minutes_of(draft, catalog.rules);
    return sum;
  };
  int taken = 0;
  while (total() > today.person.minutes + kSlack &&
         take_one(drafts, [](const DraftLine&) { return 1.0; })) {
    ++taken;
    drop_empty(drafts, "the session would be longer than you have", today);
  }
  if (taken > 0) {
    today.changes.push_back(reason(catalog.rules, "sets", "session-time",
                                   fmt::format("{} less, so that the session fits into {} minutes",
                                               counted(taken, "set"), today.person.minutes)));
  }
  today.minutes = total();
}

}  // namespace

double minutes_of(const DraftLine& draft, const Rules& rules) {
  constexpr double kSecondsPerMinute = 60.0;
  return draft.sets * draft.fitted.set_min +
         rules.number("session-time", "change_s") / kSecondsPerMinute;
}

void keep_limits(const TrainingState& state, const Catalog& catalog, std::vector<DraftLine>& drafts,
                 Today& today) {
  keep_caps(state, catalog, drafts, today);
  keep_disc_budget(state, catalog, drafts, today);
  keep_minutes(catalog, drafts, today);
}

}  // namespace strongback
