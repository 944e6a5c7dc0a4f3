#pragma once

#include <string>

namespace strongback {

/// `text` as a QR code (ISO/IEC 18004) of lines for a terminal, two rows of squares a line, dark
/// on a white ground whatever the terminal's colors; ends with a newline.  "" where the text is
/// too long for one.
std::string qr_for_terminal(const std::string& text);

/// The same as an SVG with its quiet zone, 1 unit a square.
std::string qr_svg(const std::string& text);

}  // namespace strongback
