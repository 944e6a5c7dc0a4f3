#include "assess/joint_words.h"

#include <array>
#include <string_view>
#include <utility>

namespace strongback {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// The segment above a joint, and the joint.
constexpr std::array<Words, 18> kJoints = {{{"pelvis", "the pelvis"},
                                            {"L5", "the disc L5/S1"},
                                            {"L4", "the disc L4/L5"},
                                            {"L3", "the disc L3/L4"},
                                            {"L2", "the disc L2/L3"},
                                            {"L1", "the disc L1/L2"},
                                            {"thorax", "the disc T12/L1"},
                                            {"head", "the neck"},
                                            {"abdomen", "the wall of the abdomen"},
                                            {"clavicle", "collarbone"},
                                            {"scapula", "shoulder blade"},
                                            {"humerus", "shoulder"},
                                            {"ulna", "elbow"},
                                            {"radius", "forearm"},
                                            {"hand", "wrist"},
                                            {"femur", "hip"},
                                            {"tibia", "knee"},
                                            {"foot", "ankle"}}};

}  // namespace

std::string joint_words(const std::string& dof) {
  const std::string segment = dof.substr(0, dof.find(' '));
  const bool is_paired = segment.ends_with("_r") || segment.ends_with("_l");
  const std::string bone = is_paired ? segment.substr(0, segment.size() - 2) : segment;
  for (const auto& [above, joint] : kJoints) {
    if (bone != above) continue;
    if (!is_paired) return std::string(joint);
    return (segment.back() == 'r' ? "the right " : "the left ") + std::string(joint);
  }
  return dof;
}

}  // namespace strongback
