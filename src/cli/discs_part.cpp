#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/answer_parts.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kTwistNeeds = 78;               // [column]
constexpr std::size_t kMeanNeeds = 62;                // [column]
constexpr std::size_t kLikelyNeeds = 54;              // [column]
constexpr double kPoundForce = 0.45359237 * 9.80665;  // [N]  international pound-force
constexpr double kFoot = 0.3048;                      // [m]
constexpr double kPsi = 6.894757293;                  // [kPa]

std::string twist_text(double newton_meters, Units units) {
  return plain(units == Units::Imperial ? newton_meters / (kPoundForce * kFoot) : newton_meters, 1);
}

std::string twist_unit(Units units) { return units == Units::Imperial ? "lbf·ft" : "N·m"; }

std::string pressure_text(double kPa, Units units) {
  return units == Units::Imperial ? plain(kPa / kPsi, 2) + " psi" : plain(kPa, 1) + " kPa";
}

/// Cuts "_r" or "_l" off `name`; "right ", "left " or "".
std::string take_side(std::string& name) {
  const std::string side = name.ends_with("_r") ? "right " : name.ends_with("_l") ? "left " : "";
  if (!side.empty()) name.resize(name.size() - 2);
  return side;
}

std::string contact_name(std::string name) {
  const std::string side = take_side(name);
  std::replace(name.begin(), name.end(), '-', ' ');
  return side + name;
}

/// The first few, those on both sides once.
std::string limits_text(const std::vector<std::string>& at_limit, const Catalog& catalog) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> names;
  std::set<std::string> told;
  for (std::string id : at_limit) {
    const std::string side = take_side(id);
    const auto has = [&](const char* end) {
      return std::count(at_limit.begin(), at_limit.end(), id + end) > 0;
    };
    const bool is_both = has("_r") && has("_l");
    const std::string name = (is_both ? "" : side) + muscle_name(id, catalog);
    if (told.insert(name).second) names.push_back(is_both ? name + " (both)" : name);
  }
  if (names.size() <= kMost) return joined(names, ", ");
  const std::size_t others = names.size() - kMost;
  names.resize(kMost);
  return fmt::format("{} and {} more", joined(names, ", "), others);
}

/// "1700 to 2600"
std::string likely_text(const Likely& newtons, Units units) {
  const double unit = units == Units::Imperial ? kPoundForce : 1.0;
  return fmt::format("{:.0f} to {:.0f}", about(newtons.low / unit), about(newtons.high / unit));
}

/// What the likely ranges say.
std::string likely_words(const Simulation& simulation) {
  if (simulation.bands == nullptr) {
    return fmt::format("Likely: by a design value the peaks may be off by {} either way.",
                       percent_text(kUnknownLikely.high - 1.0));
  }
  return "Likely: where the peak lies nine times in ten when posture and every assumption of the "
         "model are a little off, made wider by what the model misses where discs were measured "
         "(docs/validation.md).";
}

std::vector<Row> disc_rows(const ExerciseAnswer& answer, std::size_t columns, Units units) {
  std::vector<Row> rows;
  for (std::size_t i = kDiscNames.size(); i-- > 0;) {
    const DiscLoad& disc = answer.discs[i];
    std::vector<std::string> cells = {std::string(kDiscNames[i])};
    if (columns >= kMeanNeeds) cells.push_back(force_number(disc.compression_N.mean, units));
    cells.push_back(force_number(disc.compression_N.peak, units));
    if (columns >= kLikelyNeeds) cells.push_back(likely_text(disc.likely_N, units));
    cells.push_back(fmt::format("{:.1f}", disc.relative_to_standing));
    cells.push_back(percent_text(disc.share_of_guideline));
    if (columns >= kTwistNeeds) {
      cells.push_back(force_number(disc.shear_N.peak, units));
      cells.push_back(twist_text(disc.twist_Nm.peak, units));
    }
    rows.push_back({cells, {}});
  }
  return rows;
}

}  // namespace

std::string percent_text(double share) {
  return fmt::format("{:.0f}{}%", 100.0 * share, kUnbroken);
}

std::string force_unit(Units units) { return units == Units::Imperial ? "lbf" : "N"; }

std::string force_number(double newtons, Units units) {
  const std::string text =
      fmt::format("{:.0f}", units == Units::Imperial ? newtons / kPoundForce : newtons);
  return text == "-0" ? "0" : text;
}

