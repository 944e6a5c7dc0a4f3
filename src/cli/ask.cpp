#include "cli/ask.h"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "app/files.h"
#include "app/interview.h"
#include "base/text.h"
#include "cli/page.h"
#include "cli/read_line.h"

namespace strongback {
namespace {

void show(const Page& page) {
  fmt::print("{}", page.text());
  std::fflush(stdout);
}

void show_line(const std::string& text, Ink ink = Ink::Plain) {
  Page page(terminal_of_stdout());
  page.paragraph(text, 0, ink);
  show(page);
}

void show_question(const Question& question) {
  Page page(terminal_of_stdout());
  page.blank();
  page.line("");
  page.paragraph(fmt::format("question {} of about {}", question.number, question.of_about), 0,
                 Ink::Dim);
  page.paragraph(question.text, 0, Ink::Bold);
  std::string help = question.example;
  if (!question.default_words.empty()) {
    help += (help.empty() ? "" : "; ") + ("Enter: " + question.default_words);
  }
  page.paragraph(help.empty() ? "" : "(" + help + ")", 0, Ink::Dim);
  show(page);
}

void show_choices(const Question& question) {
  Page page(terminal_of_stdout());
  if (question.choices.empty()) page.paragraph("There is no list for this question.");
  for (const std::string& choice : question.choices) page.bullet(choice, 2);
  show(page);
}

void show_notices(const Interview& interview) {
  for (const std::string& notice : interview.notices()) show_line("! " + notice, Ink::Bad);
}

/// True when there is no file at `path` or the person lets it go.
bool may_write(const std::string& path) {
  if (!file_exists(path)) return true;
  show_line(fmt::format("{} exists. Write over it? (yes or no; Enter: no)", path), Ink::Bold);
  const auto said = read_line();
  const std::string word = said ? lower(trimmed(*said)) : "";
  return word == "yes" || word == "y";
}

enum class Ending { Done, Quit, EndOfInput };

Ending ask_all(Interview& interview) {
  while (!interview.is_done()) {
    const Question question = interview.question();
    show_question(question);
    const auto said = read_line();
    if (!said) return Ending::EndOfInput;
    const std::string word = lower(trimmed(*said));
    if (word == "quit") return Ending::Quit;
    if (word == "list") {
      show_choices(question);
    } else if (word == "back") {
      if (!interview.back()) show_line("This is the first question.");
    } else if (const auto taken = interview.answer(*said); !taken) {
      show_line("Sorry: " + taken.error() + ".", Ink::Warn);
    } else {
      show_notices(interview);
    }
  }
  return Ending::Done;
}

Exit finish(const Interview& interview, const std::string& path) {
  const auto written = write_file(path, interview.toml());
  if (!written) {
    if (const auto* bad = std::get_if<BadInput>(&written.error())) {
      for (const Problem& problem : bad->problems) fmt::print(stderr, "{}\n", to_text(problem));
      return Exit::BadInput;
    }
    fmt::print(stderr, "strongback: '{}' could not be written; please try again later\n",
               printable(path));
    return Exit::TryAgain;
  }
  fmt::print("\n");
  if (interview.is_cut_short()) {
    show_line("The questions end here: please see to this first. What you said is in " + path + ".",
              Ink::Bad);
    return Exit::HonestNo;
  }
  show_line("Written: " + path + ". You can change it with any text editor.", Ink::Good);
  show_line("Next: strongback check " + path);
  show_line("Then: strongback plan " + path);
  return Exit::Done;
}

}  // namespace

Exit run_new(const Catalog& catalog, const std::string& path) {
  if (!may_write(path)) {
    fmt::print(stderr,
               "strongback: error: {} exists and was left as it is\n"
               "  hint: name another file: strongback new OTHER.toml\n",
               printable(path));
    return Exit::BadInput;
  }
  show_line(
      "Questions, one at a time; most need only Enter. Enter takes the default; 'back' goes one "
      "question "
      "back; 'list' shows the choices; 'quit' ends, and then nothing is written.");
  Interview interview(catalog);
  switch (ask_all(interview)) {
    case Ending::Done:
      return finish(interview, path);
    case Ending::Quit:
      show_line("Nothing was written.");
      return Exit::HonestNo;
    case Ending::EndOfInput:
      break;
  }
  fmt::print(
      stderr,
      "strongback: error: the answers ended before the last question; nothing was written\n");
  return Exit::BadInput;
}

}  // namespace strongback
