// data/bands/: one file an exercise, and the one place that knows its format.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "base/expects.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

constexpr double kLargest = 1e3;
constexpr std::array<std::string_view, 4> kSides = {"left_mean", "right_mean", "left_peak",
                                                    "right_peak"};
using Spreads = std::array<ActivationSpread MuscleSpread::*, 4>;
constexpr Spreads kSpreads = {&MuscleSpread::left_mean, &MuscleSpread::right_mean,
                              &MuscleSpread::left_peak, &MuscleSpread::right_peak};

/// N rising numbers with spaces between.
template <std::size_t N>
std::optional<std::array<double, N>> parse_rising(std::string_view text) {
  std::array<double, N> numbers{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < N; ++i) {
    while (at != end && *at == ' ') ++at;
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    const bool is_apart = next == end || *next == ' ';
    if (error != std::errc{} || !is_apart || !(std::abs(numbers[i]) <= kLargest)) return {};
    if (i > 0 && numbers[i] < numbers[i - 1]) return {};
    at = next;
  }
  return at == end ? std::optional(numbers) : std::nullopt;
}

template <std::size_t N>
std::array<double, N> read_rising(Fields& fields, std::string_view key) {
  const Placed text = fields.need_placed(key);
  const auto numbers = parse_rising<N>(text.text);
  if (!numbers && !text.text.empty()) {
    fields.problem(text.place, fmt::format("'{}' must be {} rising numbers from {:g} to {:g}, with "
                                           "a space between",
                                           key, N, -kLargest, kLargest));
  }
  return numbers.value_or(std::array<double, N>{});
}

/// "pose 0.41, strength 0.2"
VarianceOf read_variance(Fields& fields) {
  VarianceOf shares;
  const auto text = fields.find_placed("from", 2000);
  if (!text) return shares;
  std::string_view rest = text->text;
  while (!rest.empty()) {
    const auto comma = std::min(rest.find(", "), rest.size());
    const std::string_view piece = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 2, rest.size()));
    const auto space = piece.find(' ');
    const auto share =
        space == std::string_view::npos ? std::nullopt : parse_rising<1>(piece.substr(space + 1));
    if (!share || (*share)[0] < 0.0 || (*share)[0] > 1.0) {
      fields.problem(text->place,
                     "'from' must be words, each with a share from 0 to 1, and commas between");
      return {};
    }
    shares.insert_or_assign(std::string(piece.substr(0, space)), (*share)[0]);
  }
  return shares;
}

ActivationSpread read_spread(Fields& fields, std::string_view key) {
  const auto [low, high] = read_rising<2>(fields, key);
  if (low > 0.0 || high < 0.0) {
    fields.problem(fields.place(), fmt::format("'{}' must begin at 0 or below and end at 0 or "
                                               "above",
                                               key));
  }
  return {low, high};
}

/// A muscle that works alike on both sides is written once, as `mean` and `peak`.
MuscleSpread read_muscle(Fields& fields) {
  MuscleSpread spread;
  if (!fields.has("mean") && !fields.has("peak")) {
    for (std::size_t i = 0; i < kSides.size(); ++i) {
      spread.*kSpreads[i] = read_spread(fields, kSides[i]);
    }
    return spread;
  }
  spread.left_mean = spread.right_mean = read_spread(fields, "mean");
  spread.left_peak = spread.right_peak = read_spread(fields, "peak");
  return spread;
}

void read_disc(Fields& fields, Bands& bands, std::array<bool, 6>& seen) {
  const std::vector<std::string> names(kDiscNames.begin(), kDiscNames.end());
  const std::size_t disc = fields.need_choice("disc", names);
  if (seen.at(disc)) {
    fields.problem(fields.place(), fmt::format("'{}' stands here twice", names[disc]));
  }
  seen.at(disc) = true;
  const auto [p5, p50, p95] = read_rising<3>(fields, "compression");
  bands.discs.at(disc) = {p5, p50, p95};
  if (disc == kL4L5) bands.compression_from = read_variance(fields);
}

void read_entries(Fields& file, Bands& bands, Reading& reading) {
  std::array<bool, 6> seen{};
  for (Fields& fields : file.find_tables("band")) {
    if (fields.has("disc")) {
      read_disc(fields, bands, seen);
    } else {
      const std::string id = read_use(fields, "muscle", IdKind::Muscle, reading);
      if (!bands.muscles.emplace(id, read_muscle(fields)).second) {
        fields.problem(fields.place(), fmt::format("'{}' stands here twice", id));
      }
      if (auto from = read_variance(fields); !from.empty()) {
        bands.activation_from.emplace(id, std::move(from));
      }
    }
    fields.finish();
  }
  if (std::count(seen.begin(), seen.end(), true) != 6) {
    file.problem(file.place(), "bands need all 6 discs, from L5/S1 to T12/L1");
  }
}

