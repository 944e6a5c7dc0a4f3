#include "train/flag_answers.h"

#include <algorithm>

#include "care/care.h"
#include "train/pain.h"

namespace strongback {
namespace {

using std::chrono::days;

bool says_yes(const Answer& answer) {
  const auto* yes = std::get_if<bool>(&answer);
  return yes != nullptr && *yes;
}

bool is_cleared_since(const TrainingState& state, const Moment& said) {
  return state.cleared && state.cleared->first.at >= said.at;
}

/// How long a yes counts after it turned to no.
days lasting(const RedFlag& flag, const Rules& rules) {
  constexpr int kWeek = 7;
  constexpr days kUntilCleared{100'000};
  if (flag.block == Block::StopLoading || flag.block == Block::StopAll) return kUntilCleared;
  const bool is_symptom = flag.action >= Care::Routine;
  return days{is_symptom ? kWeek * static_cast<int>(rules.number("flag-expiry", "weeks")) : 0};
}

/// What a question's answers come to.
Answer standing_of(const RedFlag& flag, const std::vector<DatedAnswer>& answers,
                   const TrainingState& state, const Moment& now, const Rules& rules) {
  for (std::size_t i = answers.size(); i-- > 0;) {
    if (!says_yes(answers[i].answer)) continue;
    // Who was looked at after such a sign has it settled; they are asked again at every session.
    if (is_cleared_since(state, answers[i].when))
      return flag.block == Block::StopAll ? Answer{false} : answers.back().answer;
    if (i + 1 == answers.size()) return answers[i].answer;
    if (local_date(now) - local_date(answers[i + 1].when) < lasting(flag, rules)) return true;
    break;
  }
  return answers.back().answer;
}

/// True when something that pauses loading was said after the last clearance.
bool has_new_warning(const TrainingState& state, const Catalog& catalog) {
  return std::any_of(state.answers.begin(), state.answers.end(), [&](const auto& entry) {
    const RedFlag* flag = find_red_flag(catalog, entry.first);
    const bool pauses = flag != nullptr && flag->block >= Block::StopLoading;
    return pauses && std::any_of(entry.second.begin(), entry.second.end(), [&](const auto& answer) {
             return says_yes(answer.answer) && !is_cleared_since(state, answer.when);
           });
  });
}

/// When `id` was last answered, in the log or in the profile.
std::optional<Instant> last_asked(const TrainingState& state, const std::string& id) {
  const auto found = state.answers.find(id);
  if (found != state.answers.end()) return found->second.back().when.at;
  if (!state.profile.screening.contains(id)) return std::nullopt;
  return std::max(state.began, state.profile_since).at;
}

/// The questions of `moment` that were not answered since `since`.
void add_due(const TrainingState& state, const Person& person, const Catalog& catalog,
             Instant since, const std::string& moment, std::vector<std::string>& ids) {
  Person asked = person;
  for (const RedFlag& flag : catalog.red_flags) {
    const auto last = last_asked(state, flag.id);
    if (!last || *last < since) asked.screening.erase(flag.id);
  }
  for (const RedFlag* flag : questions_for(asked, catalog, moment)) {
    const bool is_pain = flag->answer == AnswerKind::Scale;  // asked as the pain of now
    if (!is_pain && std::find(ids.begin(), ids.end(), flag->id) == ids.end())
      ids.push_back(flag->id);
  }
}

}  // namespace

void set_answers(const TrainingState& state, const Moment& now, const Catalog& catalog,
                 Person& person) {
  for (const auto& [id, answers] : state.answers) {
    if (const RedFlag* flag = find_red_flag(catalog, id))
      person.screening[id] = standing_of(*flag, answers, state, now, catalog.rules);
  }
  if (!state.cleared || has_new_warning(state, catalog)) return;
  const auto& [when, cleared] = *state.cleared;
  person.screening["cleared"] = Clearance{local_date(when), cleared.who, cleared.limits};
  for (auto& [id, answer] : person.screening) {  // what the profile said before the clearance
    const RedFlag* flag = find_red_flag(catalog, id);
    const bool was_said_before =
        !state.answers.contains(id) && is_cleared_since(state, state.began);
    if (flag != nullptr && flag->block == Block::StopAll && was_said_before && says_yes(answer))
      answer = false;
  }
}

std::vector<std::string> questions_due(const TrainingState& state, const Person& person,
                                       const Moment& now, const Catalog& catalog) {
  constexpr int kWeek = 7;
  constexpr int kMonth = 28;
  const Date today = local_date(now);
  const auto days_ago = [&](int count) {
    return at_local(today - days{count}, 0, now.offset_min).at;
  };
  std::vector<std::string> ids;
  add_due(state, person, catalog, days_ago(0), "every_session", ids);
  const FlareState flare = flare_at(state, today, catalog);
  const auto spread = spread_on(state, today);
  if (spread || (flare.is_on && flare.since == today))
    add_due(state, person, catalog, spread ? spread->at : days_ago(0), "pain_jump", ids);
  add_due(state, person, catalog, days_ago(kWeek - 1), "weekly", ids);
  add_due(state, person, catalog, days_ago(kMonth - 1), "monthly", ids);
  return ids;
}

}  // namespace strongback
