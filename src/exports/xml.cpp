#include "exports/xml.h"

#include <fmt/format.h>

#include "base/text.h"

namespace strongback {

std::string leaf(std::string_view name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, text);
}

std::string leaf(std::string_view name, const Eigen::Ref<const Eigen::VectorXd>& values) {
  std::string text;
  for (const double value : values) text += fmt::format("{}{}", text.empty() ? "" : " ", value);
  return leaf(name, text);
}

std::string leaf(std::string_view name, double value) {
  return leaf(name, fmt::format("{}", value));
}

std::string component(std::string_view type, std::string_view name, std::string_view inner) {
  return fmt::format("<{0} name=\"{1}\">\n{2}</{0}>\n", type, name, inner);
}

std::string group(std::string_view name, std::string_view inner) {
  return fmt::format("<{0}>\n{1}</{0}>\n", name, inner);
}

std::string set_of(std::string_view type, std::string_view objects) {
  return component(type, lower(type), group("objects", objects) + "<groups/>\n");
}

std::string indented(const std::string& xml) {
  std::string out;
  int depth = 0;
  for (const std::string& line : split(xml, '\n')) {
    if (line.empty()) continue;
    const bool closes = line.starts_with("</");
    const bool opens = !closes && line.find("</") == std::string::npos && !line.ends_with("/>") &&
                       !line.starts_with("<?");
    if (closes) --depth;
    out += std::string(static_cast<std::size_t>(depth), '\t') + line + "\n";
    if (opens) ++depth;
  }
  return out;
}

std::string opensim_document(std::string_view inner) {
  return indented(fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<OpenSimDocument Version=\"40000\">\n{}"
      "</OpenSimDocument>\n",
      inner));
}

}  // namespace strongback
