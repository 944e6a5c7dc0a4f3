#include "log/event.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>

namespace strongback {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Event event_at(int minute, EventBody body, const std::string& seed = "") {
  const Moment when = at_local(*make_date(2026, 11, 30), minute, 0);
  return {event_id(when.at, seed + kind_of(body)), when, std::move(body)};
}

std::vector<std::string> ids_of(const std::vector<Event>& events) {
  std::vector<std::string> ids;
  for (const Event& event : events) ids.push_back(event.id);
  return ids;
}

TEST(EventId, IsAUuidOfVersionSevenThatSortsByTime) {
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  const Event early = event_at(1, Slept{7}), late = event_at(2, Slept{7});
  EXPECT_TRUE(std::regex_match(early.id, form)) << early.id;
  EXPECT_LT(early.id, late.id);
  EXPECT_EQ(early.id, event_at(1, Slept{7}).id);
  EXPECT_NE(early.id, event_at(1, Slept{7}, "another").id);
}

TEST(Settled, DoesNotDependOnTheOrderOfArrival) {
  std::vector<Event> events = {event_at(3, Walked{20}), event_at(1, Slept{7}),
                               event_at(2, SorenessReported{"rhomboids", 3})};
  events.push_back(event_at(4, Retracted{events[1].id}));
  const auto first = ids_of(settled(events));
  EXPECT_THAT(first, ElementsAre(events[2].id, events[0].id));
  std::reverse(events.begin(), events.end());
  EXPECT_EQ(ids_of(settled(events)), first);
}

TEST(Settled, CountsAnEventThatComesTwiceOnce) {
  const Event walk = event_at(3, Walked{20});
  EXPECT_THAT(ids_of(settled({walk, walk})), ElementsAre(walk.id));
}

TEST(Settled, BringsBackWhatATakenBackRetractionTook) {
  const Event walk = event_at(3, Walked{20});
  const Event back = event_at(4, Retracted{walk.id});
  const Event again = event_at(5, Retracted{back.id});
  EXPECT_THAT(settled({walk, back}), IsEmpty());
  EXPECT_THAT(ids_of(settled({again, back, walk})), ElementsAre(walk.id));
}

TEST(EventKinds, AreInTheOrderOfTheVariant) {
  EXPECT_EQ(kind_of(Started{}), "started");
  EXPECT_EQ(kind_of(SetDone{}), "set_done");
  EXPECT_EQ(kind_of(MeasurementTaken{}), "measurement");
  EXPECT_EQ(kind_of(Retracted{}), "retracted");
}

}  // namespace
}  // namespace strongback
