// Boost.Beast lives in this file only.
#include "http/server.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <cstdio>
#include <utility>  // before Asio: 1.74 needs std::exchange for coroutines

#include "base/text.h"

namespace strongback {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = net::ip::tcp;
using boost::system::error_code;
using net::awaitable;

using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;

constexpr unsigned kHttp11 = 11;

std::string_view view_of(boost::string_view text) { return {text.data(), text.size()}; }

Plain& lowest(Plain& stream) { return stream; }
Plain& lowest(Secure& stream) { return stream.next_layer(); }

/// What a fault of reading is answered with; 0: nothing, the client is gone or too slow.
int status_of(const error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
  if (error == beast::error::timeout) return 408;
  const bool is_of_http = error.category() == make_error_code(http::error::bad_method).category();
  return is_of_http ? 400 : 0;
}

/// A header that must be there once, or stands twice where it may not.
bool has_sound_headers(const http::request<http::string_body>& message) {
  if (message.version() != kHttp11 || message.count(http::field::host) != 1) return false;
  for (const http::field field : {http::field::content_length, http::field::transfer_encoding,
                                  http::field::content_type, http::field::origin}) {
    if (message.count(field) > 1) return false;
  }
  return message.count(http::field::content_length) == 0 ||
         message.count(http::field::transfer_encoding) == 0;
}

std::optional<Request> request_of(const http::request<http::string_body>& message) {
  auto target = parse_target(view_of(message.target()));
  if (!target || !has_sound_headers(message)) return std::nullopt;
  Request request;
  request.method = std::string(message.method_string());
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& field : message) {
    request.headers.emplace(lower(view_of(field.name_string())),
                            std::string(view_of(field.value())));
  }
  request.body = message.body();
  return request;
}

class BeastServer final : public Server {
 public:
  BeastServer(const ServerOptions& options, Handler handler)
      : options_(options),
        handler_(std::move(handler)),
        pool_(static_cast<std::size_t>(std::max(1, options.threads))),
        acceptor_(io_),
        grace_timer_(io_),
        tls_(net::ssl::context::tls_server) {}

  /// Empty when it listens; otherwise why it does not.
  std::string listen() {
    error_code error;
    if (is_secure()) {
      tls_.set_options(net::ssl::context::default_workarounds | net::ssl::context::no_tlsv1 |
                       net::ssl::context::no_tlsv1_1);
      tls_.use_certificate_chain_file(options_.certificate_path, error);
      if (!error) tls_.use_private_key_file(options_.key_path, net::ssl::context::pem, error);
      if (error) return "the certificate cannot be used: " + error.message();
    }
    const auto address = net::ip::make_address(options_.address, error);
    if (error) return "'" + options_.address + "' is no address of this machine";
    const tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
    if (!error && address.is_v6()) acceptor_.set_option(net::ip::v6_only(false), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error == net::error::address_in_use)
      return "port " + std::to_string(options_.port) + " is taken";
    return error ? "cannot listen there: " + error.message() : "";
  }

  [[nodiscard]] unsigned short port() const override { return acceptor_.local_endpoint().port(); }

  void run(bool with_signals) override {
    net::signal_set signals(io_);
    if (with_signals) {
      signals.add(SIGINT);
      signals.add(SIGTERM);
      signals.async_wait([this](const error_code& error, int) {
        if (!error) begin_stop();
      });
    }
    net::co_spawn(io_, accept_all(), net::detached);
    io_.run();
    pool_.join();
  }

  void stop() override {
    net::post(io_, [this] { begin_stop(); });
  }

 private:
  [[nodiscard]] bool is_secure() const { return !options_.certificate_path.empty(); }

  void begin_stop() {
    if (is_stopping_) return;
    is_stopping_ = true;
    error_code ignored;
    acceptor_.close(ignored);
    grace_timer_.expires_after(options_.limits.grace);
    grace_timer_.async_wait([this](const error_code&) { io_.stop(); });
    if (busy_ == 0) io_.stop();
  }

