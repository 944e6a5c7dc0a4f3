#pragma once

#include <string>
#include <vector>

namespace strongback {

/// The addresses by which other machines of the same network reach this one, IPv4 first: private
/// ones only (RFC 1918, 6598, 4193).  Those of containers and virtual machines come last.
std::vector<std::string> home_addresses();

/// "shelf.local", as mDNS says it (RFC 6762); "" where the machine has no name.
std::string local_name();

/// True for a numeric address that never leaves a home or office.
bool is_private(const std::string& address);

}  // namespace strongback
