#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/engine.h"

namespace strongback {

/// `answered` without its frames as a text from which `decoded` makes the same value, bit by bit.
std::string encoded(const Computed& answered);

/// Nothing when `text` is no such text, cut off, or longer than it should be.
std::optional<Computed> decoded(std::string_view text);

}  // namespace strongback
