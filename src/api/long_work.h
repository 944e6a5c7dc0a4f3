#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/share_work.h"
#include "http/message.h"

namespace strongback {

/// Work that takes longer than one waits for an answer: one piece after the other in a thread of
/// its own, told as server-sent events (WHATWG HTML, 9.2) while it goes on: "progress" with
/// {"done", "of"} after each step, then "done" with the document or "failed" with a problem.
class LongWork {
 public:
  /// Does the work, telling how far it is.  What it throws becomes "failed".
  using Work = std::function<std::string(const Progress&)>;

  LongWork();
  LongWork(const LongWork&) = delete;
  LongWork& operator=(const LongWork&) = delete;
  ~LongWork();

  /// The answer that tells of `work`; 503 where too many wait already.  Work whose client has gone
  /// is left off at its next step.
  Response begin(Work work);

 private:
  struct Task;
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::shared_ptr<Task>> waiting_;
  std::shared_ptr<Task> running_;
  bool is_closing_ = false;
  std::thread thread_;
};

/// "event: NAME\ndata: ...\n\n", a "data" for each line.
std::string event_text(const std::string& name, const std::string& data);

}  // namespace strongback
