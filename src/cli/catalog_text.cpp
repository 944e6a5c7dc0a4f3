#include "cli/catalog_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "cli/page.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

std::string level_name(int level) {
  constexpr std::array<std::string_view, 4> kNames = {"gentle", "novice", "intermediate",
                                                      "advanced"};
  return std::string(kNames.at(static_cast<std::size_t>(std::clamp(level, 0, 3))));
}

std::map<std::string, double> works_of(const Exercise& exercise) {
  std::map<std::string, double> works;
  for (const Share& share : set_credits(exercise)) works[share.muscle] = share.credit;
  return works;
}

/// The muscles in the entry, also where its sets do not count as training.
std::map<std::string, double> touches_of(const Exercise& exercise) {
  std::map<std::string, double> works;
  for (const Share& share : exercise.shares) works[share.muscle] = share.credit;
  return works;
}

std::string thing_name(const std::string& id, const Catalog& catalog) {
  const Equipment* thing = find_equipment(catalog, id);
  return thing == nullptr ? id : thing->name;
}

std::string equipment_text(const Exercise& exercise, const Catalog& catalog) {
  std::vector<std::string> alternatives;
  for (const auto& needed : exercise.equipment) {
    std::vector<std::string> names;
    for (const std::string& id : needed) names.push_back(thing_name(id, catalog));
    if (names.empty()) return "nothing";
    alternatives.push_back(listed(names));
  }
  return alternatives.empty() ? "nothing" : joined(alternatives, ", or ");
}

std::string usual_dose(const Exercise& exercise) {
  PlannedExercise dose;
  dose.sets = exercise.default_sets;
  dose.sides = exercise.sides();
  switch (exercise.mode) {
    case Mode::Reps:
      dose.reps = exercise.dose;
      break;
    case Mode::Hold:
    case Mode::Time:
      dose.hold_s = exercise.dose;
      dose.holds = exercise.mode == Mode::Hold ? exercise.hold_reps : 1;
      break;
    case Mode::Distance:
      dose.distance_m = exercise.dose;
      break;
  }
  return dose_text(dose);
}

std::string tempo_text(const Tempo& tempo) {
  if (tempo.repetition_s() == 0) return "";
  std::vector<std::string> beats = {fmt::format("lower in {} s", tempo.lower_s)};
  if (tempo.bottom_s > 0) beats.push_back(fmt::format("wait {} s", tempo.bottom_s));
  beats.push_back(fmt::format("lift in {} s", tempo.lift_s));
  if (tempo.top_s > 0) beats.push_back(fmt::format("hold {} s", tempo.top_s));
  return joined(beats, ", ");
}

void write_neighbors(Page& page, const std::string& label, const std::vector<std::string>& ids,
                     const Catalog& catalog) {
  if (ids.empty()) return;
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const Exercise* exercise = find_exercise(catalog, id);
    names.push_back(exercise == nullptr ? id : fmt::format("{} ({})", exercise->name, id));
  }
  page.paragraph(label + ": " + joined(names, ", "), 4, Ink::Plain, 2);
}

void write_demands(Page& page, const Exercise& exercise) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const auto property = static_cast<Property>(i);
    const int level = exercise.demands[i];
    if (level == 0) continue;
    const std::string scale = is_position(property) ? "" : fmt::format("{} of 3", level);
    rows.push_back({{capitalized(spoken(property)), level_words_for(property, level), scale}, {}});
  }
  page.heading("What it asks of your back");
  if (rows.empty()) return page.paragraph("Next to nothing.", 2);
  page.table({{"What", false, true}, {"How much"}, {"Level"}}, rows, 2);
}

/// Whose share of a set a plan asks the model for, as a sentence; "" where it asks for none.
std::string model_text(const Exercise& exercise, const Catalog& catalog) {
  const auto dose = middle_dose(exercise, catalog);
  if (!dose) return "";
  std::set<std::string> touched;
  for (const Share& share : exercise.shares) touched.insert(share.muscle);
  for (const Share& share : model_shares(*dose, catalog)) touched.insert(share.muscle);
  std::vector<std::string> names;
  for (const Muscle& muscle : catalog.muscles) {
    if (muscle.trusts_model && touched.contains(muscle.id)) names.push_back(muscle.short_name);
  }
  if (names.empty()) return "";
  return " They are the catalog's list; in a plan, the model sets those of " + listed(names) +
         " for your body and load.";
}

}  // namespace

std::string exercises_text(const std::vector<const Exercise*>& exercises, const Catalog& catalog,
                           Terminal terminal) {
  Page page(terminal);
  if (exercises.empty()) {
    page.paragraph("No exercise fits all of that. Take out one condition and look again.");
    return page.text();
  }
  std::vector<Row> rows;
  for (const Exercise* exercise : exercises) {
    const std::string works = works_text(works_of(*exercise), catalog);
    const std::string& kind = stimulus_words().at(static_cast<std::size_t>(exercise->stimulus));
    rows.push_back({{exercise->name, exercise->id, level_name(exercise->level)},
                    {works.empty() ? kind + ", not counted as training" : "works " + works}});
  }
  page.table({{"Exercise", false, true}, {"Id", false, true}, {"Level"}}, rows);
  page.blank();
  page.paragraph(fmt::format("{}. 'strongback exercise ID' shows one.",
                             counted(static_cast<long>(exercises.size()), "exercise")),
                 0, Ink::Dim);
  return page.text();
}

