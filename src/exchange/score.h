#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/comparison.h"
#include "exchange/read_rival_catalog.h"

namespace strongback {

/// What is known of one muscle in one exercise.
struct MuscleTruth {
  std::string muscle;            ///< id
  double share = 0.0;            ///< [-]  of a set: 1 main work, 0.5 help; before the stimulus
  bool by_model = false;         ///< who sets the share: the model, else the exercise's own list
  std::optional<double> effort;  ///< [-]  by the model; nothing: not simulated or no answer
  std::optional<double> band;    ///< [-]  of the effort, either way; nothing: none is known
};

enum class Finding {
  Agrees,   ///< tagged, and a muscle of the word works or at least gets a share
  Omits,    ///< a muscle of the word works for certain, and no tag covers it
  Invents,  ///< tagged, but by list and by model none of its muscles works
  Unsure,   ///< list and model do not say the same, or the model has no figures: nobody is accused
};
/// "agrees", "omits", "invents", "unsure".
const std::string& word_of(Finding finding);

/// One of the other catalog's words for muscles of the back, held against one exercise.
struct WordFinding {
  std::string word;
  Finding finding = Finding::Agrees;
  std::vector<MuscleTruth> because;  ///< the muscles that decide it
};

struct ScoredExercise {
  const RivalExercise* theirs = nullptr;
  const Exercise* ours = nullptr;
  const TiredSet* played = nullptr;
  std::vector<WordFinding> findings;
};

/// How often a word is tagged among the matched exercises.
struct WordCount {
  std::string word;
  int loaded = 0, tagged_of_loaded = 0;  ///< exercises in which one of its muscles works
  int idle = 0, tagged_of_idle = 0;      ///< those in which all of them rest
};

struct Unmatched {
  std::string name;
  std::string nearest;  ///< an exercise of ours whose name is near; or empty
};

struct Score {
  std::string rival;
  std::size_t total = 0;                ///< exercises in their catalog
  std::vector<ScoredExercise> matched;  ///< in the order of their catalog
  std::vector<Unmatched> unmatched;
  std::vector<WordCount> words;       ///< those for muscles of the back
  std::vector<std::string> nameless;  ///< muscles of the back for which they have no word
};

/// Lower case, signs as spaces, a final s of each word cut: by it names are held to be the same.
std::string plain_name(std::string_view name);

/// Our exercise that theirs is, by a match of data/score/ or by its own name; nullptr: none.
/// Only exercises whose sets count as training are looked for.
const Exercise* find_ours(const RivalExercise& theirs, const RivalWords& words,
                          const Catalog& catalog);

/// Holds `rival` against what is known: `played` has our exercises, each once, in a set that tires.
/// The counted share decides (rule "model-credit"): the model's where it is trusted, else that of
/// the exercise's own list, unless a verdict says that the model is right.  A muscle works for
/// certain where it does the main work, or half of it and the model does not contradict the list; a
/// tag is only called invented when both deny it.
Score score_catalog(const RivalCatalog& rival, const std::vector<TiredSet>& played,
                    const Catalog& catalog);

}  // namespace strongback
