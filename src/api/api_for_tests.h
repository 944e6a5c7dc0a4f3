#pragma once

#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "api/api.h"
#include "app/browse.h"
#include "base/folder_for_tests.h"
#include "base/moment.h"

namespace strongback {

// What the tests of this room share.

inline const Catalog& whole_catalog() {
  static const Catalog catalog = [] {
    auto loaded = load_catalog();
    EXPECT_TRUE(loaded);
    return std::move(*loaded);
  }();
  return catalog;
}

inline const Engine& whole_engine() {
  static const Engine engine = [] {
    auto loaded = load_engine();
    EXPECT_TRUE(loaded);
    return std::move(*loaded);
  }();
  return engine;
}

inline std::string example(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(STRONGBACK_SOURCE_DIR "/examples/" + name).rdbuf();
  return text.str();
}

/// Monday, the first day of Maya's program, half past six in the evening.
inline Moment first_evening() { return *parse_moment("2026-11-30T18:30:00+00:00"); }

inline Request request_of(const std::string& method, const std::string& target,
                          const std::string& body) {
  Request request;
  request.method = method;
  const auto parsed = parse_target(target);
  EXPECT_TRUE(parsed) << target;
  if (!parsed) return request;
  request.path = parsed->path;
  request.query = parsed->query;
  request.body = body;
  return request;
}

/// A set of novice.toml's first exercise.
inline nlohmann::json set_event(const std::string& id, int reps) {
  return {{"id", id},
          {"at_ms", first_evening().at.time_since_epoch().count()},
          {"offset_min", 0},
          {"kind", "set_done"},
          {"exercise", "one-arm-row-bench"},
          {"reps", reps},
          {"load_kg", 3.0}};
}

}  // namespace strongback
