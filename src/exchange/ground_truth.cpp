#include "exchange/ground_truth.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "exchange/bands.h"
#include "exchange/csv.h"
#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kShareDigits = 4;
constexpr int kCreditDigits = 2;
constexpr int kNewtonDigits = 1;
constexpr int kMomentDigits = 2;
constexpr int kRatioDigits = 3;

/// A table that is written twice: as text with commas and as a list of objects.
struct Rows {
  std::vector<std::string> head;
  std::vector<std::vector<Json>> rows;  ///< null: no number, an empty cell
};

Json number(double value, int digits) { return rounded(value, digits); }
Json maybe(std::optional<double> value, int digits) {
  return value ? number(*value, digits) : Json(nullptr);
}

std::string cell_text(const Json& cell) {
  if (cell.is_null()) return "";
  if (cell.is_string()) return csv_cell(cell.get<std::string>());
  return cell.dump();
}

std::string csv_of(const Rows& table) {
  std::string text = joined(table.head, ",") + "\n";
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const Json& cell : row) cells.push_back(cell_text(cell));
    text += joined(cells, ",") + "\n";
  }
  return text;
}

Json objects_of(const Rows& table) {
  Json list = Json::array();
  for (const auto& row : table.rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) object[table.head[i]] = row[i];
    list.push_back(std::move(object));
  }
  return list;
}

/// Why an exercise has no figures; null where it has.
Json missing(const Simulation& set) {
  if (!set.outcome) return "not simulated";
  const NoAnswer* no = set.no_answer();
  return no == nullptr ? Json(nullptr) : Json(fmt::format("{} (at: {})", no->text, no->frame));
}

Rows exercises_table(const GroundTruth& truth) {
  Rows table{{"body", "exercise", "name", "ends", "load_kg", "load_from", "held_kg", "repetition_s",
              "standing_N", "guideline_N", "limited_by", "leaves_out", "no_figures"},
             {}};
  for (const TruthOf& body : truth.bodies) {
    for (const TiredSet& one : body.sets) {
      const Simulation& set = one.set;
      const ExerciseAnswer* answer = set.answer();
      const bool has = answer != nullptr;
      table.rows.push_back(
          {body.whose, set.exercise->id, set.name,
           set.outcome ? Json(word_of(one.ends)) : Json(nullptr), rounded_kg(set.load),
           word_of(set.load_from), rounded_kg(held_mass(*set.exercise, set.load)),
           has ? number(answer->repetition_s, kRatioDigits) : Json(nullptr),
           has ? number(answer->standing_N, kNewtonDigits) : Json(nullptr),
           number(in_newtons(set.guideline), kNewtonDigits),
           has && !answer->limited_by.empty() ? Json(answer->limited_by) : Json(nullptr),
           set.leaves_out.empty() ? Json(nullptr) : Json(set.leaves_out), missing(set)});
    }
  }
  return table;
}

void add_muscle_rows(Rows& table, const std::string& whose, const Simulation& set,
                     const Muscle& muscle) {
  const ExerciseAnswer* answer = set.answer();
  const auto found = set.credit.find(muscle.id);
  const Json credit = found == set.credit.end() ? Json(0.0) : number(found->second, kCreditDigits);
  const Json from = set.credit_by_model.contains(muscle.id) ? "model" : "list";
  for (const bool is_left : {true, false}) {
    std::vector<Json> row = {whose, set.exercise->id, muscle.id, is_left ? "left" : "right"};
    const bool is_known = answer != nullptr && answer->muscles.contains(muscle.id);
    if (is_known) {
      const MuscleWork& work = answer->muscles.at(muscle.id);
      const SideWork& side = is_left ? work.left : work.right;
      for (const double value : {side.mean, side.peak, side.share}) {
        row.push_back(number(value, kShareDigits));
      }
      row.push_back(maybe(muscle_band(*answer, muscle.id), kRatioDigits));
    } else {
      row.insert(row.end(), 4, Json(nullptr));
    }
    row.push_back(credit);
    row.push_back(from);
    table.rows.push_back(std::move(row));
  }
}

Rows muscles_table(const GroundTruth& truth, const Catalog& catalog) {
  Rows table{{"body", "exercise", "muscle", "side", "mean", "peak", "share", "band", "credit",
              "credit_from"},
             {}};
  for (const TruthOf& body : truth.bodies) {
    for (const TiredSet& one : body.sets) {
      for (const Muscle& muscle : catalog.muscles) {
        add_muscle_rows(table, body.whose, one.set, muscle);
      }
    }
  }
  return table;
}

std::vector<Json> disc_cells(const ExerciseAnswer& answer, std::size_t i) {
  const DiscLoad& disc = answer.discs[i];
  return {number(disc.compression_N.mean, kNewtonDigits),
          number(disc.compression_N.peak, kNewtonDigits),
          number(disc.shear_N.mean, kNewtonDigits),
          number(disc.shear_N.peak, kNewtonDigits),
          number(disc.twist_Nm.peak, kMomentDigits),
          number(disc.relative_to_standing, kRatioDigits),
          number(disc.share_of_guideline, kRatioDigits),
          number(disc_band(answer, i), kRatioDigits)};
}

Rows discs_table(const GroundTruth& truth) {
  Rows table{
      {"body", "exercise", "disc", "compression_mean_N", "compression_peak_N", "shear_mean_N",
       "shear_peak_N", "twist_peak_Nm", "relative_to_standing", "share_of_guideline", "band"},
      {}};
  for (const TruthOf& body : truth.bodies) {
    for (const TiredSet& one : body.sets) {
      const ExerciseAnswer* answer = one.set.answer();
      for (std::size_t i = 0; i < kDiscNames.size(); ++i) {
        std::vector<Json> row = {body.whose, one.set.exercise->id, std::string(kDiscNames[i])};
        const auto cells =
            answer == nullptr ? std::vector<Json>(8, Json(nullptr)) : disc_cells(*answer, i);
        row.insert(row.end(), cells.begin(), cells.end());
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

Json metadata_of(const GroundTruth& truth) {
  Json bodies = Json::array();
  for (const TruthOf& body : truth.bodies) {
    const Person& person = body.person;
    bodies.push_back({{"id", body.whose},
                      {"sex", person.sex == Sex::Male ? "male" : "female"},
                      {"age", person.age},
                      {"height_m", rounded(person.height.si(), kRatioDigits)},
                      {"mass_kg", rounded_kg(person.mass)},
                      {"exercises", body.sets.size()}});
  }
  return {{"schema", "strongback.ground-truth/1"},
          {"model", truth.model},
          {"license", "Apache-2.0"},
          {"cite", "The Strongback authors. Strongback ground truth of back exercises, model " +
                       truth.model + ", schema strongback.ground-truth/1. See CITATION.cff."},
          {"documented_in", "docs/ground-truth.md"},
          {"bodies", std::move(bodies)}};
}

}  // namespace

std::vector<TextFile> truth_files(const GroundTruth& truth, const Catalog& catalog) {
  const Rows exercises = exercises_table(truth);
  const Rows muscles = muscles_table(truth, catalog);
  const Rows discs = discs_table(truth);
  const Json metadata = metadata_of(truth);
  Json all = metadata;
  all["exercises"] = objects_of(exercises);
  all["muscles"] = objects_of(muscles);
  all["discs"] = objects_of(discs);
  return {{"metadata.json", document_text(metadata)},
          {"exercises.csv", csv_of(exercises)},
          {"muscles.csv", csv_of(muscles)},
          {"discs.csv", csv_of(discs)},
          {"ground-truth.json", document_text(all)}};
}

}  // namespace strongback
