#pragma once

#include <string>

#include "catalog/catalog.h"
#include "cli/page.h"
#include "exchange/simulation.h"
#include "person/person.h"

namespace strongback {

// The parts of what the model says, in the order of the page.

/// In whose words a part speaks.
struct AnswerStyle {
  const Person* person = nullptr;
  const Catalog* catalog = nullptr;
};

/// Muscles and sides, the hardest first, with bars.
void write_muscle_work(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style);
/// What a plan would count, and which of it the model sets.
void write_credit(Page& page, const Simulation& simulation, const AnswerStyle& style);
/// What presses on each disc, from the top down, and what that is held against.
void write_discs(Page& page, const Simulation& simulation, const AnswerStyle& style);
/// Who bears the body: the floor, a bench, a grip.
void write_contacts(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style);
/// Which muscle gives up first, and at which load.
void write_limits(Page& page, const Simulation& simulation, const AnswerStyle& style);
/// Why there are no figures; of something loaded also what to try.
void write_no_answer(Page& page, const NoAnswer& no, bool is_loaded, const AnswerStyle& style);
/// The frames that the answer kept, with the angles that change most.
void write_frames(Page& page, const ExerciseAnswer& answer, const BodyTables& tables,
                  const AnswerStyle& style);
/// The model's version and how exactly its equations hold.
void write_model(Page& page, const ExerciseAnswer& answer, const AnswerStyle& style);

/// "lats"; for a muscle that only the model knows, the words of its id.
std::string muscle_name(const std::string& id, const Catalog& catalog);
/// Mean and peak of one side on a scale from 0 to 1.
std::string effort_bar(const SideWork& side, std::size_t cells);
/// "44 %".
std::string percent_text(double share);
/// "N" or "lbf".
std::string force_unit(Units units);
/// "412", in that unit.
std::string force_number(double newtons, Units units);
/// "412 N" or "93 lbf".
std::string force_text(double newtons, Units units);
/// "6 kg in one hand", "a pull of 8 kg", "no added load".
std::string simulated_load_text(const Simulation& simulation, Units units);

}  // namespace strongback
