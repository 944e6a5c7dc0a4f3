#pragma once

#include <string>

#include "app/compare.h"
#include "exchange/score.h"

namespace strongback {

struct ScoreOrder {
  std::string path;  ///< of their catalog, JSON
  PlayOrder play;    ///< its person may be empty: the reference man of data/reference/
};

/// The score looks into the other two, so it is moved and never copied.
struct ScoreAnswer {
  ScoreAnswer() = default;
  ScoreAnswer(ScoreAnswer&&) = default;
  ScoreAnswer& operator=(ScoreAnswer&&) = default;
  ScoreAnswer(const ScoreAnswer&) = delete;
  ScoreAnswer& operator=(const ScoreAnswer&) = delete;
  ~ScoreAnswer() = default;

  bool is_reference = false;  ///< computed for the reference man
  RivalCatalog rival;
  TiredAnswer played;
  Score score;
};

/// What somebody else's catalog says of the back's muscles, held against list and model.
Outcome<ScoreAnswer> score_file(const Catalog& catalog, const Engine& engine,
                                const ScoreOrder& order);

}  // namespace strongback
