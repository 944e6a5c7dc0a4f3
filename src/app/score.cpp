#include "app/score.h"

#include <algorithm>

#include "app/ground_truth.h"
#include "exchange/json_tree.h"
#include "reading/document.h"

namespace strongback {
namespace {

/// Each of our exercises that one of theirs is, once.
std::vector<const Exercise*> ours_in(const RivalCatalog& rival, const Catalog& catalog) {
  std::vector<const Exercise*> ours;
  for (const RivalExercise& theirs : rival.exercises) {
    const Exercise* own = find_ours(theirs, *rival.words, catalog);
    if (own != nullptr && std::count(ours.begin(), ours.end(), own) == 0) ours.push_back(own);
  }
  return ours;
}

}  // namespace

Outcome<ScoreAnswer> score_file(const Catalog& catalog, const Engine& engine,
                                const ScoreOrder& order) {
  const auto text = read_text(order.path, kLargestJson);
  if (!text) return tl::unexpected<Failure>(BadInput{text.error()});
  auto rival = read_rival_catalog(order.path, *text, catalog);
  if (!rival) return tl::unexpected<Failure>(BadInput{std::move(rival.error())});
  ScoreAnswer answer;
  answer.rival = std::move(*rival);
  answer.is_reference = order.play.person_path.empty();
  PlayOrder play = order.play;
  if (answer.is_reference) play.person_path = reference_body("man");
  auto played = simulate_tired(catalog, engine, {ours_in(answer.rival, catalog), {}, play});
  if (!played) return tl::unexpected(played.error());
  answer.played = std::move(*played);
  answer.score = score_catalog(answer.rival, answer.played.sets, catalog);
  return answer;
}

}  // namespace strongback
