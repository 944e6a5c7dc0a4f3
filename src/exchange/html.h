#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// "<tag>escaped text</tag>".
std::string element(std::string_view tag, std::string_view text);

/// A list of escaped texts; "" when there are none.
std::string bullet_list(const std::vector<std::string>& texts);

/// A table of escaped texts with a head.
std::string html_table(const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows);

/// A whole page: `style` is CSS, `body` is HTML, `title` is text.
std::string html_page(std::string_view title, std::string_view style, std::string_view body);

/// What a document is printed on.
enum class Paper { A4, Letter };

/// A page in the style of what is printed.
std::string html_document(std::string_view title, std::string_view body, Paper paper);

}  // namespace strongback
