#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "app/interview_steps.h"
#include "catalog/catalog.h"
#include "person/person.h"

namespace strongback {

/// What is asked now.
struct Question {
  std::string id;  ///< path of the key in the person's file, or the id of the screening's question
  Form form = Form::Text;
  std::vector<std::string> words;  ///< that answer it; empty: many do
  std::string text;
  std::string example;               ///< "such as 64 kg or 140 lb"; may be empty
  std::string default_words;         ///< what Enter stands for; empty: there is no default
  std::vector<std::string> choices;  ///< what "list" shows, a line each; may be empty
  std::size_t number = 1;            ///< 1 is the first question
  std::size_t of_about = 1;          ///< how many there will be, as far as is known now
};

/// The questions of `strongback new`, one at a time.  Each answer is checked at once by the reader
/// of persons' files, in the file that it would make, so the same messages appear in both places.
class Interview {
 public:
  explicit Interview(const Catalog& catalog) : catalog_(&catalog) {}

  [[nodiscard]] bool is_done() const { return !next_step(); }
  /// What to ask; only while not done.
  [[nodiscard]] Question question() const;
  /// Takes the answer (empty text: the default); what is wrong with it, otherwise.
  tl::expected<void, std::string> answer(std::string_view text);
  /// Goes one question back; false at the first.
  bool back();
  /// Messages of the screening that the last answer raised.
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }
  /// True when an answer ended the questions: someone must be seen today.
  [[nodiscard]] bool is_cut_short() const { return is_cut_short_; }
  /// The file so far.
  [[nodiscard]] std::string toml() const;

 private:
  [[nodiscard]] std::optional<Step> next_step() const;
  [[nodiscard]] std::optional<Step> next_screening_step() const;
  [[nodiscard]] bool applies(const Step& step) const;
  [[nodiscard]] std::size_t open_questions() const;
  [[nodiscard]] std::optional<Person> person() const;
  void look_at_screening(const std::vector<std::string>& before);
  [[nodiscard]] std::vector<std::string> messages() const;

  const Catalog* catalog_;
  Answers answers_;                 ///< by step id; an empty value is left out of the file
  std::vector<std::string> order_;  ///< step ids as they were answered
  std::vector<std::string> notices_;
  bool is_cut_short_ = false;
};

}  // namespace strongback
