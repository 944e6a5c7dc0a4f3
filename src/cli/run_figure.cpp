#include "cli/run_figure.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/draw.h"
#include "app/files.h"
#include "base/text.h"
#include "cli/figure_text.h"
#include "cli/progress.h"
#include "cli/say.h"

namespace strongback {
namespace {

Exit wrote(const Options& options, const std::string& text) {
  const auto written = write_file(options.out, text);
  if (!written) return say(written.error());
  fmt::print(stderr, "written: {}\n", printable(options.out));
  return Exit::Done;
}

/// Drawn, but an honest no of the model stays one.
Exit wrote(const Options& options, const std::string& text, const Simulation& simulation) {
  const Exit exit = wrote(options, text);
  const NoAnswer* no = simulation.no_answer();
  if (exit != Exit::Done || no == nullptr) return exit;
  fmt::print(stderr, "it shows no muscle work: {} (at: {})\n", no->text, no->frame);
  return Exit::HonestNo;
}

Exit does_not_stand(const Options& options, const Simulation& simulation) {
  const NoAnswer* no = simulation.no_answer();
  fmt::print(stderr, "not written: {} (the posture does not stand: {})\n", printable(options.out),
             no == nullptr ? "" : no->text);
  return Exit::HonestNo;
}

}  // namespace

Exit run_figure(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const SimulateOrder order{options.word, options.person, options.load, false, false};
  if (options.as_json) {
    const auto answer = play_exercise(catalog, *engine, order);
    if (!answer) return say(answer.error());
    if (!answer->played) return does_not_stand(options, answer->simulation);
    return wrote(options, motion_json(*answer->played, answer->tables), answer->simulation);
  }
  const auto answer = draw_exercise(catalog, *engine, order);
  if (!answer) return say(answer.error());
  if (answer->figure.panels.empty()) return does_not_stand(options, answer->simulation);
  return wrote(options, figure_svg(figure_with_words(*answer, catalog)), answer->simulation);
}

Exit run_contact_sheet(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answers = draw_all(catalog, *engine, options.person, cores(), progress_on_stderr());
  if (!answers) return say(answers.error());
  return wrote(options, contact_sheet_html(*answers, catalog));
}

}  // namespace strongback
