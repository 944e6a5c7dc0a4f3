#include "api/api_for_tests.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;

class ApiTest : public testing::Test {
 protected:
  void SetUp() override {
    auto store = open_store(folder_.path() + "/log.db", IfMissing::Create);
    ASSERT_TRUE(store);
    people_ = std::make_unique<People>(whole_catalog(), LogPlace{"", first_evening()},
                                       std::shared_ptr<Store>(std::move(*store)));
    add_api(router_,
            {people_.get(), &whole_engine(), nullptr, only_person_of(*people_), &long_work_, {}});
  }

  Response ask(const std::string& method, const std::string& target, const std::string& body = "") {
    return router_.answer(request_of(method, target, body));
  }
  Json got(const std::string& method, const std::string& target, const Json& body = nullptr) {
    const Response response = ask(method, target, body.is_null() ? "" : body.dump());
    EXPECT_EQ(response.status, 200) << target << ": " << (response.body ? *response.body : "");
    return Json::parse(response.body ? *response.body : "null", nullptr, false);
  }
  void begin(const std::string& file = "novice.toml") {
    got("POST", "/api/start", {{"toml", example(file)}});
  }

  TestFolder folder_;
  std::unique_ptr<People> people_;
  LongWork long_work_;
  Router router_;
};

const char* const kId = "01a22d81-a23d-7d5e-8eb8-c7c83f3caa96";

TEST_F(ApiTest, LeadsFromTheFirstQuestionToALoggedSet) {
  EXPECT_FALSE(got("GET", "/api/me")["has_begun"]);
  const Json question = got("POST", "/api/interview", {{"answers", Json::array()}});
  EXPECT_EQ(question["question"]["id"], "name");
  const Json refused = got("POST", "/api/interview", {{"answers", {"Maya", "neither"}}});
  EXPECT_EQ(refused["taken"], 1);
  EXPECT_THAT(refused["refused"].get<std::string>(), HasSubstr("female, male"));
  begin();
  const Json me = got("GET", "/api/me");
  EXPECT_TRUE(me["has_begun"]);
  const Json pack = got("GET", "/api/pack");
  EXPECT_EQ(pack["days"][0]["date"], "2026-11-30");
  EXPECT_EQ(pack["days"][0]["by_pain"].size(), 11U);
  EXPECT_TRUE(pack["cards"].contains("one-arm-row-bench"));
  const Json kept = got("POST", "/api/events", {{"events", {set_event(kId, 10)}}});
  EXPECT_EQ(kept["added"], 1);
  EXPECT_EQ(got("GET", "/api/today")["lines"][0]["done"].size(), 1U);
}

TEST_F(ApiTest, TheSameEventCountsOnceAndNewOnesComeByCursor) {
  begin();
  const long long before = got("GET", "/api/me")["cursor"];
  EXPECT_EQ(got("POST", "/api/events", {{"events", {set_event(kId, 10)}}})["added"], 1);
  const Json again = got("POST", "/api/events", {{"events", {set_event(kId, 10)}}});
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["already_there"], 1);
  const Json arrived = got("GET", "/api/events?after=" + std::to_string(before));
  ASSERT_EQ(arrived["events"].size(), 1U);
  EXPECT_EQ(arrived["events"][0]["id"], kId);
  EXPECT_EQ(got("GET",
                "/api/events?after=" + std::to_string(arrived["cursor"].get<long long>()))["events"]
                .size(),
            0U);
}

TEST_F(ApiTest, OneBadEventDoesNotKeepTheOthersOut) {
  begin();
  Json wrong = set_event("01a22d81-a23d-7d5e-8eb8-c7c83f3caa97", 9);
  wrong["exercise"] = "bird-dgo";
  Json no_kind = set_event("01a22d81-a23d-7d5e-8eb8-c7c83f3caa98", 9);
  no_kind["kind"] = "set_dnoe";
  const Json answer =
      got("POST", "/api/events", {{"events", {wrong, set_event(kId, 10), no_kind}}});
  EXPECT_EQ(answer["added"], 1);
  ASSERT_EQ(answer["refused"].size(), 2U);
  EXPECT_THAT(answer["refused"].dump(), HasSubstr("bird-dog"));
  const Json other = got("POST", "/api/events", {{"events", {set_event(kId, 11)}}});
  EXPECT_EQ(other["refused"][0]["id"], kId) << "the same id with other content";
}

