#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace strongback {

/// The text of a person's file with one field set: `key` is "age" or "equipment.dumbbells", `value`
/// is TOML, or words that become a TOML text.  Everything else stays as it is, comments too.  Says
/// what is wrong with the key or value; whether the file is then right is for parse_person.
tl::expected<std::string, std::string> change_field(std::string_view text, std::string_view key,
                                                    std::string_view value);

}  // namespace strongback
