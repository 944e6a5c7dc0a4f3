#include "app/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace strongback {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kReadableByAll = 0644;  // the person's umask may take some of it away

tl::unexpected<Failure> failure_of(const std::string& path, int code) {
  const std::string why = std::generic_category().message(code);
  if (code == ENOSPC || code == EDQUOT || code == EIO || code == EROFS || code == ENOMEM) {
    return tl::unexpected<Failure>(Unavailable{fmt::format("'{}' was not written: {}", path, why)});
  }
  return tl::unexpected<Failure>(BadInput{{{path,
                                            {},
                                            fmt::format("the file cannot be written: {}", why),
                                            "name a file in a folder that you may write to"}}});
}

/// 0, or the errno of the first write that failed.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file) == 0 || errno == EINVAL ? 0 : errno;
}

bool is_toml(const fs::path& path) { return path.extension() == ".toml"; }

template <class Walk>
std::vector<std::string> toml_paths(Walk walk) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : walk) {
    if (entry.is_regular_file() && is_toml(entry.path())) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Outcome<void> write_file(const std::string& wanted, std::string_view text) {
  std::error_code ignored;
  const bool exists = fs::exists(wanted, ignored);
  if (exists && !fs::is_regular_file(wanted, ignored)) {
    return tl::unexpected<Failure>(
        BadInput{{{wanted, {}, "this is a folder or a device, not a file", "name a file"}}});
  }
  const std::string path = exists ? fs::canonical(wanted, ignored).string() : wanted;
  const std::string neighbor = fmt::format("{}.{}.part", path, ::getpid());
  const int file =
      ::open(neighbor.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kReadableByAll);
  if (file < 0) return failure_of(path, errno);
  int code = write_all(file, text);
  if (::close(file) != 0 && code == 0) code = errno;
  if (code == 0 && std::rename(neighbor.c_str(), path.c_str()) != 0) code = errno;
  if (code == 0) return {};
  ::unlink(neighbor.c_str());
  return failure_of(path, code);
}

Outcome<std::vector<std::string>> write_files(const std::string& folder,
                                              const std::vector<TextFile>& files) {
  std::vector<std::string> paths;
  for (const TextFile& file : files) {
    paths.push_back((fs::path(folder) / file.name).string());
    const auto written = write_file(paths.back(), file.text);
    if (!written) return tl::unexpected(written.error());
  }
  return paths;
}

bool file_exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::vector<std::string> toml_files(const std::string& folder, bool with_subfolders) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return {};
  return with_subfolders ? toml_paths(fs::recursive_directory_iterator(folder))
                         : toml_paths(fs::directory_iterator(folder));
}

}  // namespace strongback
