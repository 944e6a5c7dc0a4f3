#include "exchange/score.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "exchange/bands.h"

namespace strongback {
namespace {

constexpr double kHalf = 0.5;   // [-]  share of a set from which a muscle does half the work
constexpr double kMain = 0.75;  // [-]  share from which it is nearer to the main work than to half
constexpr double kActive = 0.15;  // [-]  effort that counts in full (rule "model-credit")

double factor_of(const Exercise& exercise) {
  const auto whole = set_credits(exercise, {{"", 1.0}});
  return whole.empty() ? 0.0 : whole.front().credit;
}

bool counts(const Exercise& exercise) { return factor_of(exercise) > 0.0; }

bool is_active(const MuscleTruth& truth) {
  return truth.effort && *truth.effort * (1.0 + truth.band.value_or(0.0)) >= kActive;
}

bool works_for_certain(const MuscleTruth& truth) {
  const bool is_agreed = truth.by_model || is_active(truth);
  return truth.share >= kMain || (truth.share >= kHalf && is_agreed);
}

/// Somebody has looked, and the model is right about the muscle, not the list.
bool is_models(const Exercise& exercise, const std::string& muscle) {
  return std::any_of(exercise.verdicts.begin(), exercise.verdicts.end(), [&](const Verdict& one) {
    return one.muscle == muscle && one.right == Right::Model;
  });
}

MuscleTruth truth_of(const std::string& muscle, const TiredSet& played) {
  const Simulation& set = played.set;
  MuscleTruth truth{muscle, 0.0, set.credit_by_model.contains(muscle), {}, {}};
  const auto credit = set.credit.find(muscle);
  if (credit != set.credit.end()) truth.share = credit->second / factor_of(*set.exercise);
  if (const ExerciseAnswer* answer = set.answer()) {
    truth.effort = effort_of(*answer, muscle);
    truth.band = muscle_band(*answer, muscle);
    if (is_models(*set.exercise, muscle)) {
      truth.by_model = true;
      truth.share = is_active(truth) ? std::max(truth.share, kHalf) : 0.0;
    }
  }
  return truth;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_of_back(const RivalWords::Word& word, const Catalog& catalog) {
  return std::any_of(word.muscles.begin(), word.muscles.end(), [&](const std::string& id) {
    const Muscle* muscle = find_muscle(catalog, id);
    return muscle != nullptr && muscle->is_back;
  });
}

std::vector<const RivalWords::Word*> back_words(const RivalWords& words, const Catalog& catalog) {
  std::vector<const RivalWords::Word*> found;
  for (const RivalWords::Word& word : words.words) {
    if (is_of_back(word, catalog)) found.push_back(&word);
  }
  return found;
}

WordFinding judge_tag(const RivalWords::Word& word, const TiredSet& played) {
  WordFinding finding{word.says.front(), Finding::Agrees, {}};
  bool any_share = false, any_active = false, is_asked = false;
  std::vector<MuscleTruth> all;
  for (const std::string& muscle : word.muscles) {
    all.push_back(truth_of(muscle, played));
    const MuscleTruth& truth = all.back();
    any_share |= truth.share > 0.0;
    any_active |= is_active(truth);
    is_asked |= truth.effort.has_value();
    if (truth.share > 0.0 || is_active(truth)) finding.because.push_back(truth);
  }
  if (any_share || any_active) return finding;
  finding.finding = is_asked ? Finding::Invents : Finding::Unsure;
  finding.because = std::move(all);
  return finding;
}

/// What no tag covers although it works: each muscle is held against the first word that names it.
std::vector<WordFinding> omissions(const std::vector<const RivalWords::Word*>& words,
                                   const std::vector<std::string>& tagged, const TiredSet& played,
                                   const Catalog& catalog) {
  std::set<std::string> settled;
  for (const RivalWords::Word* word : words) {
    if (has(tagged, word->says.front())) settled.insert(word->muscles.begin(), word->muscles.end());
  }
  std::vector<WordFinding> findings;
  for (const RivalWords::Word* word : words) {
    WordFinding sure{word->says.front(), Finding::Omits, {}};
    WordFinding unsure{word->says.front(), Finding::Unsure, {}};
    for (const std::string& id : word->muscles) {
      const Muscle* muscle = find_muscle(catalog, id);
      if (muscle == nullptr || !muscle->is_back) continue;
      const MuscleTruth truth = truth_of(id, played);
      if (truth.share < kHalf || !settled.insert(id).second) continue;
      (works_for_certain(truth) ? sure : unsure).because.push_back(truth);
    }
    for (WordFinding* finding : {&sure, &unsure}) {
      if (!finding->because.empty()) findings.push_back(std::move(*finding));
    }
  }
  return findings;
}

std::vector<std::string> tags_of(const RivalExercise& exercise) {
  std::vector<std::string> tags = exercise.primary;
  tags.insert(tags.end(), exercise.secondary.begin(), exercise.secondary.end());
  return tags;
}

ScoredExercise judged(const RivalExercise& theirs, const TiredSet& played,
                      const std::vector<const RivalWords::Word*>& words, const Catalog& catalog) {
  ScoredExercise scored{&theirs, played.set.exercise, &played, {}};
  const auto tagged = tags_of(theirs);
  scored.findings = omissions(words, tagged, played, catalog);
  for (const RivalWords::Word* word : words) {
    if (has(tagged, word->says.front())) scored.findings.push_back(judge_tag(*word, played));
  }
  return scored;
}

void count(const RivalExercise& theirs, const TiredSet& played,
           const std::vector<const RivalWords::Word*>& words, std::vector<WordCount>& counts) {
  const auto tagged = tags_of(theirs);
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool works = false, is_touched = false;
    for (const std::string& muscle : words[i]->muscles) {
      const MuscleTruth truth = truth_of(muscle, played);
      works |= works_for_certain(truth);
      is_touched |= truth.share > 0.0 || is_active(truth);
    }
    const int is_tagged = has(tagged, words[i]->says.front()) ? 1 : 0;
    if (works) {
      ++counts[i].loaded;
      counts[i].tagged_of_loaded += is_tagged;
    } else if (!is_touched) {
      ++counts[i].idle;
      counts[i].tagged_of_idle += is_tagged;
    }
  }
}

/// Our names and theirs for each of our exercises, as `plain_name` has them.
std::map<std::string, const Exercise*> known_names(const RivalWords& words,
                                                   const Catalog& catalog) {
  std::map<std::string, const Exercise*> known;
  for (const RivalWords::Match& match : words.matches) {
    for (const std::string& name : match.names) {
      known.emplace(plain_name(name), find_exercise(catalog, match.exercise));
    }
  }
  for (const Exercise& exercise : catalog.exercises) {
    if (!counts(exercise)) continue;
    known.emplace(plain_name(exercise.name), &exercise);
    known.emplace(plain_name(exercise.id), &exercise);
  }
  return known;
}

const Exercise* find_in(const std::map<std::string, const Exercise*>& known,
                        const RivalExercise& theirs) {
  for (const std::string& name : theirs.names) {
    const auto found = known.find(plain_name(name));
    if (found != known.end() && found->second != nullptr) return found->second;
  }
  return nullptr;
}

std::string nearest_name(const std::string& name,
                         const std::map<std::string, const Exercise*>& known) {
  std::vector<std::string> names;
  for (const auto& [own, exercise] : known) names.push_back(own);
  const auto found = known.find(nearest(plain_name(name), names));
  return found == known.end() ? "" : found->second->name;
}

}  // namespace

const std::string& word_of(Finding finding) {
  static const std::array<std::string, 4> kWords = {"agrees", "omits", "invents", "unsure"};
  return kWords.at(static_cast<std::size_t>(finding));
}

std::string plain_name(std::string_view name) {
  std::string spaced;
  for (const char letter : lower(name)) {
    const bool is_sign = static_cast<unsigned char>(letter) < 0x80 &&
                         std::isalnum(static_cast<unsigned char>(letter)) == 0;
    if (letter == '\'') continue;
    spaced += is_sign ? ' ' : letter;
  }
  std::vector<std::string> words;
  for (std::string& word : split(spaced, ' ')) {
    if (word.empty()) continue;
    if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
    words.push_back(std::move(word));
  }
  return joined(words, " ");
}

const Exercise* find_ours(const RivalExercise& theirs, const RivalWords& words,
                          const Catalog& catalog) {
  return find_in(known_names(words, catalog), theirs);
}

Score score_catalog(const RivalCatalog& rival, const std::vector<TiredSet>& played,
                    const Catalog& catalog) {
  Score score;
  score.rival = rival.words->rival;
  score.total = rival.exercises.size();
  const auto words = back_words(*rival.words, catalog);
  for (const RivalWords::Word* word : words) score.words.push_back({word->says.front()});
  const auto known = known_names(*rival.words, catalog);
  for (const RivalExercise& theirs : rival.exercises) {
    const Exercise* ours = find_in(known, theirs);
    const auto set = std::find_if(played.begin(), played.end(),
                                  [&](const TiredSet& one) { return one.set.exercise == ours; });
    if (ours == nullptr || set == played.end()) {
      score.unmatched.push_back({theirs.name, nearest_name(theirs.name, known)});
      continue;
    }
    score.matched.push_back(judged(theirs, *set, words, catalog));
    count(theirs, *set, words, score.words);
  }
  for (const Muscle& muscle : catalog.muscles) {
    const bool is_named = std::any_of(words.begin(), words.end(), [&](const auto* word) {
      return has(word->muscles, muscle.id);
    });
    if (muscle.is_back && !is_named) score.nameless.push_back(muscle.id);
  }
  return score;
}

}  // namespace strongback
