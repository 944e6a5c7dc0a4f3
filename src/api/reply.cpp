#include "api/reply.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "exchange/json_tree.h"
#include "exchange/log_answers_json.h"
#include "reading/fields.h"

namespace strongback {
namespace {

constexpr int kNotModified = 304;
constexpr int kNotFound = 404;
constexpr int kConflict = 409;
constexpr int kUnprocessable = 422;
constexpr int kUnavailable = 503;

Response problem_document(int status, const std::string& title, Json problems) {
  const Json document{{"type", "about:blank"},
                      {"title", title},
                      {"status", status},
                      {"problems", std::move(problems)}};
  return text_response(status, "application/problem+json",
                       document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

/// "file:3:5", "with" or "".
std::string where_of(const Problem& problem) {
  if (problem.place.line == 0) return problem.file;
  return fmt::format("{}:{}:{}", problem.file, problem.place.line, problem.place.column);
}

struct Answering {
  Response operator()(const BadInput& bad) const {
    return problem_document(kUnprocessable, "This cannot be taken as it is.",
                            problems_json(bad.problems));
  }
  Response operator()(const NotFound& missing) const {
    return problem_document(
        kNotFound, "It is not there.",
        Json::array({{{"where", ""}, {"message", missing.what}, {"hint", missing.hint}}}));
  }
  Response operator()(const NoPlan& no) const {
    Json problems = Json::array();
    for (const std::string& conflict : no.conflicts)
      problems.push_back({{"where", ""}, {"message", conflict}, {"hint", ""}});
    return problem_document(kConflict, "The answer is no.", std::move(problems));
  }
  Response operator()(const Unavailable& not_now) const {
    return problem_document(
        kUnavailable, "Try again later.",
        Json::array({{{"where", ""}, {"message", not_now.what}, {"hint", ""}}}));
  }
};

}  // namespace

Json problems_json(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back(
        {{"where", where_of(problem)}, {"message", problem.message}, {"hint", problem.hint}});
  }
  return list;
}

Response problem_of(const Failure& failure) { return std::visit(Answering{}, failure); }

Outcome<std::string> change_document(const Outcome<LogChange>& change) {
  if (!change) return tl::unexpected(change.error());
  return change_json({change->notes, change->program, change->triage, change->may_train});
}

std::string text_of(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Response document_response(const Request& request, std::string document, const std::string& type) {
  const std::string tag = fmt::format("\"{:016x}\"", fingerprint_of(document));
  Response response = text_response(200, type, std::move(document));
  response.headers["ETag"] = tag;
  response.headers["Cache-Control"] = "no-cache, private";
  if (request.method == "GET" && request.header("if-none-match") == tag) {
    response.status = kNotModified;
    response.body = nullptr;
  }
  return response;
}

Response respond(const Request& request, Outcome<std::string> document, const std::string& type) {
  if (!document) return problem_of(document.error());
  return document_response(request, std::move(*document), type);
}

Outcome<Document> body_of(const Request& request) {
  auto node = parse_json("body", request.body);
  if (!node) return tl::unexpected<Failure>(BadInput{std::move(node.error())});
  auto* table = std::get_if<Table>(&node->value);
  if (table == nullptr || trimmed(request.body).front() != '{') {  // null reads as an empty one
    return tl::unexpected<Failure>(
        BadInput{{{"body", node->place, "the body must be a JSON object", ""}}});
  }
  return Document{"body", std::move(*table)};
}

Outcome<std::vector<std::string>> texts_at(const Request& request,
                                           const std::vector<std::string>& keys,
                                           std::size_t longest) {
  auto document = body_of(request);
  if (!document) return tl::unexpected(std::move(document.error()));
  Problems problems;
  Fields fields(*document, problems);
  std::vector<std::string> texts;
  for (const std::string& key : keys) texts.push_back(fields.need_text(key, longest));
  fields.finish();
  if (!problems.empty()) return tl::unexpected<Failure>(BadInput{std::move(problems)});
  return texts;
}

Outcome<long long> whole_asked(const Request& request, const std::string& name, long long without,
                               WholeRange range) {
  const auto word = request.asked(name);
  if (!word) return without;
  long long value = 0;
  const char* end = word->data() + word->size();
  const auto [stop, error] = std::from_chars(word->data(), end, value);
  if (error == std::errc{} && stop == end && value >= range.low && value <= range.high)
    return value;
  return tl::unexpected<Failure>(BadInput{
      {{name,
        {},
        fmt::format("'{}' must be a whole number from {} to {}", name, range.low, range.high),
        ""}}});
}

}  // namespace strongback
