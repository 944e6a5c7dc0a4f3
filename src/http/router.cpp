#include "http/router.h"

#include <algorithm>
#include <optional>
#include <set>

namespace strongback {
namespace {

using Words = std::map<std::string, std::string>;

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    segments.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return segments;
}

bool is_name(const std::string& segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::optional<Words> matched(const std::vector<std::string>& pattern,
                             const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  Words words;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_name(pattern[i])) {
      if (segments[i].empty()) return std::nullopt;
      words[pattern[i].substr(1, pattern[i].size() - 2)] = segments[i];
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return words;
}

}  // namespace

void Router::add(const std::string& method, const std::string& pattern, Handler handler) {
  routes_.push_back({method, segments_of(pattern), std::move(handler)});
}

Response Router::answer(Request request) const {
  const auto segments = segments_of(request.path);
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  std::set<std::string> allowed;
  for (const Route& route : routes_) {
    auto words = matched(route.segments, segments);
    if (!words) continue;
    if (route.method == method) {
      request.path_words = std::move(*words);
      return route.handler(request);
    }
    allowed.insert(route.method);
  }
  if (allowed.empty()) return problem_response(404, "there is nothing at this address");
  Response response = problem_response(405, "this address does not take " + request.method);
  std::string& list = response.headers["Allow"];
  for (const std::string& one : allowed) list += (list.empty() ? "" : ", ") + one;
  return response;
}

std::vector<std::string> Router::routes() const {
  std::vector<std::string> all;
  for (const Route& route : routes_) {
    std::string line = route.method + " ";
    for (const std::string& segment : route.segments) line += "/" + segment;
    all.push_back(std::move(line));
  }
  return all;
}

}  // namespace strongback
