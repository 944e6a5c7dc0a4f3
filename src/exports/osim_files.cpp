// The .osim document and the storage files of a motion beside it.
#include <fmt/format.h>

#include "exports/files.h"
#include "exports/joints.h"
#include "exports/osim_model.h"
#include "exports/storage.h"
#include "exports/xml.h"

namespace strongback {
namespace {

using Eigen::VectorXd;

constexpr const char* kLoads = "external_loads";

std::vector<double> times_of(const MotionRecord& record) {
  std::vector<double> times;
  for (const RecordedFrame& frame : record.frames) times.push_back(frame.time_s);
  return times;
}

std::string loads_xml(const MotionRecord& record) {
  std::string forces;
  for (const OutsidePoint& point : record.points) {
    forces += component("ExternalForce", point.name,
                        leaf("applied_to_body", point.segment) +
                            leaf("force_expressed_in_body", "ground") +
                            leaf("point_expressed_in_body", "ground") +
                            leaf("force_identifier", point.name + "_v") +
                            leaf("point_identifier", point.name + "_p"));
  }
  return opensim_document(component(
      "ExternalLoads", kLoads,
      group("objects", forces) + "<groups/>\n" + leaf("datafile", std::string(kLoads) + ".mot")));
}

std::string loads_mot(const MotionRecord& record) {
  Storage storage{kLoads, {}, times_of(record), {}};
  for (const OutsidePoint& point : record.points) {
    for (const char* part : {"vx", "vy", "vz", "px", "py", "pz"}) {
      storage.columns.push_back(fmt::format("{}_{}", point.name, part));
    }
  }
  for (const RecordedFrame& frame : record.frames) {
    VectorXd row(static_cast<Eigen::Index>(storage.columns.size()));
    for (std::size_t p = 0; p < record.points.size(); ++p) {
      row.segment<6>(6 * static_cast<Eigen::Index>(p)) << frame.force[p], frame.at[p];
    }
    storage.rows.push_back(row);
  }
  return storage_text(storage);
}

/// One of the storage files by coordinate; `forces` gives each name the ending of what it is.
TextFile by_coordinate(const std::string& file, const ModelExport& model,
                       const std::vector<JointPlan>& plans, const std::vector<JointFrame>& frames,
                       VectorXd JointFrame::* part, bool forces = false) {
  Storage storage{file.substr(0, file.find('.')), {}, times_of(*model.motion), {}};
  for (const JointCoordinate& coordinate : coordinates_of(plans)) {
    const char* ending = coordinate.slides ? "_force" : "_moment";
    storage.columns.push_back(coordinate.name + (forces ? ending : ""));
  }
  for (const JointFrame& frame : frames) storage.rows.push_back(frame.*part);
  return {file, storage_text(storage)};
}

TextFile by_fascicle(const std::string& file, const ModelExport& model,
                     VectorXd RecordedFrame::* part) {
  Storage storage{file.substr(0, file.find('.')), {}, times_of(*model.motion), {}};
  for (const Fascicle& fascicle : model.body.tables().fascicles) {
    storage.columns.push_back(fascicle.id);
  }
  for (const RecordedFrame& frame : model.motion->frames) storage.rows.push_back(frame.*part);
  return {file, storage_text(storage)};
}

}  // namespace

std::vector<TextFile> osim_files(const ModelExport& model) {
  const auto recorded = frames_of(model);
  const auto plans = plan_joints(model.body, recorded);
  const auto frames = joint_frames(model.body, plans, recorded);
  std::vector<TextFile> files = {{"strongback.osim", osim_model(model, plans, frames.front())}};
  if (!model.motion) return files;
  const auto add = [&](const char* file, VectorXd JointFrame::* part, bool forces = false) {
    files.push_back(by_coordinate(file, model, plans, frames, part, forces));
  };
  add("coordinates.mot", &JointFrame::value);
  add("speeds.sto", &JointFrame::rate);
  add("accelerations.sto", &JointFrame::acceleration);
  files.push_back({std::string(kLoads) + ".xml", loads_xml(*model.motion)});
  files.push_back({std::string(kLoads) + ".mot", loads_mot(*model.motion)});
  add("inverse_dynamics.sto", &JointFrame::needed, true);
  add("muscle_moments.sto", &JointFrame::by_muscles, true);
  files.push_back(by_fascicle("activations.sto", model, &RecordedFrame::activation));
  files.push_back(by_fascicle("forces.sto", model, &RecordedFrame::pull));
  files.push_back(by_fascicle("lengths.sto", model, &RecordedFrame::length));
  return files;
}

}  // namespace strongback
