#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace strongback {
namespace {

constexpr int kBusy_ms = 3'000;
constexpr int kPrimaryCode = 0xff;  // the low byte of SQLite's extended codes

StoreFailure failure_of(int code, const std::string& path, const char* detail) {
  using Kind = StoreFailure::Kind;
  const auto say = [&](Kind kind, std::string_view what, std::string hint) {
    return StoreFailure{kind, fmt::format("'{}' {}", path, what), std::move(hint)};
  };
  switch (code & kPrimaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return say(Kind::Locked, "is held by another program",
                 "end the other one, or try again in a moment; nothing was lost");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return say(Kind::ReadOnly, "may not be written",
                 "check the rights of the file and its folder");
    case SQLITE_CANTOPEN:
      return say(Kind::ReadOnly, "cannot be opened or made", "check the folder and its rights");
    case SQLITE_FULL:
      return say(Kind::Full, "was not written: no space is left on the disk",
                 "make room and do it again; what was logged before is there");
    case SQLITE_NOTADB:
      return say(Kind::NotOurs, "is no log of Strongback", "name another file with --db");
    case SQLITE_CORRUPT:
      return say(Kind::Damaged, "is damaged", "restore a backup: strongback restore FILE");
    case SQLITE_IOERR:
      if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) {
        return say(Kind::Full, "was not written: no space is left on the disk",
                   "make room and do it again; what was logged before is there");
      }
      return say(Kind::Other, fmt::format("could not be read or written: {}", detail),
                 "is the disk well?");
    default:
      return say(Kind::Other, fmt::format("failed: {}", detail), "");
  }
}

[[noreturn]] void refuse(int code, const std::string& path, const char* detail) {
  throw StoreError{failure_of(code, path, detail)};
}

}  // namespace

Statement::Statement(sqlite3* database, const std::string& path, std::string_view sql)
    : database_(database), path_(path) {
  const int code =
      sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  if (code != SQLITE_OK) refuse(code, path, sqlite3_errmsg(database));
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      path_(std::move(other.path_)),
      statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int parameter, std::string_view text) {
  const int index = sqlite3_bind_parameter_index(statement_, fmt::format("${}", parameter).c_str());
  sqlite3_bind_text64(statement_, index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int parameter, long long value) {
  const int index = sqlite3_bind_parameter_index(statement_, fmt::format("${}", parameter).c_str());
  sqlite3_bind_int64(statement_, index, value);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const StoreFailure failure = failure_of(code, path_, sqlite3_errmsg(database_));
  sqlite3_reset(statement_);
  throw StoreError{failure};
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

std::string_view Statement::text(int column) const {
  const auto* text = sqlite3_column_text(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return {text == nullptr ? "" : static_cast<const char*>(static_cast<const void*>(text)), size};
}

long long Statement::whole(int column) const { return sqlite3_column_int64(statement_, column); }

void Statement::reset() { sqlite3_reset(statement_); }

Database::Database(const std::string& path, OpenAs how) : path_(path) {
  const int flags = how == OpenAs::Reader   ? SQLITE_OPEN_READONLY
                    : how == OpenAs::Writer ? SQLITE_OPEN_READWRITE
                                            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &database_, flags, nullptr);
  if (code != SQLITE_OK) {
    const StoreFailure failure = failure_of(code, path, sqlite3_errmsg(database_));
    sqlite3_close(database_);
    throw StoreError{failure};
  }
  sqlite3_busy_timeout(database_, kBusy_ms);
  sqlite3_extended_result_codes(database_, 1);
  if (how != OpenAs::Reader && sqlite3_db_readonly(database_, "main") == 1) {
    sqlite3_close(database_);
    refuse(SQLITE_READONLY, path, "");
  }
}

Database::~Database() { sqlite3_close(database_); }

void Database::run(std::string_view sql) {
  const int code = sqlite3_exec(database_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) refuse(code, path_, sqlite3_errmsg(database_));
}

Statement Database::prepare(std::string_view sql) { return {database_, path_, sql}; }

long long Database::number(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.whole(0) : 0;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (is_done_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const StoreError&) {  // it is already undone: a full disk rolls back by itself
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  is_done_ = true;
}

}  // namespace strongback
