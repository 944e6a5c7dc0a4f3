#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace strongback {

/// A small generator of numbers (splitmix64: Steele, Lea and Flood 2014, from memory): the same
/// seed gives the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed)
      : state_(seed * 0xD1342543DE82EF95ULL + 0x2545F4914F6CDD1DULL) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// A whole number from `low` to `high`, both included.
  int between(int low, int high) {
    const auto count = static_cast<std::uint64_t>(high - low + 1);
    return low + static_cast<int>((next() >> 11U) % count);
  }
  double between(double low, double high) { return low + (high - low) * unit(); }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  bool chance(double probability) { return unit() < probability; }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
  }
  /// `count` different entries of `list`, or all of them, in an order of chance.
  template <class T>
  std::vector<T> some_of(std::vector<T> list, int count) {
    for (std::size_t i = list.size(); i > 1; --i) {
      std::swap(list[i - 1], list[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    }
    if (list.size() > static_cast<std::size_t>(count)) list.resize(static_cast<std::size_t>(count));
    return list;
  }

 private:
  std::uint64_t state_;
};

}  // namespace strongback
