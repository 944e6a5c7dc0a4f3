#include "http/guard.h"

#include <gmock/gmock.h>

#include "http/compress.h"
#include "http/router.h"

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Request request_to(const std::string& host) {
  Request request;
  request.method = "GET";
  request.path = "/api/today";
  request.headers["host"] = host;
  return request;
}

int status_of(const Request& request, bool is_behind_proxy = false) {
  const auto refused = refusal(request, {loopback_hosts(), is_behind_proxy});
  return refused ? refused->status : 200;
}

TEST(Guard, AnswersToItsOwnNamesOnly) {  // against DNS rebinding
  for (const char* host :
       {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]", "LOCALHOST:8080"})
    EXPECT_EQ(status_of(request_to(host)), 200) << host;
  for (const char* host :
       {"", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
        "localhost:80x", "[::1]x", "[::1", "::1", "localhost:8080:1", "127.0.0.2"})
    EXPECT_EQ(status_of(request_to(host)), 421) << host;
}

TEST(Guard, TakesNothingFromThePagesOfOthers) {
  Request write = request_to("localhost:8080");
  write.method = "POST";
  write.body = "{}";
  write.headers["content-type"] = "application/json";
  EXPECT_EQ(status_of(write), 200) << "a program without a browser";
  write.headers["origin"] = "http://localhost:8080";
  EXPECT_EQ(status_of(write), 200);
  for (const char* origin :
       {"http://evil.example", "null", "https://localhost:8080", "http://localhost:9090",
        "http://localhost", "http://127.0.0.1:8080"}) {
    write.headers["origin"] = origin;
    EXPECT_EQ(status_of(write), 403) << origin;
  }
  write.headers["origin"] = "https://localhost:8080";
  EXPECT_EQ(status_of(write, true), 200) << "a proxy speaks HTTPS for it";
}

TEST(Guard, ReadsAreForItsOwnPagesToo) {
  Request read = request_to("localhost");
  read.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(status_of(read), 403);
  read.headers["sec-fetch-site"] = "same-site";
  EXPECT_EQ(status_of(read), 403);
  read.headers["sec-fetch-site"] = "same-origin";
  EXPECT_EQ(status_of(read), 200);
  read.headers["sec-fetch-site"] = "cross-site";
  read.headers["sec-fetch-mode"] = "navigate";
  EXPECT_EQ(status_of(read), 403) << "a link to the API from elsewhere";
  read.path = "/today";
  EXPECT_EQ(status_of(read), 200) << "a link to a page";
}

TEST(Guard, TakesOnlyBodiesThatNoFormCanSend) {
  Request write = request_to("localhost");
  write.method = "POST";
  write.body = "x";
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded",
                           "multipart/form-data; boundary=x", "application/jsonx"}) {
    write.headers["content-type"] = type;
    EXPECT_EQ(status_of(write), 415) << type;
  }
  for (const char* type : {"application/json", "application/json; charset=utf-8", "text/csv"}) {
    write.headers["content-type"] = type;
    EXPECT_EQ(status_of(write), 200) << type;
  }
}

TEST(Guard, PagesLoadNothingFromElsewhere) {
  Response response;
  add_safety_headers(response);
  const std::string policy = response.headers["Content-Security-Policy"];
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, testing::Not(HasSubstr("unsafe")));
  EXPECT_THAT(policy, testing::Not(HasSubstr("http")));
}

TEST(Target, NeverLeavesTheFolder) {
  for (const char* target :
       {"", "today", "*", "http://a/b", "/..", "/../etc/passwd", "/a/../../b", "/%2e%2e/etc/passwd",
        "/..%2f..%2fetc", "/a%00.html", "/a\\b", "/a%5c..%5cb", "/%", "/%g0", "/%1", "/./a",
        "/a/%2e", "/a%0d%0ax: y", "/a?b=%zz"})
    EXPECT_FALSE(parse_target(target)) << target;
  const auto target = parse_target("/api/a%20b?c=d+e&c=f&g");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/a b");
  EXPECT_EQ(target->query.at("c"), "d e") << "the first of equal names";
  EXPECT_TRUE(target->query.contains("g"));
}

TEST(Router, FindsTheHandlerAndSaysWhatIsAllowed) {
  Router router;
  router.add("GET", "/api/exercises/{id}", [](const Request& request) {
    return text_response(200, "text/plain", request.path_words.at("id"));
  });
  Request request;
  request.method = "GET";
  request.path = "/api/exercises/bird-dog";
  EXPECT_EQ(*router.answer(request).body, "bird-dog");
  request.method = "HEAD";
  EXPECT_EQ(router.answer(request).status, 200);
  request.method = "DELETE";
  EXPECT_EQ(router.answer(request).status, 405);
  EXPECT_THAT(router.answer(request).headers.at("Allow"), HasSubstr("GET"));
  for (const char* path : {"/api/exercises", "/api/exercises/", "/api/exercises/a/b", "/api"}) {
    request.path = path;
    EXPECT_EQ(router.answer(request).status, 404) << path;
  }
  EXPECT_THAT(router.routes(), ElementsAre("GET /api/exercises/{id}"));
}

TEST(Compress, PacksTextForThoseWhoTakeIt) {
  const std::string long_text(5000, 'a');
  Request request;
  Response response = text_response(200, "application/json", long_text);
  compress(request, response);
  EXPECT_EQ(response.body->size(), long_text.size());
  request.headers["accept-encoding"] = "gzip;q=0, br";
  compress(request, response);
  EXPECT_FALSE(response.headers.contains("Content-Encoding"));
  request.headers["accept-encoding"] = "br, gzip";
  compress(request, response);
  EXPECT_EQ(response.headers.at("Content-Encoding"), "gzip");
  EXPECT_LT(response.body->size(), 200U);
  EXPECT_EQ(response.headers.at("Vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace strongback
