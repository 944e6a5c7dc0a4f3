#include "cli/run_compare.h"

#include <algorithm>

#include "app/score.h"
#include "cli/compare_text.h"
#include "cli/play_order.h"
#include "cli/say.h"
#include "cli/score_text.h"
#include "exchange/comparison_json.h"
#include "exchange/score_json.h"

namespace strongback {

Exit run_compare(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer =
      compare_exercises(catalog, *engine, {options.words, options.loads, play_order(options)});
  if (!answer) return say(answer.error());
  show(options.as_json ? comparison_json(answer->sets, catalog)
                       : comparison_text(*answer, catalog, terminal_of_stdout()));
  const bool has_figures =
      std::any_of(answer->sets.begin(), answer->sets.end(),
                  [](const TiredSet& set) { return set.set.answer() != nullptr; });
  return has_figures ? Exit::Done : Exit::HonestNo;
}

Exit run_disc_costs(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer =
      disc_costs(catalog, *engine,
                 {{options.works, options.equipment, options.position}, play_order(options)});
  if (!answer) return say(answer.error());
  show(options.as_json ? disc_costs_json(rank_by_disc_cost(answer->played.sets, answer->muscle->id),
                                         *answer->muscle)
                       : disc_costs_text(*answer, terminal_of_stdout()));
  return Exit::Done;
}

Exit run_score(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer = score_file(catalog, *engine, {options.word, play_order(options)});
  if (!answer) return say(answer.error());
  const std::string body = answer->is_reference ? "reference man" : "person";
  show(options.as_json ? score_json(answer->score, answer->played.person, body)
                       : score_text(*answer, catalog, terminal_of_stdout()));
  return Exit::Done;
}

}  // namespace strongback