std::string force_text(double newtons, Units units) {
  return fmt::format("{}{}{}", force_number(newtons, units), kUnbroken, force_unit(units));
}

void write_discs(Page& page, const Simulation& simulation, const AnswerStyle& style) {
  const ExerciseAnswer& answer = *simulation.answer();
  const Units units = style.person->units;
  const std::string unit = force_unit(units);
  page.heading("What your discs carry");
  std::vector<Column> columns = {{"Disc"}};
  if (page.width() >= kMeanNeeds) columns.push_back({"Mean " + unit, true});
  columns.push_back({"Peak " + unit, true});
  if (page.width() >= kLikelyNeeds) columns.push_back({"Likely", true});
  columns.push_back({"x standing", true});
  columns.push_back({"Guideline", true});
  if (page.width() >= kTwistNeeds) {
    columns.push_back({"Shear " + unit, true});
    columns.push_back({"Twist " + twist_unit(units), true});
  }
  page.table(columns, disc_rows(answer, page.width(), units), 2);
  page.blank();
  page.paragraph(likely_words(simulation), 2, Ink::Dim);
  page.paragraph(
      "Shear and twist are peaks: plus is forward and to the left. For shear there is no limit "
      "that "
      "we could name.",
      2, Ink::Dim);
  page.paragraph(fmt::format("x standing: the peak beside your own quiet standing, {} at L4/L5.",
                             force_text(answer.standing_N, units)),
                 2, Ink::Dim);
  page.paragraph(
      fmt::format("Guideline: the peak beside {}, which a guideline for lifting at work names at "
                  "your sex and age. It is a mark to compare with, not a verdict.",
                  force_text(in_newtons(simulation.guideline), units)),
      2, Ink::Dim);
  page.blank();
  page.paragraph(fmt::format("Pressure in the belly: {} on average, {} at most.",
                             pressure_text(answer.iap_kPa.mean, units),
                             pressure_text(answer.iap_kPa.peak, units)),
                 2);
}

void write_contacts(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style) {
  if (answer.contacts.empty()) return;
  page.heading("What bears you");
  const Units units = style.person->units;
  const std::string unit = force_unit(units);
  std::vector<Row> rows;
  for (const ContactForce& contact : answer.contacts) {
    rows.push_back(
        {{capitalized(contact_name(contact.patch)), contact.surface,
          force_number(contact.force_N.mean, units), force_number(contact.force_N.peak, units)},
         {}});
  }
  page.table(
      {{"Part", false, true}, {"On", false, true}, {"Mean " + unit, true}, {"Peak " + unit, true}},
      rows, 2);
}

void write_no_answer(Page& page, const NoAnswer& no, bool is_loaded, const AnswerStyle& style) {
  page.paragraph("No figures: " + no.text + (no.text.ends_with(".") ? "" : "."), 2, Ink::Warn);
  page.paragraph("Where: " + no.frame, 4, Ink::Plain, 2);
  const Units units = style.person->units;
  constexpr double kWorthSaying = 0.5;  // [N, N·m]
  if (no.residual.force_N > kWorthSaying || no.residual.moment_Nm > kWorthSaying) {
    page.paragraph(
        fmt::format("What is missing: {} and {} {}", force_text(no.residual.force_N, units),
                    twist_text(no.residual.moment_Nm, units), twist_unit(units)),
        4, Ink::Plain, 2);
  }
  if (!no.at_limit.empty()) {
    page.paragraph("Muscles at their limit: " + limits_text(no.at_limit, *style.catalog), 4,
                   Ink::Plain, 2);
  }
  if (is_loaded && no.why == NoAnswer::Why::TooHeavy) {
    page.paragraph("A lighter load may have an answer: try --load.", 2, Ink::Dim);
  }
}

void write_model(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style) {
  constexpr double kShown = 0.001;  // of a newton: what is left below it is rounding
  const double open = std::max(answer.residual.force_N, answer.residual.moment_Nm);
  const std::string left =
      open < kShown ? fmt::format("to less than {} N", kShown)
                    : fmt::format("to {} N and {} N·m", plain(answer.residual.force_N, 3),
                                  plain(answer.residual.moment_Nm, 3));
  page.blank();
  page.paragraph(
      fmt::format("Computed by model {}. Co-contraction, which steadies the trunk, adds {} to the "
                  "peak at L4/L5. The equations of motion hold {}.",
                  answer.model, force_text(answer.cocontraction_N, style.person->units), left),
      0, Ink::Dim);
}

}  // namespace strongback
