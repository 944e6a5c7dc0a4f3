#include <fmt/format.h>

#include "api/reply.h"
#include "api/routes.h"
#include "app/coming_days.h"
#include "app/interview.h"
#include "base/text.h"
#include "exchange/log_answers_json.h"
#include "exchange/pack_json.h"
#include "log/event_json.h"
#include "reading/fields.h"
#include "train/look_back.h"
#include "train/program_due.h"
#include "train/readiness.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestAnswer = 2000;         // [byte]
constexpr std::size_t kLongestProfile = 200 * 1024;  // [byte]
constexpr std::size_t kMostAnswers = 400;
constexpr std::size_t kMostEvents = 2000;
constexpr long long kHighestCursor = 1'000'000'000'000;

Json change_object(const LogChange& change) {
  return {{"notes", change.notes},
          {"program", change.program},
          {"triage", change.triage},
          {"may_train", change.may_train}};
}

Json question_object(const Question& question) {
  return {{"id", question.id},
          {"form", form_words()[static_cast<std::size_t>(question.form)]},
          {"text", question.text},
          {"example", question.example},
          {"default", question.default_words},
          {"choices", question.choices},
          {"words", question.words},
          {"number", question.number},
          {"of_about", question.of_about}};
}

Outcome<std::vector<std::string>> answers_of(const Request& request) {
  auto document = body_of(request);
  if (!document) return tl::unexpected(std::move(document.error()));
  Problems problems;
  Fields fields(*document, problems);
  std::vector<std::string> answers;
  for (Placed& placed : fields.find_texts("answers", kLongestAnswer))
    answers.push_back(std::move(placed.text));
  fields.finish();
  if (answers.size() > kMostAnswers)
    fields.problem({}, fmt::format("there are at most {} answers", kMostAnswers));
  if (!problems.empty()) return tl::unexpected<Failure>(BadInput{std::move(problems)});
  return answers;
}

/// The questions after these answers; the same answers give the same document.
Outcome<std::string> interview_document(const Catalog& catalog, const Request& request) {
  auto answers = answers_of(request);
  if (!answers) return tl::unexpected(std::move(answers.error()));
  Interview interview(catalog);
  Json json{{"schema", "strongback.interview/1"}};
  std::size_t taken = 0;
  for (const std::string& answer : *answers) {
    if (interview.is_done()) break;
    const auto kept = interview.answer(answer);
    if (!kept) json["refused"] = kept.error();
    if (!kept) break;
    ++taken;
  }
  json["taken"] = taken;
  json["is_done"] = interview.is_done();
  json["is_cut_short"] = interview.is_cut_short();
  json["notices"] = interview.notices();
  if (!interview.is_done()) json["question"] = question_object(interview.question());
  json["toml"] = interview.toml();
  return text_of(json);
}

/// Events as they stand in the body; those that are none are among `refused`.
Outcome<std::vector<Event>> events_of(const Request& request, std::vector<RefusedEvent>& refused) {
  if (auto whole = body_of(request); !whole) return tl::unexpected(std::move(whole.error()));
  const auto json = Json::parse(request.body, nullptr, false);
  const auto list = json.find("events");
  const bool is_right =
      json.size() == 1 && list != json.end() && list->is_array() && list->size() <= kMostEvents;
  if (!is_right) {
    return tl::unexpected<Failure>(
        BadInput{{{"body",
                   {},
                   fmt::format("the body has 'events', a list of at most {}", kMostEvents),
                   "docs/events.md describes an event"}}});
  }
  std::vector<Event> events;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& one = (*list)[i];
    auto event = parse_event(fmt::format("event {}", i + 1), 0, one.dump());
    const bool has_id = one.is_object() && one.contains("id") && one["id"].is_string();
    if (event) {
      events.push_back(std::move(*event));
    } else {
      refused.push_back({has_id ? one["id"].get<std::string>() : "", std::move(event.error())});
    }
  }
  return events;
}

Outcome<std::string> keep_events(LogBook& book, const Request& request) {
  std::vector<RefusedEvent> refused;
  auto events = events_of(request, refused);
  if (!events) return tl::unexpected(std::move(events.error()));
  auto handed = hand_in(book, *events);
  if (!handed) return tl::unexpected(std::move(handed.error()));
  refused.insert(refused.end(), handed->refused.begin(), handed->refused.end());
  Json list = Json::array();
  for (const RefusedEvent& one : refused)
    list.push_back({{"id", one.id}, {"problems", problems_json(one.problems)}});
  return text_of({{"schema", "strongback.events/1"},
                  {"added", handed->kept.added},
                  {"already_there", handed->kept.already_there},
                  {"refused", std::move(list)},
                  {"cursor", book.arrival()},
                  {"change", change_object(handed->change)}});
}

