#include "store/schema.h"

#include <fmt/format.h>

#include <array>

namespace strongback {
namespace {

/// "SBlg", so that the file is known as a log of Strongback.
constexpr long long kApplicationId = 0x53426c67;

constexpr std::string_view kFirst = R"(
  CREATE TABLE person (
    person TEXT NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL
  ) STRICT;
  CREATE TABLE event (
    person  TEXT NOT NULL REFERENCES person (person),
    id      TEXT NOT NULL,
    arrival INTEGER NOT NULL,
    line    TEXT NOT NULL,
    PRIMARY KEY (person, id),
    UNIQUE (person, arrival)
  ) STRICT;
)";

/// When and what, beside the line, for whoever looks at the file with other tools.
constexpr std::string_view kWhenAndWhat = R"(
  ALTER TABLE event ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE event ADD COLUMN offset_min INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT '';
  UPDATE event SET at_ms = json_extract(line, '$.at_ms'),
                   offset_min = json_extract(line, '$.offset_min'),
                   kind = json_extract(line, '$.kind');
)";

/// Who may sign in, and who has; see account_store.h.
constexpr std::string_view kAccounts = R"(
  CREATE TABLE account (
    name          TEXT NOT NULL PRIMARY KEY,
    person        TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (name),
    begun_ms   INTEGER NOT NULL,
    used_ms    INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_of_account ON session (account);
)";

/// Step i leads from version i to version i + 1.
constexpr std::array kSteps = {kFirst, kWhenAndWhat, kAccounts};
static_assert(kSteps.size() == kSchemaVersion, "every version has its step");

}  // namespace

void create_schema(Database& database) {
  database.run(fmt::format("PRAGMA application_id = {}", kApplicationId));
  migrate_schema(database, 0);
}

void migrate_schema(Database& database, long long version) {
  Transaction all(database);
  for (std::size_t step = static_cast<std::size_t>(version); step < kSteps.size(); ++step)
    database.run(kSteps[step]);
  database.run(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
  all.commit();
}

SchemaMark schema_mark(Database& database) {
  SchemaMark mark;
  mark.is_empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  mark.is_ours = database.number("PRAGMA application_id") == kApplicationId;
  mark.version = database.number("PRAGMA user_version");
  return mark;
}

}  // namespace strongback
