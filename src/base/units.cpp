#include "base/units.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <span>

#include "base/text.h"

namespace strongback {
namespace {

struct Unit {
  std::string_view name;
  double si;
};

constexpr double kNewtonsPerPoundForce = 4.4482216152605;  // exact: lb · standard gravity
constexpr double kNewtonsPerKilogramForce = 9.80665;       // exact: standard gravity, CGPM 1901

constexpr Unit kMasses[] = {{"kg", 1.0},
                            {"g", 0.001},
                            {"lb", kKilogramsPerPound},
                            {"lbs", kKilogramsPerPound},
                            {"oz", kKilogramsPerPound / 16.0},
                            {"st", kKilogramsPerPound * 14.0}};
constexpr Unit kLengths[] = {{"cm", 0.01},
                             {"m", 1.0},
                             {"mm", 0.001},
                             {"in", kMetersPerInch},
                             {"\"", kMetersPerInch},
                             {"ft", 12.0 * kMetersPerInch},
                             {"'", 12.0 * kMetersPerInch}};
constexpr Unit kForces[] = {
    {"N", 1.0}, {"lbf", kNewtonsPerPoundForce}, {"kgf", kNewtonsPerKilogramForce}};

std::optional<double> take_number(std::string_view& text) {
  text = trimmed(text);
  double value = 0.0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

std::optional<double> take_unit(std::string_view& text, std::span<const Unit> units) {
  text = trimmed(text);
  const Unit* found = nullptr;
  for (const Unit& unit : units) {
    if (text.starts_with(unit.name) && (!found || unit.name.size() > found->name.size())) {
      found = &unit;
    }
  }
  if (!found) return std::nullopt;
  text.remove_prefix(found->name.size());
  return found->si;
}

/// "5 ft 6 in": numbers with units of falling size, added up.
std::optional<double> parse_sum(std::string_view text, std::span<const Unit> units) {
  double total = 0.0;
  double last_unit = INFINITY;
  do {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const auto unit = take_unit(text, units);
    const bool continues = std::isfinite(last_unit);
    if (!unit || *unit >= last_unit || (continues && *number < 0.0)) return std::nullopt;
    total += *number * *unit;
    last_unit = *unit;
    text = trimmed(text);
  } while (!text.empty());
  return std::isfinite(total) ? std::optional(total) : std::nullopt;
}

}  // namespace

std::string to_text(Mass mass, Units units) {
  if (units == Units::Imperial) return plain(in_pounds(mass), 1) + " lb";
  const double kg = in_kilograms(mass);
  return kg < 0.9995 ? plain(kg * 1000.0, 0) + " g" : plain(kg, 2) + " kg";
}

std::string to_text(Length length, Units units) {
  if (units == Units::Metric) return plain(in_centimeters(length), 0) + " cm";
  const long whole = std::lround(in_inches(length));
  return fmt::format("{} ft {} in", whole / 12, whole % 12);
}

std::optional<Mass> parse_mass(std::string_view text) {
  const auto si = parse_sum(text, kMasses);
  return si ? std::optional(Mass{*si}) : std::nullopt;
}

std::optional<Length> parse_length(std::string_view text) {
  const auto si = parse_sum(text, kLengths);
  return si ? std::optional(Length{*si}) : std::nullopt;
}

std::optional<Force> parse_force(std::string_view text) {
  const auto si = parse_sum(text, kForces);
  return si ? std::optional(Force{*si}) : std::nullopt;
}

std::optional<CountedMass> parse_counted_mass(std::string_view text) {
  text = trimmed(text);
  int count = 1;
  if (const auto times = text.find('x'); times != std::string_view::npos) {
    const std::string_view number = trimmed(text.substr(0, times));
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (error != std::errc{} || end != number.data() + number.size()) return std::nullopt;
    if (count < 1 || count > 99) return std::nullopt;
    text.remove_prefix(times + 1);
  }
  const auto mass = parse_mass(text);
  return mass ? std::optional(CountedMass{count, *mass}) : std::nullopt;
}

}  // namespace strongback
