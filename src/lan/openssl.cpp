#include "lan/openssl.h"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <vector>

namespace strongback {
namespace {

constexpr int kSerialBits = 127;
constexpr long kVersion3 = 2;  // as X.509 counts

void need(bool is_done, const char* what) {
  if (!is_done) throw OpenSslError{what};
}

void add_extension(X509& certificate, X509V3_CTX& context, int id, const std::string& value) {
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
  need(extension && X509_add_ext(&certificate, extension.get(), -1) == 1, "an extension");
}

void set_times(X509& certificate, Instant now, int days) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
  const auto start = static_cast<std::time_t>(seconds.count());
  const bool is_set =
      ASN1_TIME_adj(X509_getm_notBefore(&certificate), start, -1, 0) != nullptr &&
      ASN1_TIME_adj(X509_getm_notAfter(&certificate), start, days - 1, 0) != nullptr;
  need(is_set, "its dates");
}

void set_serial(X509& certificate) {
  const Owned<BIGNUM> serial(BN_new());
  const bool is_set =
      serial && BN_rand(serial.get(), kSerialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
      BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(&certificate)) != nullptr;
  need(is_set, "its number");
}

void set_subject(X509& certificate, const std::string& subject) {
  X509_NAME* name = X509_get_subject_name(&certificate);
  const std::vector<unsigned char> bytes(subject.begin(), subject.end());
  need(X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, bytes.data(),
                                  static_cast<int>(bytes.size()), -1, 0) == 1,
       "its name");
}

std::string text_of(BIO& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(&bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Owned<BIO> empty_text() {
  Owned<BIO> bio(BIO_new(BIO_s_mem()));
  need(bio != nullptr, "memory");
  return bio;
}

}  // namespace

Owned<EVP_PKEY> make_key() {
  Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
  need(key != nullptr, "a key");
  return key;
}

Owned<X509> make_certificate(const Claims& claims, EVP_PKEY& key, X509* issuer, EVP_PKEY& signer,
                             Instant now) {
  Owned<X509> certificate(X509_new());
  need(certificate && X509_set_version(certificate.get(), kVersion3) == 1, "a certificate");
  set_serial(*certificate);
  set_times(*certificate, now, claims.days);
  set_subject(*certificate, claims.subject);
  X509* const by = issuer == nullptr ? certificate.get() : issuer;
  need(X509_set_issuer_name(certificate.get(), X509_get_subject_name(by)) == 1, "its issuer");
  need(X509_set_pubkey(certificate.get(), &key) == 1, "its key");
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, by, certificate.get(), nullptr, nullptr, 0);
  add_extension(*certificate, context, NID_basic_constraints, claims.basic);
  add_extension(*certificate, context, NID_key_usage, claims.usage);
  add_extension(*certificate, context, NID_subject_key_identifier, "hash");
  if (issuer != nullptr)
    add_extension(*certificate, context, NID_authority_key_identifier, "keyid:always");
  if (!claims.names.empty()) {
    add_extension(*certificate, context, NID_subject_alt_name, claims.names);
    add_extension(*certificate, context, NID_ext_key_usage, "serverAuth");
  }
  if (!claims.constraints.empty())
    add_extension(*certificate, context, NID_name_constraints, claims.constraints);
  need(X509_sign(certificate.get(), &signer, EVP_sha256()) > 0, "its signature");
  return certificate;
}

std::string pem_of(X509& certificate) {
  const Owned<BIO> bio = empty_text();
  need(PEM_write_bio_X509(bio.get(), &certificate) == 1, "its text");
  return text_of(*bio);
}

std::string pem_of(EVP_PKEY& key) {
  const Owned<BIO> bio = empty_text();
  need(PEM_write_bio_PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
       "a key's text");
  return text_of(*bio);
}

std::string der_of(X509& certificate) {
  const Owned<BIO> bio = empty_text();
  need(i2d_X509_bio(bio.get(), &certificate) == 1, "its bytes");
  return text_of(*bio);
}

Owned<X509> read_certificate(const std::string& pem) {
  const Owned<BIO> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return Owned<X509>(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

Owned<EVP_PKEY> read_key(const std::string& pem) {
  const Owned<BIO> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return Owned<EVP_PKEY>(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)
                             : nullptr);
}

std::string fingerprint_of(X509& certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  need(X509_digest(&certificate, EVP_sha256(), bytes.data(), &size) == 1, "its fingerprint");
  std::string text;
  for (unsigned i = 0; i < size; ++i)
    text += fmt::format("{}{:02X}", i > 0 ? ":" : "", bytes.at(i));
  return text;
}

}  // namespace strongback
