#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <tl/expected.hpp>
#include <type_traits>
#include <variant>

#include "accounts/login_limiter.h"
#include "base/moment.h"
#include "base/result.h"
#include "store/account_store.h"

namespace strongback {

/// The name and the password are not those of an account; which of them is wrong is not said.
struct WrongPassword {};
/// Too many tries; or too many at this very moment, where it is short.
struct TryLater {
  std::chrono::seconds wait{0};
};
/// Why nobody was let in.
using NotLetIn = std::variant<WrongPassword, TryLater, Problems, StoreFailure>;

/// How long a session lasts that is used.
inline constexpr std::chrono::days kSessionLasts{365};

/// Somebody who was let in.
struct LetIn {
  std::string person;
  std::string token;  ///< for the cookie; shown this once
};

/// What somebody who signs up or in says.
struct Credentials {
  std::string name, password;
  std::string address;  ///< from where, as the server sees it
};

/// Who may make an account.
struct SignUpRule {
  std::string code;      ///< whoever knows it; shown where the server was started
  bool is_open = false;  ///< everybody
};

/// Accounts and who has signed in.  Safe to call from several threads.
class Accounts {
 public:
  Accounts(std::unique_ptr<AccountStore> store, SignUpRule rule)
      : store_(std::move(store)), rule_(std::move(rule)) {}

  /// Makes an account.  With the code it opens the log of somebody who is in the store without
  /// an account (who trained on this machine before), otherwise a new one.
  tl::expected<LetIn, NotLetIn> sign_up(const Credentials& who, const std::string& code,
                                        Instant now);
  tl::expected<LetIn, NotLetIn> log_in(const Credentials& who, Instant now);
  /// Ends every session of the person and begins a new one.
  tl::expected<LetIn, NotLetIn> change_password(const std::string& person,
                                                const Credentials& old_one,
                                                const std::string& new_password, Instant now);
  /// For whoever runs the machine: another password, and every session ends.  WrongPassword: there
  /// is no such account.
  tl::expected<void, NotLetIn> reset_password(const std::string& name, const std::string& password);
  Kept<void> log_out(const std::string& token);

  /// Whose token it is; nothing where it is none, or has not been used for 90 days, or is a year
  /// old.
  Kept<std::optional<std::string>> person_of(const std::string& token, Instant now);

  [[nodiscard]] bool is_open() const { return rule_.is_open; }

 private:
  tl::expected<LetIn, NotLetIn> begin(const StoredAccount& account, Instant now);
  template <class Work>
  tl::expected<std::invoke_result_t<Work>, NotLetIn> in_turn(Work work);
  tl::expected<void, NotLetIn> set_password(const std::string& name, const std::string& password);
  tl::expected<std::string, NotLetIn> hashed(const std::string& password);
  tl::expected<StoredAccount, NotLetIn> checked(const Credentials& who, Instant now);
  tl::expected<StoredAccount, NotLetIn> made(const Credentials& who, const std::string& code,
                                             Instant now);

  std::unique_ptr<AccountStore> store_;
  SignUpRule rule_;
  LoginLimiter limiter_;
  std::mutex sign_up_;
  std::counting_semaphore<> hashing_{1};  ///< 19 MiB and a core each
};

}  // namespace strongback
