#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/moment.h"
#include "store/store.h"

namespace strongback {

/// Who may sign in.
struct StoredAccount {
  std::string name;           ///< as it is compared: in small letters
  std::string person;         ///< whose log it opens; they need not have begun yet
  std::string password_hash;  ///< never the password
};

/// Somebody who has signed in.
struct StoredSession {
  std::string person;
  Instant begun, used;
};

/// Accounts at rest, in the file of the logs.  Every member may be called from several threads;
/// what it answered is on the disk.
class AccountStore {
 public:
  AccountStore() = default;
  AccountStore(const AccountStore&) = delete;
  AccountStore& operator=(const AccountStore&) = delete;
  virtual ~AccountStore() = default;

  /// False where the name is taken.
  virtual Kept<bool> add_account(const StoredAccount& account) = 0;
  virtual Kept<std::optional<StoredAccount>> find_account(const std::string& name) = 0;
  virtual Kept<std::optional<StoredAccount>> account_of(const std::string& person) = 0;
  /// Ends all sessions of the account.
  virtual Kept<void> set_password(const std::string& name, const std::string& password_hash) = 0;
  /// Somebody in the store whose log no account opens.
  virtual Kept<std::optional<std::string>> person_without_account() = 0;

  virtual Kept<void> begin_session(const std::string& token_hash, const std::string& account,
                                   Instant now) = 0;
  virtual Kept<std::optional<StoredSession>> find_session(const std::string& token_hash) = 0;
  virtual Kept<void> use_session(const std::string& token_hash, Instant now) = 0;
  virtual Kept<void> end_session(const std::string& token_hash) = 0;
  /// Ends what began before `begun` or was last used before `used`.
  virtual Kept<void> end_old_sessions(Instant begun, Instant used) = 0;
};

/// Opens the accounts of the file at `path`, which `open_store` has made or brought up to date.
Kept<std::unique_ptr<AccountStore>> open_account_store(const std::string& path);

}  // namespace strongback