void check_name(const Bands& bands, Fields& file) {
  std::string wanted = bands.exercise;
  std::replace(wanted.begin(), wanted.end(), '-', '_');
  if (wanted.empty() || std::filesystem::path(file.file()).stem().string() == wanted) return;
  file.problem(file.place(),
               fmt::format("the bands of '{}' must stand in '{}.toml'", bands.exercise, wanted));
}

std::string from_toml(const VarianceOf& shares) {
  std::string text;
  for (const auto& [id, share] : shares) {
    text += fmt::format("{}{} {:.3g}", text.empty() ? "" : ", ", id, share);
  }
  return text.empty() ? "" : fmt::format("from = \"{}\"\n", text);
}

std::string spread_toml(std::string_view key, const ActivationSpread& spread) {
  return fmt::format("{} = \"{:.3g} {:.3g}\"\n", key, spread.low, spread.high);
}

std::string muscle_toml(const std::string& id, const MuscleSpread& spread, const VarianceOf& from) {
  std::array<std::string, 4> alone;  // of each side, to see whether both are alike
  for (std::size_t i = 0; i < 4; ++i) alone[i] = spread_toml("", spread.*kSpreads[i]);
  std::string text = fmt::format("\n[[band]]\nmuscle = \"{}\"\n", id);
  if (alone[0] == alone[1] && alone[2] == alone[3]) {
    text += spread_toml("mean", spread.left_mean) + spread_toml("peak", spread.left_peak);
  } else {
    for (std::size_t i = 0; i < 4; ++i) text += spread_toml(kSides[i], spread.*kSpreads[i]);
  }
  return text + from_toml(from);
}

}  // namespace

void read_bands(const Document& document, Reading& reading) {
  Fields file(document, reading.problems);
  read_head(file);
  constexpr Range kShare{0, 1, ""};
  Bands bands;
  bands.exercise = read_use(file, "exercise", IdKind::Exercise, reading);
  bands.model = file.need_text("model", 40);
  bands.inputs = file.need_text("inputs", 40);
  bands.samples = file.need_whole("samples", {1, 1e6, ""});
  bands.not_solved = file.need_number("not_solved", kShare);
  bands.load = kilograms(file.need_number("load_kg", {0, 500, "kg"}));
  bands.measured_error = file.need_number("measured_error", kShare);
  read_entries(file, bands, reading);
  file.finish();
  check_name(bands, file);
  std::string exercise = bands.exercise;
  reading.catalog.bands.insert_or_assign(std::move(exercise), std::move(bands));
}

std::string bands_toml(const Bands& bands) {
  std::string text = fmt::format(
      "# Computed by ./dev bands: not to be edited by hand.  Nine in ten drawn models lie between\n"
      "# these: of a disc the 5th, 50th and 95th percentile as shares of the computed peak; of a\n"
      "# muscle how far below and above, in shares of the computed activation plus {:g}.\n"
      "# `from`: what explains the variance (docs/validation.md).\n"
      "schema = 1\nexercise = \"{}\"\nmodel = \"{}\"\ninputs = \"{}\"\nsamples = {}\n"
      "not_solved = {:.3g}\nload_kg = {:.4g}\nmeasured_error = {:.3g}\n",
      kAtRest, bands.exercise, bands.model, bands.inputs, bands.samples, bands.not_solved,
      in_kilograms(bands.load), bands.measured_error);
  for (std::size_t i = 0; i < kDiscNames.size(); ++i) {
    const DiscSpread& disc = bands.discs[i];
    text += fmt::format("\n[[band]]\ndisc = \"{}\"\ncompression = \"{:.4g} {:.4g} {:.4g}\"\n",
                        kDiscNames[i], disc.p5, disc.p50, disc.p95);
    if (i == kL4L5) text += from_toml(bands.compression_from);
  }
  static const VarianceOf kNone;
  for (const auto& [id, spread] : bands.muscles) {
    const auto from = bands.activation_from.find(id);
    text += muscle_toml(id, spread, from == bands.activation_from.end() ? kNone : from->second);
  }
  return text;
}

}  // namespace strongback
