#include <gtest/gtest.h>
#include <mujoco/mujoco.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "body/mjcf.h"
#include "exports/files.h"
#include "movement/postures_for_tests.h"

namespace strongback {
namespace {

using Eigen::VectorXd;

/// A band from the front to the hands, and a bag on the back: every kind of outside force moves.
constexpr const char* kMotion = R"(exercise = "a-b"
return_s = 1.0
[[support]]
part = "foot"
on = "floor"
[[load]]
kind = "band"
in = "hands"
anchor_m = [1.5, 1.3, 0]
slack_m = 0.7
[[load]]
kind = "bag"
in = "back"
[[keyframe]]
name = "arms long"
angles_deg = { shoulder_flexion = 80 }
[[keyframe]]
name = "hands near"
at_s = 1.0
angles_deg = { shoulder_flexion = 30, elbow_flexion = 110, shoulder_abduction = 30 }
)";

const ModelExport& moving() {
  static const ModelExport made = [] {
    const Body& body = man_for_tests();
    const Motion motion = motion_from(kMotion);
    AssessOptions options;
    options.frames = 7;
    const auto frames = solve_frames(body, motion, kilograms(6.0), options);
    EXPECT_TRUE(frames.has_value());
    return ModelExport{body, record_motion(body, motion, kilograms(6.0), frames.value())};
  }();
  return made;
}

struct Free {
  void operator()(mjModel* model) const { mj_deleteModel(model); }
  void operator()(mjData* data) const { mj_deleteData(data); }
};

/// The document as MuJoCo itself reads it.
struct Loaded {
  explicit Loaded(const std::string& text) {
    auto files = std::make_unique<mjVFS>();
    mj_defaultVFS(files.get());
    mj_makeEmptyFileVFS(files.get(), "export.xml", static_cast<int>(text.size()));
    std::memcpy(files->filedata[mj_findFileVFS(files.get(), "export.xml")], text.data(),
                text.size());
    std::array<char, 1000> error{};
    model.reset(mj_loadXML("export.xml", files.get(), error.data(), 1000));
    mj_deleteVFS(files.get());
    EXPECT_NE(model, nullptr) << error.data();
    data.reset(mj_makeData(model.get()));
  }
  std::unique_ptr<mjModel, Free> model;
  std::unique_ptr<mjData, Free> data;
};

VectorXd vector_of(const double* values, int count) {
  return Eigen::Map<const VectorXd>(values, count);
}

TEST(MjcfFiles, WeighWhatTheBodyWeighs) {
  const Loaded alone(mjcf_files({man_for_tests(), std::nullopt}).front().text);
  const Loaded engine(man_for_tests().mjcf());
  ASSERT_EQ(alone.model->nbody, engine.model->nbody);
  const int count = alone.model->nbody;
  EXPECT_EQ(vector_of(alone.model->body_mass, count), vector_of(engine.model->body_mass, count));
  EXPECT_EQ(vector_of(alone.model->body_inertia, 3 * count),
            vector_of(engine.model->body_inertia, 3 * count));
  EXPECT_EQ(alone.model->nkey, 1);
}

TEST(MjcfFiles, EachKeyframeNeedsWhatTheEngineBalances) {
  const auto files = mjcf_files(moving());
  ASSERT_EQ(files.size(), 2u);
  const Loaded loaded(files.front().text);
  mjModel* model = loaded.model.get();
  mjData* data = loaded.data.get();
  const MotionRecord& record = *moving().motion;
  ASSERT_EQ(model->nkey, static_cast<int>(record.frames.size()));
  double most_moved = 0.0;
  for (std::size_t i = 0; i < record.frames.size(); ++i) {
    const RecordedFrame& frame = record.frames[i];
    mj_resetDataKeyframe(model, data, static_cast<int>(i));
    EXPECT_EQ(data->time, frame.time_s);
    std::copy(frame.qacc.begin(), frame.qacc.end(), data->qacc);
    mj_inverse(model, data);
    VectorXd needed = vector_of(data->qfrc_inverse, model->nv);
    for (std::size_t p = 0; p < record.points.size(); ++p) {
      const int site = mj_name2id(model, mjOBJ_SITE, record.points[p].name.c_str());
      ASSERT_GE(site, 0);
      const double* at = data->site_xpos + 3 * site;
      EXPECT_LT((Eigen::Map<const Eigen::Vector3d>(at) - frame.at[p]).norm(), 1e-12);
      VectorXd from_outside = VectorXd::Zero(model->nv);
      const std::array<double, 3> none{};
      mj_applyFT(model, data, frame.force[p].data(), none.data(), at, model->site_bodyid[site],
                 from_outside.data());
      needed -= from_outside;
    }
    EXPECT_LT((needed - frame.needed).norm(), 1e-6 * frame.needed.norm());
    most_moved = std::max(most_moved, frame.qacc.cwiseAbs().maxCoeff());
  }
  EXPECT_GT(most_moved, 1.0);
}

TEST(MjcfFiles, ControlsPullAsTheFasciclesDo) {
  const Loaded loaded(mjcf_files(moving()).front().text);
  mjModel* model = loaded.model.get();
  mjData* data = loaded.data.get();
  const MotionRecord& record = *moving().motion;
  for (std::size_t i = 0; i < record.frames.size(); ++i) {
    const RecordedFrame& frame = record.frames[i];
    mj_resetDataKeyframe(model, data, static_cast<int>(i));
    mj_forward(model, data);
    EXPECT_LT((vector_of(data->ten_length, model->ntendon) - frame.length).norm(), 1e-9);
    EXPECT_LT((vector_of(data->qfrc_actuator, model->nv) - frame.by_muscles).norm(),
              1e-6 * frame.by_muscles.norm());
  }
}

TEST(MjcfFiles, SupportsAndPullsHoldTheWholeBody) {
  for (const RecordedFrame& frame : moving().motion->frames) {
    const int turn = man_for_tests().turn_dof("pelvis");
    EXPECT_LT(frame.needed.segment<3>(turn - 3).norm(), 1.0);
    EXPECT_LT(frame.needed.segment<3>(turn).norm(), 1.0);
  }
}

TEST(MjcfFiles, TheTableHasACellForEachColumn) {
  const auto files = mjcf_files(moving());
  const auto lines = [&] {
    std::vector<std::string> all(1);
    for (const char letter : files.back().text) {
      if (letter == '\n') {
        all.emplace_back();
      } else {
        all.back() += letter;
      }
    }
    return all;
  }();
  ASSERT_EQ(lines.size(), moving().motion->frames.size() + 2);  // heading, and nothing at the end
  const auto cells = std::count(lines.front().begin(), lines.front().end(), ',');
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    EXPECT_EQ(std::count(lines[i].begin(), lines[i].end(), ','), cells);
  }
}

}  // namespace
}  // namespace strongback
