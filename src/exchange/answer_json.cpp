#include "exchange/answer_json.h"

#include <algorithm>
#include <array>
#include <numbers>

#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kShareDigits = 4;
constexpr int kNewtonDigits = 1;
constexpr int kMomentDigits = 2;
constexpr int kResidualDigits = 9;
constexpr int kTimeDigits = 3;
constexpr double kDegrees = 180.0 / std::numbers::pi;

Json extremes_json(const Extremes& value, int digits) {
  return {{"mean", rounded(value.mean, digits)}, {"peak", rounded(value.peak, digits)}};
}

Json likely_or_null(const std::optional<Likely>& likely) {
  return likely ? likely_json(*likely, kShareDigits) : Json(nullptr);
}

Json side_json(const SideWork& side) {
  return {{"mean", rounded(side.mean, kShareDigits)},
          {"likely_mean", likely_or_null(side.likely_mean)},
          {"peak", rounded(side.peak, kShareDigits)},
          {"likely_peak", likely_or_null(side.likely_peak)},
          {"share", rounded(side.share, kShareDigits)}};
}

Json muscles_object(const ExerciseAnswer& answer) {
  Json muscles = Json::object();
  for (const auto& [id, work] : answer.muscles) {
    muscles[id] = {{"left", side_json(work.left)}, {"right", side_json(work.right)}};
  }
  return muscles;
}

Json discs_object(const ExerciseAnswer& answer) {
  Json discs = Json::object();
  for (std::size_t i = 0; i < kDiscNames.size(); ++i) {
    const DiscLoad& disc = answer.discs[i];
    discs[std::string(kDiscNames[i])] = {
        {"compression_N", extremes_json(disc.compression_N, kNewtonDigits)},
        {"likely_peak_N", likely_json(disc.likely_N, kNewtonDigits)},
        {"shear_N", extremes_json(disc.shear_N, kNewtonDigits)},
        {"twist_Nm", extremes_json(disc.twist_Nm, kMomentDigits)},
        {"relative_to_standing", rounded(disc.relative_to_standing, 3)},
        {"share_of_guideline", rounded(disc.share_of_guideline, 3)}};
  }
  return discs;
}

/// The disc with the highest peak compression.
Json heaviest_disc(const ExerciseAnswer& answer) {
  const auto heaviest = std::max_element(answer.discs.begin(), answer.discs.end(),
                                         [](const DiscLoad& a, const DiscLoad& b) {
                                           return a.compression_N.peak < b.compression_N.peak;
                                         });
  const auto index = static_cast<std::size_t>(heaviest - answer.discs.begin());
  return {{"name", std::string(kDiscNames[index])},
          {"peak_N", rounded(heaviest->compression_N.peak, kNewtonDigits)},
          {"likely_peak_N", likely_json(heaviest->likely_N, kNewtonDigits)},
          {"relative_to_standing", rounded(heaviest->relative_to_standing, 3)},
          {"share_of_guideline", rounded(heaviest->share_of_guideline, 3)}};
}

Json point_json(const Point& point) {
  return Json::array({rounded(point[0], kNewtonDigits), rounded(point[1], kNewtonDigits),
                      rounded(point[2], kNewtonDigits)});
}

Json contacts_json(const ExerciseAnswer& answer) {
  Json contacts = Json::array();
  for (const ContactForce& contact : answer.contacts) {
    contacts.push_back({{"part", contact.patch},
                        {"on", contact.surface},
                        {"force_N", extremes_json(contact.force_N, kNewtonDigits)},
                        {"mean_N", point_json(contact.mean_N)}});
  }
  return contacts;
}

Json residual_json(const Residual& residual, int digits) {
  return {{"force_N", rounded(residual.force_N, digits)},
          {"moment_Nm", rounded(residual.moment_Nm, digits)}};
}

Json tiring_json(const ExerciseAnswer& answer) {
  if (!answer.tiring) return nullptr;
  return {{"low", rounded(answer.tiring->low_kg, 2)},
          {"best", rounded(answer.tiring->best_kg, 2)},
          {"high", rounded(answer.tiring->high_kg, 2)}};
}

std::string side_word(char side) { return side == 'l' ? "left" : side == 'r' ? "right" : "middle"; }

Json limited_json(const ExerciseAnswer& answer) {
  return answer.limited_by.empty() ? Json(nullptr) : Json(answer.limited_by);
}

/// The keys of the figures, which stay the same with every document that has them.
void add_answer(Json& document, const ExerciseAnswer& answer) {
  document["muscles"] = muscles_object(answer);
  document["discs"] = discs_object(answer);
  document["iap_kPa"] = extremes_json(answer.iap_kPa, 2);
  document["contacts"] = contacts_json(answer);
  document["residual"] = residual_json(answer.residual, kResidualDigits);
  document["limited_by"] = limited_json(answer);
  document["limited_side"] =
      answer.limited_by.empty() ? Json(nullptr) : Json(side_word(answer.limited_side));
  document["tiring_load_kg"] = tiring_json(answer);
  document["cocontraction_N"] = rounded(answer.cocontraction_N, kNewtonDigits);
  document["standing_N"] = rounded(answer.standing_N, kNewtonDigits);
  document["repetition_s"] = rounded(answer.repetition_s, kTimeDigits);
  document["model"] = answer.model;
}

