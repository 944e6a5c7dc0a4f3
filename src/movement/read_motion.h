#pragma once

#include "body/tables.h"
#include "movement/motion.h"
#include "reading/document.h"

namespace strongback {

/// Reads the motion of an exercise, NAME.motion.toml (docs/movement.md); every problem at once.
Checked<Motion> read_motion(const Document& document, const BodyTables& tables);

/// Reads a posture of its own: the same format with one keyframe and without an exercise.
Checked<Motion> read_pose(const Document& document, const BodyTables& tables);

}  // namespace strongback