void write_works(Page& page, const Exercise& exercise, const Catalog& catalog) {
  page.heading("What it works");
  const std::string works = works_text(works_of(exercise), catalog);
  if (works.empty()) {
    std::vector<std::string> names;
    for (const auto& [muscle, credit] : touches_of(exercise)) {
      names.push_back(short_name(muscle, catalog));
    }
    page.paragraph(names.empty() ? "No muscle in particular." : joined(names, ", "), 2);
    page.paragraph("It is no strength training: its sets are not counted.", 2, Ink::Dim);
  } else {
    page.paragraph(works, 2);
    page.paragraph("Each number is the share of one set that counts for the muscle." +
                       model_text(exercise, catalog),
                   2, Ink::Dim);
  }
  write_verdicts(page, exercise, catalog);
}

void write_verdicts(Page& page, const Exercise& exercise, const Catalog& catalog) {
  for (const Disagreement& one : disagreements(exercise, catalog)) {
    if (!one.verdict) continue;
    page.bullet(
        sentence(one.text) + " " + sentence(spoken(one.verdict->right) + ": " + one.verdict->why),
        2);
  }
}

void write_how(Page& page, const Exercise& exercise, const Catalog& catalog) {
  page.title(exercise.name);
  page.paragraph(exercise.summary);
  page.blank();
  std::vector<std::string> positions = exercise.positions;
  std::transform(positions.begin(), positions.end(), positions.begin(), spaced);
  page.paragraph("Level: " + level_name(exercise.level), 2);
  if (!positions.empty()) page.paragraph("Position: " + joined(positions, " or "), 2);
  page.paragraph("Needs: " + equipment_text(exercise, catalog), 4, Ink::Plain, 2);
  page.paragraph("Usual dose: " + usual_dose(exercise) + ", rest " + rest_text(exercise.rest_s), 2);
  const std::string tempo = tempo_text(exercise.tempo);
  if (!tempo.empty()) page.paragraph("Each repetition: " + tempo, 2);
  if (!exercise.cues.empty()) page.heading("How it is done");
  for (const std::string& cue : exercise.cues) page.bullet(cue, 2);
}

void write_asks(Page& page, const Exercise& exercise, const Catalog& catalog) {
  write_demands(page, exercise);
  if (!exercise.easier.empty() || !exercise.harder.empty()) page.heading("Its relatives");
  write_neighbors(page, "Easier", exercise.easier, catalog);
  write_neighbors(page, "Harder", exercise.harder, catalog);
  if (!exercise.note.empty()) {
    page.heading("Note");
    page.paragraph(exercise.note, 2);
  }
  page.blank();
  page.paragraph("Source: " + exercise.source, 0, Ink::Dim);
}

std::string exercise_text(const Exercise& exercise, const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  write_how(page, exercise, catalog);
  write_works(page, exercise, catalog);
  write_asks(page, exercise, catalog);
  return page.text();
}

std::string muscles_text(const std::vector<MuscleView>& muscles, bool was_named, Terminal terminal,
                         const Catalog& catalog) {
  Page page(terminal);
  if (!was_named) {
    std::vector<Row> rows;
    for (const MuscleView& view : muscles) {
      std::vector<std::string> best;
      for (const auto& worker : view.worked_by) {
        if (best.size() < 3 && worker.credit >= 1.0) best.push_back(worker.exercise->name);
      }
      std::vector<std::string> below;
      if (!best.empty()) below.push_back("for example: " + joined(best, ", "));
      rows.push_back({{short_name(view.muscle->id, catalog), view.muscle->moves,
                       fmt::format("{}", view.worked_by.size())},
                      below});
    }
    page.table({{"Muscle", false, true}, {"What it does", false, true}, {"Exercises", true}}, rows);
    page.blank();
    page.paragraph("'strongback muscles MUSCLE' lists every exercise that works one.", 0, Ink::Dim);
    return page.text();
  }
  for (const MuscleView& view : muscles) {
    page.blank();
    page.title(view.muscle->name);
    page.paragraph(capitalized(view.muscle->moves) + ".");
    page.blank();
    std::vector<Row> rows;
    for (const auto& worker : view.worked_by) {
      rows.push_back(
          {{worker.exercise->name, credit_text(worker.credit), worker.exercise->id}, {}});
    }
    if (rows.empty()) {
      page.paragraph("No exercise of the catalog counts for it.", 2);
    } else {
      page.table({{"Exercise", false, true}, {"Of a set"}, {"Id", false, true}}, rows, 2);
    }
  }
  return page.text();
}

}  // namespace strongback
