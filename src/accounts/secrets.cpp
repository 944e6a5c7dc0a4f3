#include "accounts/secrets.h"

#include <sodium.h>

#include <array>
#include <vector>

#include "base/expects.h"

namespace strongback {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = std::size_t{19} * 1024 * 1024;  // [byte]
constexpr std::size_t kTokenBytes = 32;

void begin() {
  static const bool is_ready = sodium_init() >= 0;
  expects(is_ready, "the system gives random numbers");
}

}  // namespace

std::optional<std::string> password_hash(std::string_view password) {
  begin();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses,
                                           kMemory, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return std::nullopt;
  return std::string(hash.data());
}

bool is_password(std::string_view password, const std::string& hash) {
  begin();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string make_token() {
  begin();
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string token(sodium_base64_encoded_len(bytes.size(), kForm), '\0');
  sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), kForm);
  token.pop_back();  // the final zero
  return token;
}

std::string token_hash(std::string_view token) {
  begin();
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  const std::vector<unsigned char> bytes(token.begin(), token.end());
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::string digits(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
  digits.pop_back();
  return digits;
}

std::string make_code(std::size_t letters) {
  begin();
  constexpr std::string_view kLetters = "23456789abcdefghjkmnpqrstvwxyz";
  constexpr std::size_t kGroup = 4;
  std::string code;
  for (std::size_t i = 0; i < letters; ++i) {
    if (i > 0 && i % kGroup == 0) code += '-';
    code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return code;
}

bool is_same_secret(std::string_view left, std::string_view right) {
  begin();
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace strongback
