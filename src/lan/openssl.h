#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

#include "base/moment.h"

namespace strongback {

// OpenSSL's values with owners.  Only the .cpp files of this room include this header.

struct FreeOpenSsl {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(BIGNUM* number) const { BN_free(number); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <class T>
using Owned = std::unique_ptr<T, FreeOpenSsl>;

/// Thrown where OpenSSL refuses; caught in certificates.cpp.
struct OpenSslError {
  std::string what;
};

/// A key of the curve P-256.
Owned<EVP_PKEY> make_key();

/// What a certificate says, apart from its key.
struct Claims {
  std::string subject;
  int days = 0;             ///< valid from a day before `now`, for that long
  const char* usage = "";   ///< key usage
  const char* basic = "";   ///< basic constraints
  std::string names;        ///< "DNS:localhost,IP:127.0.0.1"; empty: an authority
  std::string constraints;  ///< for which names it may speak; empty: a server
};

/// An authority's certificate is signed with its own key: `issuer` is then null.
Owned<X509> make_certificate(const Claims& claims, EVP_PKEY& key, X509* issuer, EVP_PKEY& signer,
                             Instant now);

std::string pem_of(X509& certificate);
std::string pem_of(EVP_PKEY& key);
std::string der_of(X509& certificate);
/// Null where the text holds none.
Owned<X509> read_certificate(const std::string& pem);
Owned<EVP_PKEY> read_key(const std::string& pem);
std::string fingerprint_of(X509& certificate);

}  // namespace strongback
