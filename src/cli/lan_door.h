#pragma once

#include <memory>
#include <string>
#include <thread>

#include "app/failure.h"
#include "http/server.h"
#include "lan/certificates.h"

namespace strongback {

/// How phones at home reach this machine.
struct LanDoor {
  HostNames hosts;
  Certificates certificates;
  std::string address;         ///< the one to show
  std::string listen_address;  ///< every one of this machine
};

/// The door of a machine in a home network, its certificates beside the log at `log_path`;
/// `further` are names by which it is called, too.
Outcome<LanDoor> make_lan_door(const std::string& log_path,
                               const std::vector<std::string>& further);

/// A second server, of the page that phones need once; it ends with this value.
class TrustServer {
 public:
  /// Serves on `port`; the app listens on `app_port`.
  static Outcome<std::unique_ptr<TrustServer>> open(const LanDoor& door, unsigned short port,
                                                    unsigned short app_port);
  explicit TrustServer(std::unique_ptr<Server> server);
  TrustServer(const TrustServer&) = delete;
  TrustServer& operator=(const TrustServer&) = delete;
  ~TrustServer();

  [[nodiscard]] unsigned short port() const { return server_->port(); }

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

/// The address as it stands in a URL: an IPv6 one in brackets.
std::string url_host(const std::string& address);
/// All of them as they stand in URLs.
std::vector<std::string> url_hosts(const HostNames& hosts);
/// "https://192.168.1.5:8443/".
std::string address_text(const std::string& scheme, const std::string& host, unsigned short port);

/// What whoever starts it reads: the addresses, the QR code of the trust page, what the phone's
/// fingerprint must be.
std::string lan_text(const LanDoor& door, unsigned short app_port, unsigned short trust_port,
                     bool with_qr);

}  // namespace strongback
