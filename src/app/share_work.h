#pragma once

#include <cstddef>
#include <functional>

namespace strongback {

/// Called after each piece, never by two threads at once: how many are done, of how many.
using Progress = std::function<void(int done, int total)>;

/// Does `work` for every number from 0 to `count` - 1, each once, on `threads` threads at most.
/// Ends when all are done; what a piece throws ends the work and is thrown again here.
void share_work(std::size_t count, int threads, const std::function<void(std::size_t)>& work,
                const Progress& progress = {});

}  // namespace strongback
