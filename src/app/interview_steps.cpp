#include "app/interview_steps.h"

#include "base/text.h"

namespace strongback {
namespace {

/// True when `answers` has a value for `id` that is neither left out nor `zero`.
bool says(const Answers& answers, std::string_view id, std::string_view zero = "") {
  const auto found = answers.find(id);
  return found != answers.end() && !found->second.empty() && found->second != zero;
}

bool owns(const Answers& answers, std::string_view thing) {
  const auto found = answers.find("equipment.have");
  return found != answers.end() &&
         found->second.find('"' + std::string(thing) + '"') != std::string::npos;
}

bool has_pain(const Answers& answers) { return says(answers, "pain.now", "0"); }
bool has_handles(const Answers& answers) {
  return says(answers, "equipment.adjustable.handles", "0");
}
bool has_therapist(const Answers& answers) { return says(answers, "therapist.name"); }
bool has_mattress_age(const Answers& answers) { return says(answers, "lifestyle.mattress_years"); }
bool has_or_had_pain(const Answers& answers) {
  return has_pain(answers) || says(answers, "pain.usual", "0");
}

std::vector<Step> steps_of_self() {
  return {
      {"name", Form::Text, "What may I call you?", "", "", true, {}},
      {"sex",
       Form::Words,
       "Are you a woman or a man? It sets the first loads and some questions.",
       "",
       "",
       false,
       {"female", "male"}},
      {"age", Form::Whole, "How old are you?", "such as 54", "", false, {}},
      {"country",
       Form::Text,
       "In which country do you live? It decides whom to call. Two letters.",
       "such as GB or US",
       "",
       true,
       {}},
      {"units", Form::Words, "Which units do you read?", "", "", true, {"metric", "imperial"}},
      {"height", Form::Text, "How tall are you?", "such as 168 cm or 5 ft 6 in", "", true, {}},
      {"mass", Form::Text, "How much do you weigh?", "such as 64 kg or 140 lb", "", true, {}},
  };
}

std::vector<Step> steps_of_pain() {
  return {
      {"pain.now",
       Form::Whole,
       "How much does your back or leg hurt now, from 0 (not) to 10?",
       "",
       "0",
       true,
       {}},
      {"pain.usual", Form::Whole, "And as a rule, from 0 to 10?", "", "0", true, {}},
      {"pain.where",
       Form::Words,
       "How far does the pain reach now?",
       "",
       "back",
       true,
       {"back", "buttock", "below-knee", "foot"},
       has_pain},
      {"pain.usual_where",
       Form::Words,
       "And how far as a rule?",
       "",
       "back",
       true,
       {"back", "buttock", "below-knee", "foot"},
       has_pain},
      {"pain.began",
       Form::Text,
       "When did it begin?",
       "such as 6 weeks ago",
       "",
       true,
       {},
       has_or_had_pain},
      {"pain.age_at_first",
       Form::Whole,
       "How old were you when your back first hurt?",
       "",
       "",
       true,
       {},
       has_or_had_pain},
  };
}

std::vector<Step> steps_of_health() {
  return {
      {"conditions",
       Form::List,
       "Has a doctor named a condition of yours? Write the ids, with commas between; 'list' shows "
       "them.",
       "such as lbp-chronic, knee-kneeling",
       "none",
       true,
       {}},
      {std::string(kScreeningStep), Form::Text, "", "", "", true, {}},
      {"body.can_use_floor",
       Form::YesNo,
       "Can you get down to the floor and up again?",
       "",
       "yes",
       true,
       {}},
      {"body.chair_only", Form::YesNo, "Should everything be done on a chair?", "", "no", true, {}},
  };
}

std::vector<Step> steps_of_equipment() {
  const auto with = [](std::string thing) {
    return [thing = std::move(thing)](const Answers& answers) { return owns(answers, thing); };
  };
  return {
      {"equipment.have",
       Form::List,
       "What do you have to train with? Write the ids, with commas between; 'list' shows them.",
       "such as chair, dumbbell, household",
       "none",
       true,
       {}},
      {"equipment.dumbbells",
       Form::List,
       "Which dumbbells? Those that take plates come next.",
       "such as 2 x 3 kg, 8 kg; or none",
       "",
       false,
       {},
       with("dumbbell")},
      {"equipment.adjustable.handles",
       Form::Whole,
       "How many dumbbell handles that take plates do you have?",
       "such as 2",
       "0",
       true,
       {},
       with("dumbbell")},
      {"equipment.adjustable.handle",
       Form::Text,
       "How heavy is one handle alone?",
       "",
       "2 kg",
       true,
       {},
       has_handles},
      {"equipment.adjustable.plates",
       Form::List,
       "Which plates do you have for them, all pieces counted?",
       "such as 4 x 1.25 kg, 4 x 2.5 kg",
       "none",
       true,
       {},
       has_handles},
      {"equipment.band",
       Form::Bands,
       "Which bands? A name each, and the force where it is printed.",
       "such as red, black 180 N",
       "",
       true,
       {},
       with("band")},
  };
}

std::vector<Step> steps_of_other_loads() {
  const auto with = [](std::string thing) {
    return [thing = std::move(thing)](const Answers& answers) { return owns(answers, thing); };
  };
  return {
      {"equipment.kettlebells",
       Form::List,
       "Which kettlebells?",
       "such as 8 kg",
       "",
       false,
       {},
       with("kettlebell")},
      {"equipment.barbell.bar",
       Form::Text,
       "How heavy is the bar alone?",
       "",
       "20 kg",
       true,
       {},
       with("barbell")},
      {"equipment.barbell.plates",
       Form::List,
       "Which plates?",
       "such as 2 x 5 kg, 4 x 2.5 kg",
       "none",
       true,
       {},
       with("barbell")},
      {"equipment.household",
       Form::Household,
       "Which things at home could you hold? Ids ('list' shows them) or a name and a weight.",
       "such as 2 x tin-400g, bag of rice 1 kg",
       "",
       false,
       {},
       with("household")},
  };
}

std::vector<Step> steps_of_training() {
  return {
      {"training.level",
       Form::Words,
       "How much have you trained with weights?",
       "",
       "novice",
       true,
       {"gentle", "novice", "intermediate", "advanced"}},
      {"training.last_trained",
       Form::Text,
       "When did you last train?",
       "such as never, or 6 weeks ago",
       "",
       true,
       {}},
      {"training.goals",
       Form::List,
       "What is it for? The first counts most.",
       "of health, strength, muscle, endurance, posture, pain-aware",
       "health",
       true,
       {}},
      {"time.days",
       Form::List,
       "On which days could you train?",
       "such as monday, thursday",
       "",
       true,
       {}},
      {"time.at", Form::Text, "At what time?", "", "18:00", true, {}},
      {"time.minutes", Form::Whole, "How many minutes for one session?", "", "40", true, {}},
      {"time.wake", Form::Text, "When do you get up?", "", "07:00", true, {}},
      {"walking.last_week_minutes",
       Form::Whole,
       "How many minutes did you walk last week?",
       "",
       "",
       true,
       {}},
  };
}

std::vector<Step> steps_of_therapist() {
  return {
      {"therapist.name",
       Form::Text,
       "Did a therapist or doctor set limits for you? Who?",
       "such as T. Okafor; Enter when nobody did",
       "",
       true,
       {}},
      {"therapist.forbidden",
       Form::List,
       "Which exercises did they forbid? Ids; 'list' shows them.",
       "such as knee-to-chest",
       "",
       true,
       {},
       has_therapist},
      {"therapist.load_cap",
       Form::Text,
       "The heaviest load that they allow in one hand?",
       "such as 2 kg",
       "",
       true,
       {},
       has_therapist},
  };
}

/// The trainer's questions, and what one likes; each may be left out.
std::vector<Step> steps_of_habits() {
  return {
      {"lifestyle.changed",
       Form::Text,
       "Which exercises or loads did you change in the last week?",
       "such as heavier rows",
       "nothing",
       true,
       {}},
      {"lifestyle.stretching",
       Form::Text,
       "What do you stretch?",
       "such as hamstrings",
       "",
       true,
       {}},
      {"lifestyle.mattress_years",
       Form::Whole,
       "How many years old is your mattress?",
       "such as 8",
       "",
       true,
       {}},
      {"lifestyle.mattress",
       Form::Words,
       "And of what kind is it?",
       "",
       "",
       true,
       {"soft", "medium", "medium-firm", "firm"},
       has_mattress_age},
      {"week.activity",
       Form::Chores,
       "Which chores do you do every week, how often and for how many minutes? 'list' shows the "
       "ids.",
       "such as kitchen-work 5 x 40",
       "",
       true,
       {}},
      {"preferences.liked",
       Form::List,
       "Which exercises do you like? Ids; 'list' shows them.",
       "such as bird-dog",
       "",
       true,
       {}},
      {"preferences.disliked",
       Form::List,
       "And which do you not want to do?",
       "such as plank-forearm",
       "",
       true,
       {}},
  };
}

Form form_of(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::Count:
    case AnswerKind::Minutes:
    case AnswerKind::Scale:
      return Form::Whole;
    case AnswerKind::BloodPressure:
      return Form::Pressure;
    case AnswerKind::Cleared:
      return Form::Clearance;
    case AnswerKind::YesNo:
    case AnswerKind::YesNoSkip:
    case AnswerKind::Derived:
      break;
  }
  return Form::YesNo;
}

std::string example_of(Form form) {
  switch (form) {
    case Form::Whole:
      return "a number, or skip";
    case Form::Pressure:
      return "such as 128/82, or skip";
    case Form::Clearance:
      return "such as 2026-11-20, Dr. Lind, no heavy lifting; or no";
    default:
      return "yes, no, or skip";
  }
}

}  // namespace

const std::vector<Step>& interview_steps() {
  static const std::vector<Step> kSteps = [] {
    std::vector<Step> all;
    for (const auto& part :
         {steps_of_self(), steps_of_pain(), steps_of_health(), steps_of_therapist(),
          steps_of_equipment(), steps_of_other_loads(), steps_of_training(), steps_of_habits()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return kSteps;
}

Step screening_step(const RedFlag& flag) {
  Step step;
  step.id = "screening." + flag.id;
  step.form = form_of(flag.answer);
  step.question = flag.question;
  step.example = example_of(step.form);
  step.has_fallback = false;
  return step;
}

}  // namespace strongback
