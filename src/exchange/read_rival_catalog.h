#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/catalog.h"

namespace strongback {

/// An exercise of somebody else's catalog: its names and the muscles that it says work, in the
/// words of data/score/ ("lower back").
struct RivalExercise {
  std::string id;                  ///< as its catalog has it
  std::string name;                ///< in English where there is one
  std::vector<std::string> names;  ///< every name and alias in any language, `name` first
  std::vector<std::string> primary, secondary;
};

struct RivalCatalog {
  const RivalWords* words = nullptr;  ///< whose catalog it is
  std::vector<RivalExercise> exercises;
};

/// Reads a catalog in the schema of free-exercise-db (one exercise or a list of them) or of wger's
/// exerciseinfo (one, a list, or a page with "results").  `file` only names it in messages.  Keys
/// that are not needed are not looked at; every other mistake is named with its place.
Checked<RivalCatalog> read_rival_catalog(const std::string& file, std::string_view text,
                                         const Catalog& catalog);

}  // namespace strongback
