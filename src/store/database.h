#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace strongback {

/// Thrown inside the room where the database refuses; caught at its border.
struct StoreError {
  StoreFailure failure;
};

/// One SQL statement, prepared.  Parameters are $1, $2, ...; columns count from 0.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& path, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  void bind(int parameter, std::string_view text);
  void bind(int parameter, long long value);
  /// True while there is a row to read.
  bool step();
  /// Runs it to its end, ready for the next values.
  void run();
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] long long whole(int column) const;
  void reset();

 private:
  sqlite3* database_;
  std::string path_;
  sqlite3_stmt* statement_ = nullptr;
};

enum class OpenAs { Reader, Writer, Creator };

/// One connection to the file at `path`.
class Database {
 public:
  Database(const std::string& path, OpenAs how);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  void run(std::string_view sql);
  Statement prepare(std::string_view sql);
  long long number(std::string_view sql);
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  sqlite3* database_ = nullptr;
};

/// Everything that one statement after the other does happens together or not at all.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool is_done_ = false;
};

}  // namespace strongback
