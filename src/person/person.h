#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/sex.h"
#include "base/units.h"
#include "catalog/catalog.h"

namespace strongback {

enum class Level { Gentle, Novice, Intermediate, Advanced };
enum class Goal { Health, Strength, Muscle, Endurance, PainAware };
const std::vector<std::string>& sex_words();
const std::vector<std::string>& level_words();
const std::vector<std::string>& goal_words();

/// A day on which the person can train and when the session starts.
struct TrainingDay {
  int weekday = 0;    ///< 0 Monday ... 6 Sunday
  int start_min = 0;  ///< [min] after midnight
};

struct Band {
  std::string name;                ///< "red", "light"
  std::optional<Force> at_double;  ///< force at 100 % stretch, where the person knows it
};

struct Barbell {
  Mass bar;
  std::vector<CountedMass> plates;  ///< pieces owned in all
};

/// Handles that take plates; each handle is loaded alike on both ends.
struct AdjustableDumbbells {
  int handles = 1;
  Mass handle;
  std::vector<CountedMass> plates;  ///< pieces owned in all
};

/// A machine or cable stack: first and last load and the step between.
struct Stack {
  Mass lightest;
  Mass heaviest;
  Mass step;
};

/// An object at home with its mass and how many there are.
struct HouseholdLoad {
  std::string name;  ///< as said back: "400 g tin"
  Mass mass;
  int count = 1;
};

/// What the person owns.
struct Inventory {
  std::vector<std::string> things;     ///< equipment ids, loads included
  std::vector<CountedMass> dumbbells;  ///< fixed pieces
  std::optional<AdjustableDumbbells> adjustable;
  std::vector<CountedMass> kettlebells;
  std::optional<Barbell> barbell;
  std::vector<Band> bands;
  std::map<std::string, Stack> stacks;  ///< by equipment id: cable, row-machine, ...
  std::vector<HouseholdLoad> household;
};

/// Where it hurts, from the center outward (rules 6.1).
enum class Site { BackOnly, Buttock, BelowKnee, Foot };
const std::vector<std::string>& site_words();

struct Pain {
  int now = 0;               ///< 0 to 10
  std::optional<int> usual;  ///< 0 to 10; without it no flare can be told from `now`
  std::optional<Site> site;  ///< farthest place of the pain now
  std::optional<Site> usual_site;
  std::optional<double> weeks;      ///< since it began
  std::optional<int> age_at_first;  ///< [years]
  bool says_flare = false;          ///< the person says: this is a flare
};

using BloodPressure = std::pair<int, int>;  ///< [mmHg] systolic, diastolic

/// What a doctor or physiotherapist said after a look (rules 10.1).
struct Clearance {
  std::optional<Date> date;
  std::string who;
  std::string limits;
};

using Answer = std::variant<bool, int, BloodPressure, Clearance>;

/// Highest levels that a therapist allows, and what else they said.
struct TherapistLimits {
  std::string name;
  std::optional<Date> date;
  std::optional<Date> cleared_until;
  std::vector<std::string> allowed;  ///< when not empty: these exercises only
  std::vector<std::string> forbidden;
  std::map<Property, int> caps;
  std::optional<Mass> load_cap;
  std::optional<int> least_reserve;
};

/// A set done in the last week.
struct PastSet {
  std::string exercise;
  int sets = 1;
  int reps = 0;  ///< repetitions, or seconds of a hold
  std::optional<Mass> load;
  std::optional<int> reserve;   ///< repetitions left
  std::optional<int> days_ago;  ///< 0 is today
};

/// Minutes of something done every week, or on named days.
struct Habit {
  std::string activity;       ///< id of data/activities.toml
  double minutes = 0.0;       ///< [min] each time
  std::vector<int> weekdays;  ///< when; empty: spread, `times` a week
  int times = 1;
};

struct Walks {
  std::optional<double> symptom_free_min;  ///< [min] that can be walked without trouble
  double last_week_min = 0.0;
};

struct Lifestyle {  ///< the trainer's questions (S13)
  std::optional<double> mattress_years;
  std::string mattress;  ///< "soft", "medium-firm", ...
  std::string changed;   ///< exercises or loads changed in the last week
  std::string stretching;
};

/// A checked person.  Only the readers of read_person.h make one from a file.
struct Person {
  std::string file;
  std::string name;
  Sex sex = Sex::Female;
  int age = 0;
  Length height;
  Mass mass;
  std::string country;
  Units units = Units::Metric;

  Level level = Level::Novice;
  std::optional<double> weeks_since_training;  ///< nothing: never trained, or not said
  bool never_trained = false;                  ///< the person says so
  std::vector<Goal> goals;                     ///< first is the first goal

  std::vector<TrainingDay> days;      ///< in order of the week
  std::optional<int> days_per_week;   ///< the person's wish
  bool wants_identical_days = false;  ///< refuse a split
  int minutes = 40;                   ///< [min] per session
  int wake_min = 7 * 60;              ///< [min] after midnight
  std::optional<Date> start;

  Inventory inventory;
  bool can_use_floor = true;                ///< gets down to the floor and up again
  bool chair_only = false;                  ///< everything seated
  std::map<Property, int> limits;           ///< highest levels that the person allows
  std::vector<std::string> conditions;      ///< condition ids
  std::map<std::string, Answer> screening;  ///< by red-flag id
  std::vector<std::string> skipped;         ///< red-flag ids answered with "skip"
  Pain pain;
  std::optional<TherapistLimits> therapist;
  std::map<std::string, int> soreness;  ///< muscle id -> 0 to 10
  std::optional<double> sleep_h;
  std::vector<std::string> liked, disliked, locked;  ///< exercise ids
  std::vector<PastSet> past_sets;
  std::vector<Habit> habits;  ///< walking and chores, weekly
  Walks walks;
  Lifestyle lifestyle;

  std::vector<std::string> assumptions;  ///< every default that stood in, as a sentence
};

bool has_goal(const Person& person, Goal goal);
double bmi(const Person& person);  ///< [kg/m^2]

}  // namespace strongback