Json no_answer_json(const NoAnswer& no) {
  constexpr std::array<const char*, 3> kWhy = {"unbalanced", "too_heavy", "not_solved"};
  return {{"why", kWhy.at(static_cast<std::size_t>(no.why))},
          {"frame", no.frame},
          {"text", no.text},
          {"at_limit", no.at_limit},
          {"residual", residual_json(no.residual, kNewtonDigits)}};
}

/// What the likely ranges rest on; null: a design value.
Json bands_json(const Bands* bands) {
  if (bands == nullptr) return nullptr;
  return {{"samples", bands->samples},
          {"not_solved", rounded(bands->not_solved, 3)},
          {"load_kg", rounded_kg(bands->load)},
          {"measured_error", rounded(bands->measured_error, 3)}};
}

Json by_disc(const std::array<double, 6>& values) {
  Json discs = Json::object();
  for (std::size_t i = 0; i < kDiscNames.size(); ++i) {
    discs[std::string(kDiscNames[i])] = rounded(values[i], kNewtonDigits);
  }
  return discs;
}

Json frames_json(const ExerciseAnswer& answer, const BodyTables& tables) {
  Json frames = Json::array();
  for (const FrameRow& row : answer.frames) {
    Json angles = Json::object();
    for (std::size_t i = 0; i < row.angles.size() && i < tables.coordinates.size(); ++i) {
      angles[tables.coordinates[i].name] = rounded(row.angles[i] * kDegrees, 2);
    }
    Json contacts = Json::array();
    for (const Point& force : row.contacts_N) contacts.push_back(point_json(force));
    frames.push_back({{"time_s", rounded(row.time_s, kTimeDigits)},
                      {"angles_deg", std::move(angles)},
                      {"compression_N", by_disc(row.compression_N)},
                      {"shear_N", by_disc(row.shear_N)},
                      {"contacts_N", std::move(contacts)},
                      {"iap_kPa", rounded(row.iap_kPa, 2)}});
  }
  return frames;
}

}  // namespace

const std::string& word_of(LoadFrom from) {
  static const std::array<std::string, 5> kWords = {"none", "asked", "plan", "usual", "model"};
  return kWords.at(static_cast<std::size_t>(from));
}

void add_simulation(Json& document, const Simulation& simulation) {
  const ExerciseAnswer* answer = simulation.answer();
  const NoAnswer* no = simulation.no_answer();
  document["simulated"] = answer != nullptr;
  document["no_answer"] = no == nullptr ? Json(nullptr) : no_answer_json(*no);
  document["load_kg"] = rounded_kg(simulation.load);
  document["load_from"] = word_of(simulation.load_from);
  document["leaves_out"] =
      simulation.leaves_out.empty() ? Json(nullptr) : Json(simulation.leaves_out);
  document["barred"] = simulation.barred.empty() ? Json(nullptr) : Json(simulation.barred);
  document["guideline_N"] = rounded(in_newtons(simulation.guideline), kNewtonDigits);
  if (simulation.exercise != nullptr) {
    document["credit"] = credits_json(simulation.credit);
    document["credit_from"] = credits_from_json(simulation.credit, simulation.credit_by_model);
  }
  if (answer == nullptr) return;
  add_answer(document, *answer);
  document["bands"] = bands_json(simulation.bands);
}

std::string simulation_json(const Simulation& simulation, const BodyTables* tables) {
  Json document;
  if (simulation.exercise != nullptr) {
    document = {{"schema", "strongback.exercise/1"},
                {"exercise", exercise_object(*simulation.exercise)}};
  } else {
    document = {{"schema", "strongback.pose/1"}, {"pose", simulation.name}};
  }
  add_simulation(document, simulation);
  const ExerciseAnswer* answer = simulation.answer();
  if (answer != nullptr && tables != nullptr) document["frames"] = frames_json(*answer, *tables);
  return document_text(document);
}

std::string simulations_json(const std::vector<Simulation>& simulations) {
  Json list = Json::array();
  for (const Simulation& simulation : simulations) {
    Json one = exercise_object(*simulation.exercise);
    add_simulation(one, simulation);
    list.push_back(std::move(one));
  }
  return document_text({{"schema", "strongback.exercises/1"}, {"exercises", std::move(list)}});
}

std::string analysis_json(const std::vector<Simulation>& simulations) {
  Json list = Json::array();
  for (const Simulation& simulation : simulations) {
    const NoAnswer* no = simulation.no_answer();
    const ExerciseAnswer* answer = simulation.answer();
    Json one{{"id", simulation.exercise->id},
             {"name", simulation.exercise->name},
             {"load_kg", rounded_kg(simulation.load)},
             {"barred", simulation.barred.empty() ? Json(nullptr) : Json(simulation.barred)},
             {"no_answer", no == nullptr ? Json(nullptr) : Json(no->text)}};
    one["disc"] = answer == nullptr ? Json(nullptr) : heaviest_disc(*answer);
    one["hardest"] =
        answer == nullptr || answer->limited_by.empty() ? Json(nullptr) : Json(answer->limited_by);
    list.push_back(std::move(one));
  }
  return compact_text({{"schema", "strongback.analysis/1"}, {"exercises", std::move(list)}});
}

}  // namespace strongback
