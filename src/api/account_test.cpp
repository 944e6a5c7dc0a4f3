#include "api/api_for_tests.h"

namespace strongback {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const char* const kCode = "k7mf-2x9q";
const char* const kId = "01a22d81-a23d-7d5e-8eb8-c7c83f3caa96";
const char* const kPassword = "four words that differ";

class AccountTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = folder_.path() + "/log.db";
    auto store = open_store(file, IfMissing::Create);
    ASSERT_TRUE(store);
    people_ = std::make_unique<People>(whole_catalog(), LogPlace{"", first_evening()},
                                       std::shared_ptr<Store>(std::move(*store)));
    auto accounts = open_account_store(file);
    ASSERT_TRUE(accounts);
    accounts_ = std::make_unique<Accounts>(std::move(*accounts), SignUpRule{kCode});
    add_api(router_, {people_.get(),
                      &whole_engine(),
                      accounts_.get(),
                      whoever_signed_in(*accounts_, *people_),
                      &long_work_,
                      {}});
  }

  Response ask(const std::string& cookie, const std::string& method, const std::string& target,
               const Json& body = nullptr) {
    Request request = request_of(method, target, body.is_null() ? "" : body.dump());
    request.address = "192.168.1.20";
    if (!cookie.empty()) request.headers["cookie"] = cookie;
    return router_.answer(request);
  }
  Json got(const std::string& cookie, const std::string& method, const std::string& target,
           const Json& body = nullptr) {
    const Response response = ask(cookie, method, target, body);
    EXPECT_EQ(response.status, 200) << target << ": " << (response.body ? *response.body : "");
    return Json::parse(response.body ? *response.body : "null", nullptr, false);
  }
  /// The cookie that a browser would send back; "" where there is none.
  static std::string cookie_of(const Response& response) {
    const auto found = response.headers.find("Set-Cookie");
    return found == response.headers.end() ? "" : found->second.substr(0, found->second.find(';'));
  }
  std::string signed_up(const std::string& name) {
    const Response response = ask("", "POST", "/api/account/sign-up",
                                  {{"name", name}, {"password", kPassword}, {"code", kCode}});
    EXPECT_EQ(response.status, 200) << *response.body;
    return cookie_of(response);
  }
  std::string begun(const std::string& name, const std::string& file) {
    std::string cookie = signed_up(name);
    got(cookie, "POST", "/api/start", {{"toml", example(file)}});
    return cookie;
  }

  TestFolder folder_;
  std::unique_ptr<People> people_;
  std::unique_ptr<Accounts> accounts_;
  LongWork long_work_;
  Router router_;
};

TEST_F(AccountTest, TheCookieIsForThisServerOverHttpsOnly) {
  const Response response = ask("", "POST", "/api/account/sign-up",
                                {{"name", "Maya"}, {"password", kPassword}, {"code", kCode}});
  EXPECT_THAT(
      response.headers.at("Set-Cookie"),
      testing::MatchesRegex("__Host-strongback=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; "
                            "SameSite=Strict; Max-Age=31536000"));
  EXPECT_TRUE(got("", "GET", "/api/account")["needs_account"]);
}

TEST_F(AccountTest, NothingOfAPersonIsAnsweredWithoutSigningIn) {
  begun("Maya", "novice.toml");
  const std::vector<std::string> open = {
      "GET /api/health",          "POST /api/interview",       "GET /api/exercises",
      "GET /api/exercises/{id}",  "GET /api/muscles",          "GET /api/account",
      "POST /api/account/log-in", "POST /api/account/sign-up", "POST /api/account/log-out"};
  for (const std::string& route : router_.routes()) {
    if (std::find(open.begin(), open.end(), route) != open.end()) continue;
    const auto space = route.find(' ');
    std::string path = route.substr(space + 1);
    if (const auto name = path.find("{id}"); name != std::string::npos)
      path.replace(name, 4, "bird-dog");
    for (const std::string& cookie :
         {std::string(), std::string("__Host-strongback="),
          "__Host-strongback=" + std::string(43, 'A'), "strongback=" + std::string(43, 'A')})
      EXPECT_EQ(ask(cookie, route.substr(0, space), path, Json::object()).status, 401) << route;
  }
}

TEST_F(AccountTest, EachSeesOnlyTheirOwn) {
  const std::string maya = begun("Maya", "novice.toml");
  const std::string tom = begun("Tom", "chair-only.toml");
  got(maya, "POST", "/api/events", {{"events", {set_event(kId, 10)}}});

  EXPECT_EQ(got(maya, "GET", "/api/me")["name"], "Maya");
  EXPECT_NE(got(tom, "GET", "/api/me")["name"], "Maya");
  EXPECT_NE(got(tom, "GET", "/api/me")["person"], got(maya, "GET", "/api/me")["person"]);
  for (const char* target : {"/api/events?after=0", "/api/export.json", "/api/history",
                             "/api/profile", "/api/pack", "/api/sheet", "/api/plan"}) {
    const Response response = ask(tom, "GET", target);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_THAT(*response.body, Not(HasSubstr("Maya"))) << target;
    EXPECT_THAT(*response.body, Not(HasSubstr(kId))) << target;
  }
}

