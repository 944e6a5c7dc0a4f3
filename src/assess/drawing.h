#pragma once

#include <string>
#include <vector>

namespace strongback {

/// Colors of the plots of docs/, readable on their own light background.
inline constexpr const char* kInk = "#24292f";
inline constexpr const char* kGrid = "#d8dee4";
inline constexpr const char* kStanding = "#0969da";
inline constexpr const char* kSitting = "#9a6700";
inline constexpr const char* kLying = "#1a7f37";

struct Spot {
  double x = 0.0, y = 0.0;  ///< [px]
};

/// An SVG document while it is drawn.
class Drawing {
 public:
  Drawing(double width, double height, const std::string& title);

  void line(Spot a, Spot b, const char* color, double width = 1.0, const char* dashes = "");
  void area(const std::vector<Spot>& corners, const char* color, double opacity);
  void dot(Spot at, const char* color, const std::string& tip);
  /// `kind`: "title", "axis", "small", with " faint" behind it or not.
  void write(Spot at, const std::string& words, const char* kind, const char* anchor = "start",
             bool is_upright = false);

  [[nodiscard]] std::string done() const { return text_ + "</svg>\n"; }

 private:
  std::string text_;
};

}  // namespace strongback
