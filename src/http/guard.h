#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/message.h"

namespace strongback {

/// By which names the server may be called.
struct Guard {
  std::vector<std::string> hosts;  ///< without port, in small letters: "localhost", "[::1]"
  bool is_behind_proxy = false;  ///< the proxy speaks TLS; what it says in X-Forwarded-Proto holds
};

/// "localhost", "127.0.0.1" and "[::1]".
std::vector<std::string> loopback_hosts();

/// The host of a "Host" header without its port, in small letters; empty where it is none.
std::string host_name(std::string_view host);

/// The client's address where a proxy stands before the server: what the nearest one says in
/// X-Forwarded-For, else its own.
std::string address_before_proxy(const Request& request);

/// Why the request is not answered, or nothing: a name that is not ours (421; a page of another
/// site whose name was pointed at this machine), and another site's page that would write, or read
/// with what its reader may do (403): Origin must be this very server, and where there is none,
/// Sec-Fetch-Site must not speak of another site.  A body must be JSON, plain text or CSV, which
/// no form of another page can send unasked.
std::optional<Response> refusal(const Request& request, const Guard& guard);

/// `handler` behind the guard: refusals come first, and every response has the safety headers.
Handler guarded(Guard guard, Handler handler);

/// The headers that keep a page to itself: Content-Security-Policy without inline scripts or
/// third parties, and the like.  Adds them to every response.
void add_safety_headers(Response& response);

}  // namespace strongback
