#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace strongback {

// What must be hard to guess.  libsodium lives in secrets.cpp only.

/// The password by Argon2id (RFC 9106) with 19 MiB and 2 passes, the least that OWASP's Password
/// Storage Cheat Sheet asks for, with its salt; takes some 35 ms.  Nothing where there is no
/// memory.
std::optional<std::string> password_hash(std::string_view password);
bool is_password(std::string_view password, const std::string& hash);

/// 32 random bytes as 43 letters of base64url.
std::string make_token();
/// BLAKE2b-256 of a token, in hexadecimal digits: all that is kept of it.
std::string token_hash(std::string_view token);

/// Random letters and digits that are not mistaken for each other, in groups of four: "k7mf-2x9q".
/// [count of letters and digits] a multiple of 4.
std::string make_code(std::size_t letters);

/// Compares in a time that does not tell how much is right.
bool is_same_secret(std::string_view left, std::string_view right);

}  // namespace strongback
