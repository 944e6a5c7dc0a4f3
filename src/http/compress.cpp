#include "http/compress.h"

#include <zlib.h>

#include <limits>

namespace strongback {
namespace {

constexpr std::size_t kPays = 1024;  // [byte]  smaller bodies fit a packet anyway

bool is_text(const Response& response) {
  const auto type = response.headers.find("Content-Type");
  if (type == response.headers.end()) return false;
  const std::string_view word(type->second);
  return word.starts_with("text/") || word.find("json") != std::string_view::npos ||
         word.find("svg") != std::string_view::npos;
}

/// Nothing where zlib could not do it.
std::optional<std::string> gzipped(const std::string& text) {
  constexpr int kFast = 5;                     // of 9: most of the gain at a third of the time
  constexpr int kGzipWindow = MAX_WBITS + 16;  // zlib.h: 16 more writes gzip's header
  constexpr int kMemory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, kFast, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool is_done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!is_done) return std::nullopt;
  return packed;
}

}  // namespace

bool accepts(const Request& request, std::string_view coding) {
  const std::string_view codings = request.header("accept-encoding");
  const std::size_t at = codings.find(coding);
  if (at == std::string_view::npos) return false;
  const std::string_view rest = codings.substr(at + coding.size());
  const std::string_view weight = rest.substr(0, rest.find(','));
  return weight.find("q=0") == std::string_view::npos ||
         weight.find("q=0.") != std::string_view::npos;
}

void compress(const Request& request, Response& response) {
  const bool is_fit = response.body && response.body->size() >= kPays &&
                      response.body->size() < std::numeric_limits<uInt>::max() &&
                      !response.headers.contains("Content-Encoding") && is_text(response);
  if (!is_fit) return;
  response.headers["Vary"] = "Accept-Encoding";
  if (!accepts(request, "gzip")) return;
  auto packed = gzipped(*response.body);
  if (!packed) return;
  response.headers["Content-Encoding"] = "gzip";
  response.body = std::make_shared<const std::string>(std::move(*packed));
}

}  // namespace strongback