  awaitable<void> accept_all() {
    while (!is_stopping_) {
      error_code error;
      tcp::socket socket =
          co_await acceptor_.async_accept(net::redirect_error(net::use_awaitable, error));
      if (is_stopping_) co_return;
      if (error) {  // no more file handles, or gone before it came: breathe, go on
        net::steady_timer pause(io_, std::chrono::milliseconds{50});
        co_await pause.async_wait(net::use_awaitable);
        continue;
      }
      if (open_ >= options_.limits.connections) continue;  // closes it
      socket.set_option(tcp::no_delay(true), error);
      ++open_;
      net::co_spawn(io_, serve(std::move(socket)), [this](const std::exception_ptr&) { --open_; });
    }
  }

  awaitable<void> serve(tcp::socket socket) {
    error_code error;
    const tcp::endpoint client = socket.remote_endpoint(error);
    const std::string address = error ? "" : client.address().to_string();
    if (!is_secure()) {
      Plain stream(std::move(socket));
      co_await serve_stream(stream, address);
      stream.socket().shutdown(tcp::socket::shutdown_send, error);
      co_return;
    }
    Secure stream(Plain(std::move(socket)), tls_);
    stream.next_layer().expires_after(options_.limits.header_time);
    co_await stream.async_handshake(net::ssl::stream_base::server,
                                    net::redirect_error(net::use_awaitable, error));
    if (error) co_return;
    co_await serve_stream(stream, address);
    stream.next_layer().expires_after(std::chrono::seconds{2});
    co_await stream.async_shutdown(net::redirect_error(net::use_awaitable, error));
  }

  /// One request after the other until one side has enough.
  template <class Stream>
  awaitable<void> serve_stream(Stream& stream, const std::string& address) {
    beast::flat_buffer buffer;
    while (!is_stopping_) {
      Parser parser;
      const int fault = co_await read(stream, buffer, parser);
      if (fault != 0) {
        (void)co_await write(stream, plain_refusal(fault), false, "GET");
        co_return;
      }
      if (!parser.is_done()) co_return;
      const Busy busy(*this);
      const auto& message = parser.get();
      auto request = request_of(message);
      const bool keeps = message.keep_alive() && request.has_value() && !is_stopping_;
      Response response = plain_refusal(400);
      if (request) {
        request->address = address;
        request->is_secure = is_secure();
        response = co_await answer(std::move(*request));
      }
      const std::string method(message.method_string());
      if (!co_await write(stream, std::move(response), keeps, method) || !keeps) co_return;
    }
  }

