#include <fmt/format.h>

#include "api/reply.h"
#include "api/routes.h"
#include "app/browse.h"
#include "app/draw.h"
#include "app/simulate.h"
#include "base/text.h"
#include "care/care.h"
#include "exchange/answer_json.h"
#include "exchange/json.h"
#include "plan/prescribe.h"
#include "train/program_due.h"

namespace strongback {
namespace {

constexpr std::size_t kMostSamples = 9;

/// "6", "2.5": the load that the query asks for.
Outcome<std::optional<Mass>> load_asked(const Request& request) {
  const auto word = request.asked("load_kg");
  if (!word) return std::optional<Mass>{};
  const auto load = parse_mass(*word + " kg");
  if (load && *load >= kilograms(0.0) && *load <= kHeaviestLoad) return load;
  return tl::unexpected<Failure>(
      BadInput{{{"load_kg", {}, "'load_kg' must be a mass from 0 to 500 [kg]", ""}}});
}

SimulateOrder order_of(const std::string& exercise, const Person& person,
                       std::optional<Mass> load) {
  return {exercise, "", load, false, false, person};
}

Person person_now(const LogBook& book) {
  return person_at(book.state(), book.now(), book.catalog());
}

Failure no_figures(const Simulation& simulation) {
  const NoAnswer* no = simulation.no_answer();
  return NoPlan{{no == nullptr ? "the model has no motion for it yet" : no->text}};
}

Outcome<std::string> work_document(const Engine& engine, LogBook& book, const Request& request) {
  const auto load = load_asked(request);
  if (!load) return tl::unexpected(load.error());
  const auto answer = simulate_exercise(
      book.catalog(), engine, order_of(request.path_words.at("id"), person_now(book), *load));
  if (!answer) return tl::unexpected(answer.error());
  return simulation_json(answer->simulation);
}

/// Loads across what the person can put together, few enough to compute while one waits.
std::vector<LoadOption> spread(std::vector<LoadOption> loads) {
  if (loads.size() <= kMostSamples) return loads;
  std::vector<LoadOption> some;
  for (std::size_t i = 0; i < kMostSamples; ++i)
    some.push_back(loads[i * (loads.size() - 1) / (kMostSamples - 1)]);
  return some;
}

std::vector<LoadOption> loads_of(const Exercise& exercise, const Person& person,
                                 const Catalog& catalog) {
  const Assessment care = assess_care(person, catalog);
  const auto fitted = prescribe(exercise, person, care, catalog);
  if (!fitted || !fitted->line.load) return {};
  return spread(open_loads(exercise, fitted->line, person, care, catalog));
}

/// What the exercise does at each load that the person can put together.
Outcome<std::string> loads_document(const Engine& engine, LogBook& book, const Request& request) {
  const auto exercise = exercise_named(book.catalog(), request.path_words.at("id"));
  if (!exercise) return tl::unexpected(exercise.error());
  const Person person = person_now(book);
  Json samples = Json::array();
  for (const LoadOption& option : loads_of(**exercise, person, book.catalog())) {
    const auto answer =
        simulate_exercise(book.catalog(), engine, order_of((*exercise)->id, person, option.each));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->simulation.answer() == nullptr) continue;  // no number where none is computed
    Json sample = Json::parse(simulation_json(answer->simulation));
    sample["load_text"] = option.text;
    samples.push_back(std::move(sample));
  }
  return text_of({{"schema", "strongback.loads/1"},
                  {"exercise", (*exercise)->id},
                  {"samples", std::move(samples)}});
}

Outcome<std::string> motion_document(const Engine& engine, LogBook& book, const Request& request) {
  const auto load = load_asked(request);
  if (!load) return tl::unexpected(load.error());
  const auto answer = play_exercise(book.catalog(), engine,
                                    order_of(request.path_words.at("id"), person_now(book), *load));
  if (!answer) return tl::unexpected(answer.error());
  if (!answer->played) return tl::unexpected(no_figures(answer->simulation));
  return motion_json(*answer->played, answer->tables);
}

Outcome<std::string> figure_document(const Engine& engine, LogBook& book, const Request& request) {
  const auto answer = draw_exercise(book.catalog(), engine,
                                    order_of(request.path_words.at("id"), person_now(book), {}));
  if (!answer) return tl::unexpected(answer.error());
  if (answer->figure.panels.empty()) return tl::unexpected(no_figures(answer->simulation));
  return figure_svg(answer->figure);
}

Outcome<std::string> exercises_document(const Catalog& catalog, const Request& request) {
  const auto found = list_exercises(catalog, {request.asked("works").value_or(""), {}, ""});
  if (!found) return tl::unexpected(found.error());
  return exercises_json(*found);
}

Outcome<std::string> exercise_document(const Catalog& catalog, const Request& request) {
  const auto found = exercise_named(catalog, request.path_words.at("id"));
  if (!found) return tl::unexpected(found.error());
  return exercise_json(**found);
}

Outcome<std::string> muscles_document(const Catalog& catalog, const Request& request) {
  const auto found = list_muscles(catalog, request.asked("word").value_or(""));
  if (!found) return tl::unexpected(found.error());
  return muscles_json(*found);
}

/// The catalog's exercises for the body of the one who asks, told as it is computed.
Response analyze(const ApiParts& parts, const std::string& id) {
  const auto person = parts.people->with<Person>(
      id, [](LogBook& book) { return Outcome<Person>(person_now(book)); });
  if (!person) return problem_of(person.error());
  return parts.long_work->begin([parts, person = *person](const Progress& progress) {
    const Catalog& catalog = parts.people->catalog();
    SimulateAllOrder order;
    for (const Exercise& exercise : catalog.exercises) order.exercises.push_back(&exercise);
    order.play = {"", parts.cache, 1, progress, person};
    const auto answer = simulate_all(catalog, *parts.engine, order);
    if (!answer) throw std::runtime_error("the catalog's exercises are not simulated");
    return analysis_json(answer->simulations);
  });
}

}  // namespace

void add_catalog_routes(Router& router, const ApiParts& parts) {
  using Ask = Outcome<std::string> (*)(const Catalog&, const Request&);
  const auto ask = [&](const char* path, Ask use) {
    router.add("GET", path, [parts, use](const Request& request) {
      return respond(request, use(parts.people->catalog(), request));
    });
  };
  ask("/api/exercises", exercises_document);
  ask("/api/exercises/{id}", exercise_document);
  ask("/api/muscles", muscles_document);
  using Compute = Outcome<std::string> (*)(const Engine&, LogBook&, const Request&);
  const auto compute = [&](const char* path, Compute use, const char* type) {
    router.add("GET", path,
               on_book(
                   parts,
                   [parts, use](LogBook& book, const Request& request) {
                     return use(*parts.engine, book, request);
                   },
                   type));
  };
  router.add("GET", "/api/analysis",
             on_person(parts, [parts](const std::string& person, const Request&) {
               return analyze(parts, person);
             }));
  compute("/api/exercises/{id}/work", work_document, "application/json");
  compute("/api/exercises/{id}/loads", loads_document, "application/json");
  compute("/api/exercises/{id}/motion", motion_document, "application/json");
  compute("/api/exercises/{id}/figure.svg", figure_document, "image/svg+xml");
}

}  // namespace strongback
