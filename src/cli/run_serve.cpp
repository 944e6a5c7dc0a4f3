#include "cli/run_serve.h"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "accounts/secrets.h"
#include "api/api.h"
#include "app/people.h"
#include "base/text.h"
#include "cli/lan_door.h"
#include "cli/run_training.h"
#include "cli/say.h"
#include "cli/terminal.h"
#include "http/compress.h"
#include "http/guard.h"
#include "http/server.h"
#include "http/static_files.h"

namespace strongback {
namespace {

constexpr int kPlainPort = 8080;
constexpr int kSecurePort = 8443;
constexpr std::size_t kCodeLetters = 8;  // some 39 bits, at 5 tries a quarter of an hour

bool is_loopback(const std::string& address) {
  return address == "::1" || address.rfind("127.", 0) == 0;
}

/// Whether somebody else than the one at this machine may come in.
bool needs_account(const ServeOptions& serve) { return serve.is_lan || serve.is_behind_proxy; }

/// Whether the log may be served like this: without HTTPS only to this very machine.
Outcome<void> checked(const ServeOptions& serve) {
  if (serve.is_open && !needs_account(serve))
    return refused("--open-sign-up is for a server with accounts", "add --lan or --behind-proxy");
  if (is_loopback(serve.address) || needs_account(serve)) return {};
  return refused(
      fmt::format("'{}' can be reached from other machines, and without HTTPS they could read and "
                  "change your log",
                  printable(serve.address)),
      "--lan is the way to a phone at home; add --behind-proxy where a proxy speaks HTTPS "
      "(docs/deploy.md)");
}

Outcome<StaticFiles> web_files(const std::string& folder) {
  const std::string path = folder.empty() ? STRONGBACK_WEB_DIR : folder;
  if (auto files = StaticFiles::read(path)) return std::move(*files);
  return tl::unexpected<Failure>(
      NotFound{fmt::format("there is no web app in '{}'", printable(path)), "./run builds it"});
}

Guard guard_of(const ServeOptions& serve, const LanDoor& lan) {
  Guard guard{loopback_hosts(), serve.is_behind_proxy};
  for (const std::string& host : serve.hosts) guard.hosts.push_back(host_name(host));
  for (std::string& host : url_hosts(lan.hosts)) guard.hosts.push_back(std::move(host));
  return guard;
}

/// What the server answers: the API, else the web app's files.
Handler handler_of(bool is_behind_proxy, Router router, StaticFiles files) {
  return [is_behind_proxy, router = std::move(router),
          files = std::move(files)](const Request& asked) {
    Response response;
    if (asked.path.rfind("/api/", 0) == 0) {
      Request request = asked;
      if (is_behind_proxy) request.address = address_before_proxy(asked);
      response = router.answer(std::move(request));
    } else {
      response = files.answer(asked);
    }
    compress(asked, response);
    return response;
  };
}

Outcome<std::shared_ptr<Store>> store_of(const std::string& file) {
  auto store = open_store(file, IfMissing::Create);
  if (!store) return tl::unexpected(failure_of(store.error()));
  return std::shared_ptr<Store>(std::move(*store));
}

ServerOptions server_options(const ServeOptions& serve, const LanDoor& lan) {
  constexpr int kThreads = 16;  // most wait: for the disk, or for another request of their person
  ServerOptions options;
  options.address = serve.is_lan ? lan.listen_address : serve.address;
  options.port =
      static_cast<unsigned short>(serve.port.value_or(serve.is_lan ? kSecurePort : kPlainPort));
  options.certificate_path = lan.certificates.certificate_path;
  options.key_path = lan.certificates.key_path;
  options.threads = kThreads;
  options.limits.long_body_paths = {"/api/import"};
  return options;
}

/// Everything that answers, which lives as long as the server.
class Serving {
 public:
  Serving(const Catalog& catalog, const Options& options) : catalog_(catalog), options_(options) {}

