#pragma once

#include <string>
#include <vector>

#include "http/message.h"

namespace strongback {

/// Which handler answers which method and path.
class Router {
 public:
  /// `pattern` is a path whose segments may be names in braces: "/api/exercises/{id}"; a name
  /// stands for one segment that is not empty, and the handler finds it in Request::path_words.
  void add(const std::string& method, const std::string& pattern, Handler handler);

  /// 404 where no pattern fits, 405 with "Allow" where one fits but for the method; HEAD is
  /// answered by GET's handler.
  [[nodiscard]] Response answer(Request request) const;

  /// Every route as "GET /api/today", in the order in which they were added.
  [[nodiscard]] std::vector<std::string> routes() const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> segments;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace strongback
