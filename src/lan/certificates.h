#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/moment.h"

namespace strongback {

/// What HTTPS needs in a home network, where no public authority gives certificates.
struct Certificates {
  std::string certificate_path, key_path;  ///< PEM, for the server
  std::string authority_der;               ///< what a phone is asked to trust, once
  std::string authority_fingerprint;       ///< SHA-256, "3F:A0:...", to compare by eye
};

/// By what the server is called.
struct HostNames {
  std::vector<std::string> names;      ///< "localhost", "shelf.local"
  std::vector<std::string> addresses;  ///< numeric
};

/// Why there are none.
struct NoCertificates {
  std::string what;
  std::string hint;
};

/// The certificates kept in `folder`, which is made where it is missing (readable by its owner
/// only).  The authority is made once, for 10 years, and may speak for private addresses and names
/// of a home only (RFC 5280, 4.2.1.10), so that trusting it opens nothing else; the server's
/// certificate is made anew for `hosts` each time, for 397 days, so that browsers take it.
tl::expected<Certificates, NoCertificates> make_certificates(const std::string& folder,
                                                             const HostNames& hosts, Instant now);

}  // namespace strongback
