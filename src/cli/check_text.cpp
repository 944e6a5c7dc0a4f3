#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "cli/plan_text.h"
#include "exchange/plain_words.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr int kHighest = 3;
constexpr int kNotAtAll = -1;  // of a position

/// The highest level that any exercise may ask of `property`.
int cap_of(const Caps& caps, Property property) {
  return std::min(level_of(caps.highest, property), level_of(caps.firm, property));
}

std::string verdict(const Assessment& care) {
  if (care.no_program) return "Please do not train now.";
  if (care.be_seen_first) return "Please be seen before you train.";
  if (care.is_gentle) return "You may train gently.";
  return care.gate == Gate::None ? "You may train." : "You may train, within limits.";
}

/// Reason -> level in words -> what it caps, so that a long reason is said once.
using CapGroups = std::map<std::string, std::map<int, std::vector<std::string>>>;

CapGroups groups_of(const Caps& caps) {
  CapGroups groups;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const auto property = static_cast<Property>(i);
    const auto because = caps.because.find(property);
    const int cap = cap_of(caps, property);
    const int most = is_position(property) ? 1 : kHighest;
    if (cap >= most && because == caps.because.end()) continue;
    const std::string reason =
        because == caps.because.end() ? "what holds for everyone" : because->second;
    const int shown = is_position(property) && cap == 0 ? kNotAtAll : cap;
    groups[reason][shown].push_back(spoken(property));
  }
  return groups;
}

std::string cap_words(int level) {
  if (level == kNotAtAll) return "left out";
  return level == 0 ? "none" : "at most " + level_words_for(Property::Flexion, level);
}

void write_caps(Page& page, const Assessment& care) {
  const CapGroups groups = groups_of(care.caps);
  if (groups.empty()) return;
  page.heading("The most that an exercise may ask of you");
  for (const auto& [reason, levels] : groups) {
    page.bullet(fmt::format("Because of {}:", plain_reason(reason, care)), 2);
    for (const auto& [level, names] : levels) {
      page.paragraph(fmt::format("{}: {}", joined(names, ", "), cap_words(level)), 6, Ink::Plain,
                     2);
    }
  }
}

void write_limits(Page& page, const Caps& caps, Units units) {
  std::vector<std::string> lines;
  if (caps.least_reserve > 1) {
    lines.push_back(fmt::format("End every set with at least {} in reserve.",
                                counted(caps.least_reserve, "repetition")));
  }
  if (caps.reps) lines.push_back(fmt::format("Sets of {} repetitions.", span_text(*caps.reps)));
  if (caps.no_external_load) {
    lines.push_back("No weights for now.");
  } else if (caps.load_cap) {
    lines.push_back("No load above " + to_text(*caps.load_cap, units) + ".");
  }
  if (caps.no_flexion_h_after_rising > 0) {
    lines.push_back(fmt::format("No bending in the first {} after getting up.",
                                counted(caps.no_flexion_h_after_rising, "hour")));
  }
  if (lines.empty()) return;
  page.blank();
  for (const std::string& line : lines) page.bullet(line, 2);
}

void write_allowed(Page& page, const std::vector<const Exercise*>& allowed) {
  std::vector<std::string> names;
  for (const Exercise* exercise : allowed) names.push_back(exercise->name);
  page.heading(fmt::format("What your health leaves open: {}",
                           counted(static_cast<long>(names.size()), "exercise")));
  page.paragraph(joined(names, "; "), 2);
}

}  // namespace

std::string check_text(const CheckAnswer& answer, Terminal terminal) {
  Page page(terminal);
  page.title(answer.person.name.empty() ? "Check" : "Check for " + answer.person.name);
  const bool is_open = !answer.care.no_program && !answer.care.be_seen_first;
  page.paragraph(verdict(answer.care), 0, is_open ? Ink::Good : Ink::Warn);
  write_triage(page, answer.care, false);
  if (!answer.care.flare_reason.empty()) {
    page.heading("A flare");
    page.paragraph(sentence(answer.care.flare_reason), 2);
  }
  write_care_notes(page, answer.care);
  write_caps(page, answer.care);
  write_limits(page, answer.care.caps, answer.person.units);
  write_allowed(page, answer.allowed);
  if (!answer.care.assumptions.empty()) page.heading("Assumed");
  for (const std::string& text : answer.care.assumptions) page.bullet(sentence(text), 2);
  page.blank();
  page.paragraph(medical_sentence(), 0, Ink::Dim);
  return page.text();
}

}  // namespace strongback