  Outcome<void> run() {
    const ServeOptions& serve = options_.serve;
    if (auto right = checked(serve); !right) return right;
    auto files = web_files(serve.web);
    if (!files) return tl::unexpected(std::move(files.error()));
    if (auto open = open_log(); !open) return open;
    if (auto open = serve.is_lan ? open_lan() : Outcome<void>(); !open) return open;
    Router router;
    add_api(router, {people_.get(), &*engine_, accounts_.get(), who(), &long_work_,
                     AnswerCache(cache_folder())});
    auto server = Server::open(
        server_options(serve, lan_),
        guarded(guard_of(serve, lan_),
                handler_of(serve.is_behind_proxy, std::move(router), std::move(*files))));
    if (!server) return refused(server.error().what, server.error().hint);
    return run(**server);
  }

 private:
  Outcome<void> open_log() {
    const auto place = place_of(options_.training);
    if (!place) return tl::unexpected(place.error());
    auto file = log_file(*place);
    if (!file) return tl::unexpected(std::move(file.error()));
    log_path_ = *file;
    auto store = store_of(log_path_);
    if (!store) return tl::unexpected(std::move(store.error()));
    people_ = std::make_unique<People>(catalog_, *place, *store);
    auto engine = load_engine();
    if (!engine) return tl::unexpected(std::move(engine.error()));
    engine_ = std::move(*engine);
    return needs_account(options_.serve) ? open_accounts() : only_one();
  }

  Who who() {
    return accounts_ ? whoever_signed_in(*accounts_, *people_) : only_person_of(*people_);
  }

  Outcome<void> only_one() {
    const auto person = people_->only_person();
    if (!person) return tl::unexpected(person.error());
    return {};
  }

  Outcome<void> open_accounts() {
    auto store = open_account_store(log_path_);
    if (!store) return tl::unexpected(failure_of(store.error()));
    code_ = make_code(kCodeLetters);
    accounts_ =
        std::make_unique<Accounts>(std::move(*store), SignUpRule{code_, options_.serve.is_open});
    return {};
  }

  Outcome<void> open_lan() {
    auto lan = make_lan_door(log_path_, options_.serve.hosts);
    if (!lan) return tl::unexpected(std::move(lan.error()));
    lan_ = std::move(*lan);
    return {};
  }

  Outcome<void> run(Server& server) {
    ::mallopt(M_ARENA_MAX, 2);  // else each thread keeps the room of its largest answer
    std::unique_ptr<TrustServer> trust;
    if (options_.serve.is_lan) {
      auto opened = TrustServer::open(lan_, static_cast<unsigned short>(options_.serve.trust_port),
                                      server.port());
      if (!opened) return tl::unexpected(std::move(opened.error()));
      trust = std::move(*opened);
      fmt::print("{}",
                 lan_text(lan_, server.port(), trust->port(), terminal_of_stdout().has_color));
    } else {
      const std::string& address = options_.serve.address;
      fmt::print(
          "Strongback is at {}\n{}",
          address_text("http", address == "127.0.0.1" ? "localhost" : address, server.port()),
          accounts_ ? "" : "On a phone at home: strongback serve --lan\n");
    }
    if (accounts_) fmt::print("Code for new accounts: {}\n", code_);
    fmt::print("Stop it with Ctrl+C.  Your log stays on this machine.\n");
    std::fflush(stdout);
    server.run(true);
    return {};
  }

  const Catalog& catalog_;
  const Options& options_;
  std::string log_path_;
  std::unique_ptr<People> people_;
  std::optional<Engine> engine_;
  std::string code_;
  std::unique_ptr<Accounts> accounts_;
  LanDoor lan_;
  LongWork long_work_;
};

}  // namespace

Exit run_serve(const Catalog& catalog, const Options& options) {
  const auto served = Serving(catalog, options).run();
  return served ? Exit::Done : say(served.error());
}

}  // namespace strongback
