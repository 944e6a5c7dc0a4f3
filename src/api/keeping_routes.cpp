#include "api/reply.h"
#include "api/routes.h"
#include "app/keep_log.h"
#include "exchange/log_answers_json.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestFile = 200 * 1024;  // [byte]
constexpr std::size_t kLongestValue = 4000;       // [byte]

Outcome<std::string> profile_document(LogBook& book, const Request&) {
  return profile_json(book.state().profile, book.state().profile_text);
}

Outcome<std::string> put_profile(LogBook& book, const Request& request) {
  const auto texts = texts_at(request, {"toml"}, kLongestFile);
  if (!texts) return tl::unexpected(texts.error());
  return change_document(update_profile_text(book, texts->front()));
}

Outcome<std::string> patch_profile(LogBook& book, const Request& request) {
  const auto texts = texts_at(request, {"field", "value"}, kLongestValue);
  if (!texts) return tl::unexpected(texts.error());
  return change_document(update_field(book, texts->at(0), texts->at(1)));
}

Outcome<std::string> take_reply(LogBook& book, const Request& request) {
  const auto texts = texts_at(request, {"toml"}, kLongestFile);
  if (!texts) return tl::unexpected(texts.error());
  return change_document(keep_reply(book, texts->front()));
}

Outcome<std::string> take_import(LogBook& book, const Request& request) {
  const auto report =
      import_text(book, "the file", request.body, request.asked("unit").value_or(""));
  if (!report) return tl::unexpected(report.error());
  return import_json(*report);
}

Response remove_all(const ApiParts& parts, const std::string& person, const Request& request) {
  constexpr std::size_t kLongestWords = 100;  // [byte]
  const auto words = texts_at(request, {"really"}, kLongestWords);
  if (!words) return problem_of(words.error());
  if (words->front() != "delete everything") {
    return problem_of(BadInput{
        {{"really", {}, "'really' must be the words: delete everything", "nothing was deleted"}}});
  }
  if (const auto removed = parts.people->remove(person); !removed)
    return problem_of(removed.error());
  Response response = document_response(request, text_of({{"schema", "strongback.deleted/1"}}));
  if (parts.accounts != nullptr) forget_cookie(response);
  return response;
}

}  // namespace

void add_keeping_routes(Router& router, const ApiParts& parts) {
  router.add("POST", "/api/delete",
             on_person(parts, [parts](const std::string& person, const Request& request) {
               return remove_all(parts, person, request);
             }));
  router.add("GET", "/api/profile", on_book(parts, profile_document));
  router.add("PUT", "/api/profile", on_book(parts, put_profile));
  router.add("PATCH", "/api/profile", on_book(parts, patch_profile));
  router.add("POST", "/api/reply", on_book(parts, take_reply));
  router.add("POST", "/api/import", on_book(parts, take_import));
  router.add("GET", "/api/export.json", on_book(parts, [](LogBook& book, const Request&) {
               return Outcome<std::string>(log_json(book.events()));
             }));
  router.add(
      "GET", "/api/export.csv",
      on_book(
          parts,
          [](LogBook& book, const Request&) { return Outcome<std::string>(log_csv(book.state())); },
          "text/csv; charset=utf-8"));
}

}  // namespace strongback
