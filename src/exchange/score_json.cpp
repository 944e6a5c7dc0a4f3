#include "exchange/score_json.h"

#include "exchange/json_parts.h"

namespace strongback {
namespace {

constexpr int kShareDigits = 4;

Json maybe(const std::optional<double>& value) {
  return value ? Json(rounded(*value, kShareDigits)) : Json(nullptr);
}

Json findings_json(const ScoredExercise& scored) {
  Json findings = Json::array();
  for (const WordFinding& finding : scored.findings) {
    Json muscles = Json::array();
    for (const MuscleTruth& truth : finding.because) {
      muscles.push_back({{"muscle", truth.muscle},
                         {"share", rounded(truth.share, 2)},
                         {"share_from", truth.by_model ? "model" : "list"},
                         {"effort", maybe(truth.effort)},
                         {"band", maybe(truth.band)}});
    }
    findings.push_back({{"word", finding.word},
                        {"finding", word_of(finding.finding)},
                        {"because", std::move(muscles)}});
  }
  return findings;
}

Json matched_json(const Score& score) {
  Json matched = Json::array();
  for (const ScoredExercise& scored : score.matched) {
    const Simulation& set = scored.played->set;
    matched.push_back({{"id", scored.theirs->id},
                       {"name", scored.theirs->name},
                       {"exercise", scored.ours->id},
                       {"simulated", set.answer() != nullptr},
                       {"ends", word_of(scored.played->ends)},
                       {"load_kg", rounded_kg(set.load)},
                       {"findings", findings_json(scored)}});
  }
  return matched;
}

}  // namespace

std::string score_json(const Score& score, const Person& person, const std::string& body) {
  Json words = Json::array();
  for (const WordCount& count : score.words) {
    words.push_back({{"word", count.word},
                     {"works_in", count.loaded},
                     {"tagged_where_it_works", count.tagged_of_loaded},
                     {"rests_in", count.idle},
                     {"tagged_where_it_rests", count.tagged_of_idle}});
  }
  Json unmatched = Json::array();
  for (const Unmatched& one : score.unmatched) {
    unmatched.push_back(
        {{"name", one.name}, {"nearest", one.nearest.empty() ? Json(nullptr) : Json(one.nearest)}});
  }
  return document_text({{"schema", "strongback.score/1"},
                        {"catalog", score.rival},
                        {"body",
                         {{"is", body},
                          {"sex", person.sex == Sex::Male ? "male" : "female"},
                          {"age", person.age},
                          {"height_m", rounded(person.height.si(), 3)},
                          {"mass_kg", rounded_kg(person.mass)}}},
                        {"exercises", score.total},
                        {"words", std::move(words)},
                        {"no_word_for", score.nameless},
                        {"matched", matched_json(score)},
                        {"unmatched", std::move(unmatched)}});
}

}  // namespace strongback
