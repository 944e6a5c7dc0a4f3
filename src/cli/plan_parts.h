#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "cli/page.h"
#include "plan/program.h"

namespace strongback {

// The parts of a plan's text, in the order of the page.  Each writes nothing when it has nothing
// to say.

/// What a part needs to know besides what it writes about.
struct PartStyle {
  const Catalog* catalog = nullptr;
  Units units = Units::Metric;
  bool with_reasons = false;
};

/// What must be seen to: the messages of the screening, most urgent first.
void write_triage(Page& page, const Assessment& care, bool with_reasons);
/// Conditions, their advice, and what should be asked next.
void write_care_notes(Page& page, const Assessment& care);

/// One exercise a row, with what it works below it.
void write_exercises(Page& page, const std::vector<PlannedExercise>& exercises,
                     const PartStyle& style);
/// The sessions of the first week, those with the same work once.
void write_first_week(Page& page, const Program& program, const PartStyle& style);
/// What is allowed while there is no full program.
void write_small_list(Page& page, const Program& program, const PartStyle& style);
void write_reasons(Page& page, const std::vector<Reason>& reasons, std::size_t indent);

/// One line a week: its sets and what changes.
void write_weeks(Page& page, const std::vector<PlannedWeek>& weeks);

/// Weekly sets of each muscle against its range, and its rest.
void write_muscles(Page& page, const Program& program, const PartStyle& style);
/// `sets` against a range as a bar of `cells` cells; a full bar is `most` sets.
std::string set_bar(const MuscleWeek& row, double most, std::size_t cells);

/// Walks and chores of the first week, and energy.
void write_activities_and_energy(Page& page, const Program& program);
/// What is not in the program, grouped by reason.
void write_left_out(Page& page, const Program& program, const PartStyle& style);

/// The article's own table and what the fit changed.
void write_article(Page& page, const TemplateView& view, const Catalog& catalog);

}  // namespace strongback
