#include "cli/run_serve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "api/api.h"
#include "app/people.h"
#include "base/text.h"
#include "cli/run_training.h"
#include "cli/say.h"
#include "http/compress.h"
#include "http/guard.h"
#include "http/server.h"
#include "http/static_files.h"

namespace strongback {
namespace {

tl::unexpected<Failure> refused(std::string what, std::string hint) {
  return tl::unexpected<Failure>(BadInput{{{"strongback", {}, std::move(what), std::move(hint)}}});
}

bool is_loopback(const std::string& address) {
  return address == "::1" || address.rfind("127.", 0) == 0;
}

/// Whether the log may be served like this: without HTTPS only to this very machine.
Outcome<void> checked(const ServeOptions& serve) {
  if (is_loopback(serve.address) || serve.is_behind_proxy) return {};
  return refused(
      fmt::format("'{}' can be reached from other machines, and without HTTPS they could read and "
                  "change your log",
                  printable(serve.address)),
      "leave --address away, or add --behind-proxy where a proxy speaks HTTPS (docs/deploy.md)");
}

Outcome<StaticFiles> web_files(const std::string& folder) {
  const std::string path = folder.empty() ? STRONGBACK_WEB_DIR : folder;
  if (auto files = StaticFiles::read(path)) return std::move(*files);
  return tl::unexpected<Failure>(
      NotFound{fmt::format("there is no web app in '{}'", printable(path)), "./run builds it"});
}

Guard guard_of(const ServeOptions& serve) {
  Guard guard{loopback_hosts(), serve.is_behind_proxy};
  for (const std::string& host : serve.hosts) guard.hosts.push_back(host_name(host));
  return guard;
}

/// What the server answers: the API, else the web app's files.
Handler handler_of(Guard guard, Router router, StaticFiles files) {
  return [guard = std::move(guard), router = std::move(router),
          files = std::move(files)](const Request& request) {
    auto response = refusal(request, guard);
    if (!response) {
      response =
          request.path.rfind("/api/", 0) == 0 ? router.answer(request) : files.answer(request);
    }
    compress(request, *response);
    add_safety_headers(*response);
    return std::move(*response);
  };
}

Outcome<std::shared_ptr<Store>> store_of(const LogPlace& place) {
  auto file = log_file(place);
  if (!file) return tl::unexpected(std::move(file.error()));
  auto store = open_store(*file, IfMissing::Create);
  if (!store) return tl::unexpected(failure_of(store.error()));
  return std::shared_ptr<Store>(std::move(*store));
}

ServerOptions server_options(const ServeOptions& serve) {
  ServerOptions options;
  options.address = serve.address;
  options.port = static_cast<unsigned short>(serve.port);
  options.limits.long_body_paths = {"/api/import"};
  return options;
}

std::string address_text(const ServeOptions& serve, unsigned short port) {
  const std::string host = serve.address == "127.0.0.1" ? "localhost" : serve.address;
  return fmt::format("http://{}:{}/", host.find(':') == std::string::npos ? host : "[" + host + "]",
                     port);
}

/// Everything that answers, which lives as long as the server.
Outcome<void> serve(const Catalog& catalog, const Options& options) {
  if (auto right = checked(options.serve); !right) return right;
  auto place = place_of(options.training);
  if (!place) return tl::unexpected(std::move(place.error()));
  auto files = web_files(options.serve.web);
  if (!files) return tl::unexpected(std::move(files.error()));
  const auto engine = load_engine();
  if (!engine) return tl::unexpected(engine.error());
  auto store = store_of(*place);
  if (!store) return tl::unexpected(std::move(store.error()));
  People people(catalog, *place, *store);
  Router router;
  add_api(router, {&people, &*engine, AnswerCache(cache_folder()), only_person_of(people), false});
  auto server =
      Server::open(server_options(options.serve),
                   handler_of(guard_of(options.serve), std::move(router), std::move(*files)));
  if (!server) return refused(server.error().what, server.error().hint);
  fmt::print("Strongback is at {}\nStop it with Ctrl+C.  Your log stays on this machine.\n",
             address_text(options.serve, (*server)->port()));
  std::fflush(stdout);
  (*server)->run(true);
  return {};
}

}  // namespace

Exit run_serve(const Catalog& catalog, const Options& options) {
  const auto served = serve(catalog, options);
  return served ? Exit::Done : say(served.error());
}

}  // namespace strongback
