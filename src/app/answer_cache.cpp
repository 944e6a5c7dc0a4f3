#include "app/answer_cache.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "app/answer_codec.h"
#include "app/files.h"
#include "reading/document.h"

namespace strongback {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "strongback.simulated/2";

std::string text_of(const AnswerKey& key) {
  const Build& build = key.build;
  return fmt::format("model {} {:016x} motion {:016x} of {} load {} kg{} body {} m {} kg {} {}",
                     key.engine->tables.version, key.engine->fingerprint, key.motion->fingerprint,
                     key.exercise, in_kilograms(key.load), key.has_tiring_load ? " tiring" : "",
                     build.height.si(), in_kilograms(build.mass),
                     build.sex == Sex::Male ? "male" : "female", build.age);
}

std::string path_in(const std::string& folder, const std::string& key) {
  return (fs::path(folder) / fmt::format("{:016x}.txt", fingerprint_of(key))).string();
}

/// What stands before the answer itself: format, checksum of the rest, and key.
std::string head_of(const std::string& key, std::string_view body) {
  return fmt::format("{}\n{:016x}\n{}\n", kFormat, fingerprint_of(body, fingerprint_of(key)), key);
}

std::string folder_below(const char* variable, const char* below) {
  const char* value = std::getenv(variable);
  if (value == nullptr || !fs::path(value).is_absolute()) return "";
  return (fs::path(value) / below / "strongback").lexically_normal().string();
}

}  // namespace

std::optional<Computed> AnswerCache::find(const AnswerKey& key) const {
  if (folder_.empty()) return std::nullopt;
  const std::string name = text_of(key);
  const std::string path = path_in(folder_, name);
  if (!file_exists(path)) return std::nullopt;
  const auto text = read_text(path);
  if (!text) return std::nullopt;
  const std::size_t length = head_of(name, "").size();
  if (text->size() < length) return std::nullopt;
  const std::string_view body = std::string_view(*text).substr(length);
  if (!text->starts_with(head_of(name, body))) return std::nullopt;
  return decoded(body);
}

void AnswerCache::keep(const AnswerKey& key, const Computed& answered) const {
  if (folder_.empty()) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return;
  const std::string name = text_of(key);
  const std::string body = encoded(answered);
  // An answer that cannot be kept is computed again next time.
  static_cast<void>(write_file(path_in(folder_, name), head_of(name, body) + body));
}

std::string cache_folder() {
  const std::string named = folder_below("XDG_CACHE_HOME", "");
  return named.empty() ? folder_below("HOME", ".cache") : named;
}

}  // namespace strongback
