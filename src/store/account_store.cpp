#include "store/account_store.h"

#include <mutex>

#include "store/database.h"

namespace strongback {
namespace {

long long ms_of(Instant instant) { return instant.time_since_epoch().count(); }

Instant instant_of(long long ms) { return Instant(std::chrono::milliseconds(ms)); }

class SqliteAccounts final : public AccountStore {
 public:
  explicit SqliteAccounts(const std::string& path) : database_(path, OpenAs::Writer) {
    database_.run("PRAGMA synchronous = FULL");
    database_.run("PRAGMA foreign_keys = ON");
    database_.run("PRAGMA secure_delete = ON");
  }

  Kept<bool> add_account(const StoredAccount& account) override {
    return locked<bool>([&] {
      Transaction one(database_);
      if (found("name", account.name)) return false;
      run("INSERT INTO account (name, person, password_hash) VALUES ($1, $2, $3)", account.name,
          account.person, account.password_hash);
      one.commit();
      return true;
    });
  }

  Kept<std::optional<StoredAccount>> find_account(const std::string& name) override {
    return locked<std::optional<StoredAccount>>([&] { return found("name", name); });
  }

  Kept<std::optional<StoredAccount>> account_of(const std::string& person) override {
    return locked<std::optional<StoredAccount>>([&] { return found("person", person); });
  }

  Kept<void> set_password(const std::string& name, const std::string& password_hash) override {
    return locked<void>([&] {
      Transaction both(database_);
      run("UPDATE account SET password_hash = $2 WHERE name = $1", name, password_hash);
      run("DELETE FROM session WHERE account = $1", name);
      both.commit();
    });
  }

  Kept<std::optional<std::string>> person_without_account() override {
    return locked<std::optional<std::string>>([&]() -> std::optional<std::string> {
      Statement row = database_.prepare(
          "SELECT person FROM person WHERE person NOT IN (SELECT person FROM account) "
          "ORDER BY person LIMIT 1");
      if (!row.step()) return std::nullopt;
      return std::string(row.text(0));
    });
  }

  Kept<void> begin_session(const std::string& token_hash, const std::string& account,
                           Instant now) override {
    return locked<void>([&] {
      run("INSERT INTO session (token_hash, account, begun_ms, used_ms) VALUES ($1, $2, $3, $3)",
          token_hash, account, ms_of(now));
    });
  }

  Kept<std::optional<StoredSession>> find_session(const std::string& token_hash) override {
    return locked<std::optional<StoredSession>>([&]() -> std::optional<StoredSession> {
      Statement row = database_.prepare(
          "SELECT person, begun_ms, used_ms FROM session JOIN account ON account = name "
          "WHERE token_hash = $1");
      row.bind(1, token_hash);
      if (!row.step()) return std::nullopt;
      return StoredSession{std::string(row.text(0)), instant_of(row.whole(1)),
                           instant_of(row.whole(2))};
    });
  }

  Kept<void> use_session(const std::string& token_hash, Instant now) override {
    return locked<void>([&] {
      run("UPDATE session SET used_ms = $2 WHERE token_hash = $1", token_hash, ms_of(now));
    });
  }

  Kept<void> end_session(const std::string& token_hash) override {
    return locked<void>([&] { run("DELETE FROM session WHERE token_hash = $1", token_hash); });
  }

  Kept<void> end_old_sessions(Instant begun, Instant used) override {
    return locked<void>([&] {
      run("DELETE FROM session WHERE begun_ms < $1 OR used_ms < $2", ms_of(begun), ms_of(used));
    });
  }

 private:
  /// One at a time; what the database refuses becomes a value.
  template <class T, class Work>
  Kept<T> locked(Work work) {
    const std::lock_guard lock(mutex_);
    try {
      if constexpr (std::is_void_v<T>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (const StoreError& error) {
      return tl::unexpected(error.failure);
    }
  }

  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    Statement statement = database_.prepare(sql);
    int parameter = 0;
    (statement.bind(++parameter, values), ...);
    statement.run();
  }

  std::optional<StoredAccount> found(const std::string& column, const std::string& value) {
    Statement row = database_.prepare("SELECT name, person, password_hash FROM account WHERE " +
                                      column + " = $1");
    row.bind(1, value);
    if (!row.step()) return std::nullopt;
    return StoredAccount{std::string(row.text(0)), std::string(row.text(1)),
                         std::string(row.text(2))};
  }

  std::mutex mutex_;
  Database database_;
};

}  // namespace

Kept<std::unique_ptr<AccountStore>> open_account_store(const std::string& path) {
  try {
    return std::make_unique<SqliteAccounts>(path);
  } catch (const StoreError& error) {
    return tl::unexpected(error.failure);
  }
}

}  // namespace strongback
