#include "cli/run_export.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/export_model.h"
#include "app/ground_truth.h"
#include "base/expects.h"
#include "base/text.h"
#include "cli/play_order.h"
#include "cli/say.h"

namespace strongback {
namespace {

Outcome<std::vector<std::string>> write_table(const Catalog& catalog, const Engine& engine,
                                              const Options& options) {
  const auto truth = make_ground_truth(catalog, engine, play_order(options));
  if (!truth) return tl::unexpected(truth.error());
  return write_ground_truth(*truth, catalog, options.out);
}

Outcome<std::vector<std::string>> write_format(const Catalog& catalog, const Engine& engine,
                                               const Options& options) {
  const ExportOrder order{options.person, options.word, options.load};
  expects(options.format.has_value(), "the door has read the format");
  switch (*options.format) {
    case ExportFormat::Mjcf:
      return write_mjcf(catalog, engine, order, options.out);
    case ExportFormat::Osim:
      return write_osim(catalog, engine, order, options.out);
    case ExportFormat::Csv:
      return write_table(catalog, engine, options);
  }
  return {};
}

}  // namespace

Exit run_export(const Catalog& catalog, const Options& options) {
  const auto engine = load_engine();
  if (!engine) return say(engine.error());
  const auto written = write_format(catalog, *engine, options);
  if (!written) return say(written.error());
  for (const std::string& path : *written) fmt::print(stderr, "written: {}\n", printable(path));
  return Exit::Done;
}

}  // namespace strongback
