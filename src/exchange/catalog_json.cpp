#include "exchange/json.h"
#include "exchange/json_parts.h"

namespace strongback {
namespace {

template <class Enum>
const std::string& word(const std::vector<std::string>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

Json dose_json(const Exercise& exercise) {
  Json dose{{"mode", word(mode_words(), exercise.mode)}, {"sets", exercise.default_sets}};
  switch (exercise.mode) {
    case Mode::Reps:
      dose["reps"] = span_json(exercise.dose);
      break;
    case Mode::Hold:
      dose["hold_s"] = span_json(exercise.dose);
      dose["holds"] = span_json(exercise.hold_rep_range);
      break;
    case Mode::Distance:
      dose["distance_m"] = span_json(exercise.dose);
      break;
    case Mode::Time:
      dose["time_s"] = span_json(exercise.dose);
      break;
  }
  dose["rest_s"] = exercise.rest_s;
  return dose;
}

Json works_json(const Exercise& exercise) {
  Json credits = Json::object();
  for (const Share& share : set_credits(exercise)) credits[share.muscle] = rounded(share.credit, 2);
  return credits;
}

Json demands_json(const Exercise& exercise) {
  Json demands = Json::object();
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    demands[property_words().at(i)] = exercise.demands[i];
  }
  return demands;
}

Json verdicts_json(const Exercise& exercise) {
  Json verdicts = Json::array();
  for (const Verdict& verdict : exercise.verdicts) {
    verdicts.push_back({{"muscle", verdict.muscle},
                        {"right", word(right_words(), verdict.right)},
                        {"why", verdict.why}});
  }
  return verdicts;
}

}  // namespace

Json exercise_object(const Exercise& exercise) {
  const Tempo& tempo = exercise.tempo;
  return {{"id", exercise.id},
          {"name", exercise.name},
          {"summary", exercise.summary},
          {"pattern", word(pattern_words(), exercise.pattern)},
          {"stimulus", word(stimulus_words(), exercise.stimulus)},
          {"level", exercise.level},
          {"positions", exercise.positions},
          {"equipment", exercise.equipment},
          {"sides", exercise.sides()},
          {"laterality", word(laterality_words(), exercise.laterality)},
          {"dose", dose_json(exercise)},
          {"tempo_s", Json::array({tempo.lower_s, tempo.bottom_s, tempo.lift_s, tempo.top_s})},
          {"load_basis", word(load_basis_words(), exercise.load_basis)},
          {"works", works_json(exercise)},
          {"verdicts", verdicts_json(exercise)},
          {"demands", demands_json(exercise)},
          {"easier", exercise.easier},
          {"harder", exercise.harder},
          {"met", rounded(exercise.met, 2)},
          {"in_article", exercise.in_article},
          {"cues", exercise.cues},
          {"note", exercise.note},
          {"source", exercise.source}};
}

std::string exercises_json(const std::vector<const Exercise*>& exercises) {
  Json list = Json::array();
  for (const Exercise* exercise : exercises) list.push_back(exercise_object(*exercise));
  return document_text({{"schema", "strongback.exercises/1"}, {"exercises", std::move(list)}});
}

std::string exercise_json(const Exercise& exercise) {
  return document_text(
      {{"schema", "strongback.exercise/1"}, {"exercise", exercise_object(exercise)}});
}

std::string muscles_json(const std::vector<MuscleView>& muscles) {
  Json list = Json::array();
  for (const MuscleView& view : muscles) {
    Json workers = Json::array();
    for (const auto& worker : view.worked_by) {
      workers.push_back({{"id", worker.exercise->id},
                         {"name", worker.exercise->name},
                         {"credit", rounded(worker.credit, 2)}});
    }
    list.push_back({{"id", view.muscle->id},
                    {"name", view.muscle->name},
                    {"group", view.muscle->group},
                    {"is_back", view.muscle->is_back},
                    {"moves", view.muscle->moves},
                    {"worked_by", std::move(workers)}});
  }
  return document_text({{"schema", "strongback.muscles/1"}, {"muscles", std::move(list)}});
}

}  // namespace strongback
