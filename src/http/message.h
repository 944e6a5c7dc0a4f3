#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// One request, whole and checked as far as HTTP goes: its path is decoded and has no "." or ".."
/// segment, no control character and no backslash.
struct Request {
  std::string method;                          ///< "GET", "POST", ...
  std::string path;                            ///< "/api/today"; begins with "/"
  std::map<std::string, std::string> query;    ///< decoded; the first of equal names
  std::map<std::string, std::string> headers;  ///< by name in small letters
  std::string body;
  std::string address;                            ///< of the client, without its port
  bool is_secure = false;                         ///< came over TLS
  std::map<std::string, std::string> path_words;  ///< what `{name}` in the route stands for

  [[nodiscard]] std::string_view header(const std::string& name) const;
  [[nodiscard]] std::optional<std::string> asked(const std::string& name) const;
};

/// What is told while long work goes on: the next piece, "" when there is nothing new yet, and
/// nothing when all is told.  Called a few times a second by the thread that moves the bytes, so
/// it must not wait.
using Telling = std::function<std::optional<std::string>()>;

struct Response {
  int status = 200;
  std::map<std::string, std::string> headers;  ///< names as they are sent
  std::shared_ptr<const std::string> body;     ///< may be shared by many; none: empty
  Telling telling;                             ///< set: the body is told piece by piece
};

/// Answers a request; called by several threads at once.  What it throws becomes a 500.
using Handler = std::function<Response(const Request&)>;

Response text_response(int status, std::string type, std::string body);

/// "application/problem+json" (RFC 9457) with a title and no further members.
Response problem_response(int status, std::string_view title);

/// Cookies of the request, by name.
std::map<std::string, std::string> cookies_of(const Request& request);

/// `text` without its percent signs; nothing where one is not followed by two digits.
std::optional<std::string> percent_decoded(std::string_view text);

/// Path and query of a request's target; nothing where they are no path that a server should open:
/// not from "/", wrongly encoded, with "..", ".", "\", a control character or a NUL.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};
std::optional<Target> parse_target(std::string_view target);

}  // namespace strongback
