#include "exchange/html.h"

#include <fmt/format.h>

#include "base/text.h"

namespace strongback {
namespace {

constexpr std::string_view kStyle = R"css(
  :root { color-scheme: only light; }
  * { box-sizing: border-box; }
  body { background: #fff; color: #000; font: 18px/1.45 Georgia, "Times New Roman", serif;
         max-width: 52rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .3rem; }
  h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #000; }
  h3 { font-size: 1.1rem; margin: 1.3rem 0 .4rem; }
  p, ul { margin: .4rem 0; }
  ul { padding-left: 1.4rem; }
  table { width: 100%; border-collapse: collapse; margin: .5rem 0; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border: 1px solid #000; }
  th { border-bottom-width: 2px; }
  tr, li, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .doses td:nth-child(2) { min-width: 7em; }
  .doses td:nth-child(1) { min-width: 9em; }
  .small { font-size: .85em; }
  .first { border: 3px solid #000; padding: .6rem 1rem; margin: 1rem 0; }
  .line { border-bottom: 1px solid #000; height: 2.2rem; }
  .fields td { border: 0; padding: .9rem .5rem .1rem 0; white-space: nowrap; }
  .fields td.blank { border-bottom: 1px solid #000; width: 45%; }
  .keep { break-inside: avoid; }
  @media print {
    body { font-size: 12pt; max-width: none; padding: 0; }
    @page { margin: 16mm; }
  }
)css";

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string element(std::string_view tag, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", tag, html_escaped(text));
}

std::string bullet_list(const std::vector<std::string>& texts) {
  if (texts.empty()) return "";
  std::string out = "<ul>\n";
  for (const std::string& text : texts) out += element("li", text);
  return out + "</ul>\n";
}

std::string html_table(const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows) {
  std::string out = "<table>\n<tr>";
  for (const std::string& head : heads) out += element("th", head);
  out += "</tr>\n";
  for (const auto& row : rows) {
    out += "<tr>";
    for (const std::string& cell : row) out += element("td", cell);
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string html_document(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      html_escaped(title), kStyle, body);
}

}  // namespace strongback
