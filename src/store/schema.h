#pragma once

#include "store/database.h"

namespace strongback {

inline constexpr long long kSchemaVersion = 3;

/// Tables of a new file.
void create_schema(Database& database);

/// Brings the tables of `version` up to date, step by step, all or nothing.
void migrate_schema(Database& database, long long version);

/// What the file says of itself.
struct SchemaMark {
  bool is_empty = false;  ///< nothing in it yet
  bool is_ours = false;
  long long version = 0;
};
SchemaMark schema_mark(Database& database);

}  // namespace strongback
