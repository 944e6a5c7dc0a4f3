#pragma once

#include <fmt/format.h>

#include <cstdlib>

#include "catalog/catalog.h"

namespace strongback {

/// The catalog of the source tree, read once; a fuzz run without it would test nothing.
inline const Catalog& catalog_once() {
  static const Catalog catalog = [] {
    auto read = read_catalog(STRONGBACK_SOURCE_DIR "/data");
    if (!read) {
      for (const auto& problem : read.error()) fmt::print(stderr, "{}\n", to_text(problem));
      std::abort();
    }
    return std::move(*read);
  }();
  return catalog;
}

/// Stops the fuzzer when a refusal says nothing or cannot be printed.
template <class T>
void check_refusal(const Checked<T>& checked) {
  if (checked) return;
  if (checked.error().empty()) std::abort();
  for (const auto& problem : checked.error()) {
    if (problem.message.empty() || to_text(problem).empty()) std::abort();
  }
}

}  // namespace strongback
