#include "exchange/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/expects.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr int kSecondsPerMinute = 60;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::size_t place_in_catalog(const std::string& muscle_id, const Catalog& catalog) {
  const auto at = std::find_if(catalog.muscles.begin(), catalog.muscles.end(),
                               [&](const Muscle& m) { return m.id == muscle_id; });
  return static_cast<std::size_t>(at - catalog.muscles.begin());
}

std::string amount_text(const PlannedExercise& exercise) {
  if (exercise.reps) return span_text(*exercise.reps);
  if (exercise.hold_s) {
    const std::string hold = span_text(*exercise.hold_s) + " s";
    return exercise.holds > 1 ? fmt::format("{} x {}", exercise.holds, hold) : hold;
  }
  if (exercise.distance_m) return span_text(*exercise.distance_m) + " m";
  if (exercise.minutes_each) return span_text(*exercise.minutes_each) + " min";
  return "";
}

auto work_of(const PlannedExercise& e) {
  const auto pair = [](const std::optional<Span>& s) {
    return s ? std::pair(s->low, s->high) : std::pair(0, 0);
  };
  return std::tuple(e.id, e.sets, e.sides, pair(e.reps), pair(e.hold_s), e.holds,
                    pair(e.distance_m), pair(e.minutes_each), e.load_text, e.is_calibration,
                    e.rest_s, e.reserve, e.tempo);
}

}  // namespace

double about(double value) {
  if (value == 0.0) return 0.0;
  const double step = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1.0);
  return std::round(value / step) * step;
}

std::string span_text(Span span) {
  if (span.low == span.high) return fmt::format("{}", span.low);
  return fmt::format("{}-{}", span.low, span.high);
}

std::string dose_text(const PlannedExercise& exercise) {
  const std::string amount = amount_text(exercise);
  const bool is_once = exercise.sets == 1 && (exercise.minutes_each || exercise.distance_m);
  std::string text = is_once          ? amount
                     : amount.empty() ? counted(exercise.sets, "set")
                                      : fmt::format("{} x {}", exercise.sets, amount);
  if (exercise.sides == 2) text += " each side";
  return text;
}

std::string dose_of_one_set(PlannedExercise exercise) {
  exercise.sets = 1;
  std::string text = dose_text(exercise);
  constexpr std::string_view kOnce = "1 x ";
  if (text.starts_with(kOnce)) text.erase(0, kOnce.size());
  return text;
}

std::string rest_text(int seconds) {
  if (seconds <= 0) return "none";
  if (seconds < 2 * kSecondsPerMinute) return fmt::format("{} s", seconds);
  const int rest = seconds % kSecondsPerMinute;
  const std::string minutes = fmt::format("{} min", seconds / kSecondsPerMinute);
  return rest == 0 ? minutes : fmt::format("{} {} s", minutes, rest);
}

std::string credit_text(double credit) {
  expects(std::isfinite(credit), "a share of a set is a number");
  const double quarters = credit * 4.0;
  if (std::abs(quarters - std::round(quarters)) > 0.04) return plain(credit, 2);
  const auto count = static_cast<int>(std::round(quarters));
  constexpr std::array<std::string_view, 4> kParts = {"", "¼", "½", "¾"};
  const std::string_view part = kParts[static_cast<std::size_t>(count % 4)];
  return count >= 4 || part.empty() ? fmt::format("{}{}", count / 4, part) : std::string(part);
}

std::string short_name(const std::string& muscle_id, const Catalog& catalog) {
  const Muscle* muscle = find_muscle(catalog, muscle_id);
  return muscle == nullptr ? muscle_id : muscle->short_name;
}

std::string works_text(const std::map<std::string, double>& works, const Catalog& catalog) {
  std::vector<std::pair<std::string, double>> shares(works.begin(), works.end());
  std::erase_if(shares, [](const auto& share) { return share.second <= 0.0; });
  std::stable_sort(shares.begin(), shares.end(), [&](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second > b.second;
    return place_in_catalog(a.first, catalog) < place_in_catalog(b.first, catalog);
  });
  std::vector<std::string> texts;
  for (const auto& [muscle, credit] : shares) {
    texts.push_back(short_name(muscle, catalog) + std::string(kUnbroken) + credit_text(credit));
  }
  return joined(texts, ", ");
}

std::string date_words(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{}, {} {}, {}", weekday_name(weekday_of(date)),
                     kMonths[static_cast<unsigned>(day.month()) - 1],
                     static_cast<unsigned>(day.day()), static_cast<int>(day.year()));
}

std::string session_time(const PlannedSession& session) {
  const std::string day = session.date ? date_words(*session.date) : weekday_name(session.weekday);
  return day + ", " + clock_text(session.start_min);
}

std::string energy_text(double kcal_net, Range2 range) {
  expects(std::isfinite(kcal_net), "energy is a number");
  return fmt::format("about {:.0f} kcal ({:.0f} to {:.0f})", kcal_net, range.low, range.high);
}

std::string minutes_text(double minutes) {
  expects(std::isfinite(minutes), "a duration is a number");
  return fmt::format("{:.0f} min", std::round(minutes));
}

std::string short_date(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{} {}", kMonths[static_cast<unsigned>(day.month()) - 1].substr(0, 3),
                     static_cast<unsigned>(day.day()));
}

NameParts name_parts(std::string_view name) {
  const std::size_t comma = name.find(", ");
  const std::size_t bracket = name.find(" (");
  const std::size_t at = std::min(comma, bracket);
  if (at == std::string_view::npos) return {std::string(name), ""};
  std::string_view rest = name.substr(at + 2);
  if (at == bracket && rest.ends_with(")")) rest.remove_suffix(1);
  return {std::string(name.substr(0, at)), std::string(rest)};
}

std::string sentence(std::string_view text) {
  std::string out = capitalized(trimmed(text));
  if (!out.empty() && std::string_view(".!?:").find(out.back()) == std::string_view::npos)
    out += ".";
  return out;
}

std::string headline(Status status) {
  switch (status) {
    case Status::Ok:
      return "Your program is ready.";
    case Status::Gentle:
      return "A gentle program, for now.";
    case Status::SeeSomeoneFirst:
      return "Please be seen before you train.";
    case Status::Stop:
      return "Please do not train now.";
    case Status::NoPlan:
      return "No program fits these wishes yet.";
  }
  return "";
}

std::string how_soon(Care care) {
  switch (care) {
    case Care::None:
      return "";
    case Care::Self:
      return "something you can see to yourself";
    case Care::Routine:
      return "at an ordinary appointment, within about two weeks";
    case Care::Urgent:
      return "contact someone today, and be seen within 1 or 2 days";
    case Care::SameDay:
      return "today";
    case Care::Emergency:
      return "now";
  }
  return "";
}

std::string level_words_for(Property property, int level) {
  if (is_position(property)) return level == 0 ? "no" : "yes";
  constexpr std::array<std::string_view, 4> kWords = {"none", "slight", "moderate", "high"};
  return std::string(kWords[static_cast<std::size_t>(std::clamp(level, 0, 3))]);
}

bool is_same_work(const PlannedSession& a, const PlannedSession& b) {
  return a.focus == b.focus && a.warm_up == b.warm_up && a.cool_down == b.cool_down &&
         std::equal(a.exercises.begin(), a.exercises.end(), b.exercises.begin(), b.exercises.end(),
                    [](const PlannedExercise& x, const PlannedExercise& y) {
                      return work_of(x) == work_of(y);
                    });
}

std::string medical_sentence() {
  return "Strongback is not medical advice. If something feels wrong, stop and ask someone who can "
         "look at you.";
}

}  // namespace strongback
