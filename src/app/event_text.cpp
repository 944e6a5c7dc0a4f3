// An event in the words of its person.
#include <fmt/format.h>

#include <algorithm>

#include "app/training.h"
#include "base/text.h"

namespace strongback {
namespace {

std::string amount_of(const SetDone& set) {
  if (set.meters > 0) return fmt::format("{} m", set.meters);
  constexpr int kLong_s = 180;
  if (set.seconds >= kLong_s) return fmt::format("{} min", (set.seconds + 30) / 60);
  if (set.seconds > 0)
    return set.reps > 1 ? fmt::format("{} x {} s", set.reps, set.seconds)
                        : fmt::format("{} s", set.seconds);
  return counted(set.reps, "repetition");
}

class Telling {
 public:
  Telling(const Catalog& catalog, Units units) : catalog_(catalog), units_(units) {}

  std::string operator()(const Started&) const { return "the log begins"; }
  std::string operator()(const ProfileChanged& e) const {
    return e.changed.empty() ? "your file was changed" : "your file was changed: " + e.changed;
  }
  std::string operator()(const ProgramAccepted& e) const {
    return "program: " + (e.changes.empty() ? "accepted" : joined(e.changes, "; "));
  }
  std::string operator()(const SessionStarted&) const { return "session begun"; }
  std::string operator()(const SessionEnded& e) const {
    return "session ended: " + session_end_words()[static_cast<std::size_t>(e.how)];
  }
  std::string operator()(const SetDone& e) const {
    std::string text = name(e.exercise) + ": " + amount_of(e);
    if (e.load) text += " with " + to_text(*e.load, units_);
    if (!e.band.empty()) text += " with the " + printable(e.band) + " band";
    if (e.reserve) text += fmt::format(", {} left", *e.reserve);
    if (e.pain) text += fmt::format(", pain {}", *e.pain);
    return e.source.empty() ? text : text + " (from " + printable(e.source) + ")";
  }
  std::string operator()(const SetSkipped& e) const {
    const std::string why = spaced(skip_reason_words()[static_cast<std::size_t>(e.why)]);
    const std::string other = e.instead.empty() ? "" : "; instead " + name(e.instead);
    return fmt::format("{} left out: {}{}", name(e.exercise), why, other);
  }
  std::string operator()(const PainReported& e) const {
    std::string text = fmt::format("pain {} of 10, {}", e.pain,
                                   spaced(pain_when_words()[static_cast<std::size_t>(e.when)]));
    if (!e.exercise.empty()) text += ", " + name(e.exercise);
    if (e.site) text += ", reaches " + spaced(site_words()[static_cast<std::size_t>(*e.site)]);
    if (e.stiffness_min) text += fmt::format(", stiff for {} min", *e.stiffness_min);
    if (e.is_sharp) text += ", sharp";
    if (e.is_numb_or_weak) text += ", new numbness or weakness";
    return e.says_flare ? text + ", a flare" : text;
  }
  std::string operator()(const Answered& e) const {
    const auto* yes = std::get_if<bool>(&e.answer);
    const auto* number = std::get_if<int>(&e.answer);
    const auto* pressure = std::get_if<BloodPressure>(&e.answer);
    const std::string said = yes != nullptr      ? (*yes ? "yes" : "no")
                             : number != nullptr ? std::to_string(*number)
                             : pressure != nullptr
                                 ? fmt::format("{}/{}", pressure->first, pressure->second)
                                 : "";
    return fmt::format("{}: {}", e.question, said);
  }
  std::string operator()(const SorenessReported& e) const {
    const Muscle* muscle = find_muscle(catalog_, e.muscle);
    return fmt::format("soreness of the {}: {} of 10",
                       muscle == nullptr ? e.muscle : muscle->short_name, e.soreness);
  }
  std::string operator()(const Slept& e) const {
    return fmt::format("slept {} h", plain(e.hours, 1));
  }
  std::string operator()(const Walked& e) const {
    return fmt::format("walked {} min", plain(e.minutes, 0));
  }
  std::string operator()(const ChoreDone& e) const {
    const Activity* activity = find_activity(catalog_, e.activity);
    return fmt::format("{}: {} min", activity == nullptr ? e.activity : activity->label,
                       plain(e.minutes, 0));
  }
  std::string operator()(const Noted& e) const {
    return fmt::format("note{}: {}", e.of.empty() ? "" : " on " + printable(e.of),
                       printable(e.text));
  }
  std::string operator()(const MeasurementTaken& e) const {
    switch (e.what) {
      case Measure::BodyMass:
        return "body mass " + to_text(kilograms(e.value), units_);
      case Measure::Waist:
        return fmt::format("waist {} cm", plain(e.value, 1));
      case Measure::TrunkHold:
        return fmt::format("trunk held for {} s", plain(e.value, 0));
      case Measure::Pressure:
        return fmt::format("blood pressure {}/{}", plain(e.value, 0), plain(e.second, 0));
    }
    return "";
  }
  std::string operator()(const Cleared& e) const {
    return fmt::format("cleared by {}{}", printable(e.who),
                       e.limits.empty() ? "" : ", limits: " + printable(e.limits));
  }
  std::string operator()(const TherapistReplied&) const {
    return "your therapist's reply was taken in";
  }
  std::string operator()(const Busy& e) const { return "busy until " + to_text(e.until); }
  std::string operator()(const Retracted&) const { return "taken back"; }

 private:
  static std::string spaced(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    std::replace(word.begin(), word.end(), '-', ' ');
    return word;
  }
  std::string name(const std::string& id) const {
    const Exercise* exercise = find_exercise(catalog_, id);
    return exercise == nullptr ? printable(id) : exercise->name;
  }

  const Catalog& catalog_;
  Units units_;
};

}  // namespace

std::string event_text(const Event& event, const Catalog& catalog, Units units) {
  return clock_text(local_minute(event.when)) + "  " +
         std::visit(Telling(catalog, units), event.body);
}

}  // namespace strongback