TEST_F(ApiTest, HostileBodiesAreRefusedWithTheirProblems) {
  begin();
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += '[';
  const std::vector<std::string> bodies = {"",
                                           "x",
                                           "[]",
                                           "null",
                                           "{",
                                           R"({"events": 3})",
                                           R"({"events": [3, null, "x", [[]]]})",
                                           deep,
                                           R"({"events": [], "more": 1})",
                                           R"({"events": [], "events": []})",
                                           "{\"events\": [\"\xff\"]}",
                                           R"({"events": [{"id": 7}]})"};
  for (const std::string& body : bodies) {
    const Response response = ask("POST", "/api/events", body);
    if (response.status == 200) {
      EXPECT_EQ(Json::parse(*response.body)["added"], 0) << body.substr(0, 80);
      EXPECT_GT(Json::parse(*response.body)["refused"].size(), 0U) << body.substr(0, 80);
      continue;
    }
    EXPECT_EQ(response.status, 422) << body.substr(0, 80);
    EXPECT_EQ(response.headers.at("Content-Type"), "application/problem+json");
    const Json problem = Json::parse(*response.body);
    EXPECT_GT(problem["problems"].size(), 0U) << body.substr(0, 80);
  }
  for (const char* path : {"/api/start", "/api/interview", "/api/plan/swap", "/api/plan/prefer",
                           "/api/reply", "/api/delete"}) {
    for (const std::string& body : bodies)
      EXPECT_EQ(ask("POST", path, body).status, 422) << path << " " << body.substr(0, 40);
  }
}

TEST_F(ApiTest, EveryNumberInAQueryIsChecked) {
  begin();
  for (const char* target : {"/api/events?after=-1", "/api/events?after=x", "/api/events?after=1.5",
                             "/api/events?after=99999999999999999999", "/api/history?days=0",
                             "/api/exercises/one-arm-row-bench/work?load_kg=nan",
                             "/api/exercises/one-arm-row-bench/work?load_kg=-1",
                             "/api/exercises/one-arm-row-bench/work?load_kg=1e9"})
    EXPECT_EQ(ask("GET", target).status, 422) << target;
  EXPECT_EQ(ask("GET", "/api/exercises/bird-dgo").status, 404);
  EXPECT_THAT(*ask("GET", "/api/exercises/bird-dgo").body, HasSubstr("bird-dog"));
}

TEST_F(ApiTest, ChangesOfTheProgramAreKeptAndSaid) {
  begin();
  const Json plan = got("GET", "/api/plan");
  const std::string exercise = plan["weeks"][0]["sessions"][0]["exercises"][0]["id"];
  const Json swaps = got("GET", "/api/plan/swaps?exercise=" + exercise);
  ASSERT_GT(swaps["options"].size(), 0U);
  const std::string other = swaps["options"][0]["id"];
  const Json change = got("POST", "/api/plan/swap", {{"exercise", exercise}, {"with", other}});
  EXPECT_THAT(change["program"].dump(), HasSubstr("takes the place of"));
  EXPECT_THAT(got("GET", "/api/plan")["accepted"].dump(), HasSubstr(other));
  const std::string second = plan["weeks"][0]["sessions"][0]["exercises"][1]["id"];
  got("POST", "/api/plan/prefer", {{"exercise", second}, {"how", "disliked"}});
  EXPECT_THAT(got("GET", "/api/profile")["toml"].get<std::string>(), HasSubstr(second));
  EXPECT_THAT(got("GET", "/api/plan")["accepted"].dump(), testing::Not(HasSubstr(second)));
  EXPECT_EQ(ask("POST", "/api/plan/swap", R"({"exercise": "bird-dog", "with": "x"})").status, 422);
}

TEST_F(ApiTest, AProfileIsCheckedWithAllItsProblems) {
  begin();
  const Response wrong =
      ask("PUT", "/api/profile", Json{{"toml", "schema = 1\nage = 4000\nsex = \"x\"\n"}}.dump());
  EXPECT_EQ(wrong.status, 422);
  EXPECT_GE(Json::parse(*wrong.body)["problems"].size(), 2U);
  const Json change = got("PATCH", "/api/profile", {{"field", "time.minutes"}, {"value", "25"}});
  EXPECT_THAT(change["notes"].dump(), HasSubstr("time.minutes"));
  const Json profile = got("GET", "/api/profile");
  EXPECT_EQ(profile["minutes"], 25);
  EXPECT_EQ(profile["units"], "metric");
}

