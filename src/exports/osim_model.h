#pragma once

#include <string>
#include <vector>

#include "exports/files.h"
#include "exports/joints.h"

namespace strongback {

/// The model as an OpenSim document of version 40000, standing as `first` stands.
std::string osim_model(const ModelExport& model, const std::vector<JointPlan>& plans,
                       const JointFrame& first);

}  // namespace strongback
