#include <fmt/format.h>

#include "catalog/readers.h"

namespace strongback {
namespace {

constexpr Range kAnyNumber{-1e6, 1e6, ""};

Rule read_rule(Fields& fields, Reading& reading) {
  Rule rule;
  rule.id = read_id(fields, IdKind::Rule, reading);
  rule.text = fields.need_text("text", 600);
  rule.grade = read_grade(fields);
  rule.sources = read_uses(fields, "sources", IdKind::Source, reading);
  if (rule.sources.empty()) {
    fields.problem(fields.place(),
                   "'sources' needs at least one source: cite what was read, or our judgment");
  }
  if (auto numbers = fields.find_table("numbers")) {
    for (const Entry& entry : numbers->table()) {
      if (const auto value = numbers->find_number(entry.key, kAnyNumber))
        rule.numbers[entry.key] = *value;
    }
  }
  if (auto lists = fields.find_table("lists")) {
    for (const Entry& entry : lists->table()) {
      rule.lists[entry.key] = lists->find_numbers(entry.key, kAnyNumber);
    }
  }
  fields.finish();
  return rule;
}

}  // namespace

void read_rules(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("rule")) {
    Rule rule = read_rule(fields, reading);
    reading.rules.emplace(rule.id, rule);
  }
  file.finish();
}

void read_sources(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  for (Fields& fields : file.find_tables("source")) {
    Source source;
    source.id = read_id(fields, IdKind::Source, reading);
    source.citation = fields.need_text("citation", 600);
    source.reading = fields.need_text("reading", 80);
    fields.finish();
    reading.sources.emplace(source.id, source);
  }
  file.finish();
}

}  // namespace strongback
