#include "http/static_files.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "http/compress.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

std::string type_of(const std::string& extension) {
  static const std::map<std::string, std::string> kTypes = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"},
      {".txt", "text/plain; charset=utf-8"},
      {".ico", "image/x-icon"},
  };
  const auto found = kTypes.find(extension);
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

std::shared_ptr<const std::string> content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::make_shared<const std::string>(text.str());
}

/// Fowler, Noll & Vo's hash 1a of 64 bits, in hexadecimal: an ETag that changes with the content.
std::string etag_of(const std::string& text) {
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  std::ostringstream out;
  out << "W/\"" << std::hex << hash << "\"";
  return out.str();
}

}  // namespace

std::optional<StaticFiles> StaticFiles::read(const std::string& folder) {
  std::error_code error;
  if (!fs::is_regular_file(fs::path(folder) / "index.html", error)) return std::nullopt;
  StaticFiles all;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file()) continue;
    const fs::path& path = entry.path();
    if (path.extension() == ".br" || path.extension() == ".gz") continue;
    File file;
    file.type = type_of(path.extension().string());
    file.plain = content_of(path);
    file.etag = etag_of(*file.plain);
    if (fs::exists(path.string() + ".br")) file.brotli = content_of(path.string() + ".br");
    if (fs::exists(path.string() + ".gz")) file.gzip = content_of(path.string() + ".gz");
    all.files_["/" + fs::relative(path, folder).generic_string()] = std::move(file);
  }
  return all;
}

Response StaticFiles::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Response response = problem_response(405, "this address does not take " + request.method);
    response.headers["Allow"] = "GET";
    return response;
  }
  auto found = files_.find(request.path);
  const std::size_t last = request.path.rfind('/');
  const bool is_page = request.path.find('.', last) == std::string::npos;
  if (found == files_.end() && is_page) found = files_.find("/index.html");
  if (found == files_.end()) return problem_response(404, "there is nothing at this address");
  const File& file = found->second;
  Response response;
  response.headers["Content-Type"] = file.type;
  response.headers["ETag"] = file.etag;
  response.headers["Vary"] = "Accept-Encoding";
  response.headers["Cache-Control"] =
      request.path.rfind("/assets/", 0) == 0 ? "public, max-age=31536000, immutable" : "no-cache";
  if (request.header("if-none-match") == file.etag) {
    response.status = 304;
    return response;
  }
  response.body = file.plain;
  if (file.brotli && accepts(request, "br")) {
    response.headers["Content-Encoding"] = "br";
    response.body = file.brotli;
  } else if (file.gzip && accepts(request, "gzip")) {
    response.headers["Content-Encoding"] = "gzip";
    response.body = file.gzip;
  }
  return response;
}

}  // namespace strongback
