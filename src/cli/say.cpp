#include "cli/say.h"

#include <fmt/format.h>

#include <cstdio>

#include "base/text.h"

namespace strongback {
namespace {

/// One sentence for each kind of failure.
struct SayFailure {
  Exit operator()(const BadInput& bad) const {
    for (const Problem& problem : bad.problems) fmt::print(stderr, "{}\n", to_text(problem));
    return Exit::BadInput;
  }
  Exit operator()(const NotFound& missing) const {
    fmt::print(stderr, "strongback: error: {}\n", printable(missing.what));
    if (!missing.hint.empty()) fmt::print(stderr, "  hint: {}\n", printable(missing.hint));
    return Exit::BadInput;
  }
  Exit operator()(const NoPlan& no) const {
    for (const std::string& conflict : no.conflicts) fmt::print("{}\n", printable(conflict));
    return Exit::HonestNo;
  }
  Exit operator()(const Unavailable& away) const {
    fmt::print(stderr, "strongback: {}; please try again later\n", printable(away.what));
    return Exit::TryAgain;
  }
};

}  // namespace

Exit say(const Failure& failure) { return std::visit(SayFailure{}, failure); }

tl::unexpected<Failure> refused(std::string what, std::string hint) {
  return tl::unexpected<Failure>(BadInput{{{"strongback", {}, std::move(what), std::move(hint)}}});
}

void show(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

}  // namespace strongback
