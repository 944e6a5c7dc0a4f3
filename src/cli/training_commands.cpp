#include "cli/training_commands.h"

#include <CLI/CLI.hpp>

namespace strongback {
namespace {

/// A command with what all of them take.
CLI::App* add_command(CLI::App& app, TrainingOptions& words, const char* name, const char* what) {
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option("--db", words.db, "the log's file (default: in your data folder)")
      ->type_name("FILE")
      ->check([](const std::string& file) {
        return file.empty() ? std::string("names no file") : std::string();
      });
  command->add_option("--now", words.now, "take this for the present time, for tests")
      ->type_name("TIME");
  command->add_flag("--json", words.as_json, "the answer as JSON");
  return command;
}

void add_log(CLI::App& app, TrainingOptions& words) {
  CLI::App* log = add_command(app, words, "log", "keeps what was done: sets, pain, sleep, walks");
  log->add_option("ID", words.exercise, "an exercise: its id or name");
  log->add_option("--sets", words.sets, "such as 12@10kg:rir2,10@10kg:rir1, 30s, 20m or 15min")
      ->type_name("SETS");
  log->add_option("--pain", words.pain, "0 to 10: during the sets, else now")->type_name("N");
  log->add_option("--site", words.site, "how far out: back, buttock, below-knee, foot")
      ->type_name("SITE");
  log->add_option("--morning", words.morning, "pain on the morning after training")->type_name("N");
  log->add_option("--stiff", words.stiff, "minutes of morning stiffness")->type_name("MIN");
  log->add_flag("--before", words.is_before, "the pain is that before a session");
  log->add_flag("--sharp", words.is_sharp, "the pain was sharp or catching");
  log->add_flag("--numb", words.is_numb, "numbness or weakness that is new");
  log->add_flag("--flare", words.is_flare, "this is a flare");
  log->add_option("--sleep", words.sleep, "hours of the last night")->type_name("H");
  log->add_option("--walk", words.walk, "minutes walked")->type_name("MIN");
  log->add_option("--chore", words.chore, "an activity's id and its minutes")
      ->type_name("ID MIN")
      ->expected(2);
  log->add_option("--soreness", words.soreness, "a muscle and 0 to 10")
      ->type_name("MUSCLE N")
      ->expected(2);
  log->add_option("--answer", words.answer,
                  "a screening question and its answer: yes, no, 15, 138/82")
      ->type_name("ID ANSWER")
      ->expected(2);
  log->add_option("--mass", words.mass, "body mass, such as 71kg")->type_name("MASS");
  log->add_option("--waist", words.waist, "in centimeters")->type_name("CM");
  log->add_option("--pressure", words.pressure, "blood pressure, such as 138/82")
      ->type_name("MMHG");
  log->add_option("--hold", words.hold, "seconds that the trunk was held level")->type_name("S");
  log->add_flag("--skip", words.skips, "the exercise is left out today");
  log->add_option("--because", words.because,
                  "no_time, pain, no_equipment, disliked, too_tired, other")
      ->type_name("WHY");
  log->add_option("--instead", words.instead, "the exercise done in its place")->type_name("ID");
  log->add_option("--busy-until", words.busy_until, "until then only what keeps strength")
      ->type_name("DATE");
  log->add_option("--note", words.note, "a note on the exercise, or on the day")->type_name("TEXT");
  log->add_option("--at", words.at, "when it was, such as 2026-11-30T18:30")->type_name("TIME");
  log->add_option("--id", words.id, "the event's own id: the same one twice counts once")
      ->type_name("UUID");
}

void add_keeping(CLI::App& app, TrainingOptions& words) {
  CLI::App* restore = add_command(app, words, "restore", "puts a backup in the log's place");
  restore->add_option("FILE", words.file, "the backup")->required();
  CLI::App* backup = add_command(app, words, "backup", "a whole copy of the log");
  backup->add_option("FILE", words.file, "a new file")->required();
  CLI::App* exported = add_command(app, words, "export", "the log as a table or as events");
  exported->add_flag("--csv", words.as_csv, "every set, as a table");
  exported->add_option("--out", words.out, "into this file")->type_name("FILE");
  CLI::App* imported =
      add_command(app, words, "import", "past sets of Hevy or Strong, or our own export");
  imported->add_option("FILE", words.file, "CSV, or JSON of 'export --json'")->required();
  imported->add_option("--unit", words.unit, "kg or lb, where the file does not say")
      ->type_name("UNIT");
  CLI::App* calendar = add_command(app, words, "calendar", "the coming sessions for your calendar");
  calendar->add_option("FILE.ics", words.file, "where to write")->required();
}

void add_looking(CLI::App& app, TrainingOptions& words) {
  CLI::App* history = add_command(app, words, "history", "what was logged, latest first");
  history->add_option("--days", words.days, "how many days (default: 14)")->type_name("N");
  CLI::App* progress =
      add_command(app, words, "progress", "strength, sets, load on the back, pain");
  progress->add_option("--svg", words.svg, "also as a drawing")->type_name("FILE.svg");
  CLI::App* simulate =
      add_command(app, words, "simulate", "virtual persons play the program, week by week");
  simulate->add_option("PERSON.toml", words.file, "the file that all of them have")->required();
  simulate->add_option("--weeks", words.weeks, "1 to 52 (default: 12)")->type_name("N");
  simulate->add_option("--persons", words.persons, "1 to 100000 (default: 8)")->type_name("N");
  simulate->add_option("--seed", words.seed, "another seed draws others (default: 1)")
      ->type_name("S");
}

void add_password(CLI::App& app, TrainingOptions& words) {
  add_command(app, words, "password", "another password for an account of the app")
      ->add_option("NAME", words.what, "the account's name")
      ->required();
}

void add_serve(CLI::App& app, TrainingOptions& words, ServeOptions& serve) {
  CLI::App* command = add_command(app, words, "serve", "the app in a browser, on this machine");
  constexpr int kHighestPort = 65535;
  const CLI::Range ports(0, kHighestPort);
  command->add_option("--port", serve.port, "where it listens (default: 8080; 0: any free one)")
      ->type_name("PORT")
      ->check(ports);
  CLI::Option* lan = command->add_flag(
      "--lan", serve.is_lan, "for phones at home: HTTPS on port 8443, with accounts and a QR code");
  command
      ->add_option("--trust-port", serve.trust_port,
                   "of the page that phones need once (default: 8080; 0: any free one)")
      ->type_name("PORT")
      ->check(ports)
      ->needs(lan);
  command->add_option("--address", serve.address, "the address it listens on, a numeric one")
      ->type_name("IP")
      ->excludes(lan);
  command->add_option("--host", serve.hosts, "a further name by which it may be called")
      ->type_name("NAME");
  command
      ->add_flag("--behind-proxy", serve.is_behind_proxy,
                 "a proxy speaks HTTPS for it; with accounts")
      ->excludes(lan);
  command->add_flag("--open-sign-up", serve.is_open, "everybody may make an account, without code");
  command->add_option("--web", serve.web, "the folder of another web app")->type_name("FOLDER");
}

}  // namespace

void add_training_commands(CLI::App& app, Options& options) {
  TrainingOptions& words = options.training;
  CLI::App* start = add_command(app, words, "start", "begins your log with your file");
  start->add_option("PERSON.toml", words.file, "the person's file")->required();
  CLI::App* update =
      add_command(app, words, "update", "changes your file in the log: one field, or all");
  update->add_option("WHAT", words.what, "PERSON.toml, or a field such as equipment.dumbbells")
      ->required();
  update->add_option("VALUE", words.value, "the field's value, such as '[\"2 x 5 kg\"]' or 7");
  add_command(app, words, "today", "what to do now: the session, rest, or be seen first");
  add_command(app, words, "train", "guides the session, set by set");
  add_log(app, words);
  CLI::App* cleared = add_command(app, words, "cleared", "somebody qualified has looked");
  cleared->add_option("--by", words.who, "who")->type_name("WHO")->required();
  cleared->add_option("--limits", words.limits, "what they said to keep to")->type_name("TEXT");
  CLI::App* reply = add_command(app, words, "reply", "takes in a therapist's reply");
  reply->add_option("REPLY.toml", words.file, "the reply (docs/person-file.md)")->required();
  add_command(app, words, "undo", "takes back the last entry");
  CLI::App* why = add_command(app, words, "why", "what changed and why; the reasons of a number");
  why->add_option("ID", words.exercise, "an exercise of today");
  add_looking(app, words);
  add_keeping(app, words);
  add_password(app, words);
  add_serve(app, words, options.serve);
}

const std::vector<std::pair<std::string, Options::Command>>& training_commands() {
  using Command = Options::Command;
  static const std::vector<std::pair<std::string, Command>> commands = {
      {"start", Command::Start},
      {"update", Command::Update},
      {"today", Command::ShowToday},
      {"train", Command::Train},
      {"log", Command::Log},
      {"cleared", Command::LogCleared},
      {"reply", Command::Reply},
      {"undo", Command::Undo},
      {"why", Command::Why},
      {"history", Command::History},
      {"progress", Command::Progression},
      {"simulate", Command::Simulate},
      {"export", Command::Export},
      {"import", Command::Import},
      {"backup", Command::Backup},
      {"restore", Command::Restore},
      {"password", Command::Password},
      {"calendar", Command::Calendar},
      {"serve", Command::Serve}};
  return commands;
}

}  // namespace strongback
