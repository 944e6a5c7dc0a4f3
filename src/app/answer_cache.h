#pragma once

#include <optional>
#include <string>

#include "app/engine.h"

namespace strongback {

/// What an answer depends on.
struct AnswerKey {
  const Engine* engine = nullptr;
  const FoundMotion* motion = nullptr;
  std::string exercise;  ///< id
  Build build;
  Mass load;
  bool has_tiring_load = true;  ///< AssessOptions::find_tiring_load
};

/// Answers on disk, a file for each key.  A file is used only when it holds the whole key, the
/// model's version and the fingerprints of its tables and its motion included, and its checksum
/// holds; what is damaged is ignored and written anew.  Frames are not kept.  A folder that cannot
/// be written is no problem: nothing is kept then.
class AnswerCache {
 public:
  /// Keeps nothing.
  AnswerCache() = default;
  /// Keeps its files in `folder`, which is made when the first answer is kept.
  explicit AnswerCache(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<Computed> find(const AnswerKey& key) const;
  void keep(const AnswerKey& key, const Computed& answered) const;

 private:
  std::string folder_;
};

/// $XDG_CACHE_HOME/strongback, else $HOME/.cache/strongback; empty where neither names a folder
/// from the root (XDG Base Directory Specification 0.8).
std::string cache_folder();

}  // namespace strongback
