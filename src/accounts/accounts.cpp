#include "accounts/accounts.h"

#include <algorithm>

#include "accounts/secrets.h"
#include "base/text.h"
#include "log/event.h"

namespace strongback {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::size_t kLongestName = 60;       // [byte]
constexpr std::size_t kShortestPassword = 10;  // [code point]
constexpr std::size_t kLongestPassword = 200;  // [byte]
constexpr days kIdle{90};                      // a design value: a phone that is used once a week
constexpr hours kNoted{1};                     // how exactly the last use is kept
constexpr std::chrono::milliseconds kPatience{200};  // for another's password to be hashed
constexpr std::chrono::seconds kShortly{1};

/// Verified where there is no such account, so that the time does not tell.
const std::string& nobodys_hash() {
  static const std::string hash = password_hash(make_token()).value_or("");
  return hash;
}

std::string account_name(const std::string& name) { return lower(trimmed(name)); }

Problems problems_of(const std::string& name, const std::string& password) {
  Problems problems;
  const auto problem = [&](std::string where, std::string message, std::string hint) {
    problems.push_back({std::move(where), {}, std::move(message), std::move(hint)});
  };
  const bool is_name =
      !name.empty() && name.size() <= kLongestName && is_utf8(name) && printable(name) == name;
  if (!is_name) problem("name", "the name has 1 to 60 letters", "your first name will do");
  if (password.size() > kLongestPassword || width(password) < kShortestPassword)
    problem("password", "the password has 10 to 200 letters", "a sentence is fine");
  const bool is_one_letter =
      std::all_of(password.begin(), password.end(), [&](char c) { return c == password.front(); });
  if (problems.empty() && (is_one_letter || lower(password) == name))
    problem("password", "this password is the first one that anybody would try",
            "four words that do not belong together are a good one");
  return problems;
}

Problems one_problem(std::string where, std::string message, std::string hint) {
  return {{std::move(where), {}, std::move(message), std::move(hint)}};
}

TryLater later(std::chrono::milliseconds wait) {
  return {std::chrono::ceil<std::chrono::seconds>(wait)};
}

}  // namespace

/// Does `work`, which takes the memory and the core of a password's hash, when it is its turn.
template <class Work>
tl::expected<std::invoke_result_t<Work>, NotLetIn> Accounts::in_turn(Work work) {
  if (!hashing_.try_acquire_for(kPatience)) return tl::unexpected<NotLetIn>(TryLater{kShortly});
  auto result = work();
  hashing_.release();
  return result;
}

tl::expected<std::string, NotLetIn> Accounts::hashed(const std::string& password) {
  auto hash = in_turn([&] { return password_hash(password); });
  if (!hash) return tl::unexpected(std::move(hash.error()));
  if (!*hash) return tl::unexpected<NotLetIn>(TryLater{kShortly});
  return std::move(**hash);
}

/// The account whose name and password these are.
tl::expected<StoredAccount, NotLetIn> Accounts::checked(const Credentials& who, Instant now) {
  const std::string name = account_name(who.name);
  if (name.size() > kLongestName || who.password.size() > kLongestPassword)
    return tl::unexpected<NotLetIn>(WrongPassword{});
  if (const auto wait = limiter_.take(name, who.address, now); wait.count() > 0)
    return tl::unexpected<NotLetIn>(later(wait));
  auto account = store_->find_account(name);
  if (!account) return tl::unexpected<NotLetIn>(account.error());
  const auto is_right = in_turn([&] {
    return is_password(who.password, *account ? (*account)->password_hash : nobodys_hash());
  });
  if (!is_right) return tl::unexpected(is_right.error());
  if (!*account || !*is_right) return tl::unexpected<NotLetIn>(WrongPassword{});
  limiter_.forgive(name, who.address);
  return std::move(**account);
}

