#include "cli/play_order.h"

#include "cli/progress.h"

namespace strongback {

PlayOrder play_order(const Options& options) {
  return {options.person, options.without_cache ? AnswerCache() : AnswerCache(cache_folder()),
          cores(), progress_on_stderr()};
}

}  // namespace strongback
