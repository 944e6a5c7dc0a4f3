#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/bands.h"
#include "catalog/condition.h"
#include "catalog/dose.h"
#include "catalog/exercise.h"
#include "catalog/red_flag.h"
#include "catalog/rule.h"

namespace strongback {

/// One muscle of the vocabulary (data/muscles.toml).
struct Muscle {
  std::string id;
  std::string name;
  std::string short_name;  ///< as people say it: "lats"
  std::string group;       ///< "upper-back", "erector-spinae", ...
  bool is_back = false;
  bool trusts_model = false;  ///< the model sets its credit where an exercise is simulated
  double full_effort = 0.0;   ///< [-]  what the model has it do in the exercise that works it
                              ///< hardest, see `effort_of`; 0: nothing to compare with
  std::string moves;          ///< what it does, for people
  std::string source;
};

/// A thing that exercises need (data/equipment.toml): "dumbbell", "chair", "mat", ...
struct Equipment {
  std::string id;
  std::string name;         ///< with its article: "a chair that cannot slide"
  bool is_load = false;     ///< its mass is chosen (dumbbell, barbell, household, ...)
  bool is_assumed = false;  ///< everybody has it unless the file says no: wall, bed, mat, counter
  std::string source;
};

/// An everyday object with a mass (rules 4.6).
struct HouseholdObject {
  std::string id;
  std::string name;  ///< "400 g tin"
  Mass mass;
  std::string source;
};

/// An activity with its energy cost (data/activities.toml).
struct Activity {
  std::string id;  ///< kebab-case, e.g. "weeding"
  std::string code_2024;
  double met = 1.0;  ///< [MET]
  std::string group;
  std::string label;
  bool is_back_load = false;  ///< bends, turns or lifts (rules 5.10)
  std::string source;
};

/// Whom to call in one country (rules 10.10).
struct Country {
  std::string code;  ///< "GB"; "" is the fallback
  std::string name;
  std::string emergency_number;
  std::string emergency_department;
  std::string urgent_line;
  std::string doctor;
  std::string source;
};

/// A cell of a template is the article's own or filled in by us.
struct TemplateCell {
  std::string value;  ///< as shown: "3", "6-12", "30 s"
  bool is_filled = false;
  std::string rule;  ///< id of the rule that filled it; empty for the article's own
};

struct TemplateRow {
  int number = 0;
  TemplateCell exercise;             ///< value is the name as shown
  std::string id;                    ///< exercise id; for an open slot the default
  std::vector<std::string> choices;  ///< other exercises for an open slot; empty otherwise
  TemplateCell sets, reps, rest;
  int rest_s = 0;
};

/// A published workout table (data/templates/).
struct Template {
  std::string id;
  std::string name;
  std::string source;
  std::vector<TemplateRow> rows;
};

/// Somebody else's catalog of exercises in its words and ours (data/score/), so that the two can be
/// held side by side.
struct RivalWords {
  /// One of its words for muscles.
  struct Word {
    std::vector<std::string> says;     ///< the word as its files have it; the first is shown
    std::vector<std::string> muscles;  ///< ids of all that it may mean
  };
  /// Names of its exercises that are one of ours.
  struct Match {
    std::string exercise;  ///< id
    std::vector<std::string> names;
  };
  std::string rival;  ///< "free-exercise-db"
  std::vector<Word> words;
  std::vector<Match> matches;
};

/// Everything that experts edit, read and checked.  Vectors keep the order of the files.
struct Catalog {
  std::vector<Exercise> exercises;  ///< by id
  std::vector<Muscle> muscles;
  std::vector<Equipment> equipment;
  std::vector<HouseholdObject> household;
  std::vector<Activity> activities;
  std::vector<Country> countries;
  std::vector<Condition> conditions;
  CapLevels cap_levels;
  std::vector<RedFlag> red_flags;
  std::vector<Template> templates;
  std::vector<RivalWords> rivals;
  DoseSurfaces doses;  ///< what is not here is not simulated
  BandsOf bands;       ///< how far what the model says of them may be off
  Rules rules;
};

/// Credit of one set for each muscle, before the rule of its stimulus (rule "model-credit"): by its
/// effort beside that in the exercise that works it hardest.  Muscles without credit are left out.
std::vector<Share> model_shares(const Dose& dose, const Catalog& catalog);

/// Credit of one set of `exercise` for each muscle, before the rule of its stimulus (rule
/// "model-credit"): what `dose` gives the muscles with which the model is trusted, and what the
/// exercise's own list says of all others.  Without a dose, the list.
std::vector<Share> counted_shares(const Exercise& exercise, const std::optional<Dose>& dose,
                                  const Catalog& catalog);

/// The dose of the body in the middle of what was fitted, men first, a man in his twenties, with
/// 70 % of the greatest load that was fitted; nothing when the exercise is not simulated.
std::optional<Dose> middle_dose(const Exercise& exercise, const Catalog& catalog);

/// A muscle of which an exercise's own list and the model say different things.
struct Disagreement {
  std::string exercise;
  std::string muscle;
  std::string text;                ///< "the model works the ..., the list does not name it"
  std::optional<Verdict> verdict;  ///< who is right; nothing: nobody has said
};

/// The disagreements about `exercise`: a muscle to which list and model give three quarters of a
/// set more or less than the other.  Asked for the middle dose; what is not simulated has none, nor
/// has a muscle that the model does not know.
std::vector<Disagreement> disagreements(const Exercise& exercise, const Catalog& catalog);

/// Those of every exercise.
std::vector<Disagreement> disagreements(const Catalog& catalog);

/// A verdict where list and model do not disagree, or no longer.
struct IdleVerdict {
  std::string exercise;
  std::string muscle;
};
std::vector<IdleVerdict> idle_verdicts(const Catalog& catalog);

/// Reads and checks the whole data folder; every problem of every file at once.
Checked<Catalog> read_catalog(const std::string& folder);

/// The folder of the data files: $STRONGBACK_DATA, or the one that the program was built with.
std::string data_folder();

const Exercise* find_exercise(const Catalog& catalog, std::string_view id);
const Muscle* find_muscle(const Catalog& catalog, std::string_view id);
const Equipment* find_equipment(const Catalog& catalog, std::string_view id);
const Condition* find_condition(const Catalog& catalog, std::string_view id);
const RedFlag* find_red_flag(const Catalog& catalog, std::string_view id);
const Activity* find_activity(const Catalog& catalog, std::string_view id);
const Template* find_template(const Catalog& catalog, std::string_view id);
const HouseholdObject* find_household(const Catalog& catalog, std::string_view id);
const RivalWords* find_rival(const Catalog& catalog, std::string_view rival);
/// The country of `code`, or the fallback.
const Country& country_of(const Catalog& catalog, std::string_view code);

/// Ids in file order, for "did you mean".
std::vector<std::string> exercise_ids(const Catalog& catalog);
std::vector<std::string> muscle_ids(const Catalog& catalog);
std::vector<std::string> equipment_ids(const Catalog& catalog);
std::vector<std::string> condition_ids(const Catalog& catalog);
std::vector<std::string> red_flag_ids(const Catalog& catalog);
std::vector<std::string> activity_ids(const Catalog& catalog);
std::vector<std::string> household_ids(const Catalog& catalog);

}  // namespace strongback