tl::expected<StoredAccount, NotLetIn> Accounts::made(const Credentials& who,
                                                     const std::string& code, Instant now) {
  const std::string name = account_name(who.name);
  if (auto wrong = problems_of(name, who.password); !wrong.empty())
    return tl::unexpected<NotLetIn>(std::move(wrong));
  if (const auto wait = limiter_.take("", who.address, now); wait.count() > 0)
    return tl::unexpected<NotLetIn>(later(wait));
  const bool has_code = !rule_.code.empty() && is_same_secret(account_name(code), rule_.code);
  if (!has_code && (!rule_.is_open || !code.empty()))
    return tl::unexpected<NotLetIn>(
        one_problem("code", "this is not the code for new accounts",
                    "it stands where Strongback was started, like k7mf-2x9q"));
  if (has_code) limiter_.forgive("", who.address);
  auto hash = hashed(who.password);
  if (!hash) return tl::unexpected(hash.error());
  const std::lock_guard lock(sign_up_);
  std::string person = event_id(now, make_token());
  if (has_code) {
    auto waiting = store_->person_without_account();
    if (!waiting) return tl::unexpected<NotLetIn>(waiting.error());
    if (*waiting) person = std::move(**waiting);
  }
  const StoredAccount account{name, std::move(person), std::move(*hash)};
  const auto added = store_->add_account(account);
  if (!added) return tl::unexpected<NotLetIn>(added.error());
  if (*added) return account;
  return tl::unexpected<NotLetIn>(
      one_problem("name", "there is an account with this name", "sign in, or take another name"));
}

tl::expected<LetIn, NotLetIn> Accounts::begin(const StoredAccount& account, Instant now) {
  LetIn in{account.person, make_token()};
  if (auto ended = store_->end_old_sessions(now - kSessionLasts, now - kIdle); !ended)
    return tl::unexpected<NotLetIn>(ended.error());
  if (auto begun = store_->begin_session(token_hash(in.token), account.name, now); !begun)
    return tl::unexpected<NotLetIn>(begun.error());
  return in;
}

tl::expected<LetIn, NotLetIn> Accounts::sign_up(const Credentials& who, const std::string& code,
                                                Instant now) {
  const auto account = made(who, code, now);
  if (!account) return tl::unexpected(account.error());
  return begin(*account, now);
}

tl::expected<LetIn, NotLetIn> Accounts::log_in(const Credentials& who, Instant now) {
  const auto account = checked(who, now);
  if (!account) return tl::unexpected(account.error());
  return begin(*account, now);
}

tl::expected<void, NotLetIn> Accounts::set_password(const std::string& name,
                                                    const std::string& password) {
  if (auto wrong = problems_of(name, password); !wrong.empty())
    return tl::unexpected<NotLetIn>(std::move(wrong));
  const auto hash = hashed(password);
  if (!hash) return tl::unexpected(hash.error());
  if (auto set = store_->set_password(name, *hash); !set)
    return tl::unexpected<NotLetIn>(set.error());
  return {};
}

tl::expected<LetIn, NotLetIn> Accounts::change_password(const std::string& person,
                                                        const Credentials& old_one,
                                                        const std::string& new_password,
                                                        Instant now) {
  const auto own = store_->account_of(person);
  if (!own) return tl::unexpected<NotLetIn>(own.error());
  if (!*own) return tl::unexpected<NotLetIn>(WrongPassword{});
  const auto account = checked({(*own)->name, old_one.password, old_one.address}, now);
  if (!account) return tl::unexpected(account.error());
  if (auto set = set_password(account->name, new_password); !set)
    return tl::unexpected(std::move(set.error()));
  return begin(*account, now);
}

tl::expected<void, NotLetIn> Accounts::reset_password(const std::string& name,
                                                      const std::string& password) {
  const auto account = store_->find_account(account_name(name));
  if (!account) return tl::unexpected<NotLetIn>(account.error());
  if (!*account) return tl::unexpected<NotLetIn>(WrongPassword{});
  return set_password((*account)->name, password);
}

Kept<void> Accounts::log_out(const std::string& token) {
  return store_->end_session(token_hash(token));
}

Kept<std::optional<std::string>> Accounts::person_of(const std::string& token, Instant now) {
  if (token.empty()) return std::nullopt;
  const std::string hash = token_hash(token);
  const auto session = store_->find_session(hash);
  if (!session) return tl::unexpected(session.error());
  if (!*session) return std::nullopt;
  const auto& [person, begun, used] = **session;
  if (begun + kSessionLasts <= now || used + kIdle <= now) return std::nullopt;
  if (used + kNoted <= now) {
    if (auto noted = store_->use_session(hash, now); !noted) return tl::unexpected(noted.error());
  }
  return person;
}

}  // namespace strongback
