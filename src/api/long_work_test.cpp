#include "api/long_work.h"

#include <gmock/gmock.h>

#include <atomic>
#include <future>

namespace strongback {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

/// Everything that is told, to its end.
std::string all_of(const Response& response) {
  std::string all;
  for (int i = 0; i < 2000; ++i) {
    const auto piece = response.telling();
    if (!piece) return all;
    all += *piece;
    std::this_thread::sleep_for(1ms);
  }
  return all + " ... and no end";
}

TEST(LongWork, TellsHowFarItIsAndThenTheAnswer) {
  LongWork works;
  const Response response = works.begin([](const Progress& progress) {
    for (int i = 1; i <= 3; ++i) progress(i, 3);
    return std::string("{\"x\":1}\n");
  });
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.at("Content-Type"), "text/event-stream");
  EXPECT_EQ(all_of(response),
            "event: progress\ndata: {\"done\":1,\"of\":3}\n\n"
            "event: progress\ndata: {\"done\":2,\"of\":3}\n\n"
            "event: progress\ndata: {\"done\":3,\"of\":3}\n\n"
            "event: done\ndata: {\"x\":1}\n\n");
}

TEST(LongWork, EachLineOfTheAnswerIsMarked) {
  EXPECT_EQ(event_text("done", "{\n  \"x\": 1\n}"),
            "event: done\ndata: {\ndata:   \"x\": 1\ndata: }\n\n");
}

TEST(LongWork, AFailureIsToldWithoutItsInside) {
  LongWork works;
  const std::string told = all_of(
      works.begin([](const Progress&) -> std::string { throw std::runtime_error("secret"); }));
  EXPECT_THAT(told, HasSubstr("event: failed"));
  EXPECT_THAT(told, testing::Not(HasSubstr("secret")));
}

TEST(LongWork, IsLeftOffWhenNobodyListens) {
  LongWork works;
  std::promise<void> begun;
  std::atomic<int> steps = 0;
  {
    const Response response = works.begin([&](const Progress& progress) {
      begun.set_value();
      for (int i = 1; i <= 1'000'000; ++i) {
        progress(i, 1'000'000);
        ++steps;
        std::this_thread::sleep_for(1ms);
      }
      return std::string("{}");
    });
    begun.get_future().wait();
  }
  EXPECT_THAT(all_of(works.begin([](const Progress&) { return std::string("{}"); })),
              HasSubstr("event: done"));
  EXPECT_LT(steps, 1000);
}

TEST(LongWork, FewMayWait) {
  LongWork works;
  std::promise<void> open;
  const auto gate = open.get_future().share();
  std::vector<Response> all;
  for (int i = 0; i < 8; ++i) {
    all.push_back(works.begin([gate](const Progress&) {
      gate.wait();
      return std::string("{}");
    }));
  }
  EXPECT_EQ(all.back().status, 503);
  open.set_value();
  for (const Response& one : all) {
    if (!one.telling) continue;
    EXPECT_THAT(all_of(one), HasSubstr("event: done"));
  }
}

}  // namespace
}  // namespace strongback
