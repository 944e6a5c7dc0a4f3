#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "http/message.h"

namespace strongback {

/// What a server takes, and no more.
struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  std::size_t long_body_bytes = 16 * 1024 * 1024;  ///< of the paths below
  std::vector<std::string> long_body_paths = {};
  std::chrono::milliseconds header_time{10'000};  ///< from the first byte of a request
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds write_time{60'000};
  std::chrono::milliseconds idle_time{120'000};  ///< between two requests
  std::chrono::milliseconds grace{5'000};        ///< what a stop gives to open requests
  std::size_t connections = 4096;
};

struct ServerOptions {
  std::string address = "127.0.0.1";       ///< numeric; "::" is every one, IPv4 too
  unsigned short port = 8080;              ///< 0: any free one
  std::string certificate_path, key_path;  ///< PEM; empty: no TLS
  int threads = 2;                         ///< that answer requests
  ServerLimits limits;
};

/// Why there is no server: "port 8080 is taken".
struct NoServer {
  std::string what;
  std::string hint;
};

/// HTTP/1.1 over TCP or TLS.  One thread moves bytes and never waits; others answer.
class Server {
 public:
  /// Listens, and answers once `run` is called.
  static tl::expected<std::unique_ptr<Server>, NoServer> open(const ServerOptions& options,
                                                              Handler handler);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  virtual ~Server() = default;

  /// The port it listens on.
  [[nodiscard]] virtual unsigned short port() const = 0;
  /// Answers until `stop`, or until the process is told to end (SIGINT, SIGTERM) where
  /// `with_signals`; open requests are answered first, for at most `grace`.
  virtual void run(bool with_signals) = 0;
  /// From any thread.
  virtual void stop() = 0;

 protected:
  Server() = default;
};

}  // namespace strongback