  /// 0, or the status of the refusal.  Neither a request nor a refusal: the parser is not done.
  template <class Stream>
  awaitable<int> read(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    const ServerLimits& limits = options_.limits;
    parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser.body_limit(limits.long_body_bytes);  // the path decides, once it is read
    error_code error;
    if (buffer.size() == 0) {  // idle: wait for the first byte
      lowest(stream).expires_after(limits.idle_time);
      const std::size_t count = co_await stream.async_read_some(
          buffer.prepare(1024), net::redirect_error(net::use_awaitable, error));
      if (error) co_return 0;
      buffer.commit(count);
    }
    lowest(stream).expires_after(limits.header_time);
    co_await http::async_read_header(stream, buffer, parser,
                                     net::redirect_error(net::use_awaitable, error));
    if (error) co_return status_of(error);
    if (is_coded_oddly(parser.get())) co_return 400;
    const auto target = parser.get().target();
    const std::string path(target.substr(0, target.find('?')));
    const auto& roomy = limits.long_body_paths;
    if (std::find(roomy.begin(), roomy.end(), path) == roomy.end()) {
      if (parser.content_length() && *parser.content_length() > limits.body_bytes) co_return 413;
      parser.body_limit(limits.body_bytes);
    }
    if (parser.is_done()) co_return 0;
    lowest(stream).expires_after(limits.body_time);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
      http::response<http::empty_body> go_on{http::status::continue_, kHttp11};
      co_await http::async_write(stream, go_on, net::redirect_error(net::use_awaitable, error));
      if (error) co_return 0;
    }
    co_await http::async_read(stream, buffer, parser,
                              net::redirect_error(net::use_awaitable, error));
    co_return error ? status_of(error) : 0;
  }

  /// A body whose end another reader could see elsewhere (RFC 9112, 6.1): coded in another way than
  /// "chunked" alone, or in any way by a version that knows none.
  template <class Fields>
  static bool is_coded_oddly(const http::header<true, Fields>& header) {
    const auto coding = header.find(http::field::transfer_encoding);
    if (coding == header.end()) return false;
    return header.version() < kHttp11 || !beast::iequals(coding->value(), "chunked") ||
           header.count(http::field::transfer_encoding) > 1;
  }

  static Response plain_refusal(int status) {
    switch (status) {
      case 408:
        return problem_response(status, "the request took too long");
      case 413:
        return problem_response(status, "the body is too large");
      case 431:
        return problem_response(status, "the headers are too large");
      default:
        return problem_response(status, "this is no request that the server understands");
    }
  }

  /// On a thread of the pool; the thread that moves bytes goes on.
  awaitable<Response> answer(Request request) {
    return net::co_spawn(
        pool_,
        [this, asked = std::move(request)]() -> awaitable<Response> {
          try {
            co_return handler_(asked);
          } catch (const std::exception& error) {
            std::fprintf(stderr, "strongback: %s %s: %s\n", asked.method.c_str(),
                         asked.path.c_str(), error.what());
          }
          co_return problem_response(500, "something went wrong in this program; it is a bug");
        },
        net::use_awaitable);
  }

  template <class Stream>
  awaitable<bool> write(Stream& stream, Response response, bool keeps, const std::string& method) {
    http::response<http::buffer_body> message{static_cast<http::status>(response.status), kHttp11};
    const bool has_body = response.status != 304 && response.status != 204;
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    const std::string_view body = response.body ? std::string_view(*response.body) : "";
    message.keep_alive(keeps && !response.telling);
    if (response.telling) {
      message.chunked(true);
    } else if (has_body) {
      message.content_length(body.size());
    }
    http::response_serializer<http::buffer_body> serializer{message};
    message.body().data = nullptr;
    message.body().more = true;
    error_code error;
    lowest(stream).expires_after(options_.limits.write_time);
    co_await http::async_write_header(stream, serializer,
                                      net::redirect_error(net::use_awaitable, error));
    if (error) co_return false;
    if (response.telling && method != "HEAD") {
      co_await tell(stream, response.telling);
      co_return false;
    }
    if (!has_body || method == "HEAD" || body.empty()) co_return true;
    co_await net::async_write(stream, net::buffer(body.data(), body.size()),
                              net::redirect_error(net::use_awaitable, error));
    co_return !error;
  }

  /// Piece by piece, chunked, until all is told or the client is gone.
  template <class Stream>
  awaitable<void> tell(Stream& stream, const Telling& telling) {
    constexpr std::chrono::milliseconds kBetween{200};
    error_code error;
    net::steady_timer timer(io_);
    while (!is_stopping_) {
      const auto piece = telling();
      if (!piece) break;
      if (!piece->empty()) {
        lowest(stream).expires_after(options_.limits.write_time);
        co_await net::async_write(stream, http::make_chunk(net::buffer(*piece)),
                                  net::redirect_error(net::use_awaitable, error));
        if (error) co_return;
      }
      timer.expires_after(kBetween);
      co_await timer.async_wait(net::redirect_error(net::use_awaitable, error));
    }
    lowest(stream).expires_after(options_.limits.write_time);
    co_await net::async_write(stream, http::make_chunk_last(),
                              net::redirect_error(net::use_awaitable, error));
  }

  /// Counts a request that is being answered; the last one ends a server that is to stop.
  class Busy {
   public:
    explicit Busy(BeastServer& server) : server_(server) { ++server_.busy_; }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy() {
      if (--server_.busy_ == 0 && server_.is_stopping_ && !server_.io_.stopped())
        server_.io_.stop();
    }

   private:
    BeastServer& server_;
  };

  ServerOptions options_;
  Handler handler_;
  net::thread_pool pool_;
  bool is_stopping_ = false;  // these three: only by the thread of io_
  std::size_t open_ = 0;
  int busy_ = 0;
  net::io_context io_{1};
  tcp::acceptor acceptor_;
  net::steady_timer grace_timer_;
  net::ssl::context tls_;
};

}  // namespace

tl::expected<std::unique_ptr<Server>, NoServer> Server::open(const ServerOptions& options,
                                                             Handler handler) {
  auto server = std::make_unique<BeastServer>(options, std::move(handler));
  std::string why = server->listen();
  if (why.empty()) return server;
  return tl::unexpected(NoServer{std::move(why), "choose another with --port or --address"});
}

}  // namespace strongback
