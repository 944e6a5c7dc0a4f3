#include "app/share_work.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace strongback {
namespace {

class Pieces {
 public:
  Pieces(std::size_t count, const std::function<void(std::size_t)>& work, const Progress& progress)
      : count_(count), work_(work), progress_(progress) {}

  /// Takes one piece after another until none is left.
  void help() {
    for (std::size_t piece = next_++; piece < count_; piece = next_++) {
      try {
        work_(piece);
        finished();
      } catch (...) {
        const std::scoped_lock lock(mutex_);
        if (!thrown_) thrown_ = std::current_exception();
        next_ = count_;
      }
    }
  }

  void throw_again() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  void finished() {
    const std::scoped_lock lock(mutex_);
    ++done_;
    if (progress_) progress_(done_, static_cast<int>(count_));
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  const Progress& progress_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  int done_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

void share_work(std::size_t count, int threads, const std::function<void(std::size_t)>& work,
                const Progress& progress) {
  Pieces pieces(count, work, progress);
  {
    std::vector<std::jthread> helpers;
    const auto most = std::min(count, static_cast<std::size_t>(std::max(1, threads)));
    for (std::size_t i = 1; i < most; ++i) helpers.emplace_back([&pieces] { pieces.help(); });
    pieces.help();
  }
  pieces.throw_again();
}

}  // namespace strongback
