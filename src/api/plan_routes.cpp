#include "api/reply.h"
#include "api/routes.h"
#include "app/coming_days.h"
#include "app/draw.h"
#include "app/keep_log.h"
#include "exchange/json.h"
#include "exchange/log_answers_json.h"
#include "exchange/sheet.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestId = 100;  // [byte]

PlanFrame frame_of(const PlanAhead& plan, const Catalog& catalog) {
  PlanFrame frame{&plan.person, &catalog, {}, {}};
  if (plan.outline) frame.accepted = &*plan.outline;
  frame.changes = plan.changes;
  frame.week = plan.week;
  return frame;
}

Outcome<std::string> plan_document(LogBook& book, const Request&) {
  const PlanAhead plan = plan_ahead(book);
  return plan_json(plan.program, frame_of(plan, book.catalog()));
}

Outcome<std::string> sheet_document(const Engine& engine, LogBook& book) {
  const PlanAhead plan = plan_ahead(book);
  PlanFrame frame = frame_of(plan, book.catalog());
  auto pictures = pictures_of(plan.program, plan.person, engine);
  if (!pictures) return tl::unexpected(std::move(pictures.error()));
  frame.pictures = std::move(*pictures);
  return sheet_html(plan.program, frame);
}

Outcome<std::string> swaps_document(LogBook& book, const Request& request) {
  const std::string exercise = request.asked("exercise").value_or("");
  const auto options = swap_options(book, exercise);
  if (!options) return tl::unexpected(options.error());
  Json list = Json::array();
  for (const SwapOption& option : *options) {
    list.push_back({{"id", option.exercise->id},
                    {"name", option.exercise->name},
                    {"changes", option.changes}});
  }
  return text_of(
      {{"schema", "strongback.swaps/1"}, {"exercise", exercise}, {"options", std::move(list)}});
}

Outcome<std::string> swap(LogBook& book, const Request& request) {
  const auto texts = texts_at(request, {"exercise", "with"}, kLongestId);
  if (!texts) return tl::unexpected(texts.error());
  auto program = swapped_program(book, texts->at(0), texts->at(1));
  if (!program) return tl::unexpected(std::move(program.error()));
  return change_document(accept_program(book, std::move(*program)));
}

Outcome<std::string> take_preference(LogBook& book, const Request& request) {
  const auto texts = texts_at(request, {"exercise", "how"}, kLongestId);
  if (!texts) return tl::unexpected(texts.error());
  return change_document(prefer(book, texts->at(0), texts->at(1)));
}

Outcome<std::string> begin_with_article(LogBook& book, const Request&) {
  auto program = article_program(book);
  if (!program) return tl::unexpected(std::move(program.error()));
  return change_document(accept_program(book, std::move(*program)));
}

}  // namespace

void add_plan_routes(Router& router, const ApiParts& parts) {
  router.add("GET", "/api/plan", on_book(parts, plan_document));
  router.add("GET", "/api/plan/swaps", on_book(parts, swaps_document));
  router.add("POST", "/api/plan/swap", on_book(parts, swap));
  router.add("POST", "/api/plan/prefer", on_book(parts, take_preference));
  router.add("POST", "/api/plan/article", on_book(parts, begin_with_article));
  router.add(
      "GET", "/api/calendar.ics",
      on_book(
          parts, [](LogBook& book, const Request&) { return calendar_of(book); }, "text/calendar"));
  const Handler sheet = on_book(
      parts, [parts](LogBook& book, const Request&) { return sheet_document(*parts.engine, book); },
      "text/html; charset=utf-8");
  router.add("GET", "/api/sheet", [sheet](const Request& request) {
    Response response = sheet(request);
    response.headers["Content-Security-Policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    return response;
  });
}

}  // namespace strongback
