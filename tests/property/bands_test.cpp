// The bands of data/bands/ are those of the model as it is now.
#include <gmock/gmock.h>

#include <cmath>

#include "assess/monte_carlo.h"
#include "catalog/catalog.h"
#include "engine_motions.h"

namespace strongback {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = read_catalog(STRONGBACK_SOURCE_DIR "/data").value();
  return kCatalog;
}

const Uncertainty& uncertainty() {
  static const Uncertainty kRead =
      read_uncertainty(STRONGBACK_SOURCE_DIR "/data/body", model_tables()).value();
  return kRead;
}

void in_order(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

void backward(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = count; i-- > 0;) work(i);
}

/// One exercise with the load of its stored bands.
struct Case {
  Motion motion;
  const Bands& stored;

  explicit Case(const std::string& exercise)
      : motion(motion_of(exercise)), stored(catalog().bands.at(exercise)) {}

  [[nodiscard]] MonteCarlo order(int samples) const {
    return {model_tables(), uncertainty(), {meters(1.75), kilograms(75.0), Sex::Male, 30},
            motion,         stored.load,   samples};
  }
};

constexpr int kFew = 30;  // other draws than those of the stored bands

class EngineBands : public testing::TestWithParam<const char*> {};

/// Fresh draws fall where the stored bands say, as far as so few can tell: their middle lies well
/// inside, and they scatter about as much.
TEST_P(EngineBands, HoldWhatIsDrawnAnew) {
  const Case one(GetParam());
  const auto fresh = monte_carlo(one.order(kFew), in_order);
  ASSERT_TRUE(fresh.has_value()) << fresh.error().text;
  const DiscSpread& stored = one.stored.discs[kL4L5];
  const DiscSpread& drawn = fresh->discs[kL4L5];
  EXPECT_GT(drawn.p50, stored.p5);
  EXPECT_LT(drawn.p50, stored.p95);
  EXPECT_LT(std::abs(drawn.p50 - stored.p50), 0.35 * (stored.p95 - stored.p5));
  const double ratio = (drawn.p95 - drawn.p5) / (stored.p95 - stored.p5);
  EXPECT_GT(ratio, 0.45);
  EXPECT_LT(ratio, 2.0);
}

TEST_P(EngineBands, DoNotDependOnTheOrderOfTheWork) {
  const Case one(GetParam());
  const auto forth = monte_carlo(one.order(8), in_order);
  const auto back = monte_carlo(one.order(8), backward);
  ASSERT_TRUE(forth && back);
  EXPECT_EQ(bands_toml(*forth), bands_toml(*back));
}

/// What an assumption does alone agrees with the share of variance that it gets among all others.
TEST_P(EngineBands, SharesOfVarianceAgreeWithOneAtATime) {
  const Case one(GetParam());
  const DiscSpread& stored = one.stored.discs[kL4L5];
  constexpr double kWidth = 3.29;  // of a normal distribution's middle 90 %, in standard deviations
  const double all = std::pow((stored.p95 - stored.p5) / kWidth, 2);
  for (std::size_t d = 0; d < uncertainty().doubts.size(); ++d) {
    const auto up = one_at_a_time(one.order(1), d, 1.0),
               down = one_at_a_time(one.order(1), d, -1.0);
    ASSERT_TRUE(up && down) << uncertainty().doubts[d].id;
    const double alone = std::pow(0.5 * (*up - *down), 2) / all;
    const auto found = one.stored.compression_from.find(uncertainty().doubts[d].id);
    const double share = found == one.stored.compression_from.end() ? 0.0 : found->second;
    EXPECT_NEAR(std::sqrt(share), std::sqrt(alone), 0.3) << uncertainty().doubts[d].id;
  }
}

INSTANTIATE_TEST_SUITE_P(Two, EngineBands, testing::Values("bird-dog", "barbell-row"));

}  // namespace
}  // namespace strongback
