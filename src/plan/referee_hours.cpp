// The referee's own arithmetic of hours, fatigue and plates.
#include "plan/referee_hours.h"

#include <algorithm>
#include <cmath>

#include "plan/referee.h"
#include "plan/referee_doses.h"

namespace strongback {
namespace {

constexpr double kDay_h = 24.0;
constexpr double kWeek_h = 168.0;

/// One session's work on one muscle.
struct Event {
  double hour = 0.0;  ///< [h] since the start of the program
  int week = 1;
  double impulse = 0.0;   ///< [-]
  bool is_prime = false;  ///< a prime mover of one exercise
};

bool tires(const Exercise& exercise) {
  if (exercise.stimulus == Stimulus::Strength) return true;
  if (exercise.stimulus != Stimulus::Control) return false;
  if (exercise.level_of(Property::AxialCompression) == 3) return true;
  const LoadBasis basis = exercise.load_basis;
  return exercise.external_load == ExternalLoad::Required &&
         (basis == LoadBasis::PerHand || basis == LoadBasis::OneHand || basis == LoadBasis::Total);
}

double impulse_of_set(const Rules& rules, int reserve) {
  const auto& table = rules.list("recovery-model", "impulse");
  return table[std::min(static_cast<std::size_t>(std::max(0, reserve)), table.size() - 1)];
}

class Diary {
 public:
  Diary(const Program& program, const Person& person, const Catalog& catalog)
      : program_(program), person_(person), catalog_(catalog), rules_(catalog.rules) {
    first_weekday_ = person.start ? weekday_of(*person.start) : 0;
    for (const auto& week : program.weeks) {
      for (const auto& session : week.sessions) write(week, session);
    }
  }

  std::vector<Recovery> tightest() const {
    std::vector<Recovery> rows;
    for (const auto& muscle : catalog_.muscles) {
      const auto found = events_.find(muscle.id);
      if (found != events_.end() && found->second.size() > 1)
        rows.push_back(tightest_of(muscle.id, found->second));
    }
    return rows;
  }

 private:
  double hour_of(const PlannedWeek& week, const PlannedSession& session) const {
    const int wait = (session.weekday - first_weekday_ + 7) % 7;
    return (week.number - 1) * kWeek_h + wait * kDay_h + session.start_min / 60.0;
  }

  void write(const PlannedWeek& week, const PlannedSession& session) {
    std::map<std::string, Event> work;
    for (const auto& line : session.exercises) {
      const Exercise* exercise = find_exercise(catalog_, line.id);
      if (!exercise || !tires(*exercise)) continue;
      const double set = impulse_of_set(rules_, line.reserve) * novelty_of(line.id);
      for (const auto& [muscle, credit] : tiring_shares(line, *exercise, person_, catalog_)) {
        Event& event = work[muscle];
        event.impulse += set * credit * line.sets;
        event.is_prime = event.is_prime || credit >= 1.0;
      }
    }
    for (const auto& line : session.exercises) ++done_[line.id];
    for (auto& [muscle, event] : work) {
      event.hour = hour_of(week, session);
      event.week = week.number;
      events_[muscle].push_back(event);
    }
  }

  double novelty_of(const std::string& id) {
    const bool back_or_new =
        person_.level <= Level::Novice || person_.weeks_since_training.value_or(0.0) > 12.0;
    const bool known = std::any_of(person_.past_sets.begin(), person_.past_sets.end(),
                                   [&](const PastSet& set) { return set.exercise == id; });
    if (!back_or_new || known || done_[id] > 1) return 1.0;
    return rules_.number("recovery-model", done_[id] == 0 ? "novelty_first" : "novelty_second");
  }

  double floor_of(const std::string& muscle, int week) const {
    const auto number = [&](const char* key) { return rules_.number("recovery-floor", key); };
    const auto sore = person_.soreness.find(muscle);
    const bool slow =
        (person_.level <= Level::Novice && week <= number("novice_slow_weeks")) ||
        (person_.age >= number("older_age") && week <= number("older_slow_weeks")) ||
        (week == 1 && sore != person_.soreness.end() && sore->second >= number("soreness")) ||
        (week == 1 && person_.pain.now >= 3);
    return number(slow ? "slow_h" : "floor_h");
  }

