#include <fmt/format.h>

#include "api/reply.h"
#include "api/routes.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestWords = 1000;  // [byte]
constexpr int kTooMany = 429;
/// "__Host-": only over HTTPS, only for this very server (RFC 6265bis).
constexpr const char* kSessionCookie = "__Host-strongback";

Outcome<std::string> me_document(const ApiParts& parts, const std::string& person) {
  Json me{{"schema", "strongback.me/1"},
          {"has_begun", false},
          {"needs_account", parts.accounts != nullptr},
          {"person", person},
          {"name", ""},
          {"units", "metric"},
          {"country", ""},
          {"cursor", 0}};
  if (person.empty()) return text_of(me);
  auto filled = parts.people->with<std::string>(person, [&](LogBook& book) {
    const Person& profile = book.state().profile;
    me["has_begun"] = true;
    me["name"] = profile.name;
    me["units"] = profile.units == Units::Metric ? "metric" : "imperial";
    me["country"] = profile.country;
    me["cursor"] = book.arrival();
    return Outcome<std::string>(text_of(me));
  });
  const bool has_not_begun = !filled && std::holds_alternative<NotFound>(filled.error());
  return has_not_begun ? text_of(me) : filled;
}

void set_cookie(Response& response, const std::string& token, std::chrono::seconds lasts) {
  response.headers["Set-Cookie"] =
      fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={}", kSessionCookie,
                  token, lasts.count());
}

std::string token_of(const Request& request) {
  const auto cookies = cookies_of(request);
  const auto found = cookies.find(kSessionCookie);
  return found == cookies.end() ? "" : found->second;
}

struct Refusing {
  Response operator()(const WrongPassword&) const {
    return problem_of(BadInput{{{"password",
                                 {},
                                 "this name and password are not those of an account",
                                 "is the keyboard in capitals?"}}});
  }
  Response operator()(const TryLater& later) const {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(later.wait).count();
    Response response = problem_response(
        kTooMany, minutes > 1 ? fmt::format("Too many tries. Try again in {} minutes.", minutes)
                              : "Too many tries. Try again in a minute.");
    response.headers["Retry-After"] = std::to_string(later.wait.count());
    return response;
  }
  Response operator()(const Problems& problems) const { return problem_of(BadInput{problems}); }
  Response operator()(const StoreFailure& failure) const { return problem_of(failure_of(failure)); }
};

Response let_in(const ApiParts& parts, const Request& request,
                const tl::expected<LetIn, NotLetIn>& answer) {
  if (!answer) return std::visit(Refusing{}, answer.error());
  Response response = respond(request, me_document(parts, answer->person));
  set_cookie(response, answer->token, kSessionLasts);
  return response;
}

Response sign_up(const ApiParts& parts, const Request& request) {
  const auto words = texts_at(request, {"name", "password", "code"}, kLongestWords);
  if (!words) return problem_of(words.error());
  const Credentials who{words->at(0), words->at(1), request.address};
  return let_in(parts, request, parts.accounts->sign_up(who, words->at(2), parts.people->now().at));
}

Response log_in(const ApiParts& parts, const Request& request) {
  const auto words = texts_at(request, {"name", "password"}, kLongestWords);
  if (!words) return problem_of(words.error());
  const Credentials who{words->at(0), words->at(1), request.address};
  return let_in(parts, request, parts.accounts->log_in(who, parts.people->now().at));
}

Response log_out(const ApiParts& parts, const Request& request) {
  if (const auto done = parts.accounts->log_out(token_of(request)); !done)
    return problem_of(failure_of(done.error()));
  Response response = document_response(request, text_of({{"schema", "strongback.signed-out/1"}}));
  forget_cookie(response);
  return response;
}

Response change_password(const ApiParts& parts, const std::string& person, const Request& request) {
  const auto words = texts_at(request, {"old", "new"}, kLongestWords);
  if (!words) return problem_of(words.error());
  const Credentials old_one{"", words->at(0), request.address};
  return let_in(
      parts, request,
      parts.accounts->change_password(person, old_one, words->at(1), parts.people->now().at));
}

Response no_accounts(const Request&) {
  return problem_of(NotFound{"there are no accounts here",
                             "this log is served to its own machine only and asks nobody"});
}

}  // namespace

Who whoever_signed_in(Accounts& accounts, const People& people) {
  return [&](const Request& request) -> tl::expected<std::string, Response> {
    constexpr int kUnauthorized = 401;
    auto person = accounts.person_of(token_of(request), people.now().at);
    if (!person) return tl::unexpected(problem_of(failure_of(person.error())));
    if (!*person) return tl::unexpected(problem_response(kUnauthorized, "Sign in first."));
    return std::move(**person);
  };
}

void forget_cookie(Response& response) { set_cookie(response, "", std::chrono::seconds{0}); }

void add_account_routes(Router& router, const ApiParts& parts) {
  router.add("GET", "/api/me",
             on_person(parts, [parts](const std::string& person, const Request& request) {
               return respond(request, me_document(parts, person));
             }));
  router.add("GET", "/api/account", [parts](const Request& request) {
    const bool is_open = parts.accounts != nullptr && parts.accounts->is_open();
    return document_response(request, text_of({{"schema", "strongback.account/1"},
                                               {"needs_account", parts.accounts != nullptr},
                                               {"needs_code", !is_open}}));
  });
  const auto account = [&](const char* path, Handler use) {
    const bool is_there = parts.accounts != nullptr;
    router.add("POST", path, is_there ? std::move(use) : Handler(no_accounts));
  };
  account("/api/account/sign-up",
          [parts](const Request& request) { return sign_up(parts, request); });
  account("/api/account/log-in",
          [parts](const Request& request) { return log_in(parts, request); });
  account("/api/account/log-out",
          [parts](const Request& request) { return log_out(parts, request); });
  account("/api/account/password",
          on_person(parts, [parts](const std::string& person, const Request& request) {
            return change_password(parts, person, request);
          }));
}

}  // namespace strongback
