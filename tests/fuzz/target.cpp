// What a request names: its target, its cookies, its host, its origin.  Whatever the bytes, a path
// that a server may open, or nothing.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/guard.h"
#include "http/message.h"
#include "http/router.h"

namespace {

using namespace strongback;

void check_path(const std::string& path) {
  if (path.empty() || path.front() != '/') std::abort();
  for (const char* bad : {"\\", "/../", "/./"}) {
    if ((path + "/").find(bad) != std::string::npos) std::abort();
  }
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) std::abort();
  }
}

const Router& router() {
  static const Router routes = [] {
    Router made;
    made.add("GET", "/api/exercises/{id}", [](const Request& request) {
      if (request.path_words.at("id").empty()) std::abort();
      return text_response(200, "text/plain", "");
    });
    return made;
  }();
  return routes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Request request;
  request.method = "GET";
  request.headers = {{"cookie", text}, {"host", text}, {"x-forwarded-for", text}, {"origin", text}};
  (void)cookies_of(request);
  (void)address_before_proxy(request);
  const auto refused = refusal(request, {loopback_hosts(), false});
  if (!refused) std::abort();  // no text is both a host of ours and an origin of it
  const auto target = parse_target(text);
  if (!target) return 0;
  check_path(target->path);
  request.path = target->path;
  request.query = target->query;
  (void)router().answer(request);
  return 0;
}
