// docs/validation.md: what was measured beside what the model computes.
#include <fmt/format.h>

#include <cmath>

#include "assess/plots.h"
#include "assess/validation.h"
#include "base/text.h"

namespace strongback {
namespace {

constexpr const char* kNothing = "–";

std::string figure(const std::optional<double>& value, int digits = 2) {
  return value ? fmt::format("{:.{}f}", *value, digits) : kNothing;
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f} %", 100.0 * *share) : kNothing;
}

/// `text` inside a cell of a table.
std::string cell(const std::string& text) {
  std::string made;
  for (const char c : printable(text)) made += c == '|' ? std::string("\\|") : std::string(1, c);
  return made;
}

std::string row(const std::vector<std::string>& cells) {
  return "| " + joined(cells, " | ") + " |\n";
}

std::string head(const std::vector<std::string>& cells, std::size_t words) {
  std::string line = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) line += i < words ? "---|" : "---:|";
  return row(cells) + line + "\n";
}

/// Study and subject, each once, in the order of first use.
std::string studies(const Validation& validation) {
  std::vector<std::string> known;
  std::string text;
  const auto add = [&](const MeasuredStudy& study) {
    for (const std::string& id : known) {
      if (id == study.id) return;
    }
    known.push_back(study.id);
    const Build& build = study.subject;
    text += fmt::format("- **{}**: {}. {}. {}Model: {}, {:.2f} m, {:.0f} kg, {} years.{}\n",
                        study.id, study.citation, capitalized(study.method),
                        study.people > 0 ? fmt::format("{} measured. ", study.people) : "",
                        build.sex == Sex::Male ? "man" : "woman", build.height.si(),
                        in_kilograms(build.mass), build.age,
                        study.assumed.empty() ? "" : " Assumed: " + study.assumed + ".");
  };
  for (const auto* list : {&validation.spine.cases, &validation.reported}) {
    for (const SpineResult& result : *list) add(result.measured.study);
  }
  for (const auto* groups : {&validation.emg, &validation.emg_small}) {
    for (const EmgGroup& group : *groups) add(group.pairs.front().measured.study);
  }
  return text;
}

std::string gate(const Validation& validation) {
  std::string text = head({"asked", "limit", "reached", "met"}, 1);
  for (const GateLine& line : validation.gate) {
    text += row({line.text, line.asked, line.value ? plain(*line.value, 3) : kNothing,
                 line.is_met ? "yes" : "**no**"});
  }
  return text;
}

std::string verdict(const SpineResult& result) {
  if (!result.computed_ratio) return "**no figure**";
  if (result.is_reference()) return result.keeps_newtons() ? "yes" : "**no**";
  return result.keeps_ratio() && result.keeps_newtons() ? "yes" : "**no**";
}

std::string off_by(const SpineResult& result) {
  if (result.is_reference() || !result.ratio_error()) return kNothing;
  if (result.measured.position == SpinePosition::Lying) {
    return fmt::format("{:+.2f}", *result.computed_ratio - *result.measured.ratio);
  }
  const double sign = *result.computed_ratio >= *result.measured.ratio ? 1.0 : -1.0;
  return fmt::format("{:+.0f} %", 100.0 * sign * *result.ratio_error());
}

std::string gate_cases(const Validation& validation) {
  std::string text = head({"case", "study", "posture", "x standing measured", "computed", "off by",
                           "N measured", "N computed", "kept"},
                          3);
  for (const SpineResult& result : validation.spine.cases) {
    const SpineCase& one = result.measured;
    text += row({one.id, one.study.id, cell(one.task), figure(one.ratio),
                 figure(result.computed_ratio), off_by(result), figure(result.measured_N, 0),
                 figure(result.computed_N, 0) + (one.gates_newtons ? " *" : ""), verdict(result)});
  }
  text += "\nNewtons marked * are judged, too.\n";
  for (const SpineResult& result : validation.spine.cases) {
    if (result.missing.empty()) continue;
    text += fmt::format("\nNo figure for {}: {}.\n", result.measured.id, cell(result.missing));
  }
  return text;
}

std::string orders(const std::vector<OrderResult>& results) {
  std::string text = head({"fact", "source", "claim", "computed", "holds"}, 5);
  for (const OrderResult& result : results) {
    std::string holds = "not computed: " + cell(result.missing);
    if (result.holds) holds = *result.holds ? "yes" : "**no**";
    text +=
        row({result.id, cell(result.citation), cell(result.text), cell(result.computed), holds});
  }
  return text;
}

std::string groups(const std::vector<EmgGroup>& all) {
  std::string text = head(
      {"study", "muscle measured", "ours", "figure", "n", "rank correlation", "with peaks"}, 4);
  for (const EmgGroup& group : all) {
    text += row({group.study, cell(group.electrode), group.muscle,
                 group.kind == EmgKind::Mean ? "mean" : "peak", std::to_string(group.n),
                 figure(group.spearman), figure(group.spearman_peak)});
  }
  return text;
}

std::string pair_row(const EmgGroup& group, const EmgPair& pair) {
  const auto& computed = pair.computed;
  const std::string bound = pair.measured.bound == '=' ? "" : std::string(1, pair.measured.bound);
  return row({group.study, cell(group.electrode), cell(pair.measured.movement),
              fmt::format("{}{:.0f}", bound, pair.measured.percent),
              computed ? fmt::format("{:.2f}", computed->mean) : kNothing,
              computed ? fmt::format("{:.2f}", computed->peak) : kNothing, cell(pair.missing)});
}