TEST_F(ApiTest, EverythingThatIsReadIsThere) {
  begin();
  for (const char* target :
       {"/api/health", "/api/me", "/api/pack", "/api/today", "/api/plan", "/api/back",
        "/api/progress", "/api/history", "/api/exercises", "/api/exercises?works=lats",
        "/api/exercises/bird-dog", "/api/muscles", "/api/profile", "/api/export.json",
        "/api/exercises/bird-dog/work", "/api/exercises/one-arm-row-bench/loads",
        "/api/exercises/bird-dog/motion"})
    EXPECT_THAT(got("GET", target).dump(), HasSubstr("strongback.")) << target;
  EXPECT_THAT(*ask("GET", "/api/exercises/bird-dog/figure.svg").body, HasSubstr("<svg"));
  EXPECT_THAT(*ask("GET", "/api/calendar.ics").body, HasSubstr("BEGIN:VCALENDAR"));
  EXPECT_THAT(*ask("GET", "/api/sheet").body, HasSubstr("<html"));
}

TEST_F(ApiTest, AnalyzesTheBodyAndTellsHowFarItIs) {
  begin();
  const Response response = ask("GET", "/api/analysis");
  ASSERT_TRUE(response.telling);
  std::string all;
  for (auto piece = response.telling(); piece; piece = response.telling()) {
    all += *piece;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  const auto count = whole_catalog().exercises.size();
  EXPECT_THAT(all, HasSubstr("event: progress\ndata: {\"done\":1,\"of\":" + std::to_string(count)));
  const auto at = all.find("event: done\n");
  ASSERT_NE(at, std::string::npos);
  std::string data;
  std::istringstream lines(all.substr(at));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("data: ")) data += line.substr(6);
  const Json document = Json::parse(data);
  ASSERT_EQ(document["exercises"].size(), count);
  for (const Json& one : document["exercises"]) {
    if (one["disc"].is_null()) continue;  // no number where none is computed
    EXPECT_GT(one["disc"]["peak_N"], 50.0) << one;
    EXPECT_GT(one["disc"]["relative_to_standing"], 0.1) << one;
  }
}

TEST_F(ApiTest, OnePersonsManyRequestsLeaveRoomForOthers) {
  begin();
  std::atomic<int> refused = 0, answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 32; ++i) {
    clients.emplace_back([&] {
      const int status = ask("GET", "/api/plan").status;
      ++(status == 503 ? refused : answered);
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_GT(answered, 0);
  EXPECT_GT(refused, 0) << "those who would only wait";
  EXPECT_EQ(refused + answered, 32);
  EXPECT_EQ(ask("GET", "/api/plan").status, 200);
}

TEST_F(ApiTest, APackIsMadeAnewWhenSomethingIsLogged) {
  begin();
  const Json first = got("GET", "/api/pack");
  EXPECT_EQ(got("GET", "/api/pack"), first);
  got("POST", "/api/events", {{"events", {set_event(kId, 10)}}});
  const Json then = got("GET", "/api/pack");
  EXPECT_GT(then["cursor"], first["cursor"]);
  EXPECT_NE(then["days"][0], first["days"][0]);
}

TEST_F(ApiTest, DeletesEverythingOnlyWhenTheWordsAreSaid) {
  begin();
  EXPECT_EQ(ask("POST", "/api/delete", R"({"really": "yes"})").status, 422);
  EXPECT_TRUE(got("GET", "/api/me")["has_begun"]);
  got("POST", "/api/delete", {{"really", "delete everything"}});
  EXPECT_FALSE(got("GET", "/api/me")["has_begun"]);
  std::ostringstream bytes;
  for (const char* file : {"/log.db", "/log.db-wal"})
    if (fs::exists(folder_.path() + file))
      bytes << std::ifstream(folder_.path() + file, std::ios::binary).rdbuf();
  EXPECT_EQ(bytes.str().find("Maya"), std::string::npos) << "no byte of it stays";
  begin();
}

TEST_F(ApiTest, NobodySecondCanBeginWhereOneHasBegun) {
  begin();
  EXPECT_EQ(ask("POST", "/api/start", Json{{"toml", example("chair-only.toml")}}.dump()).status,
            422);
  EXPECT_EQ(got("GET", "/api/me")["name"], "Maya");
}

TEST_F(ApiTest, EveryRouteIsDescribed) {
  std::vector<std::string> described;
  std::ifstream file(STRONGBACK_SOURCE_DIR "/docs/openapi.yaml");
  std::string path;
  for (std::string line; std::getline(file, line) && line != "components:";) {
    if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
    for (const char* method : {"get", "post", "put", "patch"}) {
      if (line != "    " + std::string(method) + ":") continue;
      std::string word = method;
      for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
      described.push_back(word + " " + path);
    }
  }
  EXPECT_THAT(router_.routes(), testing::UnorderedElementsAreArray(described));
}

}  // namespace
}  // namespace strongback
