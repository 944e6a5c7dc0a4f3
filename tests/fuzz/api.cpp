// The bodies that the API takes: the first byte picks the route.  Whatever the bytes, an answer or
// problems that say something.

#include "api/api.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "app/browse.h"
#include "catalog_once.h"

namespace {

using namespace strongback;

struct Route {
  const char* method;
  const char* path;
};
constexpr std::array<Route, 11> kRoutes = {{{"POST", "/api/interview"},
                                            {"POST", "/api/events"},
                                            {"POST", "/api/plan/swap"},
                                            {"POST", "/api/plan/prefer"},
                                            {"PATCH", "/api/profile"},
                                            {"PUT", "/api/profile"},
                                            {"POST", "/api/reply"},
                                            {"POST", "/api/import"},
                                            {"POST", "/api/delete"},
                                            {"POST", "/api/account/log-in"},
                                            {"POST", "/api/account/sign-up"}}};

/// A server's inside, with one person who has begun and an account beside them.
class Inside {
 public:
  Inside() {
    folder_ = (std::filesystem::temp_directory_path() / "strongback-fuzz-XXXXXX").string();
    if (::mkdtemp(folder_.data()) == nullptr) std::abort();
    const std::string file = folder_ + "/log.db";
    auto store = open_store(file, IfMissing::Create);
    auto accounts = open_account_store(file);
    auto engine = load_engine();
    if (!store || !accounts || !engine) std::abort();
    engine_ = std::move(*engine);
    people_ = std::make_unique<People>(catalog_once(),
                                       LogPlace{file, *parse_moment("2026-11-30T18:30:00+00:00")},
                                       std::shared_ptr<Store>(std::move(*store)));
    accounts_ = std::make_unique<Accounts>(std::move(*accounts), SignUpRule{"k7mf-2x9q"});
    add_api(router_,
            {people_.get(), &engine_, accounts_.get(), only_person_of(*people_), &long_work_, {}});
    begin();
  }

  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { std::filesystem::remove_all(folder_); }

  Response answer(const Route& route, std::string body) {
    Request request;
    request.method = route.method;
    request.path = route.path;
    request.body = std::move(body);
    Response response = router_.answer(request);
    if (std::string_view(route.path) == "/api/delete" && response.status == 200) begin();
    return response;
  }

 private:
  void begin() {
    std::ostringstream text;
    text << std::ifstream(STRONGBACK_SOURCE_DIR "/examples/novice.toml").rdbuf();
    if (!people_->begin("", text.str())) std::abort();
  }

  std::string folder_;
  Engine engine_;
  std::unique_ptr<People> people_;
  std::unique_ptr<Accounts> accounts_;
  LongWork long_work_;
  Router router_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Inside inside;
  if (size == 0) return 0;
  const Route& route = kRoutes[data[0] % kRoutes.size()];
  const Response response =
      inside.answer(route, {reinterpret_cast<const char*>(data) + 1, size - 1});
  const bool is_known = response.status == 200 || response.status == 404 ||
                        response.status == 409 || response.status == 422 ||
                        response.status == 429 || response.status == 503;
  if (!is_known || !response.body || response.body->empty()) std::abort();
  if (response.status == 422 && response.body->find("\"message\":\"") == std::string::npos)
    std::abort();
  return 0;
}