Outcome<std::string> new_events(LogBook& book, const Request& request) {
  const auto after = whole_asked(request, "after", 0, {0, kHighestCursor});
  if (!after) return tl::unexpected(after.error());
  const auto arrived = book.store().events_after(book.person().id, *after);
  if (!arrived) return tl::unexpected(failure_of(arrived.error()));
  std::string text = fmt::format(R"({{"schema":"strongback.events/1","cursor":{},"events":[)",
                                 arrived->empty() ? *after : arrived->back().arrival);
  for (std::size_t i = 0; i < arrived->size(); ++i)
    text += (i > 0 ? ",\n" : "\n") + event_json((*arrived)[i].event);
  return text + "]}\n";
}

Outcome<std::string> history_document(LogBook& book, const Request& request) {
  constexpr long long kDays = 30;
  constexpr long long kMostDays = 4000;
  const auto days = whole_asked(request, "days", kDays, {1, kMostDays});
  if (!days) return tl::unexpected(days.error());
  Json list = Json::array();
  for (const HistoryDay& day : history_of(book, static_cast<int>(*days))) {
    Json entries = Json::array();
    for (const HistoryEntry& entry : day.entries)
      entries.push_back({{"id", entry.id}, {"kind", entry.kind}, {"text", entry.text}});
    list.push_back({{"date", to_text(day.date)}, {"entries", std::move(entries)}});
  }
  return text_of({{"schema", "strongback.history/1"}, {"days", std::move(list)}});
}

/// The week's counted sets beside their range, and how rested each muscle is.
Outcome<std::string> back_document(LogBook& book, const Request&) {
  const TrainingState& state = book.state();
  const Catalog& catalog = book.catalog();
  const Moment now = book.now();
  const Person person = person_at(state, now, catalog);
  const auto sets = counted_sets(state, person, local_date(now), kDaysPerWeek, catalog);
  const auto rows = readiness_at(state, person, now, catalog);
  const PlanAhead plan = plan_ahead(book);
  Json muscles = Json::array();
  for (const Muscle& muscle : catalog.muscles) {
    const auto done = sets.find(muscle.id);
    Json one{{"id", muscle.id},
             {"name", muscle.name},
             {"is_back", muscle.is_back},
             {"sets", done == sets.end() ? 0.0 : done->second},
             {"fatigue", 0.0},
             {"ready_in_h", 0.0}};
    for (const MuscleWeek& week : plan.program.weekly_sets) {
      if (week.muscle != muscle.id) continue;
      one["low"] = week.low;
      one["high"] = week.high;
    }
    for (const MuscleReadiness& row : rows) {
      if (row.muscle != muscle.id) continue;
      one["fatigue"] = row.fatigue;
      one["ready_in_h"] = hours_until_ready(row, true, catalog);
    }
    muscles.push_back(std::move(one));
  }
  return text_of({{"schema", "strongback.back/1"}, {"muscles", std::move(muscles)}});
}

Response start(const ApiParts& parts, const std::string& person, const Request& request) {
  auto texts = texts_at(request, {"toml"}, kLongestProfile);
  if (!texts) return problem_of(texts.error());
  return respond(request, change_document(parts.people->begin(person, texts->front())));
}

}  // namespace

void add_training_routes(Router& router, const ApiParts& parts) {
  router.add("GET", "/api/health", [](const Request& request) {
    return document_response(request, text_of({{"schema", "strongback.health/1"}, {"ok", true}}));
  });
  router.add("POST", "/api/interview", [parts](const Request& request) {
    return respond(request, interview_document(parts.people->catalog(), request));
  });
  router.add("POST", "/api/start",
             on_person(parts, [parts](const std::string& person, const Request& request) {
               return start(parts, person, request);
             }));
  router.add("GET", "/api/pack",
             on_person(parts, [parts](const std::string& person, const Request& request) {
               return respond(request, parts.people->pack(person));
             }));
  router.add("GET", "/api/today", on_book(parts, [](LogBook& book, const Request&) {
               return Outcome<std::string>(today_json(
                   make_today(book.state(), book.now(), book.catalog()), book.catalog()));
             }));
  router.add("POST", "/api/events", on_book(parts, keep_events));
  router.add("GET", "/api/events", on_book(parts, new_events));
  router.add("GET", "/api/history", on_book(parts, history_document));
  router.add("GET", "/api/back", on_book(parts, back_document));
  router.add("GET", "/api/progress", on_book(parts, [](LogBook& book, const Request&) {
               return Outcome<std::string>(
                   look_back_json(look_back(book.state(), book.now(), book.catalog())));
             }));
}

}  // namespace strongback
