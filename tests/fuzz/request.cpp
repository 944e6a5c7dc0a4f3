// Bytes of a client against the real server, through a socket: it answers with a status or closes,
// and its handler only ever sees whole, sound requests.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

#include "http/guard.h"
#include "http/server.h"

namespace {

using namespace strongback;

Response answer(const Request& request) {
  const bool is_sound = !request.method.empty() && request.path.rfind('/', 0) == 0 &&
                        request.headers.contains("host") &&
                        request.path.find("/../") == std::string::npos &&
                        request.body.size() <= 4096;
  if (!is_sound) std::abort();
  if (auto refused = refusal(request, {loopback_hosts(), false})) return std::move(*refused);
  return text_response(200, "text/plain", "seen");
}

unsigned short port() {
  static const unsigned short taken = [] {
    ServerOptions options;
    options.port = 0;
    options.limits.header_bytes = 2048;
    options.limits.body_bytes = options.limits.long_body_bytes = 4096;
    auto opened = Server::open(options, answer);
    if (!opened) std::abort();
    static Server* server = opened->release();  // serves as long as the fuzzer lives
    std::thread([] { server->run(false); }).detach();
    return server->port();
  }();
  return taken;
}

int connected() {
  const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  if (client < 0 || ::connect(client, where, sizeof address) != 0) std::abort();
  // Closes at once, so that no port is left waiting after thousands of them.
  const linger at_once{1, 0};
  ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  return client;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int client = connected();
  (void)!::send(client, data, size, MSG_NOSIGNAL);
  ::shutdown(client, SHUT_WR);
  std::string said;
  std::array<char, 4096> part{};
  for (ssize_t count = 0; (count = ::recv(client, part.data(), part.size(), 0)) > 0;)
    said.append(part.data(), static_cast<std::size_t>(count));
  ::close(client);
  if (!said.empty() && said.rfind("HTTP/1.1 ", 0) != 0) std::abort();
  if (said.rfind("HTTP/1.1 500", 0) == 0) std::abort();
  return 0;
}
