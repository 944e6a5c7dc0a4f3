#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/raw_options.h"
#include "cli/training_commands.h"

namespace strongback {
namespace {

constexpr const char* kVersion = "strongback 0.1.0";
constexpr const char* kAfterword =
    "Exit codes: 0 done; 1 see someone first, stop, or no plan; 2 wrong input; 70 a bug of ours;\n"
    "75 try again.  Strongback is not medical advice.";

void add_plan(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* plan = app.add_subcommand("plan", "a program that fits the person, with its reasons");
  plan->add_option("PERSON.toml", options.person, "the person's file")->required();
  plan->add_option("--start", raw.start, "first day, such as 2026-11-30")->type_name("DATE");
  plan->add_option("--weeks", raw.weeks, "how many weeks, 1 to 26 (default: 8)")->type_name("N");
  plan->add_option("--template", options.template_id, "a published table beside it: back-2012")
      ->type_name("ID");
  plan->add_option("--therapist", options.therapist, "a therapist's answer; shows what it changes")
      ->type_name("REPLY.toml");
  plan->add_flag("--why", options.with_reasons, "the rule, source and grade behind each number");
  plan->add_flag("--json", options.as_json, "the answer as JSON (docs/json.md)");
  plan->add_option("--sheet", options.sheet, "also write a page to print")->type_name("FILE.html");
}

/// What `exercise` and `pose` share; the person, without whom the others mean nothing.
CLI::Option* add_simulation(CLI::App& command, Options& options, RawOptions& raw) {
  CLI::Option* person =
      command.add_option("--person", options.person, "what it does to this person, computed")
          ->type_name("PERSON.toml");
  command.add_option("--load", raw.load, "what is held, such as 12kg or 25lb")
      ->type_name("MASS")
      ->needs(person);
  command.add_flag("--frames", options.with_frames, "also a table over time")->needs(person);
  command.add_option("--out", options.out, "also every angle and force over time, as CSV")
      ->type_name("FILE.csv")
      ->needs(person);
  command.add_flag("--json", options.as_json, "the answer as JSON");
  return person;
}

void add_model_commands(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* pose = app.add_subcommand("pose", "what a still posture does to a person");
  pose->add_option("FILE.toml", options.word, "the posture (docs/movement.md)")->required();
  add_simulation(*pose, options, raw)->required();
  CLI::App* figure = app.add_subcommand("figure", "a drawing of an exercise, from the model");
  figure->add_option("ID", options.word, "its id or name")->required();
  figure->add_option("--person", options.person, "drawn for this person")
      ->type_name("PERSON.toml")
      ->required();
  figure->add_option("--load", raw.load, "what is held, such as 12kg or 25lb")->type_name("MASS");
  figure->add_option("--format", raw.format, "svg (default) or json, for a view in 3D")
      ->type_name("FORMAT");
  figure->add_option("--out", options.out, "where to write")->type_name("FILE")->required();
  CLI::App* sheet =
      app.add_subcommand("contact-sheet", "every exercise that moves: start, middle and end");
  sheet->add_option("--person", options.person, "drawn for this person")
      ->type_name("PERSON.toml")
      ->required();
  sheet->add_option("--out", options.out, "where to write")->type_name("FILE.html")->required();
  CLI::App* validate =
      app.add_subcommand("validate", "the model beside what was measured in people");
  validate->add_option("FILES", options.files, "without: all of data/measured");
  validate->add_flag("--json", options.as_json, "the answer as JSON");
  validate->add_option("--out", options.out, "also plots and a page, into this folder")
      ->type_name("DIR");
}

void add_export(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* model = app.add_subcommand("model", "the model itself, for other programs");
  model->require_subcommand(1);
  CLI::App* files = model->add_subcommand("export", "writes it, and a motion, into a folder");
  files
      ->add_option("--format", raw.format,
                   "mjcf (MuJoCo), osim (OpenSim) or table (docs/ground-truth.md)")
      ->type_name("FORMAT")
      ->required();
  files->add_option("--out", options.out, "the folder to write into")->type_name("DIR")->required();
  CLI::Option* person =
      files->add_option("--person", options.person, "whose body it is")->type_name("PERSON.toml");
  CLI::Option* motion = files->add_option("--motion", options.word, "an exercise that moves it")
                            ->type_name("ID")
                            ->needs(person);
  files->add_flag("--no-cache", options.without_cache,
                  "of table: compute anew, and keep nothing for next time");
  files->add_option("--load", raw.load, "what is held, such as 12kg or 25lb")
      ->type_name("MASS")
      ->needs(motion);
}

void add_compare_commands(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* compare =
      app.add_subcommand("compare", "2 to 6 exercises side by side: muscles and discs");
  compare->add_option("ID", options.words, "their ids or names")->required();
  compare->add_option("--person", options.person, "whose body they are computed for")
      ->type_name("PERSON.toml")
      ->required();
  compare->add_option("--load", raw.loads, "also with this load: one for all, or one for each")
      ->type_name("MASS")
      ->expected(1)
      ->take_all();
  compare->add_flag("--no-cache", options.without_cache,
                    "compute anew, and keep nothing for next time");
  compare->add_flag("--json", options.as_json, "the answer as JSON");
  CLI::App* score =
      app.add_subcommand("score", "which muscles another catalog of exercises gets wrong");
  score->add_option("CATALOG.json", options.word, "of free-exercise-db, or of wger's exerciseinfo")
      ->required();
  score
      ->add_option("--person", options.person,
                   "computed for this person (default: a reference man)")
      ->type_name("PERSON.toml");
  score->add_flag("--no-cache", options.without_cache,
                  "compute anew, and keep nothing for next time");
  score->add_flag("--json", options.as_json, "the answer as JSON");
}

void add_catalog_commands(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* exercises = app.add_subcommand("exercises", "the exercises, filtered");
  exercises->add_option("--works", options.works, "that work this muscle")->type_name("MUSCLE");
  exercises->add_option("--with", options.equipment, "that need no more than this (repeat it)")
      ->type_name("EQUIPMENT")
      ->expected(1)
      ->take_all();
  exercises->add_option("--position", options.position, "done so, such as seated")
      ->type_name("POSITION");
  exercises->add_option("--by", options.by, "ranked by disc-cost: training for load on the discs")
      ->type_name("ORDER");
  CLI::Option* person =
      exercises->add_option("--person", options.person, "what each does to this person, computed")
          ->type_name("PERSON.toml");
  exercises
      ->add_flag("--no-cache", options.without_cache,
                 "compute anew, and keep nothing for next time")
      ->needs(person);
  exercises->add_flag("--json", options.as_json, "the answer as JSON");
  CLI::App* exercise = app.add_subcommand("exercise", "one exercise: how, what it works and asks");
  exercise->add_option("ID", options.word, "its id or name")->required();
  add_simulation(*exercise, options, raw);
  CLI::App* muscles = app.add_subcommand("muscles", "the back's muscles and what works them");
  muscles->add_option("MUSCLE", options.word, "one muscle: its id or name");
  muscles->add_flag("--json", options.as_json, "the answer as JSON");
}

void add_commands(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::App* fresh = app.add_subcommand("new", "asks the questions and writes the person's file");
  fresh->add_option("PERSON.toml", options.person, "where to write (default: person.toml)");
  add_plan(app, options, raw);
  add_training_commands(app, options);
  CLI::App* check = app.add_subcommand("check", "what to see to first, and what may be trained");
  check->add_option("PERSON.toml", options.person, "the person's file")->required();
  check->add_flag("--json", options.as_json, "the answer as JSON");
  add_catalog_commands(app, options, raw);
  add_compare_commands(app, options, raw);
  add_model_commands(app, options, raw);
  CLI::App* lint = app.add_subcommand("lint", "every mistake in data and person files");
  lint->add_option("FILES", options.files, "without: all data and examples");
  add_export(app, options, raw);
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "this text");
  app.set_version_flag("--version", kVersion);
  app.footer(kAfterword);
}

Options::Command command_of(const CLI::App& app) {
  using Command = Options::Command;
  static const std::vector<std::pair<std::string, Command>> kCommands = {
      {"new", Command::New},           {"plan", Command::Plan},
      {"check", Command::Check},       {"exercises", Command::Exercises},
      {"exercise", Command::Exercise}, {"muscles", Command::Muscles},
      {"pose", Command::Pose},         {"validate", Command::Validate},
      {"figure", Command::Figure},     {"contact-sheet", Command::ContactSheet},
      {"lint", Command::Lint},         {"model", Command::ExportModel},
      {"compare", Command::Compare},   {"score", Command::Score}};
  for (const auto* commands : {&kCommands, &training_commands()}) {
    for (const auto& [name, command] : *commands) {
      if (app.got_subcommand(name)) return command;
    }
  }
  return Command::None;
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

/// The command which was named, as far as its words are known; the program without one.
const CLI::App& named(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : named(*chosen.front());
}

/// Every "--word" that the command which was named (or the program) knows.
std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : named(app).get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

std::string unknown_command(const std::string& word, const CLI::App& app) {
  return with_hint(fmt::format("'{}' is no command", printable(word)),
                   suggestion(word, names_of(app)));
}

/// The words that nothing took, said as one problem.
std::string left_over(const CLI::App& app) {
  const auto rest = app.remaining(true);
  const std::string word = rest.empty() ? "" : rest.front();
  const bool is_flag = word.starts_with("-");
  const std::string_view fault = is_flag ? "is no option here" : "is one word too many";
  return with_hint(
      fmt::format("'{}' {}", printable(word), fault),
      is_flag ? suggestion(word, flags_of(app)) : "strongback --help shows the commands");
}

/// A command of commands whose second word is missing or unknown: "model".
std::string unfinished(const CLI::App& command, const CLI::App& app) {
  const auto rest = app.remaining(true);
  if (!rest.empty() && !rest.front().starts_with("-"))
    return unknown_command(rest.front(), command);
  return with_hint(fmt::format("'{}' needs one word more", command.get_name()),
                   "it knows: " + joined(names_of(command), ", "));
}

std::string problem_of(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App& command = named(app);
  if (&command != &app && !names_of(command).empty()) return unfinished(command, app);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return left_over(app);
  std::string message = error.what();
  std::replace(message.begin(), message.end(), '\n', ' ');
  constexpr std::string_view kRequired = " is required";
  if (message.ends_with(kRequired)) {
    message = message.substr(0, message.size() - kRequired.size()) + " is missing";
  }
  return with_hint(printable(message), "'strongback COMMAND --help' shows what it takes");
}

}  // namespace

ReadOptions read_options(const std::vector<std::string>& words) {
  ReadOptions read;
  RawOptions raw;
  CLI::App app("A safe, explained program for a stronger back, from one person's file.",
               "strongback");
  add_commands(app, read.options, raw);
  if (words.empty()) {
    read.help = app.help();
    return read;
  }
  const auto commands = names_of(app);
  const std::string& first = words.front();
  if (!first.starts_with("-") && std::count(commands.begin(), commands.end(), first) == 0) {
    read.problem = unknown_command(first, app);
    return read;
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    read.help = app.help();
    return read;
  } catch (const CLI::CallForVersion&) {
    read.help = std::string(kVersion) + "\n";
    return read;
  } catch (const CLI::ParseError& error) {
    read.problem = problem_of(error, app);
    return read;
  }
  read.options.command = command_of(app);
  read.problem = understand(raw, read.options);
  return read;
}

}  // namespace strongback
