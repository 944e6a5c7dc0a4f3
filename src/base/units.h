#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace strongback {

/// A physical quantity: a double in SI whose dimension, kg^Kg · m^M · s^S, is its type.
///
/// Adding a force to a mass does not compile.  Numbers enter through a named constructor
/// (`kilograms(80)`) and leave through `si()` or a named reader (`pounds(mass)`), so a reader
/// can see every place where a unit is chosen.
template <int Kg, int M, int S>
class Quantity {
 public:
  constexpr Quantity() = default;
  constexpr explicit Quantity(double value) : si_(value) {}
  [[nodiscard]] constexpr double si() const { return si_; }
  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator+(Quantity other) const { return Quantity{si_ + other.si_}; }
  constexpr Quantity operator-(Quantity other) const { return Quantity{si_ - other.si_}; }
  constexpr Quantity operator*(double factor) const { return Quantity{si_ * factor}; }
  constexpr double operator/(Quantity other) const { return si_ / other.si_; }

 private:
  double si_ = 0.0;
};

using Mass = Quantity<1, 0, 0>;
using Length = Quantity<0, 1, 0>;
using Force = Quantity<1, 1, -2>;

inline constexpr double kKilogramsPerPound = 0.45359237;  // exact: international pound, 1959
inline constexpr double kMetersPerInch = 0.0254;          // exact: international inch, 1959

constexpr Mass kilograms(double value) { return Mass{value}; }
constexpr Mass pounds_mass(double value) { return Mass{value * kKilogramsPerPound}; }
constexpr double in_kilograms(Mass mass) { return mass.si(); }
constexpr double in_pounds(Mass mass) { return mass.si() / kKilogramsPerPound; }
constexpr Length meters(double value) { return Length{value}; }
constexpr Length inches(double value) { return Length{value * kMetersPerInch}; }
constexpr double in_centimeters(Length length) { return length.si() * 100.0; }
constexpr double in_inches(Length length) { return length.si() / kMetersPerInch; }
constexpr Force newtons(double value) { return Force{value}; }
constexpr double in_newtons(Force force) { return force.si(); }

/// The units in which a person wants to read.
enum class Units { Metric, Imperial };

/// "7.5 kg" or "16.5 lb"; below one kilogram in metric units "450 g".
std::string to_text(Mass mass, Units units);

/// "168 cm" or "5 ft 6 in".
std::string to_text(Length length, Units units);

/// A mass as people write it: "64 kg", "450 g", "12.5 lb", "1 lb 5 oz", "21 oz", "10 st 4 lb".
/// Nothing when `text` is not a mass; the number may be any finite one, ranges are the caller's.
std::optional<Mass> parse_mass(std::string_view text);

/// A length as people write it: "168 cm", "1.68 m", "5 ft 6 in", "5'6\"", "66 in".
std::optional<Length> parse_length(std::string_view text);

/// A force as people write it: "60 N", "13 lbf", "6 kgf".
std::optional<Force> parse_force(std::string_view text);

/// "2 x 5 kg" -> 2 of 5 kg; "5 kg" -> 1.  The count is 1 to 99.
struct CountedMass {
  int count = 1;
  Mass each;
};
std::optional<CountedMass> parse_counted_mass(std::string_view text);

}  // namespace strongback
