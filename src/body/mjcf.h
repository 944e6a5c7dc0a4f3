#pragma once

#include <array>
#include <map>
#include <string>

#include "body/tables.h"

namespace strongback {

/// What an export adds to the model that computes: elements as text, and what is carried.
struct MjcfExtras {
  std::array<double, 4> carried_kg{};          ///< in the order of kCarrierNames
  std::map<std::string, std::string> in_body;  ///< elements of a segment or a carrier, by its name
  std::string in_world;                        ///< elements of the world
  std::string after;                           ///< sections after the tendons
};

/// Writes scaled tables as a MuJoCo model: bodies, joints, carriers of loads, and one spatial
/// tendon for each fascicle.  Gravity points down y.
std::string mjcf_of(const BodyTables& tables, const MjcfExtras& extras = {});

/// Where a load sits: at the middle of a patch; and the name of its body in the MJCF.
inline constexpr std::array<const char*, 4> kCarrierPatches = {"grip_r", "grip_l", "upper-back",
                                                               "chest"};
inline constexpr std::array<const char*, 4> kCarrierNames = {"load_hand_r", "load_hand_l",
                                                             "load_back", "load_chest"};

}  // namespace strongback
