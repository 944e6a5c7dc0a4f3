#include <fmt/format.h>

#include <set>

#include "catalog/readers.h"

namespace strongback {
namespace {

/// A list of texts that may not be empty.
std::vector<std::string> need_texts(Fields& fields, std::string_view key) {
  std::vector<std::string> texts;
  for (Placed& text : fields.find_texts(key)) texts.push_back(std::move(text.text));
  if (texts.empty()) {
    fields.problem(fields.place(), fmt::format("'{}' must name at least one", key));
  }
  return texts;
}

RivalWords::Word read_word(Fields& fields, Reading& reading, std::set<std::string>& said) {
  RivalWords::Word word{need_texts(fields, "says"), {}};
  word.muscles = read_uses(fields, "muscles", IdKind::Muscle, reading);
  for (const std::string& says : word.says) {
    if (!said.insert(says).second) {
      fields.problem(fields.place(), fmt::format("'{}' stands in two words", says));
    }
  }
  fields.finish();
  return word;
}

RivalWords::Match read_match(Fields& fields, Reading& reading, std::set<std::string>& named) {
  RivalWords::Match match;
  match.exercise = read_use(fields, "exercise", IdKind::Exercise, reading);
  match.names = need_texts(fields, "names");
  for (const std::string& name : match.names) {
    if (!named.insert(name).second) {
      fields.problem(fields.place(), fmt::format("'{}' stands in two matches", name));
    }
  }
  fields.finish();
  return match;
}

}  // namespace

void read_rival_words(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  RivalWords words;
  words.rival = file.need_text("rival", 60);
  file.need_text("names_from");
  std::set<std::string> said, named;
  for (Fields& fields : file.find_tables("word")) {
    words.words.push_back(read_word(fields, reading, said));
  }
  for (Fields& fields : file.find_tables("match")) {
    words.matches.push_back(read_match(fields, reading, named));
  }
  if (words.words.empty() && words.matches.empty())
    file.problem(file.place(), "the file holds no [[word]] and no [[match]]");
  file.finish();
  reading.catalog.rivals.push_back(std::move(words));
}

}  // namespace strongback