TEST_F(AccountTest, AnothersIdsOpenNothing) {
  const std::string maya = begun("Maya", "novice.toml");
  const std::string tom = begun("Tom", "chair-only.toml");
  got(maya, "POST", "/api/events", {{"events", {set_event(kId, 10)}}});
  const Json undo = {{"id", "01a22d81-a23d-7d5e-8eb8-c7c83f3cab00"},
                     {"at_ms", first_evening().at.time_since_epoch().count()},
                     {"offset_min", 0},
                     {"kind", "undo"},
                     {"event", kId}};
  const Json refused = got(tom, "POST", "/api/events", {{"events", {undo}}});
  EXPECT_EQ(refused["added"], 0);
  EXPECT_EQ(refused["refused"].size(), 1U) << refused;

  // The same id in Tom's log is Tom's own, and does not touch Maya's.
  got(tom, "POST", "/api/events", {{"events", {set_event(kId, 3)}}});
  const Json kept = got(maya, "GET", "/api/events?after=0")["events"].back();
  EXPECT_EQ(kept["id"], kId);
  EXPECT_EQ(kept["reps"], 10);

  // Maya's person in Tom's body or query is no key at all.
  const std::string person = got(maya, "GET", "/api/me")["person"];
  EXPECT_EQ(ask(tom, "POST", "/api/events", {{"events", Json::array()}, {"person", person}}).status,
            422);
  EXPECT_THAT(*ask(tom, "GET", "/api/export.json?person=" + person).body, Not(HasSubstr("Maya")));
}

TEST_F(AccountTest, DeletingEverythingIsOnlyOnesOwn) {
  const std::string maya = begun("Maya", "novice.toml");
  const std::string tom = begun("Tom", "chair-only.toml");
  const Response gone = ask(tom, "POST", "/api/delete", {{"really", "delete everything"}});
  EXPECT_EQ(gone.status, 200);
  EXPECT_THAT(gone.headers.at("Set-Cookie"), HasSubstr("Max-Age=0"));
  EXPECT_EQ(ask(tom, "GET", "/api/me").status, 401);
  EXPECT_EQ(
      ask("", "POST", "/api/account/log-in", {{"name", "Tom"}, {"password", kPassword}}).status,
      422);
  EXPECT_TRUE(got(maya, "GET", "/api/me")["has_begun"]);
}

TEST_F(AccountTest, SigningOutAndANewPasswordEndTheSession) {
  const std::string phone = begun("Maya", "novice.toml");
  const Response in =
      ask("", "POST", "/api/account/log-in", {{"name", "maya"}, {"password", kPassword}});
  const std::string desk = cookie_of(in);
  EXPECT_EQ(got(desk, "GET", "/api/me")["name"], "Maya");
  EXPECT_EQ(ask(desk, "POST", "/api/account/log-out").status, 200);
  EXPECT_EQ(ask(desk, "GET", "/api/me").status, 401);

  EXPECT_EQ(ask(phone, "POST", "/api/account/password",
                {{"old", "not it at all"}, {"new", "another sentence"}})
                .status,
            422);
  const Response renewed = ask(phone, "POST", "/api/account/password",
                               {{"old", kPassword}, {"new", "another sentence"}});
  EXPECT_EQ(renewed.status, 200) << *renewed.body;
  EXPECT_EQ(ask(phone, "GET", "/api/me").status, 401);
  EXPECT_EQ(got(cookie_of(renewed), "GET", "/api/me")["name"], "Maya");
}

TEST_F(AccountTest, SaysWhatIsWrongAndHowLongToWait) {
  signed_up("Maya");
  const Json log_in = {{"name", "Maya"}, {"password", "not it at all"}};
  const Response wrong = ask("", "POST", "/api/account/log-in", log_in);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(*wrong.body, HasSubstr("this name and password are not those of an account"));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(ask("", "POST", "/api/account/log-in", log_in).status, 422);
  const Response later = ask("", "POST", "/api/account/log-in", log_in);
  EXPECT_EQ(later.status, 429);
  EXPECT_EQ(later.headers.at("Retry-After"), "900");
  EXPECT_THAT(*later.body, HasSubstr("Too many tries. Try again in 15 minutes."));
  for (const char* path :
       {"/api/account/log-in", "/api/account/sign-up", "/api/account/password"}) {
    for (const Json& body : {Json(), Json::array(), Json{{"name", 3}}, Json{{"name", "x"}},
                             Json{{"name", std::string(5000, 'x')}, {"password", "x"}}})
      EXPECT_THAT(ask("", "POST", path, body).status, testing::AnyOf(422, 401)) << path << body;
  }
}

TEST_F(AccountTest, WithoutAccountsThereIsNothingToSignInTo) {
  Router alone;
  add_api(alone,
          {people_.get(), &whole_engine(), nullptr, only_person_of(*people_), &long_work_, {}});
  const Response response =
      alone.answer(request_of("POST", "/api/account/log-in", R"({"name":"a","password":"b"})"));
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(*response.body, HasSubstr("there are no accounts here"));
}

TEST_F(AccountTest, ALogOfSeveralPeopleIsNotOnePersons) {
  begun("Maya", "novice.toml");
  begun("Tom", "chair-only.toml");
  const auto only = people_->only_person();
  ASSERT_FALSE(only);
  EXPECT_THAT(*problem_of(only.error()).body, HasSubstr("this is the log of 2 people: "));
}

}  // namespace
}  // namespace strongback
