#include "lan/qr.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace strongback {
namespace {

constexpr int kQuiet = 4;  // [square] as the standard asks

/// Dark squares with the quiet zone around them.
class Squares {
 public:
  explicit Squares(const std::string& text)
      : code_(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free) {}
  [[nodiscard]] int side() const { return code_ ? code_->width + 2 * kQuiet : 0; }
  [[nodiscard]] bool is_dark(int row, int column) const {
    row -= kQuiet;
    column -= kQuiet;
    if (row < 0 || column < 0 || row >= code_->width || column >= code_->width) return false;
    return (code_->data[row * code_->width + column] & 1) != 0;
  }

 private:
  std::unique_ptr<QRcode, decltype(&QRcode_free)> code_;
};

}  // namespace

std::string qr_for_terminal(const std::string& text) {
  const Squares squares(text);
  std::string out;
  for (int row = 0; row < squares.side(); row += 2) {
    out += "\x1b[30;107m";  // black on white
    for (int column = 0; column < squares.side(); ++column) {
      const bool upper = squares.is_dark(row, column);
      const bool lower = row + 1 < squares.side() && squares.is_dark(row + 1, column);
      out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    out += "\x1b[0m\n";
  }
  return out;
}

std::string qr_svg(const std::string& text) {
  const Squares squares(text);
  if (squares.side() == 0) return "";
  std::string path;
  for (int row = 0; row < squares.side(); ++row) {
    for (int column = 0; column < squares.side(); ++column) {
      if (squares.is_dark(row, column)) path += fmt::format("M{} {}h1v1h-1z", column, row);
    }
  }
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
      R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>)",
      squares.side(), path);
}

}  // namespace strongback
