#pragma once

#include <string>

#include "http/message.h"

namespace strongback {

/// What a phone must know before it can speak HTTPS with this machine.
struct TrustPage {
  std::string app_address;    ///< "https://192.168.1.5:8443/"
  std::string home_host;      ///< "192.168.1.5" or "[fd12::5]"
  std::string authority_der;  ///< the certificate to trust
};

/// Answers with a page that explains the one step on iPhone and Android, the certificate, and a QR
/// code of the page; 404 for all else.
Handler answer_trust_page(const TrustPage& page);

}  // namespace strongback
