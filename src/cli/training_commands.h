#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace strongback {

/// Adds the commands of the training log to `app`.
void add_training_commands(CLI::App& app, Options& options);

/// Their names with what they are, for `command_of`.
const std::vector<std::pair<std::string, Options::Command>>& training_commands();

}  // namespace strongback
