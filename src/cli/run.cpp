#include "cli/run.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "app/browse.h"
#include "app/draw.h"
#include "app/files.h"
#include "app/lint_files.h"
#include "app/plan_for_person.h"
#include "base/text.h"
#include "cli/ask.h"
#include "cli/catalog_text.h"
#include "cli/options.h"
#include "cli/plan_text.h"
#include "cli/run_compare.h"
#include "cli/run_export.h"
#include "cli/run_figure.h"
#include "cli/run_serve.h"
#include "cli/run_simulate.h"
#include "cli/run_training.h"
#include "cli/say.h"
#include "exchange/json.h"
#include "exchange/sheet.h"

namespace strongback {
namespace {

Exit exit_of(Status status) {
  return status == Status::Ok || status == Status::Gentle ? Exit::Done : Exit::HonestNo;
}

Exit run_plan(const Catalog& catalog, const Options& options) {
  PlanOrder order;
  order.person_path = options.person;
  order.reply_path = options.therapist;
  order.request.start = options.start;
  order.request.weeks = options.weeks;
  order.request.template_id = options.template_id;
  const auto answer = plan_for_person(catalog, order);
  if (!answer) return say(answer.error());
  PlanFrame frame{&answer->person, &catalog, answer->therapist_diff, {}};
  if (!options.sheet.empty()) {
    const auto engine = load_engine();
    if (!engine) return say(engine.error());
    auto pictures = pictures_of(answer->program, answer->person, *engine);
    if (!pictures) return say(pictures.error());
    frame.pictures = std::move(*pictures);
    const auto written = write_file(options.sheet, sheet_html(answer->program, frame));
    if (!written) return say(written.error());
  }
  const PlanStyle style{terminal_of_stdout(), options.with_reasons};
  show(options.as_json ? plan_json(answer->program, frame) : plan_text(*answer, catalog, style));
  if (!options.sheet.empty()) fmt::print(stderr, "written: {}\n", printable(options.sheet));
  return exit_of(answer->program.status);
}

Exit run_check(const Catalog& catalog, const Options& options) {
  const auto answer = check_person(catalog, options.person);
  if (!answer) return say(answer.error());
  show(options.as_json ? check_json(answer->care, answer->allowed)
                       : check_text(*answer, terminal_of_stdout()));
  return answer->care.no_program || answer->care.be_seen_first ? Exit::HonestNo : Exit::Done;
}

Exit run_exercises(const Catalog& catalog, const Options& options) {
  if (!options.by.empty()) return run_disc_costs(catalog, options);
  const auto found = list_exercises(catalog, {options.works, options.equipment, options.position});
  if (!found) return say(found.error());
  if (!options.person.empty()) return run_simulate_all(catalog, *found, options);
  show(options.as_json ? exercises_json(*found)
                       : exercises_text(*found, catalog, terminal_of_stdout()));
  return Exit::Done;
}

Exit run_exercise(const Catalog& catalog, const Options& options) {
  if (!options.person.empty()) return run_simulate(catalog, options);
  const auto found = exercise_named(catalog, options.word);
  if (!found) return say(found.error());
  show(options.as_json ? exercise_json(**found)
                       : exercise_text(**found, catalog, terminal_of_stdout()));
  return Exit::Done;
}

Exit run_muscles(const Catalog& catalog, const Options& options) {
  const auto found = list_muscles(catalog, options.word);
  if (!found) return say(found.error());
  show(options.as_json
           ? muscles_json(*found)
           : muscles_text(*found, !options.word.empty(), terminal_of_stdout(), catalog));
  return Exit::Done;
}

Exit run_lint(const Options& options) {
  const LintReport report = lint_files(options.files);
  for (const Problem& problem : report.problems) fmt::print(stderr, "{}\n", to_text(problem));
  fmt::print("{} checked, {}\n", report.checked,
             counted(static_cast<long>(report.problems.size()), "problem"));
  if (report.disagreements > 0) {
    fmt::print("the model and the lists disagree {}, {} settled by a verdict\n",
               counted(report.disagreements, "time"), report.settled);
  }
  for (const std::string& note : report.notes) fmt::print("  note: {}\n", note);
  if (report.others > 0) {
    fmt::print(stderr, "the data folder has {} (see them with: strongback lint)\n",
               counted(report.others, "other problem"));
  }
  return report.problems.empty() && report.others == 0 ? Exit::Done : Exit::BadInput;
}

Exit run_with_catalog(const Options& options) {
  const auto catalog = load_catalog();
  if (!catalog) return say(catalog.error());
  switch (options.command) {
    case Options::Command::New:
      return run_new(*catalog, options.person.empty() ? "person.toml" : options.person);
    case Options::Command::Plan:
      return run_plan(*catalog, options);
    case Options::Command::Check:
      return run_check(*catalog, options);
    case Options::Command::Exercises:
      return run_exercises(*catalog, options);
    case Options::Command::Exercise:
      return run_exercise(*catalog, options);
    case Options::Command::Muscles:
      return run_muscles(*catalog, options);
    case Options::Command::Pose:
      return run_simulate(*catalog, options);
    case Options::Command::Figure:
      return run_figure(*catalog, options);
    case Options::Command::ContactSheet:
      return run_contact_sheet(*catalog, options);
    case Options::Command::Validate:
      return run_validate(*catalog, options);
    case Options::Command::Serve:
      return run_serve(*catalog, options);
    case Options::Command::ExportModel:
      return run_export(*catalog, options);
    case Options::Command::Compare:
      return run_compare(*catalog, options);
    case Options::Command::Score:
      return run_score(*catalog, options);
    case Options::Command::Lint:
    case Options::Command::None:
      break;
    default:
      return run_training(*catalog, options);
  }
  return Exit::BadInput;
}

}  // namespace

Exit run_command_line(const std::vector<std::string>& words) {
  const ReadOptions read = read_options(words);
  if (!read.problem.empty()) {
    fmt::print(stderr, "{}", read.problem);
    return Exit::BadInput;
  }
  if (!read.help.empty()) {
    show(read.help);
    return Exit::Done;
  }
  if (read.options.command == Options::Command::Lint) return run_lint(read.options);
  return run_with_catalog(read.options);
}

}  // namespace strongback
