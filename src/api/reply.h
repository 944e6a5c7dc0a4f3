#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/api.h"
#include "http/message.h"
#include "reading/document.h"

namespace strongback {

// How questions are read and answers are written.  Only the .cpp files of this room include this
// header.

using Json = nlohmann::ordered_json;

/// [{where, message, hint}].
Json problems_json(const Problems& problems);

/// What a change of the log came to, schema "strongback.change/1", or why there was none.
Outcome<std::string> change_document(const Outcome<LogChange>& change);

/// In one line.
std::string text_of(const Json& document);

/// `document` as the answer; 304 where the client has it already.
Response document_response(const Request& request, std::string document,
                           const std::string& type = "application/json");

/// One answer or its problem.
Response respond(const Request& request, Outcome<std::string> document,
                 const std::string& type = "application/json");

/// The body as a JSON object; a body that is none is refused with every problem.
Outcome<Document> body_of(const Request& request);

/// The texts of a body that has these keys and no others, each of at most `longest` bytes.
Outcome<std::vector<std::string>> texts_at(const Request& request,
                                           const std::vector<std::string>& keys,
                                           std::size_t longest);

/// The whole number that the query has as `name`, or `without` where it has none.
struct WholeRange {
  long long low = 0, high = 0;
};
Outcome<long long> whole_asked(const Request& request, const std::string& name, long long without,
                               WholeRange range);

}  // namespace strongback
