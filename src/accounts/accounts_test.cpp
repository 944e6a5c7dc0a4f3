#include "accounts/accounts.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "accounts/secrets.h"
#include "base/folder_for_tests.h"

namespace strongback {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::Not;

const StoredPerson kMaya{"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "Maya"};
const Instant kNow = parse_moment("2026-11-26T18:00:00Z")->at;
const Credentials kTom{"Tom", "four words that differ", "192.168.1.20"};

class AccountsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto store = open_store(path(), IfMissing::Create);
    ASSERT_TRUE(store);
    store_ = std::move(*store);
  }
  [[nodiscard]] std::string path() const { return folder_.path() + "/log.db"; }
  [[nodiscard]] std::unique_ptr<Accounts> accounts(const SignUpRule& rule = {"k7mf-2x9q"}) const {
    auto store = open_account_store(path());
    EXPECT_TRUE(store) << (store ? "" : store.error().what);
    return store ? std::make_unique<Accounts>(std::move(*store), rule) : nullptr;
  }
  /// What stands in the file and beside it.
  [[nodiscard]] std::string bytes() const {
    std::ostringstream text;
    for (const char* suffix : {"", "-wal"})
      text << std::ifstream(path() + suffix, std::ios::binary).rdbuf();
    return text.str();
  }

  TestFolder folder_;
  std::unique_ptr<Store> store_;
};

std::string only_problem(const NotLetIn& why) {
  const auto* problems = std::get_if<Problems>(&why);
  if (problems == nullptr || problems->empty()) return "no problem of the words";
  return problems->front().file + ": " + problems->front().message;
}

TEST_F(AccountsTest, LetsInWhoKnowsThePasswordAndNobodyElse) {
  const auto all = accounts();
  const auto made = all->sign_up(kTom, "k7mf-2x9q", kNow);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->token.size(), 43);
  EXPECT_EQ(*all->person_of(made->token, kNow), made->person);

  const auto again = all->log_in({" TOM ", kTom.password, kTom.address}, kNow);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->person, made->person);
  EXPECT_NE(again->token, made->token);

  for (const Credentials& wrong :
       {Credentials{"Tom", "four words that differ ", ""}, Credentials{"Tim", kTom.password, ""},
        Credentials{"Tom", std::string(5000, 'x'), ""}}) {
    const auto refused = all->log_in(wrong, kNow);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(std::holds_alternative<WrongPassword>(refused.error()));
  }
  for (const std::string& token : {std::string(), std::string("x"), made->token + "x"})
    EXPECT_FALSE(all->person_of(token, kNow)->has_value());
}

