#include "cli/run_password.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include "accounts/accounts.h"
#include "base/text.h"
#include "cli/read_line.h"
#include "cli/run_training.h"
#include "cli/say.h"

namespace strongback {
namespace {

/// While it lives, the terminal does not show what is typed.
class Unseen {
 public:
  Unseen() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  ~Unseen() {
    if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool is_terminal_;
};

struct Refusing {
  std::string name;
  Failure operator()(const WrongPassword&) const {
    return NotFound{fmt::format("there is no account '{}'", printable(name)),
                    "accounts are made in the app: strongback serve --lan"};
  }
  Failure operator()(const TryLater&) const { return Unavailable{"too little memory is free"}; }
  Failure operator()(const Problems& problems) const { return BadInput{problems}; }
  Failure operator()(const StoreFailure& failure) const { return failure_of(failure); }
};

Outcome<void> set_password(const TrainingOptions& words) {
  const auto place = place_of(words);
  if (!place) return tl::unexpected(place.error());
  const auto file = log_file(*place);
  if (!file) return tl::unexpected(file.error());
  if (const auto log = open_store(*file, IfMissing::Fail); !log)
    return tl::unexpected(failure_of(log.error()));
  auto store = open_account_store(*file);
  if (!store) return tl::unexpected(failure_of(store.error()));
  Accounts accounts(std::move(*store), {});
  fmt::print("New password for {}, at least 10 letters:\n", printable(words.what));
  std::optional<std::string> password;
  {
    const Unseen unseen;
    password = read_secret();
  }
  const auto set = accounts.reset_password(words.what, password.value_or(""));
  if (!set) return tl::unexpected(std::visit(Refusing{words.what}, set.error()));
  fmt::print("It is set.  Every device must sign in again.\n");
  return {};
}

}  // namespace

Exit run_password(const TrainingOptions& words) {
  const auto set = set_password(words);
  return set ? Exit::Done : say(set.error());
}

}  // namespace strongback
