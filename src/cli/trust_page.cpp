#include "cli/trust_page.h"

#include <fmt/format.h>

#include <memory>

#include "base/text.h"
#include "lan/qr.h"

namespace strongback {
namespace {

constexpr int kNotFound = 404;

/// {0}: the app's address, {1}: this page's address.
constexpr const char* kPage = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Strongback on your phone</title>
<link rel="stylesheet" href="/trust.css">
<main>
<h1>Strongback on your phone</h1>
<p>The app speaks with the machine at home that runs it, and nobody else can listen. For that your phone must know
this machine: once, in about two minutes.</p>
<h2>1. Get the certificate</h2>
<p><a class="action" href="/strongback-authority.crt">Get the certificate</a></p>
<p>It can only vouch for machines in a home network (addresses like 192.168.x.x, names like shelf.local), never for a
website.</p>
<h2>2. Trust it</h2>
<details open>
<summary>iPhone and iPad</summary>
<ol>
<li>Use Safari for step 1, and choose <b>Allow</b>.</li>
<li>Open <b>Settings</b>. Choose <b>Profile Downloaded</b> near the top, then <b>Install</b>.</li>
<li>In <b>Settings › General › About › Certificate Trust Settings</b>, switch on <b>Strongback at home</b>.</li>
</ol>
</details>
<details open>
<summary>Android</summary>
<ol>
<li>Open <b>Settings</b> and search for <b>CA certificate</b> (it is under Security, Encryption and credentials,
Install a certificate).</li>
<li>Choose <b>Install anyway</b>, then the file <b>strongback-authority.crt</b> among your downloads.</li>
<li>Firefox asks for one step more: Settings › About Firefox, tap the logo five times, then Secret Settings › Use third
party CA certificates.</li>
</ol>
</details>
<p>Your phone shows the certificate's SHA-256 fingerprint under its details. Compare it with the one that stands where
Strongback was started; only there, not on a page like this one, can you be sure of it.</p>
<h2>3. Open the app</h2>
<p><a class="action" href="{0}">Open {0}</a></p>
<p>Make an account there with the code that stands where Strongback was started. Then choose <b>Add to Home Screen</b>
in the browser's menu.</p>
<h2>At a computer?</h2>
<p>Point your phone's camera here, or type {1}</p>
<p><img src="/qr.svg" alt="QR code of this page" width="200" height="200"></p>
<h2>To undo it</h2>
<p>iPhone: Settings › General › VPN &amp; Device Management › Strongback at home › Remove Profile. Android: Settings,
search for <b>User credentials</b>, choose it, Remove.</p>
</main>
</html>
)";

constexpr const char* kStyle = R"(:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; background: #faf7f2; color: #1e2326; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
a { color: #1f5a6b; }
.action { display: inline-block; min-height: 1.5rem; padding: 0.75rem 1.25rem; border-radius: 0.75rem;
  background: #1f5a6b; color: #fff; text-decoration: none; overflow-wrap: anywhere; }
summary { min-height: 2.75rem; line-height: 2.75rem; font-weight: 600; cursor: pointer; }
li { margin: 0.5rem 0; }
:focus-visible { outline: 3px solid #1f5a6b; outline-offset: 3px; }
@media (prefers-color-scheme: dark) {
  body { background: #14181a; color: #ece7df; }
  a { color: #7fc1d0; }
  .action { background: #7fc1d0; color: #0f1719; }
  :focus-visible { outline-color: #7fc1d0; }
}
)";

/// This page at the address that phones reach, whatever name it was asked by.
std::string own_address(const TrustPage& page, const Request& request) {
  const std::string host(request.header("host"));
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string::npos && host.back() != ']';
  return fmt::format("http://{}{}/", page.home_host, has_port ? host.substr(colon) : "");
}

std::string page_text(const TrustPage& page, const Request& request) {
  return fmt::format(fmt::runtime(kPage), markup_escaped(page.app_address),
                     markup_escaped(own_address(page, request)));
}

}  // namespace

Handler answer_trust_page(const TrustPage& page) {
  return [page](const Request& request) {
    if (request.method != "GET" && request.method != "HEAD")
      return problem_response(kNotFound, "there is nothing at this address");
    if (request.path == "/")
      return text_response(200, "text/html; charset=utf-8", page_text(page, request));
    if (request.path == "/trust.css") return text_response(200, "text/css; charset=utf-8", kStyle);
    if (request.path == "/qr.svg")
      return text_response(200, "image/svg+xml", qr_svg(own_address(page, request)));
    if (request.path == "/strongback-authority.crt")
      return text_response(200, "application/x-x509-ca-cert", page.authority_der);
    return problem_response(kNotFound, "there is nothing at this address");
  };
}

}  // namespace strongback
