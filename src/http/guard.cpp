#include "http/guard.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace strongback {
namespace {

constexpr int kMisdirected = 421;  // RFC 9110, 15.5.20
constexpr int kForbidden = 403;
constexpr int kUnsupportedMedia = 415;

bool only_reads(const Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

bool is_from_elsewhere(const Request& request, const Guard& guard) {
  const std::string origin = lower(request.header("origin"));
  if (!origin.empty()) {
    const bool is_secure = request.is_secure || guard.is_behind_proxy;
    return origin != (is_secure ? "https://" : "http://") + lower(request.header("host"));
  }
  const std::string_view site = request.header("sec-fetch-site");
  if (site.empty() || site == "same-origin" || site == "none") return false;
  // Somebody followed a link to a page: that reads nothing for the other site.
  const bool is_link = only_reads(request) && request.header("sec-fetch-mode") == "navigate" &&
                       request.path.rfind("/api/", 0) != 0;
  return !is_link;
}

bool has_known_type(const Request& request) {
  std::string type = lower(request.header("content-type"));
  type = type.substr(0, type.find(';'));
  return type == "application/json" || type == "text/csv" || type == "application/toml";
}

}  // namespace

std::vector<std::string> loopback_hosts() { return {"localhost", "127.0.0.1", "[::1]"}; }

std::string host_name(std::string_view host) {
  std::size_t end = host.rfind(':');
  if (!host.empty() && host.front() == '[') {
    const std::size_t bracket = host.find(']');
    if (bracket == std::string_view::npos) return "";
    if (bracket + 1 != host.size() && host[bracket + 1] != ':') return "";
    end = bracket + 1;
  }
  const std::string_view port = end < host.size() ? host.substr(end + 1) : std::string_view{};
  const bool is_number =
      std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  return is_number ? lower(host.substr(0, std::min(end, host.size()))) : "";
}

std::string address_before_proxy(const Request& request) {
  std::string_view list = request.header("x-forwarded-for");
  list = trimmed(list.substr(list.rfind(',') + 1));  // earlier ones are the client's own words
  return list.empty() ? request.address : std::string(list);
}

std::optional<Response> refusal(const Request& request, const Guard& guard) {
  const std::string host = host_name(request.header("host"));
  if (host.empty() || std::find(guard.hosts.begin(), guard.hosts.end(), host) == guard.hosts.end())
    return problem_response(kMisdirected, "this server does not answer to that name");
  if (is_from_elsewhere(request, guard))
    return problem_response(kForbidden, "this came from a page of another site");
  if (!only_reads(request) && !request.body.empty() && !has_known_type(request))
    return problem_response(kUnsupportedMedia,
                            "the content type must be application/json, text/csv or "
                            "application/toml");
  return std::nullopt;
}

Handler guarded(Guard guard, Handler handler) {
  return [guard = std::move(guard), handler = std::move(handler)](const Request& request) {
    auto response = refusal(request, guard);
    if (!response) response = handler(request);
    add_safety_headers(*response);
    return std::move(*response);
  };
}

void add_safety_headers(Response& response) {
  auto& headers = response.headers;
  headers.emplace("Content-Security-Policy",
                  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                  "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  headers.emplace("X-Content-Type-Options", "nosniff");
  headers.emplace("Referrer-Policy", "no-referrer");
  headers.emplace("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace("Permissions-Policy",
                  "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
                  "screen-wake-lock=(self)");
}

}  // namespace strongback
