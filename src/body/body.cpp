#include "body/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>

#include "base/expects.h"
#include "body/mjcf.h"
#include "body/parts.h"
#include "body/paths.h"

namespace strongback {
namespace {

/// MuJoCo's own errors end the program: inputs are checked before, so one that still comes is a
/// bug of ours.
void stop_on_mujoco_error(const char* message) { expects(false, message); }

void install_error_handler() {
  static std::once_flag once;
  std::call_once(once, [] {
    mju_user_error = stop_on_mujoco_error;
    mju_user_warning = [](const char*) {};
  });
}

using Model = std::unique_ptr<mjModel, FreeModel>;

Checked<Model> load_model(const std::string& mjcf) {
  install_error_handler();
  auto files = std::make_unique<mjVFS>();
  mj_defaultVFS(files.get());
  constexpr const char* kName = "body.xml";
  const int size = static_cast<int>(mjcf.size());
  expects(mj_makeEmptyFileVFS(files.get(), kName, size) == 0, "the model fits into memory");
  std::memcpy(files->filedata[mj_findFileVFS(files.get(), kName)], mjcf.data(), mjcf.size());
  std::array<char, 1000> error{};
  Model model(mj_loadXML(kName, files.get(), error.data(), static_cast<int>(error.size())));
  mj_deleteVFS(files.get());
  if (!model) {
    return tl::unexpected(Problems{
        {"data/body",
         {},
         fmt::format("the tables do not make a body: {}", error.data()),
         "each segment needs a parent, a mass and an inertia that a solid body can have"}});
  }
  return model;
}

std::string dof_name_of(const mjModel& model, int dof) {
  const int joint = model.dof_jntid[dof];
  const std::string name = mj_id2name(&model, mjOBJ_JOINT, joint);
  constexpr std::array<const char*, 3> kAxes = {"x", "y", "z"};
  const auto axis = static_cast<std::size_t>(dof - model.jnt_dofadr[joint]);
  if (model.jnt_type[joint] == mjJNT_BALL) return fmt::format("{} turn {}", name, kAxes.at(axis));
  if (model.jnt_type[joint] == mjJNT_FREE) {
    return fmt::format("{} {} {}", name, axis < 3 ? "slide" : "turn", kAxes.at(axis % 3));
  }
  return name;
}

bool is_locked(const std::string& dof) { return dof == "hand_r" || dof == "hand_l"; }

void find_rows(Body::Parts& parts) {
  for (std::size_t i = 0; i < parts.tables.discs.size(); ++i) {
    const std::string name = parts.tables.discs[i].above + " slide x";
    const int joint = mj_name2id(parts.model.get(), mjOBJ_JOINT, name.c_str());
    expects(joint >= 0, "each disc has sliding joints");
    parts.disc_slides[i] = parts.model->jnt_dofadr[joint];
  }
  for (int dof = 0; dof < parts.model->nv; ++dof) {
    parts.dof_names.push_back(dof_name_of(*parts.model, dof));
    const bool slides = std::any_of(parts.disc_slides.begin(), parts.disc_slides.end(),
                                    [&](int first) { return dof >= first && dof < first + 3; });
    if (!slides && !is_locked(parts.dof_names.back())) parts.rows.push_back(dof);
  }
}

Problems build_problems(const Build& build) {
  Problems problems;
  const auto say = [&](std::string message) {
    problems.push_back(
        {"", {}, std::move(message), "the model holds for bodies within these limits"});
  };
  if (!(build.height >= kShortest && build.height <= kTallest)) {
    say(fmt::format("a height of {:.0f} cm: it must be from 120 to 220 cm",
                    in_centimeters(build.height)));
  }
  if (!(build.mass >= kLightest && build.mass <= kHeaviest)) {
    say(fmt::format("a mass of {:.0f} kg: it must be from 30 to 250 kg", in_kilograms(build.mass)));
  }
  return problems;
}

}  // namespace

Checked<Body> make_body(const BodyTables& tables, const Build& build) {
  if (Problems problems = build_problems(build); !problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  auto parts = std::make_shared<Body::Parts>();
  parts->tables = scaled(tables, build);
  parts->build = build;
  parts->mjcf = mjcf_of(parts->tables);
  auto model = load_model(parts->mjcf);
  if (!model) return tl::unexpected(model.error());
  parts->model = std::move(*model);
  parts->map = make_stance_map(parts->tables, *parts->model);
  parts->paths = make_path_table(parts->tables, *parts->model);
  for (std::size_t i = 0; i < kCarrierNames.size(); ++i) {
    parts->carriers[i] = mj_name2id(parts->model.get(), mjOBJ_BODY, kCarrierNames[i]);
  }
  const auto mean_strength = [](const BodyTables& of) {
    double sum = 0.0;
    for (const Fascicle& fascicle : of.fascicles) sum += fascicle.strength;
    return sum / static_cast<double>(of.fascicles.size());
  };
  parts->strength_unit = mean_strength(parts->tables);
  parts->strength_ratio = parts->strength_unit / mean_strength(tables);
  find_rows(*parts);
  return Body(std::move(parts));
}

Body::Body(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
const BodyTables& Body::tables() const { return parts_->tables; }
const Build& Body::build() const { return parts_->build; }
int Body::dofs() const { return parts_->model->nv; }
const std::vector<int>& Body::rows() const { return parts_->rows; }
int Body::disc_slide(int index) const {
  return parts_->disc_slides.at(static_cast<std::size_t>(index));
}
std::string Body::mjcf() const { return parts_->mjcf; }

const std::string& Body::dof_name(int dof) const {
  return parts_->dof_names.at(static_cast<std::size_t>(dof));
}

bool Body::is_slide(int dof) const {
  const mjModel& model = *parts_->model;
  const int joint = model.dof_jntid[dof];
  const int type = model.jnt_type[joint];
  return type == mjJNT_SLIDE || (type == mjJNT_FREE && dof - model.jnt_dofadr[joint] < 3);
}

int Body::turn_dof(const std::string& segment) const {
  const int joint = mj_name2id(parts_->model.get(), mjOBJ_JOINT, segment.c_str());
  if (joint < 0) return -1;
  const int first = parts_->model->jnt_dofadr[joint];
  return parts_->model->jnt_type[joint] == mjJNT_FREE ? first + 3 : first;
}

int Body::joint(const std::string& segment) const {
  const int joint = mj_name2id(parts_->model.get(), mjOBJ_JOINT, segment.c_str());
  expects(joint >= 0, "the joint exists");
  return joint;
}

double Body::strength_unit() const { return parts_->strength_unit; }
double Body::strength_ratio() const { return parts_->strength_ratio; }

int Body::segment(const std::string& id) const {
  const int body = mj_name2id(parts_->model.get(), mjOBJ_BODY, id.c_str());
  expects(body >= 0, "the segment exists");
  return body;
}

Eigen::Vector3d Body::joint_in_parent(const std::string& id) const {
  return Eigen::Map<const Eigen::Vector3d>(parts_->model->body_pos + 3 * segment(id));
}

}  // namespace strongback
