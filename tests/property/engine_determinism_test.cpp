// The same arguments give the same bytes, also while another thread asks for something else.
#include <cstring>
#include <thread>

#include "assess/assess.h"
#include "engine_motions.h"

namespace strongback {
namespace {

/// Every figure of an answer, bit by bit.
class Bits {
 public:
  explicit Bits(const ExerciseAnswer& answer) {
    for (const auto& [id, work] : answer.muscles) {
      for (const SideWork* side : {&work.left, &work.right}) {
        add({side->mean, side->peak, side->share});
      }
    }
    for (const DiscLoad& disc : answer.discs) {
      add(disc.compression_N);
      add(disc.shear_N);
      add(disc.twist_Nm);
      add({disc.relative_to_standing, disc.share_of_guideline});
    }
    add(answer.iap_kPa);
    for (const ContactForce& contact : answer.contacts) {
      add(contact.force_N);
      add({contact.mean_N[0], contact.mean_N[1], contact.mean_N[2]});
    }
    add({answer.residual.force_N, answer.residual.moment_Nm, answer.cocontraction_N,
         answer.standing_N, answer.repetition_s});
    if (answer.tiring) add({answer.tiring->low_kg, answer.tiring->best_kg, answer.tiring->high_kg});
    for (const FrameRow& frame : answer.frames) {
      for (const double angle : frame.angles) add({angle});
      for (const double force : frame.forces) add({force});
      for (const double compression : frame.compression_N) add({compression});
      for (const double shear : frame.shear_N) add({shear});
    }
  }
  bool operator==(const Bits&) const = default;
  [[nodiscard]] std::size_t size() const { return bits_.size(); }

 private:
  void add(const Extremes& extremes) { add({extremes.mean, extremes.peak}); }
  void add(std::initializer_list<double> values) {
    for (const double value : values) {
      std::uint64_t word = 0;
      std::memcpy(&word, &value, sizeof word);
      bits_.push_back(word);
    }
  }

  std::vector<std::uint64_t> bits_;
};

AssessOptions everything() {
  AssessOptions options;
  options.frames = 9;
  options.keep_frames = true;
  return options;
}

Bits bits_of(const std::string& name, double load_kg) {
  const auto answer = assess_motion(model_tables(), reference_man(), motion_of(name),
                                    kilograms(load_kg), everything());
  EXPECT_TRUE(answer.has_value()) << name << ": " << (answer ? "" : answer.error().text);
  return Bits(answer ? *answer : ExerciseAnswer{});
}

TEST(EngineDeterminism, SameArgumentsGiveTheSameBytesFromEveryThread) {
  const std::vector<std::string> names = {"one-arm-row-bench", "bird-dog", "db-row-bent",
                                          "side-plank"};
  std::vector<Bits> first, here, there;
  for (const auto& name : names) first.push_back(bits_of(name, 6.0));
  std::thread other([&] {
    for (const auto& name : names) there.push_back(bits_of(name, 6.0));
  });
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    here.insert(here.begin(), bits_of(*name, 6.0));
  }
  other.join();
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_GT(first[i].size(), 300U) << names[i];
    EXPECT_TRUE(first[i] == here[i]) << names[i];
    EXPECT_TRUE(first[i] == there[i]) << names[i] << " from another thread";
  }
  EXPECT_FALSE(first[0] == bits_of(names[0], 6.5)) << "another load gives another answer";
}

}  // namespace
}  // namespace strongback
