#include "api/long_work.h"

#include <fmt/format.h>

#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace strongback {
namespace {

constexpr std::size_t kMostWaiting = 4;
constexpr int kUnavailable = 503;

/// Thrown out of work that nobody waits for any more.
struct LeftOff {};

}  // namespace

struct LongWork::Task {
  Work work;
  std::atomic<bool> is_left = false;
  std::mutex mutex;
  std::string told;  ///< not fetched yet
  bool is_at_end = false;

  void tell(const std::string& name, const std::string& data, bool ends) {
    const std::lock_guard lock(mutex);
    told += event_text(name, data);
    is_at_end = ends;
  }
  /// What is new; nothing once all was fetched.
  std::optional<std::string> fetch() {
    const std::lock_guard lock(mutex);
    if (told.empty() && is_at_end) return std::nullopt;
    return std::exchange(told, "");
  }
};

std::string event_text(const std::string& name, const std::string& data) {
  std::string text = fmt::format("event: {}\n", name);
  for (const std::string& line : split(data, '\n')) text += fmt::format("data: {}\n", line);
  return text + "\n";
}

LongWork::LongWork() : thread_([this] { run(); }) {}

LongWork::~LongWork() {
  {
    const std::lock_guard lock(mutex_);
    is_closing_ = true;
    if (running_) running_->is_left = true;
  }
  wake_.notify_one();
  thread_.join();
}

Response LongWork::begin(Work work) {
  const auto task = std::make_shared<Task>();
  task->work = std::move(work);
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting)
      return problem_response(kUnavailable, "Others are waiting for this. Try again in a minute.");
    waiting_.push_back(task);
  }
  wake_.notify_one();
  // The server drops the telling when the client is gone, and with it the last of these.
  const std::shared_ptr<Task> listener(task.get(), [task](Task* left) { left->is_left = true; });
  Response response;
  response.headers["Content-Type"] = "text/event-stream";
  response.headers["Cache-Control"] = "no-store";
  response.telling = [listener] { return listener->fetch(); };
  return response;
}

void LongWork::run() {
  while (true) {
    std::shared_ptr<Task> task;
    {
      std::unique_lock lock(mutex_);
      running_ = nullptr;
      wake_.wait(lock, [this] { return is_closing_ || !waiting_.empty(); });
      if (is_closing_) return;
      task = running_ = waiting_.front();
      waiting_.pop_front();
    }
    const Progress progress = [&task](int done, int of) {
      if (task->is_left) throw LeftOff{};
      task->tell("progress", fmt::format(R"({{"done":{},"of":{}}})", done, of), false);
    };
    try {
      if (!task->is_left) task->tell("done", task->work(progress), true);
    } catch (const LeftOff&) {
      continue;
    } catch (const std::exception& error) {
      std::fprintf(stderr, "strongback: long work: %s\n", error.what());
      task->tell("failed", R"({"title":"something went wrong in this program; it is a bug"})",
                 true);
    }
  }
}

}  // namespace strongback
