#pragma once

#include "base/sex.h"
#include "base/units.h"

namespace strongback {

/// What the model is scaled from.
struct Build {
  Length height;
  Mass mass;
  Sex sex = Sex::Male;
  int age = 30;  ///< [years]
};

inline constexpr Length kShortest = meters(1.20), kTallest = meters(2.20);
inline constexpr Mass kLightest = kilograms(30.0), kHeaviest = kilograms(250.0);

}  // namespace strongback
