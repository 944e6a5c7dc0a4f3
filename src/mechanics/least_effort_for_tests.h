#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "mechanics/least_effort.h"

namespace strongback {

/// How a random problem resembles a body.
struct EffortKind {
  int rows = 65;
  int muscles = 440;
  int contacts = 24;        ///< generators of one-sided contacts
  bool reserves = true;     ///< a free variable of cost 1e4 on each row
  double saturated = 0.15;  ///< share of the muscles that the witness has at a limit
};

/// A problem and an x that satisfies it.
struct EffortCase {
  EffortProblem problem;
  Eigen::VectorXd witness;  ///< [-]  (v)
};

/// The same cases on every machine: a Mersenne twister and arithmetic of our own.
class EffortDice {
 public:
  explicit EffortDice(std::uint64_t seed) : twister_(seed) {}
  double from_to(double low, double high) {
    return low + (high - low) * static_cast<double>(twister_() >> 11) * 0x1p-53;
  }
  int whole(int low, int high) {
    return low + static_cast<int>(from_to(0.0, 1.0) * (high - low + 1));
  }

 private:
  std::mt19937_64 twister_;
};

/// Draws one variable after the other.
class EffortDraw {
 public:
  EffortDraw(const EffortKind& kind, std::uint64_t seed) : kind_(kind), dice_(seed) {
    const int v = kind.muscles + kind.contacts + (kind.reserves ? kind.rows : 0);
    made_.problem.cost = Eigen::VectorXd::Ones(v);
    made_.problem.low = Eigen::VectorXd::Zero(v);
    made_.problem.high = Eigen::VectorXd::Ones(v);
    made_.witness.setZero(v);
  }

  EffortCase draw() {
    while (next_ < kind_.muscles) add_muscle();
    while (next_ < kind_.muscles + kind_.contacts) add_contact();
    for (int i = 0; next_ < made_.witness.size(); ++i) add_reserve(i);
    made_.problem.A.resize(kind_.rows, made_.witness.size());
    made_.problem.A.setFromTriplets(entries_.begin(), entries_.end());
    made_.problem.b = made_.problem.A * made_.witness;
    return made_;
  }

 private:
  static constexpr double kForever = std::numeric_limits<double>::infinity();

  double arm(int row) {
    return row % 10 == 9 ? dice_.from_to(-1.0, 1.0) : dice_.from_to(-0.07, 0.07);
  }

  void add_muscle() {
    const int crossed = std::min(kind_.rows, dice_.whole(4, 25));
    const int first = dice_.whole(0, kind_.rows - crossed);
    const double strength = std::exp(dice_.from_to(std::log(50.0), std::log(1500.0)));
    for (int i = first; i < first + crossed; ++i)
      entries_.emplace_back(i, next_, strength * arm(i));
    const double share = dice_.from_to(0.0, 1.0);
    if (share >= kind_.saturated) {
      made_.witness[next_] = dice_.from_to(0.0, 0.6);
    } else {
      made_.witness[next_] = share < 0.5 * kind_.saturated ? 0.0 : 1.0;
    }
    ++next_;
  }

  void add_contact() {
    for (int i = 0; i < kind_.rows; ++i) {
      if (dice_.from_to(0.0, 1.0) < 0.35) entries_.emplace_back(i, next_, 8000.0 * arm(i));
    }
    made_.problem.cost[next_] = 1e-2;
    made_.problem.high[next_] = kForever;
    made_.witness[next_] = std::max(0.0, dice_.from_to(-0.5, 0.5));
    ++next_;
  }

  void add_reserve(int row) {
    entries_.emplace_back(row, next_, 1.0);
    made_.problem.cost[next_] = 1e4;
    made_.problem.low[next_] = -kForever;
    made_.problem.high[next_] = kForever;
    ++next_;
  }

  EffortKind kind_;
  EffortDice dice_;
  int next_ = 0;
  std::vector<Eigen::Triplet<double>> entries_;
  EffortCase made_;
};

/// A body-like problem: muscles cross a chain of neighboring rows with arms of centimeters and
/// strengths of 50 to 1500 N (every tenth row is a force), contacts push on many rows and cost
/// little, reserves are dear.  b = A witness.
inline EffortCase random_effort(const EffortKind& kind, std::uint64_t seed) {
  return EffortDraw(kind, seed).draw();
}

}  // namespace strongback
