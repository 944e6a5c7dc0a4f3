#include "accounts/login_limiter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace strongback {
namespace {

// Design values of ours: somebody who mistypes is let in, and a guesser of 10 random letters is
// not.
constexpr std::chrono::minutes kWindow{15};
constexpr std::size_t kOfNameAndAddress = 5;
constexpr std::size_t kOfAddress = 30;
constexpr std::size_t kOfName = 100;
constexpr std::size_t kMostKeys = 20'000;

std::string both(const std::string& name, const std::string& address) {
  return "both " + network_of(address) + " " + name;
}

}  // namespace

std::string network_of(std::string_view address) {
  constexpr int kGroups = 4;
  if (address.find(':') == std::string_view::npos || address.find('.') != std::string_view::npos)
    return std::string(address);
  std::size_t end = 0;
  for (int group = 0; group < kGroups && end < address.size(); ++group) {
    end = std::min(address.find(':', end), address.size() - 1) + 1;
    if (end < address.size() && address[end] == ':') break;  // "::": the rest of them are 0
  }
  return std::string(address.substr(0, end));
}

std::chrono::milliseconds LoginLimiter::take(const std::string& name, const std::string& address,
                                             Instant now) {
  const std::lock_guard lock(mutex_);
  if (tries_.size() > kMostKeys) forget_old(now);
  const std::array<std::pair<std::string, std::size_t>, 3> keys = {
      {{both(name, address), kOfNameAndAddress},
       {"address " + network_of(address), kOfAddress},
       {"name " + name, kOfName}}};
  std::chrono::milliseconds wait{0};
  for (const auto& [key, most] : keys) {
    const auto known = tries_.find(key);
    if (known == tries_.end()) continue;  // what is refused below leaves nothing behind
    Tries& tries = known->second;
    while (!tries.empty() && tries.front() + kWindow <= now) tries.pop_front();
    if (tries.size() >= most) wait = std::max(wait, tries.front() + kWindow - now);
  }
  if (wait.count() > 0) return wait;
  for (const auto& [key, most] : keys) tries_[key].push_back(now);
  return wait;
}

void LoginLimiter::forgive(const std::string& name, const std::string& address) {
  const std::lock_guard lock(mutex_);
  tries_.erase(both(name, address));
}

void LoginLimiter::forget_old(Instant now) {
  for (auto one = tries_.begin(); one != tries_.end();) {
    const bool is_old = one->second.empty() || one->second.back() + kWindow <= now;
    one = is_old ? tries_.erase(one) : std::next(one);
  }
  if (tries_.size() > kMostKeys) tries_.clear();  // a flood: better to count anew than to fill up
}

}  // namespace strongback
