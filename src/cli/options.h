#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/units.h"
#include "cli/training_options.h"

namespace strongback {

/// What the model can be written as.
enum class ExportFormat {
  Mjcf,
  Osim,
  Csv,  ///< what every exercise does, as tables (docs/ground-truth.md)
};

/// How the app is served.
struct ServeOptions {
  std::string address = "127.0.0.1";
  std::optional<int> port;         ///< empty: 8080, or 8443 with HTTPS
  bool is_lan = false;             ///< HTTPS for the home network, with accounts
  int trust_port = 8080;           ///< of the page that a phone needs once, without HTTPS
  bool is_open = false;            ///< everybody may make an account
  std::vector<std::string> hosts;  ///< further names by which it may be called
  bool is_behind_proxy = false;    ///< a proxy speaks HTTPS for it
  std::string web;                 ///< folder of the web app; empty: the built one
};

/// What the words on the command line ask for.
struct Options {
  enum class Command {
    None,
    New,
    Plan,
    Check,
    Exercises,
    Exercise,
    Muscles,
    Pose,
    Figure,
    ContactSheet,
    Validate,
    Lint,
    ExportModel,
    Compare,
    Score,
    Start,
    Update,
    ShowToday,
    Train,
    Log,
    LogCleared,
    Reply,
    Undo,
    Why,
    History,
    Progression,
    Simulate,
    Export,
    Import,
    Backup,
    Restore,
    Calendar,
    Serve,
    Password,
  };
  Command command = Command::None;
  std::string person;              ///< PERSON.toml
  std::string word;                ///< ID, MUSCLE, FILE.toml or CATALOG.json
  std::vector<std::string> files;  ///< of lint and validate
  std::vector<std::string> words;  ///< the IDs of compare
  std::optional<Date> start;
  int weeks = 8;
  std::string template_id;
  std::string therapist;
  std::string sheet;
  bool with_reasons = false;
  bool as_json = false;
  std::string works;
  std::vector<std::string> equipment;
  std::string position;
  std::string by;  ///< what exercises are ranked by: "disc-cost", or empty
  std::optional<Mass> load;
  std::vector<Mass> loads;  ///< of compare
  bool with_frames = false;
  std::string out;  ///< a file of exercise and pose, a folder of validate and model export
  std::optional<ExportFormat> format;  ///< of model export
  bool without_cache = false;
  TrainingOptions training;
  ServeOptions serve;
};

/// What was read: the options, or a text that settles the matter (help, or what is wrong).
struct ReadOptions {
  Options options;
  std::string help;     ///< for stdout; the program is then done
  std::string problem;  ///< for stderr; the call was wrong
};

/// Reads the words after the program's name.
ReadOptions read_options(const std::vector<std::string>& words);

}  // namespace strongback
