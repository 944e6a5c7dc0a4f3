#include <fmt/format.h>

#include "base/text.h"
#include "cli/plan_parts.h"
#include "exchange/plain_words.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

Ink ink_of(Care care) {
  if (care >= Care::SameDay) return Ink::Bad;
  return care >= Care::Urgent ? Ink::Warn : Ink::Plain;
}

/// Messages that many rows share are said once.
bool is_said_before(const std::vector<TriageItem>& items, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i) {
    if (items[i].message == items[at].message) return true;
  }
  return false;
}

}  // namespace

void write_triage(Page& page, const Assessment& care, bool with_reasons) {
  if (care.triage.empty()) return;
  const std::string soon = how_soon(care.care);
  page.heading(care.care >= Care::Urgent ? "First: be seen" : "To see to");
  if (!soon.empty()) {
    page.paragraph(fmt::format("How soon: {}.", soon), 2, ink_of(care.care));
  }
  for (std::size_t i = 0; i < care.triage.size(); ++i) {
    const TriageItem& item = care.triage[i];
    if (!with_reasons && is_said_before(care.triage, i)) continue;
    page.bullet(item.message, 2, ink_of(item.action));
    if (with_reasons) {
      page.paragraph(
          fmt::format("{} ({}; grade {}; {})", item.rule, item.id, item.grade, item.source), 4,
          Ink::Dim);
    }
  }
}

void write_care_notes(Page& page, const Assessment& care) {
  const auto notes = health_notes(care);
  if (!notes.empty()) page.heading("What your health asks");
  for (const HealthNote& note : notes) {
    if (!note.label.empty()) page.bullet(note.label, 2);
    for (const std::string& advice : note.advice) {
      if (note.label.empty()) {
        page.bullet(advice, 2);
      } else {
        page.paragraph(advice, 6);
      }
    }
  }
  if (care.questions.empty()) return;
  page.heading("Worth asking yourself");
  for (const std::string& question : care.questions) page.bullet(sentence(question), 2);
}

}  // namespace strongback
