#pragma once

#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "base/result.h"

namespace strongback {

struct BadInput {
  Problems problems;  ///< the caller can correct them
};
struct NotFound {
  std::string what;  ///< "'bird-dgo' is no exercise"
  std::string hint;  ///< "did you mean 'bird-dog'?", or empty
};
struct NoPlan {
  std::vector<std::string> conflicts;  ///< asked well; the honest answer is no
};
struct Unavailable {
  std::string what;  ///< try again later: "the disk is full"
};

/// Why a use case gave no answer.  Each door says it in its own language.  A new kind of failure
/// does not compile until every door knows it.
using Failure = std::variant<BadInput, NotFound, NoPlan, Unavailable>;

template <class T>
using Outcome = tl::expected<T, Failure>;

}  // namespace strongback
