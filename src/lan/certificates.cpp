#include "lan/certificates.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "lan/openssl.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

constexpr int kAuthorityDays = 3650;
constexpr int kServerDays = 397;  // the CA/Browser Forum's limit
constexpr int kDaysLeft = 400;    // an authority must outlive what it signs

/// Private addresses (RFC 1918, 3927, 6598, 4193, 4291) and names that never leave a home (RFC
/// 6762, 8375, and what home routers use).
constexpr const char* kHome =
    "critical,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:172.16.0.0/255.240.0.0,"
    "permitted;IP:192.168.0.0/255.255.0.0,permitted;IP:169.254.0.0/255.255.0.0,"
    "permitted;IP:100.64.0.0/255.192.0.0,permitted;IP:127.0.0.0/255.0.0.0,"
    "permitted;IP:fc00::/fe00::,permitted;IP:fe80::/ffc0::,"
    "permitted;IP:::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,"
    "permitted;DNS:localhost,permitted;DNS:local,permitted;DNS:lan,permitted;DNS:internal,"
    "permitted;DNS:home.arpa";

/// Thrown where the disk refuses.
struct DiskError {
  std::string what;
};

std::string text_of_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Readable by its owner only from its first byte on; there as a whole or not at all.
void write_secret(const fs::path& path, const std::string& text) {
  const std::string part = path.string() + ".part";
  ::unlink(part.c_str());
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw DiskError{fmt::format("'{}': {}", part, std::strerror(errno))};
  const ssize_t written = ::write(file, text.data(), text.size());
  const bool is_whole = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!is_whole || ::rename(part.c_str(), path.c_str()) != 0)
    throw DiskError{fmt::format("'{}': {}", path.string(), std::strerror(errno))};
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) throw DiskError{fmt::format("'{}': {}", folder.string(), error.message())};
}

struct Authority {
  Owned<X509> certificate;
  Owned<EVP_PKEY> key;
};

Authority make_authority(Instant now) {
  Authority made{nullptr, make_key()};
  const std::string subject =
      fmt::format("Strongback at home {}", to_text(local_date(Moment{now, 0})));
  const Claims claims{subject, kAuthorityDays, "critical,keyCertSign", "critical,CA:TRUE,pathlen:0",
                      "",      kHome};
  made.certificate = make_certificate(claims, *made.key, nullptr, *made.key, now);
  return made;
}

bool lasts(X509& certificate, Instant now) {
  constexpr int kHoursOfDay = 24;
  const auto end = now + std::chrono::hours(kHoursOfDay * kDaysLeft);
  std::time_t seconds =
      std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count();
  return X509_cmp_time(X509_get0_notAfter(&certificate), &seconds) > 0;
}

/// The kept one; a new one where there is none yet or it soon ends.  Null: the files do not fit.
Authority authority_in(const fs::path& folder, Instant now) {
  const fs::path certificate = folder / "authority.pem";
  const fs::path key = folder / "authority.key";
  std::error_code ignored;
  if (fs::exists(certificate, ignored) || fs::exists(key, ignored)) {
    Authority kept{read_certificate(text_of_file(certificate)), read_key(text_of_file(key))};
    const bool fits = kept.certificate && kept.key &&
                      X509_check_private_key(kept.certificate.get(), kept.key.get()) == 1;
    if (!fits) return {};
    if (lasts(*kept.certificate, now)) return kept;
  }
  Authority made = make_authority(now);
  write_secret(key, pem_of(*made.key));
  write_secret(certificate, pem_of(*made.certificate));
  return made;
}

std::string alternative_names(const HostNames& hosts) {
  std::vector<std::string> all;
  for (const std::string& name : hosts.names) all.push_back("DNS:" + name);
  for (const std::string& address : hosts.addresses) all.push_back("IP:" + address);
  return joined(all, ",");
}

}  // namespace

tl::expected<Certificates, NoCertificates> make_certificates(const std::string& folder,
                                                             const HostNames& hosts, Instant now) {
  try {
    make_folder(folder);
    const Authority authority = authority_in(folder, now);
    if (!authority.certificate) {
      return tl::unexpected(NoCertificates{
          fmt::format("the certificate authority in '{}' is damaged", folder),
          "remove that folder: a new one is made, and each phone must trust it anew"});
    }
    const fs::path certificate_path = fs::path(folder) / "server.pem";
    const fs::path key_path = fs::path(folder) / "server.key";
    const auto key = make_key();
    const auto certificate =
        make_certificate({"Strongback", kServerDays, "critical,digitalSignature",
                          "critical,CA:FALSE", alternative_names(hosts), ""},
                         *key, authority.certificate.get(), *authority.key, now);
    write_secret(key_path, pem_of(*key));
    write_secret(certificate_path, pem_of(*certificate) + pem_of(*authority.certificate));
    return Certificates{certificate_path.string(), key_path.string(),
                        der_of(*authority.certificate), fingerprint_of(*authority.certificate)};
  } catch (const DiskError& error) {
    return tl::unexpected(NoCertificates{"the certificates cannot be kept: " + error.what,
                                         "check the rights of that folder"});
  } catch (const OpenSslError& error) {
    return tl::unexpected(NoCertificates{"OpenSSL does not make " + error.what, ""});
  }
}

}  // namespace strongback
