#pragma once

#include <string>
#include <vector>

namespace strongback {

/// What the program ends with (docs/cli.md).
enum class Exit { Done = 0, HonestNo = 1, BadInput = 2, Bug = 70, TryAgain = 75 };

/// Does what the words after the program's name ask: results on stdout, problems on stderr.
Exit run_command_line(const std::vector<std::string>& words);

}  // namespace strongback