TEST_F(AccountsTest, KeepsNeitherPasswordNorToken) {
  const auto made = accounts()->sign_up(kTom, "k7mf-2x9q", kNow);
  ASSERT_TRUE(made);
  EXPECT_THAT(bytes(), HasSubstr("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_THAT(bytes(), Not(HasSubstr(kTom.password)));
  EXPECT_THAT(bytes(), Not(HasSubstr(made->token)));
  EXPECT_THAT(bytes(), HasSubstr(token_hash(made->token)));
}

TEST_F(AccountsTest, TheFirstWithTheCodeOpensTheLogThatWasKeptHere) {
  ASSERT_TRUE(store_->add_person(kMaya));
  const auto open = accounts({"k7mf-2x9q", true});
  const auto stranger = open->sign_up({"Eve", "what a long password", "10.0.0.9"}, "", kNow);
  ASSERT_TRUE(stranger);
  EXPECT_NE(stranger->person, kMaya.id);
  const auto maya = open->sign_up({"maya", "what a long password", "10.0.0.8"}, "K7MF-2X9Q", kNow);
  ASSERT_TRUE(maya);
  EXPECT_EQ(maya->person, kMaya.id);
  const auto next = open->sign_up({"Tom", "what a long password", "10.0.0.8"}, "k7mf-2x9q", kNow);
  ASSERT_TRUE(next);
  EXPECT_NE(next->person, kMaya.id);
}

TEST_F(AccountsTest, SaysWhatIsWrongWithNameCodeAndPassword) {
  const auto all = accounts();
  const auto wrong = [&](const std::string& name, const std::string& password,
                         const std::string& code = "k7mf-2x9q") {
    const auto made = all->sign_up({name, password, "10.0.0.7"}, code, kNow);
    return made ? "let in" : only_problem(made.error());
  };
  EXPECT_EQ(wrong("", "what a long password"), "name: the name has 1 to 60 letters");
  EXPECT_EQ(wrong(std::string(61, 'n'), "what a long password"),
            "name: the name has 1 to 60 letters");
  EXPECT_EQ(wrong("a\nb", "what a long password"), "name: the name has 1 to 60 letters");
  EXPECT_EQ(wrong("Tom", "too short"), "password: the password has 10 to 200 letters");
  EXPECT_EQ(wrong("Tom", std::string(201, 'p')), "password: the password has 10 to 200 letters");
  EXPECT_THAT(wrong("Tom", "aaaaaaaaaaaa"), HasSubstr("the first one that anybody would try"));
  EXPECT_THAT(wrong("tom of ditton", "Tom of Ditton"), HasSubstr("the first one that anybody"));
  EXPECT_EQ(wrong("Tom", "what a long password", "0000-0000"),
            "code: this is not the code for new accounts");
  EXPECT_EQ(wrong("Tom", "what a long password", ""),
            "code: this is not the code for new accounts");
  EXPECT_EQ(wrong("Tom", "what a long password"), "let in");
  EXPECT_EQ(wrong("TOM", "what a long password"), "name: there is an account with this name");
}

TEST_F(AccountsTest, GuessersWait) {
  const auto all = accounts();
  ASSERT_TRUE(all->sign_up(kTom, "k7mf-2x9q", kNow));
  const Credentials guess{"tom", "not the password", "10.0.0.66"};
  for (int i = 0; i < 5; ++i) {
    const auto refused = all->log_in(guess, kNow);
    EXPECT_TRUE(std::holds_alternative<WrongPassword>(refused.error())) << i;
  }
  const auto sixth = all->log_in({"tom", kTom.password, "10.0.0.66"}, kNow + minutes(1));
  ASSERT_FALSE(sixth);
  ASSERT_TRUE(std::holds_alternative<TryLater>(sixth.error()));
  EXPECT_EQ(std::get<TryLater>(sixth.error()).wait, minutes(14));
  EXPECT_TRUE(all->log_in(kTom, kNow + minutes(1))) << "Tom himself, from his own address";
  EXPECT_TRUE(all->log_in({"tom", kTom.password, "10.0.0.66"}, kNow + minutes(15)));
}

TEST_F(AccountsTest, SessionsEndByThemselves) {
  const auto all = accounts();
  const auto made = all->sign_up(kTom, "k7mf-2x9q", kNow);
  ASSERT_TRUE(made);
  EXPECT_TRUE(all->person_of(made->token, kNow + days(89))->has_value());
  EXPECT_TRUE(all->person_of(made->token, kNow + days(178))->has_value()) << "used meanwhile";
  EXPECT_FALSE(all->person_of(made->token, kNow + days(268))->has_value()) << "90 days unused";
  for (int day = 100; day < 360; day += 80)
    EXPECT_TRUE(all->person_of(made->token, kNow + days(day)).has_value());
  EXPECT_FALSE(all->person_of(made->token, kNow + days(365))->has_value()) << "a year old";
}

TEST_F(AccountsTest, LogOutAndANewPasswordEndSessions) {
  const auto all = accounts();
  const auto phone = all->sign_up(kTom, "k7mf-2x9q", kNow);
  const auto desk = all->log_in(kTom, kNow);
  ASSERT_TRUE(phone && desk);
  ASSERT_TRUE(all->log_out(desk->token));
  EXPECT_FALSE(all->person_of(desk->token, kNow)->has_value());

  const auto wrong = all->change_password(phone->person, {"", "not the password", ""},
                                          "a new one, quite long", kNow);
  EXPECT_FALSE(wrong);
  const auto renewed =
      all->change_password(phone->person, {"", kTom.password, ""}, "a new one, quite long", kNow);
  ASSERT_TRUE(renewed);
  EXPECT_FALSE(all->person_of(phone->token, kNow)->has_value());
  EXPECT_EQ(*all->person_of(renewed->token, kNow), phone->person);
  EXPECT_FALSE(all->log_in(kTom, kNow));
}

TEST_F(AccountsTest, DeletingAPersonDeletesTheirAccount) {
  const auto all = accounts();
  const auto made = all->sign_up(kTom, "k7mf-2x9q", kNow);
  ASSERT_TRUE(made);
  ASSERT_TRUE(store_->add_person({made->person, "Tom"}));
  ASSERT_TRUE(store_->remove_person(made->person));
  EXPECT_FALSE(all->person_of(made->token, kNow)->has_value());
  EXPECT_FALSE(all->log_in(kTom, kNow));
  EXPECT_THAT(bytes(), Not(HasSubstr("argon2id$v=19")));
  EXPECT_THAT(bytes(), Not(HasSubstr(token_hash(made->token))));
}

TEST(LoginLimiter, CountsAnIpv6NetworkAsOne) {
  EXPECT_EQ(network_of("2001:db8:1:2:aaaa::1"), "2001:db8:1:2:");
  EXPECT_EQ(network_of("2001:db8:1:2:bbbb:1:2:3"), "2001:db8:1:2:");
  EXPECT_EQ(network_of("fe80::1"), "fe80:");
  EXPECT_EQ(network_of("::1"), ":");
  EXPECT_EQ(network_of("192.168.1.20"), "192.168.1.20");
  EXPECT_EQ(network_of("::ffff:10.0.0.1"), "::ffff:10.0.0.1");
}

TEST(LoginLimiter, OneAddressHasThirtyTriesOfAllNames) {
  LoginLimiter limiter;
  for (int i = 0; i < 30; ++i)
    EXPECT_EQ(limiter.take("name" + std::to_string(i), "10.0.0.1", kNow).count(), 0);
  EXPECT_GT(limiter.take("another", "10.0.0.1", kNow).count(), 0);
  EXPECT_EQ(limiter.take("another", "10.0.0.2", kNow).count(), 0);
}

TEST(LoginLimiter, WhoIsRefusedCannotFloodItUntilItForgets) {
  LoginLimiter limiter;
  for (int i = 0; i < 30'000; ++i) limiter.take("name" + std::to_string(i), "10.0.0.1", kNow);
  EXPECT_GT(limiter.take("another", "10.0.0.1", kNow).count(), 0);
}

TEST(Secrets, ACodeIsNeverTheSame) {
  const std::string code = make_code(8);
  EXPECT_THAT(code, testing::MatchesRegex("[2-9a-z]{4}-[2-9a-z]{4}"));
  EXPECT_NE(make_code(8), code);
  EXPECT_FALSE(is_same_secret("abc", "abd"));
  EXPECT_FALSE(is_same_secret("abc", "ab"));
  EXPECT_TRUE(is_same_secret("abc", "abc"));
}

}  // namespace
}  // namespace strongback
