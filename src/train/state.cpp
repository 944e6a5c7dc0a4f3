#include "train/state.h"

#include <algorithm>

#include "base/expects.h"
#include "person/read_person.h"

namespace strongback {
namespace {

constexpr const char* kProfileName = "the profile in the log";
constexpr const char* kReplyName = "the therapist's reply in the log";
constexpr std::chrono::hours kLongestSession{6};

tl::unexpected<Problems> refused(std::string message, std::string hint) {
  return tl::unexpected(Problems{{"the log", {}, std::move(message), std::move(hint)}});
}

/// Takes one event after the other into the state.
class Follower {
 public:
  Follower(TrainingState& state, const Moment& when, const std::string& id, const Catalog& catalog,
           LearnerWay way)
      : state_(state), when_(when), id_(id), catalog_(catalog), way_(way) {}

  Checked<void> operator()(const Started& started) {
    auto person = parse_person(kProfileName, started.profile, catalog_);
    if (!person) return tl::unexpected(std::move(person.error()));
    state_.profile_text = started.profile;
    state_.zone = started.zone;
    state_.began = when_;
    state_.profile = std::move(*person);
    state_.belief = prior_belief(state_.profile, catalog_, when_.at, way_);
    return {};
  }
  Checked<void> operator()(const ProfileChanged& changed) {
    auto person = parse_person(kProfileName, changed.profile, catalog_);
    if (!person) return tl::unexpected(std::move(person.error()));
    state_.profile_text = changed.profile;
    state_.profile = std::move(*person);
    state_.profile_since = when_;
    return {};
  }
  Checked<void> operator()(const ProgramAccepted& accepted) {
    state_.outline = accepted.outline;
    state_.planned_for = state_.profile;
    state_.programs.emplace_back(when_, accepted);
    return {};
  }
  Checked<void> operator()(const SessionStarted& started) {
    day().sessions.push_back({when_, started.planned, {}, SessionEnd::Done});
    return {};
  }
  Checked<void> operator()(const SessionEnded& ended) {
    if (LoggedSession* open = open_session()) {
      open->ended = when_;
      open->how = ended.how;
    }
    return {};
  }
  Checked<void> operator()(const SetDone& set) {
    const Exercise* exercise = find_exercise(catalog_, set.exercise);
    if (exercise == nullptr) return {};  // no longer in the catalog: kept, but nothing to learn
    learn_from(*exercise, set);
    auto& dates = state_.days_of[set.exercise];
    const Date date = local_date(when_);
    if (dates.empty() || dates.back() != date) dates.push_back(date);
    day().sets.push_back({id_, when_, set, exercise});
    return {};
  }
  Checked<void> operator()(const SetSkipped& skipped) {
    day().skipped.emplace_back(when_, skipped);
    return {};
  }
  Checked<void> operator()(const PainReported& report) {
    day().pains.push_back({id_, when_, report});
    return {};
  }
  Checked<void> operator()(const Answered& answered) {
    state_.answers[answered.question].push_back({when_, answered.answer});
    return {};
  }
  Checked<void> operator()(const SorenessReported& report) {
    day().soreness[report.muscle] = report.soreness;
    return {};
  }
  Checked<void> operator()(const Slept& slept) {
    day().sleep_h = slept.hours;
    return {};
  }
  Checked<void> operator()(const Walked& walked) {
    day().activities.push_back({when_, "walk-easy", walked.minutes});
    return {};
  }
  Checked<void> operator()(const ChoreDone& chore) {
    day().activities.push_back({when_, chore.activity, chore.minutes});
    return {};
  }
  Checked<void> operator()(const Noted& note) {
    day().notes.emplace_back(when_, note);
    return {};
  }
  Checked<void> operator()(const MeasurementTaken& taken) {
    state_.measured[taken.what].emplace_back(when_, taken);
    return {};
  }
  Checked<void> operator()(const Cleared& cleared) {
    state_.cleared = {when_, cleared};
    return {};
  }
  Checked<void> operator()(const TherapistReplied& replied) {
    auto reply = parse_reply(kReplyName, replied.reply, catalog_);
    if (!reply) return tl::unexpected(std::move(reply.error()));
    state_.reply = {when_, std::move(*reply)};
    return {};
  }
  Checked<void> operator()(const Busy& busy) {
    state_.busy_until = busy.until;
    return {};
  }
  Checked<void> operator()(const Retracted& /*taken back before*/) {
    expects(false, "a retraction is settled before events are followed");
    return {};
  }

 private:
  DiaryDay& day() { return state_.diary[local_date(when_)]; }

  /// The session that is still under way; one that began long ago is over.
  LoggedSession* open_session() {
    for (Date date : {local_date(when_), local_date(when_) - std::chrono::days{1}}) {
      const auto found = state_.diary.find(date);
      if (found == state_.diary.end() || found->second.sessions.empty()) continue;
      LoggedSession& last = found->second.sessions.back();
      return !last.ended && when_.at - last.started.at <= kLongestSession ? &last : nullptr;
    }
    return nullptr;
  }

  void learn_from(const Exercise& exercise, const SetDone& set) {
    int earlier = 0;
    for (const LoggedSet& other : day().sets) earlier += other.set.exercise == set.exercise ? 1 : 0;
    learn(state_.belief, {&exercise, set.load, set.reps, set.reserve, earlier, when_.at});
  }

  TrainingState& state_;
  const Moment& when_;
  const std::string& id_;
  const Catalog& catalog_;
  LearnerWay way_;
};

Checked<void> follow_one(TrainingState& state, const Event& event, const Catalog& catalog,
                         LearnerWay way) {
  auto taken = std::visit(Follower(state, event.when, event.id, catalog, way), event.body);
  if (taken) state.last = event.when;
  return taken;
}

}  // namespace

Checked<TrainingState> state_of(std::vector<Event> events, const Catalog& catalog, LearnerWay way) {
  const auto counting = settled(std::move(events));
  if (counting.empty()) return refused("the log is empty", "begin with: strongback start");
  const auto first = std::find_if(counting.begin(), counting.end(), [](const Event& event) {
    return std::holds_alternative<Started>(event.body);
  });
  if (first == counting.end()) {
    return refused("the log has no event 'started', which holds the person's file",
                   "restore a backup, or begin anew with: strongback start");
  }
  TrainingState state;
  if (auto taken = follow_one(state, *first, catalog, way); !taken)
    return tl::unexpected(std::move(taken.error()));
  state.belief.updated = std::min(state.belief.updated, counting.front().when.at);  // imported sets
  for (auto event = counting.begin(); event != counting.end(); ++event) {
    if (event == first) continue;
    if (std::holds_alternative<Started>(event->body))
      return refused("the log has two events 'started'", "take one of them back");
    if (auto taken = follow_one(state, *event, catalog, way); !taken)
      return tl::unexpected(std::move(taken.error()));
  }
  return state;
}

Checked<void> follow(TrainingState& state, const Event& event, const Catalog& catalog) {
  expects(event.when.at >= state.last.at, "events are followed in the order of their time");
  expects(!std::holds_alternative<Started>(event.body), "a log starts once");
  return follow_one(state, event, catalog, LearnerWay::Shared);
}

std::vector<std::pair<Date, const DiaryDay*>> days_between(const TrainingState& state, Date first,
                                                           Date last) {
  std::vector<std::pair<Date, const DiaryDay*>> days;
  for (auto day = state.diary.lower_bound(first); day != state.diary.end() && day->first <= last;
       ++day) {
    days.emplace_back(day->first, &day->second);
  }
  return days;
}

}  // namespace strongback
