#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text_file.h"
#include "body/body.h"
#include "exports/record.h"

namespace strongback {

/// A body, and a motion that was played and solved through it.
struct ModelExport {
  Body body;
  std::optional<MotionRecord> motion;
};

/// The frames of the motion, or the body standing still.
std::vector<RecordedFrame> frames_of(const ModelExport& model);

/// The model for MuJoCo: strongback.xml, which is the one that computes, with shapes to look at and
/// a keyframe for each instant; with a motion, motion.csv says what acts and what is needed.
std::vector<TextFile> mjcf_files(const ModelExport& model);

/// The model for OpenSim: strongback.osim; with a motion, its coordinates, the outside forces and
/// what the engine makes of them as storage files (docs/exports.md lists them).
std::vector<TextFile> osim_files(const ModelExport& model);

}  // namespace strongback