std::string pairs(const Validation& validation) {
  std::string text =
      head({"study", "muscle measured", "movement", "% MVC", "mean", "peak", "why not"}, 3);
  for (const auto* groups : {&validation.emg, &validation.emg_small}) {
    for (const EmgGroup& group : *groups) {
      for (const EmgPair& pair : group.pairs) text += pair_row(group, pair);
    }
  }
  return text;
}

/// The measured figure with its unit.
std::string measured_words(const SpineCase& one) {
  if (!one.value) return kNothing;
  switch (one.measure) {
    case SpineMeasure::Pressure:
      return fmt::format("{:.2f} MPa", *one.value);
    case SpineMeasure::Increase:
      return fmt::format("{:+.0f} N", *one.value);
    case SpineMeasure::Shear:
      return fmt::format("{:.0f} N shear", *one.value);
    case SpineMeasure::Compression:
    case SpineMeasure::Resultant:
    case SpineMeasure::Ratio:
      break;
  }
  return fmt::format("{:.0f} N", *one.value);
}

std::string computed_words(const SpineResult& result) {
  if (result.measured.measure == SpineMeasure::Increase && result.computed_increase_N) {
    return fmt::format("{:+.0f} N", *result.computed_increase_N);
  }
  return result.computed_N ? fmt::format("{:.0f} N", *result.computed_N) : kNothing;
}

std::string reported(const Validation& validation) {
  std::string text = head(
      {"case", "study", "task", "level", "measured", "ratio", "computed", "ratio", "why not"}, 4);
  for (const SpineResult& result : validation.reported) {
    const SpineCase& one = result.measured;
    text += row({one.id, one.study.id, cell(one.task), cell(one.level), measured_words(one),
                 figure(one.ratio), computed_words(result), figure(result.computed_ratio),
                 cell(result.missing)});
  }
  return text;
}

std::string moments(const Validation& validation) {
  std::string text = head({"moment", "group", "norm", "range", "computed"}, 2);
  for (const NormResult& result : validation.moments) {
    const MeasuredNorm& norm = result.norm;
    text += row({cell(norm.what), cell(norm.group), figure(norm.value, 0) + " " + norm.unit,
                 figure(norm.low, 0) + " to " + figure(norm.high, 0),
                 result.computed ? figure(result.computed, 0) : cell(result.missing)});
  }
  return text;
}

std::string opening(const Validation& validation) {
  return fmt::format(
      "# Validation\n\n"
      "Written by `strongback validate --out docs`; not to be edited by hand. Model {}.\n\n"
      "Measurements are in `data/measured/`, each with its citation, its subject and how far we "
      "followed the source. This is no blind test: the level of co-contraction (`floor` and "
      "`power` in `data/body/mechanics.toml`) and the postures of holding 20 kg were chosen within "
      "what the literature leaves open with these figures in view, and in version 2 the paths of "
      "the middle trapezius and the latissimus, the area of the wall and the price of the blade's "
      "ligaments, each for a reason of anatomy that its file gives. Every posture "
      "is played for the person who was measured, or for the person named below where the study "
      "does not "
      "say.\n\n"
      "Pressure becomes compression by one fixed factor, {:.0f} N for each MPa (0.66 x 1800 "
      "mm²). Ratios are to the same person's own quiet standing.\n\n"
      "## What is asked, what is reached\n\n{}\n{}\n",
      printable(validation.model), kNewtonsPerMegapascal, gate(validation),
      validation.is_met() ? "Every target is met." : "Not every target is met; see below.");
}

std::string spine_part(const Validation& validation) {
  const SpineSummary& spine = validation.spine;
  return fmt::format(
      "\n## Loads of the discs: the cases that are judged\n\n"
      "n = {}, r = {}, root mean square error {:.2f}; mean error {} upright, {} with lying; worst "
      "{} ({}). Quiet standing is left out of these: its ratio is 1 by definition. Lying is judged "
      "by the difference of the ratios, because a small share of a small load is no error that "
      "matters.\n\n![Measured and computed ratios to standing]({})\n\n{}"
      "\n## Facts of order\n\n{}",
      spine.n, figure(spine.r), spine.rmse, percent(spine.mean_error),
      percent(spine.mean_error_with_lying), percent(spine.worst),
      spine.worst_case.empty() ? kNothing : spine.worst_case, kSpinePlotName,
      gate_cases(validation), orders(validation.ordinals));
}

std::string activity_part(const Validation& validation) {
  return fmt::format(
      "\n## Muscle activity\n\n"
      "Electromyograms are compared by rank within one muscle of one study: % MVC is no activation "
      "of a model, but a movement that asks more of a muscle should do so in both. Groups of {} "
      "movements or more are judged; the median rank correlation is {}.\n\n"
      "![Muscle activity, measured and computed]({})\n\n{}"
      "\n### Groups that are too small\n\n{}\n### Order within a study\n\n{}"
      "\n### Every pair\n\n{}",
      kSmallestGroup, figure(validation.emg_median), kActivityPlotName, groups(validation.emg),
      groups(validation.emg_small), orders(validation.emg_orders), pairs(validation));
}

}  // namespace

std::string validation_page(const Validation& validation, const std::string& bands) {
  std::string text =
      opening(validation) + spine_part(validation) + activity_part(validation) + bands;
  text +=
      "\n## Reported, not judged\n\n"
      "Older pressures, implants that share their load with bone, and other models. They "
      "contradict each other in places, so nothing is decided by them.\n\n" +
      reported(validation);
  if (!validation.moments.empty()) {
    text += "\n## Greatest moments\n\nThe model's strengths are not scaled to these norms.\n\n" +
            moments(validation);
  }
  return text + "\n## Studies\n\n" + studies(validation);
}

}  // namespace strongback
