#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/moment.h"

namespace strongback {

/// Slows down those who guess: a name from one network address, an address, and a name from
/// wherever, each have so many tries in a quarter of an hour.  Safe to call from several threads.
class LoginLimiter {
 public:
  /// Counts a try before it is looked at, so that many at once count, too.  The time until the
  /// next one is let in; 0: this one is.
  std::chrono::milliseconds take(const std::string& name, const std::string& address, Instant now);

  /// It was the right one: its name's tries from that address no longer count.
  void forgive(const std::string& name, const std::string& address);

 private:
  /// When the tries of a key were, the oldest first.
  using Tries = std::deque<Instant>;
  void forget_old(Instant now);

  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

/// What one household or attacker can easily have many of counts as one: of an IPv6 address its
/// first 64 bits.
std::string network_of(std::string_view address);

}  // namespace strongback
