#pragma once

#include <string>

namespace strongback {

/// Where in the body a degree of freedom is, as a person says it: "femur_l turn z" is "the left
/// hip", "L5 turn x" is "the disc L5/S1".
///   dof: Body::dof_name
std::string joint_words(const std::string& dof);

}  // namespace strongback
