#include "exchange/bands.h"

#include "base/expects.h"

namespace strongback {

double disc_band(const ExerciseAnswer& answer, std::size_t disc) {
  expects(disc < answer.discs.size(), "the answer has this disc");
  return answer.band;
}

std::optional<double> muscle_band(const ExerciseAnswer& /*answer*/, const std::string& /*muscle*/) {
  return std::nullopt;
}

}  // namespace strongback
