#pragma once

namespace strongback {

enum class Sex { Female, Male };

}  // namespace strongback
