#include <gmock/gmock.h>
#include <openssl/x509v3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/folder_for_tests.h"
#include "lan/addresses.h"
#include "lan/certificates.h"
#include "lan/openssl.h"
#include "lan/qr.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const Instant kNow = parse_moment("2026-11-26T18:00:00Z")->at;
const HostNames kHosts{{"localhost", "shelf.local"}, {"127.0.0.1", "192.168.1.5", "fd12::5"}};

class CertificatesTest : public testing::Test {
 protected:
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(folder_ + "/" + name).rdbuf();
    return out.str();
  }
  [[nodiscard]] Certificates made(const HostNames& hosts = kHosts, Instant now = kNow) const {
    const auto certificates = make_certificates(folder_, hosts, now);
    EXPECT_TRUE(certificates) << (certificates ? "" : certificates.error().what);
    return certificates.value_or(Certificates{});
  }
  /// What a phone that trusts the authority says of `certificate`: "ok", or why not.
  [[nodiscard]] std::string verdict(X509& certificate) const {
    const auto authority = read_certificate(text("authority.pem"));
    X509_STORE* trusted = X509_STORE_new();
    X509_STORE_add_cert(trusted, authority.get());
    X509_STORE_CTX* context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, trusted, &certificate, nullptr);
    X509_STORE_CTX_set_purpose(context, X509_PURPOSE_SSL_SERVER);
    X509_STORE_CTX_set_time(
        context, 0,
        std::chrono::duration_cast<std::chrono::seconds>(kNow.time_since_epoch()).count());
    X509_verify_cert(context);
    const std::string said = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context));
    X509_STORE_CTX_free(context);
    X509_STORE_free(trusted);
    return said;
  }

  TestFolder parent_;
  std::string folder_ = parent_.path() + "/tls";
};

TEST_F(CertificatesTest, APhoneThatTrustsTheAuthorityTakesTheServer) {
  (void)made();
  const auto server = read_certificate(text("server.pem"));
  ASSERT_NE(server, nullptr);
  EXPECT_EQ(verdict(*server), "ok");
  EXPECT_EQ(X509_check_ip_asc(server.get(), "192.168.1.5", 0), 1);
  EXPECT_EQ(X509_check_ip_asc(server.get(), "fd12::5", 0), 1);
  EXPECT_EQ(X509_check_host(server.get(), "shelf.local", 0, 0, nullptr), 1);
  EXPECT_EQ(X509_check_ip_asc(server.get(), "192.168.1.6", 0), 0);
  EXPECT_EQ(X509_check_host(server.get(), "example.org", 0, 0, nullptr), 0);
}

TEST_F(CertificatesTest, TheAuthorityCannotSpeakForTheRestOfTheWorld) {
  (void)made();
  const auto authority = read_certificate(text("authority.pem"));
  const auto authority_key = read_key(text("authority.key"));
  for (const char* names : {"DNS:example.org", "DNS:local.example.org", "IP:93.184.216.34",
                            "IP:2606:2800:220:1::1", "DNS:localhost,DNS:bank.example"}) {
    const auto key = make_key();
    const auto forged =
        make_certificate({"x", 90, "critical,digitalSignature", "critical,CA:FALSE", names, ""},
                         *key, authority.get(), *authority_key, kNow);
    EXPECT_EQ(verdict(*forged), "permitted subtree violation") << names;
  }
}

TEST_F(CertificatesTest, IsTrustedOnceWhateverTheAddress) {
  const Certificates first = made();
  const Certificates later =
      made({{"localhost"}, {"10.0.0.7"}}, kNow + std::chrono::hours(24 * 300));
  EXPECT_EQ(first.authority_fingerprint, later.authority_fingerprint);
  EXPECT_EQ(first.authority_der, later.authority_der);
  EXPECT_THAT(first.authority_fingerprint, testing::MatchesRegex("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
  const auto server = read_certificate(text("server.pem"));
  EXPECT_EQ(X509_check_ip_asc(server.get(), "10.0.0.7", 0), 1);
}

TEST_F(CertificatesTest, ANewAuthorityComesBeforeTheOldOneEnds) {
  const Certificates first = made();
  const Certificates later = made(kHosts, kNow + std::chrono::hours(24 * 3300));
  EXPECT_NE(first.authority_fingerprint, later.authority_fingerprint);
}

TEST_F(CertificatesTest, KeysAreTheirOwnersOnly) {
  (void)made();
  const auto others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(folder_).permissions() & others, fs::perms::none);
  for (const char* name : {"authority.key", "server.key"})
    EXPECT_EQ(fs::status(folder_ + "/" + name).permissions() & others, fs::perms::none) << name;
}

TEST_F(CertificatesTest, SaysWhatIsWrongWithTheFolder) {
  (void)made();
  std::ofstream(folder_ + "/authority.key") << "no key";
  const auto damaged = make_certificates(folder_, kHosts, kNow);
  ASSERT_FALSE(damaged);
  EXPECT_THAT(damaged.error().what, HasSubstr("is damaged"));
  EXPECT_THAT(damaged.error().hint, HasSubstr("each phone must trust it anew"));
  const auto nowhere = make_certificates("/proc/no/such/folder", kHosts, kNow);
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().what, HasSubstr("cannot be kept"));
}

TEST(Addresses, OnlyThoseOfAHomeArePrivate) {
  for (const char* home : {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1",
                           "fd00::1", "fc12:3::4"})
    EXPECT_TRUE(is_private(home)) << home;
  for (const char* other : {"127.0.0.1", "172.32.0.1", "8.8.8.8", "100.128.0.1", "2001:db8::1",
                            "fe80::1", "::1", "", "localhost"})
    EXPECT_FALSE(is_private(other)) << other;
  for (const std::string& address : home_addresses()) EXPECT_TRUE(is_private(address)) << address;
}

TEST(Qr, HasItsQuietZoneAndItsCorners) {
  const std::string svg = qr_svg("http://192.168.1.5:8080/");
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 33 33\""));  // version 2: 25 squares, 4 on each side
  EXPECT_THAT(svg, HasSubstr("M4 4h1v1h-1z"));
  EXPECT_THAT(svg, testing::Not(HasSubstr("M3 4")));
  const std::string lines = qr_for_terminal("http://192.168.1.5:8080/");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 17);
  EXPECT_EQ(qr_svg(std::string(4000, 'x')), "");
  EXPECT_EQ(qr_for_terminal(std::string(4000, 'x')), "");
}

}  // namespace
}  // namespace strongback
