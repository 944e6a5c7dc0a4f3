#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "http/message.h"

namespace strongback {

/// The files of a folder, read once: each with its type, its ETag and its forms compressed
/// beforehand ("app.js.br", "app.js.gz" beside "app.js").
class StaticFiles {
 public:
  /// Nothing where there is no such folder or it has no index.html.
  static std::optional<StaticFiles> read(const std::string& folder);

  /// The file at the request's path; a path without a dot in its last segment is a page of the app
  /// and gets index.html.  304 where the client has it; files whose name holds a hash
  /// ("/assets/...") may be kept for a year, others are asked for again.  404 otherwise.
  [[nodiscard]] Response answer(const Request& request) const;

 private:
  struct File {
    std::string type, etag;
    std::shared_ptr<const std::string> plain, gzip, brotli;
  };
  std::map<std::string, File> files_;  ///< by path, "/index.html"
};

}  // namespace strongback
