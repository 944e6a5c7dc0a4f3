#include "cli/score_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kMostNames = 60;  // of exercises that were not matched

bool has(const ScoredExercise& scored, Finding finding) {
  return std::any_of(scored.findings.begin(), scored.findings.end(),
                     [&](const WordFinding& one) { return one.finding == finding; });
}

bool is_right(const ScoredExercise& scored) {
  return std::all_of(scored.findings.begin(), scored.findings.end(),
                     [](const WordFinding& one) { return one.finding == Finding::Agrees; });
}

std::size_t count_of(const Score& score, Finding finding) {
  return static_cast<std::size_t>(
      std::count_if(score.matched.begin(), score.matched.end(),
                    [&](const ScoredExercise& one) { return has(one, finding); }));
}

std::string headline_of(const Score& score) {
  const std::string matched =
      fmt::format("{}: {}, {} matched to ours.", score.rival,
                  counted(static_cast<long>(score.total), "exercise"), score.matched.size());
  if (score.matched.empty()) return matched + " There is nothing to hold against it.";
  return fmt::format(
      "{} A muscle of the back that works is left out in {} of these; one that rests is named in "
      "{}.",
      matched, count_of(score, Finding::Omits), count_of(score, Finding::Invents));
}

std::string effort_text(const MuscleTruth& truth) {
  if (!truth.effort) return "the model has no figures";
  const std::string band =
      truth.band ? fmt::format(" ± {}", percent_text(*truth.effort * *truth.band)) : "";
  return "the model " + percent_text(*truth.effort) + band;
}

std::string because_text(const WordFinding& finding, const Catalog& catalog) {
  std::vector<std::string> parts;
  for (const MuscleTruth& truth : finding.because) {
    const std::string share = truth.share > 0.0
                                  ? fmt::format("{} by the {}", credit_text(truth.share),
                                                truth.by_model ? "model" : "list")
                                  : "none by the list";
    const std::string effort = effort_text(truth);
    parts.push_back(fmt::format("{} ({}; {})", short_name(truth.muscle, catalog), share, effort));
  }
  return joined(parts, ", ");
}

void write_words(Page& page, const Score& score) {
  page.heading("Word by word");
  std::vector<Row> rows;
  for (const WordCount& count : score.words) {
    rows.push_back({{count.word, fmt::format("{} of {}", count.tagged_of_loaded, count.loaded),
                     fmt::format("{} of {}", count.tagged_of_idle, count.idle)},
                    {}});
  }
  page.table({{"Their word", false, true},
              {"Tagged where it works", true, true},
              {"Tagged where it rests", true, true}},
             rows, 2);
  page.blank();
  for (const WordCount& count : score.words) {
    if (count.loaded < 2 || count.tagged_of_loaded * 2 > count.loaded) continue;
    page.bullet(fmt::format("{}: tagged in {} of {} exercises that load it", count.word,
                            count.tagged_of_loaded, count.loaded),
                2);
  }
}

void write_exercise(Page& page, const ScoredExercise& scored, const Catalog& catalog, Units units) {
  page.blank();
  page.paragraph(fmt::format("{} ({}, {})", scored.theirs->name, scored.ours->id,
                             simulated_load_text(scored.played->set, units)),
                 2, Ink::Bold);
  std::vector<std::string> agreed;
  for (const WordFinding& finding : scored.findings) {
    if (finding.finding == Finding::Agrees) {
      agreed.push_back(finding.word);
      continue;
    }
    const std::string what =
        finding.finding == Finding::Unsure ? "unsure about" : word_of(finding.finding);
    page.paragraph(fmt::format("{} {}: {}", what, finding.word, because_text(finding, catalog)), 6,
                   finding.finding == Finding::Unsure ? Ink::Plain : Ink::Warn, 2);
  }
  if (!agreed.empty()) page.paragraph("agrees: " + joined(agreed, ", "), 6, Ink::Dim, 2);
}

void write_matched(Page& page, const ScoreAnswer& answer, const Catalog& catalog) {
  const Units units = answer.played.person.units;
  const auto& matched = answer.score.matched;
  const bool any = std::any_of(matched.begin(), matched.end(),
                               [](const ScoredExercise& one) { return !is_right(one); });
  if (any) page.heading("Exercise by exercise");
  std::vector<std::string> right;
  for (const ScoredExercise& scored : matched) {
    if (is_right(scored)) {
      right.push_back(fmt::format("{} ({})", scored.theirs->name, scored.ours->id));
    } else {
      write_exercise(page, scored, catalog, units);
    }
  }
  if (right.empty()) return;
  page.heading(fmt::format("No mistake found: {}", right.size()));
  page.paragraph(joined(right, "; ") + ".", 2);
}

void write_unmatched(Page& page, const Score& score) {
  if (score.unmatched.empty()) return;
  page.heading(fmt::format("Not matched: {}", score.unmatched.size()));
  std::vector<std::string> names;
  for (const Unmatched& one : score.unmatched) {
    if (!one.nearest.empty()) {
      page.bullet(fmt::format("{} (near to {})", one.name, one.nearest), 2);
    } else {
      names.push_back(one.name);
    }
  }
  const std::size_t others = names.size() > kMostNames ? names.size() - kMostNames : 0;
  names.resize(names.size() - others);
  if (names.empty()) return;
  std::string text = joined(names, "; ");
  if (others > 0) text += fmt::format("; and {} more, which --json lists", others);
  page.paragraph(text + ".", 2);
}

std::string body_text(const ScoreAnswer& answer) {
  if (!answer.is_reference) {
    return answer.played.person.name.empty() ? "the person of your file"
                                             : answer.played.person.name;
  }
  const Person& man = answer.played.person;
  return fmt::format("a reference man ({:.2f} m, {:.0f} kg, {} years)", man.height.si(),
                     in_kilograms(man.mass), man.age);
}

void write_legend(Page& page, const ScoreAnswer& answer, const Catalog& catalog) {
  page.blank();
  page.paragraph(
      fmt::format(
          "Computed for {}, each exercise in a set that tires, or as it is done. In brackets: the "
          "share of "
          "a set (1 main work, ½ help) and who sets it, and how hard the model works the muscle, "
          "between mean and peak.",
          body_text(answer)),
      0, Ink::Dim);
  page.paragraph(
      "Works: one of the word's muscles does the main work, or half of it and the model has it at "
      "15 "
      "% or more. Omitted: it works, and no tag covers it. Invented: tagged, though no muscle of "
      "the "
      "word has a share, and the model has all below 15 %. Unsure: list and model do not say the "
      "same, or the model has no figures, and nothing is held against it.",
      0, Ink::Dim);
  std::vector<std::string> nameless;
  for (const std::string& muscle : answer.score.nameless) {
    nameless.push_back(short_name(muscle, catalog));
  }
  if (!nameless.empty()) {
    page.paragraph("It has no word for the " + listed(nameless) +
                       ", and nothing of these is held "
                       "against it.",
                   0, Ink::Dim);
  }
  page.paragraph("How to read and check this: docs/ground-truth.md.", 0, Ink::Dim);
}

}  // namespace

std::string score_text(const ScoreAnswer& answer, const Catalog& catalog, Terminal terminal) {
  Page page(terminal);
  page.paragraph(headline_of(answer.score), 0, Ink::Bold);
  if (!answer.score.matched.empty()) write_words(page, answer.score);
  write_matched(page, answer, catalog);
  write_unmatched(page, answer.score);
  if (!answer.score.matched.empty()) write_legend(page, answer, catalog);
  return page.text();
}

}  // namespace strongback
