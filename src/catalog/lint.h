#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "catalog/catalog.h"
#include "reading/document.h"

namespace strongback {

/// The kinds of files in the data folder.
enum class DataKind {
  Exercise,
  Muscles,
  Equipment,
  Household,
  Activities,
  Countries,
  Conditions,
  Caps,
  RedFlags,
  Template,
  Rules,
  Sources,
  Doses,
  Bands,
  RivalWords,
};

/// What kind of data file `document` is, by its keys; nothing when it is none (a person's file).
std::optional<DataKind> find_data_kind(const Document& document);

/// Everything wrong with the data file at `path`, by itself and against `catalog`: the file may
/// replace what the catalog already holds, or add to it.
Problems lint_catalog_file(const std::string& path, const Catalog& catalog);

}  // namespace strongback
