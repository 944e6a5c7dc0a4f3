#pragma once

#include <string>

#include "body/tables.h"

namespace strongback {

/// Writes scaled tables as a MuJoCo model: bodies, joints, carriers of loads, and one spatial
/// tendon for each fascicle.  Gravity points down y.
std::string mjcf_of(const BodyTables& tables);

/// Where a load sits: the name of its body in the MJCF.
inline constexpr std::array<const char*, 4> kCarrierNames = {"load_hand_r", "load_hand_l",
                                                             "load_back", "load_chest"};

}  // namespace strongback