  double tau_of(int week) const {
    const auto number = [&](const char* key) { return rules_.number("recovery-model", key); };
    const bool novice = person_.level <= Level::Novice;
    const double level = !novice     ? number("trained")
                         : week <= 3 ? number("novice_first_weeks")
                                     : number("novice");
    const double age = person_.age >= 75   ? number("age_75")
                       : person_.age >= 60 ? number("age_60")
                                           : 1.0;
    const bool tired = person_.sleep_h && *person_.sleep_h < number("short_sleep_h");
    return number("tau_h") * level * age * (tired ? number("short_sleep") : 1.0);
  }

  Recovery tightest_of(const std::string& muscle, const std::vector<Event>& events) const {
    Recovery tightest{muscle, kWeek_h, 0.0};
    double slack = INFINITY;
    double fatigue = 0.0;
    const double ready = rules_.number("recovery-model", "ready");
    for (std::size_t i = 0; i + 1 < events.size(); ++i) {
      const double tau = tau_of(events[i].week);
      fatigue = 1.0 - (1.0 - fatigue) * std::exp(-events[i].impulse);
      const double model_h = fatigue > ready ? tau * std::log(fatigue / ready) : 0.0;
      const double gap = events[i + 1].hour - events[i].hour;
      // A muscle off the back that only helps on both days has no floor, only its fatigue.
      const bool has_floor =
          find_muscle(catalog_, muscle)->is_back || events[i].is_prime || events[i + 1].is_prime;
      const double needed =
          has_floor ? std::max(model_h, floor_of(muscle, events[i + 1].week)) : model_h;
      fatigue *= std::exp(-gap / tau);
      if (gap - needed >= slack) continue;
      slack = gap - needed;
      tightest = {muscle, gap, needed};
    }
    return tightest;
  }

  const Program& program_;
  const Person& person_;
  const Catalog& catalog_;
  const Rules& rules_;
  int first_weekday_ = 0;
  std::map<std::string, int> done_;
  std::map<std::string, std::vector<Event>> events_;
};

bool equal(double a_kg, double b_kg) { return std::abs(a_kg - b_kg) < 2e-3; }

/// Hangs plates, `ends` alike at a time, until `rest_kg` is used up.
bool hangs(const std::vector<CountedMass>& plates, std::size_t from, double rest_kg, int ends) {
  if (equal(rest_kg, 0.0)) return true;
  if (rest_kg < 0.0 || from >= plates.size()) return false;
  for (int n = 0; n * ends <= plates[from].count; ++n) {
    if (hangs(plates, from + 1, rest_kg - n * ends * in_kilograms(plates[from].each), ends))
      return true;
  }
  return false;
}

int owned_pieces(const std::vector<CountedMass>& list, double kg) {
  int count = 0;
  for (const auto& item : list) {
    if (equal(in_kilograms(item.each), kg)) count += item.count;
  }
  return count;
}

}  // namespace

bool can_assemble(const Person& person, const Exercise& exercise, Mass load) {
  const Inventory& owned = person.inventory;
  const double kg = in_kilograms(load);
  const int hands = exercise.load_basis == LoadBasis::PerHand ? 2 : 1;
  int objects = 0;
  for (const auto& object : owned.household) {
    if (equal(in_kilograms(object.mass), kg)) objects = std::max(objects, object.count);
  }
  const bool piece = owned_pieces(owned.dumbbells, kg) >= hands ||
                     owned_pieces(owned.kettlebells, kg) >= hands || objects >= hands;
  const bool handle = owned.adjustable && owned.adjustable->handles >= hands &&
                      hangs(owned.adjustable->plates, 0,
                            hands * (kg - in_kilograms(owned.adjustable->handle)), 2 * hands);
  const bool bar =
      owned.barbell && hangs(owned.barbell->plates, 0, kg - in_kilograms(owned.barbell->bar), 2);
  const bool stack = std::any_of(owned.stacks.begin(), owned.stacks.end(), [&](const auto& entry) {
    const Stack& s = entry.second;
    if (kg < in_kilograms(s.lightest) - 2e-3 || kg > in_kilograms(s.heaviest) + 2e-3) return false;
    const double step = in_kilograms(s.step);
    const double steps = step > 0.0 ? (kg - in_kilograms(s.lightest)) / step : 0.0;
    return equal(steps * step, std::round(steps) * step);
  });
  return piece || handle || bar || stack;
}

std::vector<Recovery> recovery_of(const Program& program, const Person& person,
                                  const Catalog& catalog) {
  return Diary(program, person, catalog).tightest();
}

}  // namespace strongback
