#include "lan/addresses.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/text.h"

namespace strongback {
namespace {

struct Net {
  std::uint32_t bits, mask;
};
// 10/8, 172.16/12, 192.168/16 (RFC 1918), 100.64/10 (RFC 6598).
constexpr std::array<Net, 4> kPrivate = {{{0x0a000000, 0xff000000},
                                          {0xac100000, 0xfff00000},
                                          {0xc0a80000, 0xffff0000},
                                          {0x64400000, 0xffc00000}}};

bool is_virtual(const std::string& interface) {
  for (const char* start : {"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc"}) {
    if (interface.rfind(start, 0) == 0) return true;
  }
  return false;
}

std::string text_of(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    ::inet_ntop(AF_INET, &in.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    ::inet_ntop(AF_INET6, &in.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace

bool is_private(const std::string& address) {
  in_addr four{};
  if (::inet_pton(AF_INET, address.c_str(), &four) == 1) {
    const std::uint32_t bits = ntohl(four.s_addr);
    return std::any_of(kPrivate.begin(), kPrivate.end(),
                       [&](const Net& net) { return (bits & net.mask) == net.bits; });
  }
  in6_addr six{};
  constexpr unsigned kUniqueLocal = 0xfc, kSevenBits = 0xfe;
  return ::inet_pton(AF_INET6, address.c_str(), &six) == 1 &&
         (six.s6_addr[0] & kSevenBits) == kUniqueLocal;
}

std::vector<std::string> home_addresses() {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
  struct Found {
    int rank;
    std::string address;
  };
  std::vector<Found> found;
  for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0) continue;
    std::string address = text_of(*one->ifa_addr);
    if (!is_private(address)) continue;
    const int rank =
        (is_virtual(one->ifa_name) ? 2 : 0) + (one->ifa_addr->sa_family == AF_INET ? 0 : 1);
    found.push_back({rank, std::move(address)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.rank < b.rank; });
  std::vector<std::string> addresses;
  for (Found& one : found) addresses.push_back(std::move(one.address));
  return addresses;
}

std::string local_name() {
  constexpr std::size_t kLongest = 256;
  std::array<char, kLongest> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "";
  std::string first(name.data());
  first = lower(first.substr(0, first.find('.')));
  const bool is_name = !first.empty() && std::all_of(first.begin(), first.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  return is_name ? first + ".local" : "";
}

}  // namespace strongback
