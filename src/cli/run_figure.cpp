#include "cli/run_figure.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/draw.h"
#include "app/files.h"
#include "base/text.h"
#include "cli/figure_text.h"
#include "cli/say.h"

namespace strongback {

Exit run_figure(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto answer =
      draw_exercise(catalog, *engine, {options.word, options.person, options.load, false});
  if (!answer) return say(answer.error());
  if (answer->figure.panels.empty()) {
    const NoAnswer* no = answer->simulation.no_answer();
    fmt::print(stderr, "not written: {} (the posture does not stand: {})\n", printable(options.out),
               no == nullptr ? "" : no->text);
    return Exit::HonestNo;
  }
  const auto written = write_file(options.out, figure_svg(figure_with_words(*answer, catalog)));
  if (!written) return say(written.error());
  fmt::print(stderr, "written: {}\n", printable(options.out));
  return answer->simulation.no_answer() == nullptr ? Exit::Done : Exit::HonestNo;
}

}  // namespace strongback
