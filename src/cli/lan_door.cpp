#include "cli/lan_door.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/log_book.h"
#include "cli/say.h"
#include "cli/trust_page.h"
#include "http/guard.h"
#include "lan/addresses.h"
#include "lan/qr.h"

namespace strongback {
namespace {

/// The digits in two lines, as they fit on a terminal.
std::string fingerprint_lines(const std::string& fingerprint) {
  const std::size_t half = (fingerprint.size() + 1) / 2;
  return fmt::format("  {}\n  {}\n", fingerprint.substr(0, half), fingerprint.substr(half));
}

}  // namespace

Outcome<LanDoor> make_lan_door(const std::string& log_path,
                               const std::vector<std::string>& further) {
  LanDoor door;
  const auto addresses = home_addresses();
  if (addresses.empty())
    return refused("this machine has no address in a home network", "is it connected?");
  door.address = addresses.front();
  const bool has_ipv6 = std::any_of(addresses.begin(), addresses.end(), [](const auto& address) {
    return address.find(':') != std::string::npos;
  });
  door.listen_address = has_ipv6 ? "::" : "0.0.0.0";
  door.hosts = {{"localhost"}, {"127.0.0.1"}};
  if (const std::string name = local_name(); !name.empty()) door.hosts.names.push_back(name);
  for (const std::string& host : further) door.hosts.names.push_back(host_name(host));
  for (const std::string& address : addresses) door.hosts.addresses.push_back(address);
  const auto folder = std::filesystem::path(log_path).parent_path() / "strongback-tls";
  auto certificates = make_certificates(folder.string(), door.hosts, moment_of_machine().at);
  if (!certificates) return refused(certificates.error().what, certificates.error().hint);
  door.certificates = std::move(*certificates);
  return door;
}

Outcome<std::unique_ptr<TrustServer>> TrustServer::open(const LanDoor& door, unsigned short port,
                                                        unsigned short app_port) {
  ServerOptions options;
  options.address = door.listen_address;
  options.port = port;
  options.threads = 1;
  const TrustPage page{address_text("https", door.address, app_port), url_host(door.address),
                       door.certificates.authority_der};
  auto server =
      Server::open(options, guarded({url_hosts(door.hosts), false}, answer_trust_page(page)));
  if (!server) return refused(server.error().what, "choose another with --trust-port");
  return std::make_unique<TrustServer>(std::move(*server));
}

TrustServer::TrustServer(std::unique_ptr<Server> server)
    : server_(std::move(server)), thread_([this] { server_->run(false); }) {}

TrustServer::~TrustServer() {
  server_->stop();
  thread_.join();
}

std::string url_host(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

std::vector<std::string> url_hosts(const HostNames& hosts) {
  std::vector<std::string> all = hosts.names;
  for (const std::string& address : hosts.addresses) all.push_back(url_host(address));
  return all;
}

std::string address_text(const std::string& scheme, const std::string& host, unsigned short port) {
  return fmt::format("{}://{}:{}/", scheme, url_host(host), port);
}

std::string lan_text(const LanDoor& door, unsigned short app_port, unsigned short trust_port,
                     bool with_qr) {
  const std::string page = address_text("http", door.address, trust_port);
  return fmt::format(
      "Strongback is at {}\n\nOn your phone, once: open {}{}\n{}\n"
      "The certificate's fingerprint on the phone must be\n{}",
      address_text("https", door.address, app_port), page,
      with_qr ? ", or point its camera at" : "", with_qr ? qr_for_terminal(page) : "",
      fingerprint_lines(door.certificates.authority_fingerprint));
}

}  // namespace strongback
