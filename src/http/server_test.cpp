#include "http/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace strongback {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

/// A server on a free port that says what it was asked.
class Served {
 public:
  explicit Served(ServerLimits limits = {}) {
    ServerOptions options;
    options.port = 0;
    options.limits = limits;
    auto opened = Server::open(options, [](const Request& request) {
      return text_response(200, "text/plain",
                           request.method + " " + request.path + " " + request.body);
    });
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().what);
    server_ = std::move(*opened);
    thread_ = std::thread([this] { server_->run(false); });
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  ~Served() {
    server_->stop();
    thread_.join();
  }

  [[nodiscard]] int connect() const {
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{5, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    EXPECT_EQ(::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return fd;
  }

  /// All that comes back for these bytes, until the server closes.
  [[nodiscard]] std::string said(const std::string& bytes) const {
    const int fd = connect();
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t sent = ::send(fd, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) break;
      at += static_cast<std::size_t>(sent);
    }
    return rest_of(fd);
  }

  static std::string rest_of(int fd) {
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;)
      text.append(buffer, static_cast<std::size_t>(got));
    ::close(fd);
    return text;
  }

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

const std::string kEnd = "Host: localhost\r\nConnection: close\r\n\r\n";

int status_in(const std::string& answer) {
  return answer.size() > 12 ? std::atoi(answer.substr(9, 3).c_str()) : 0;
}

TEST(Server, AnswersOneAfterTheOther) {
  const Served served;
  const std::string answer = served.said(
      "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"
      "POST /b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nxyz");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, HasSubstr("GET /a "));
  EXPECT_THAT(answer, HasSubstr("POST /b xyz"));
}

/// Ways to make two readers of one stream see different requests (RFC 9112, section 11.2).
TEST(Server, RefusesWhatTwoReadersCouldReadDifferently) {
  const Served served;
  const std::string post = "POST /x HTTP/1.1\r\nHost: localhost\r\n";
  const std::vector<std::string> hostile = {
      post +
          "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled "
          "HTTP/1.1\r\n\r\n",
      post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
      post + "Content-Length: 3, 4\r\n\r\nabcd",
      post + "Content-Length: +3\r\n\r\nabc",
      post + "Content-Length: 0x3\r\n\r\nabc",
      post + "Content-Length: -1\r\n\r\n",
      post + "Content-Length : 3\r\n\r\nabc",
      post + "Content-Length: 99999999999999999999\r\n\r\n",
      post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
      post + "Transfer-Encoding: identity, chunked, identity\r\n\r\n0\r\n\r\n",
      post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
      post + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
      "GET /x HTTP/1.1\nHost: localhost\n\n",
      "GET /x HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
      "GET /x HTTP/1.1\r\n Host: localhost\r\n\r\n",
      "GET  /x HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET /x HTTP/9.9\r\nHost: localhost\r\n\r\n",
      "GET /x\r\nHost: localhost\r\n\r\n",
      "GET /../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET http://evil.example/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET /x HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
  };
  for (const std::string& bytes : hostile) {
    const std::string answer = served.said(bytes);
    const int status = status_in(answer);
    EXPECT_TRUE(status == 0 || (status >= 400 && status < 500)) << bytes << "\n-> " << answer;
    EXPECT_THAT(answer, testing::Not(HasSubstr("smuggled"))) << bytes;
  }
  EXPECT_EQ(status_in(served.said("GET /x HTTP/1.1\r\n" + kEnd)), 200) << "and goes on";
}

TEST(Server, TakesNoMoreThanItsLimits) {
  ServerLimits limits;
  limits.body_bytes = 1000;
  limits.long_body_bytes = 5000;
  limits.long_body_paths = {"/long"};
  const Served served(limits);
  const auto post = [](const std::string& path, std::size_t size) {
    return "POST " + path + " HTTP/1.1\r\nContent-Length: " + std::to_string(size) + "\r\n" + kEnd +
           std::string(size, 'x');
  };
  EXPECT_EQ(status_in(served.said(post("/a", 1000))), 200);
  EXPECT_EQ(status_in(served.said(post("/a", 1001))), 413);
  EXPECT_EQ(status_in(served.said(post("/long", 5000))), 200);
  EXPECT_EQ(status_in(served.said(post("/long", 5001))), 413);
  EXPECT_EQ(
      status_in(served.said("GET /a HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n" + kEnd)),
      431);
  std::string chunked = "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + kEnd;
  for (int i = 0; i < 20; ++i) chunked += "64\r\n" + std::string(100, 'x') + "\r\n";
  EXPECT_EQ(status_in(served.said(chunked + "0\r\n\r\n")), 413);
}

TEST(Server, CutsOffWhoIsSlow) {
  ServerLimits limits;
  limits.header_time = 200ms;
  limits.body_time = 200ms;
  const Served served(limits);
  const std::string header = served.said("GET /a HTTP/1.1\r\nHost: loc");
  EXPECT_TRUE(header.empty() || status_in(header) == 408) << header;
  const std::string body =
      served.said("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_TRUE(body.empty() || status_in(body) == 408) << body;
}

TEST(Server, IdleConnectionsDoNotKeepOthersWaiting) {
  const Served served;
  std::vector<int> idle;
  for (int i = 0; i < 200; ++i) idle.push_back(served.connect());
  EXPECT_EQ(status_in(served.said("GET /a HTTP/1.1\r\n" + kEnd)), 200);
  for (const int fd : idle) ::close(fd);
}

TEST(Server, WhatAHandlerThrowsIsAnAnswer) {
  ServerOptions options;
  options.port = 0;
  auto server = Server::open(options, [](const Request&) -> Response {
    throw std::runtime_error("a secret of the inside");
  });
  ASSERT_TRUE(server);
  ServerOptions same = options;
  same.port = (*server)->port();
  const auto second = Server::open(same, [](const Request&) { return Response{}; });
  ASSERT_FALSE(second) << "the port is taken";
  EXPECT_THAT(second.error().what, HasSubstr(std::to_string(same.port)));
}

}  // namespace
}  // namespace strongback
