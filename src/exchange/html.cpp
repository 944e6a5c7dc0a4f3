#include "exchange/html.h"

#include <fmt/format.h>

#include "base/text.h"

namespace strongback {
namespace {

constexpr std::string_view kStyle = R"css(
  :root { color-scheme: only light; }
  * { box-sizing: border-box; }
  body { background: #fff; color: #000; font: 18px/1.4 "Liberation Sans", Arial, Helvetica, "DejaVu Sans Condensed", sans-serif;
         max-width: 54rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .2em; }
  h2 { font-size: 1.2em; line-height: 1.25; margin: 1em 0 .3em; border-bottom: 2px solid #000; }
  p, ul { margin: .25em 0; }
  ul { padding-left: 1.3em; }
  table { width: 99.6%; border-collapse: collapse; margin: .4em 0; font-size: .92em;
          line-height: 1.3; }
  th, td { text-align: left; vertical-align: top; padding: .2em .45em; border: 1px solid #000; }
  th { border-bottom-width: 2px; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  h2 { break-inside: avoid; break-after: avoid; }
  .doses td:first-child { min-width: 11em; }
  .doses th, .doses td { padding: .15em .35em; }
  .small { font-size: .88em; line-height: 1.2; columns: 2; column-gap: 1.5em; }
  .first { border: 3px solid #000; padding: .3em .8em; margin: .5em 0; }
  .front { display: flex; flex-direction: column; }
  .front > * { flex: none; }
  .remarks { border: 2px solid #000; padding: .3em .8em .5em; margin-top: .7em; min-height: 6.5em; break-inside: avoid;
             display: flex; flex-direction: column; justify-content: space-between; }
  .front > .remarks { flex: 1 0 auto; }
  .signature { border-top: 1px solid #000; padding-top: .2em; }
  .fields td { border: 0; padding: .7em .5em .1em 0; white-space: nowrap; }
  .fields td.blank { border-bottom: 1px solid #000; width: 45%; }
  .keep { break-inside: avoid; }
  .pictures { display: grid; grid-template-columns: repeat(2, 1fr); gap: .6em; }
  .pictures figure { margin: 0; border: 1px solid #000; padding: .2em; break-inside: avoid; text-align: center; }
  .pictures svg { width: 100%; height: 8.5em; }
  .pictures figcaption { font-size: .88em; line-height: 1.2; }
  @media print {
    body { font-size: 11pt; line-height: 1.3; max-width: none; padding: 0; }
    table { font-size: 11pt; line-height: 1.25; }
    .front { font-size: 12pt; min-height: PAGE_HEIGHT; break-after: page; }
    .front h2 { margin-top: .6em; }
    @page { size: PAGE_NAME; margin: 14mm 15mm; }
  }
)css";

/// The style with the size of the paper filled in; the height is what its margins leave.
std::string style_for(Paper paper) {
  std::string style(kStyle);
  const auto fill = [&](std::string_view slot, std::string_view value) {
    style.replace(style.find(slot), slot.size(), value);
  };
  fill("PAGE_HEIGHT", paper == Paper::A4 ? "262mm" : "244mm");
  fill("PAGE_NAME", paper == Paper::A4 ? "A4" : "letter");
  return style;
}

}  // namespace

std::string element(std::string_view tag, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", tag, markup_escaped(text));
}

std::string bullet_list(const std::vector<std::string>& texts) {
  if (texts.empty()) return "";
  std::string out = "<ul>\n";
  for (const std::string& text : texts) out += element("li", text);
  return out + "</ul>\n";
}

std::string html_table(const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows) {
  std::string out = "<table>\n<thead><tr>";
  for (const std::string& head : heads) out += element("th", head);
  out += "</tr></thead>\n";
  for (const auto& row : rows) {
    out += "<tr>";
    for (const std::string& cell : row) out += element("td", cell);
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string html_page(std::string_view title, std::string_view style, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      markup_escaped(title), style, body);
}

std::string html_document(std::string_view title, std::string_view body, Paper paper) {
  return html_page(title, style_for(paper), body);
}

}  // namespace strongback
