#include "cli/play_order.h"

#include <thread>

#include "cli/progress.h"

namespace strongback {

PlayOrder play_order(const Options& options) {
  return {options.person, options.without_cache ? AnswerCache() : AnswerCache(cache_folder()),
          static_cast<int>(std::thread::hardware_concurrency()), progress_on_stderr()};
}

}  // namespace strongback
