// model_report DATA DOCS: writes DOCS/model.md and DOCS/figures/moment_arms.svg, which say what the
// model of the body holds and can do.  model_report --check DATA DOCS: exits with 1 if they differ.
#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "arm_sweeps.h"
#include "assess/measured.h"
#include "mechanics/trunk_strength.h"
#include "model_plot.h"
#include "page_tool.h"

namespace {

using namespace strongback;

constexpr double kPercent = 100.0;

Build shown_man() { return {meters(1.75), kilograms(75.0), Sex::Male, 30}; }

/// A panel's question: the lever arm of a row of arms in one posture.
using ArmOf = std::function<double(const ArmSweep&, std::size_t posture, Eigen::Index fascicle)>;

ArmOf about(const Body& body, const std::string& dof, double sign) {
  int found = -1;
  for (int i = 0; i < body.dofs(); ++i) {
    if (body.dof_name(i) == dof) found = i;
  }
  return [found, sign](const ArmSweep& sweep, std::size_t i, Eigen::Index m) {
    return sign * sweep.arms[i](m, found);
  };
}

/// About an axis of the rib cage through the shoulder; `axis` 1: the upper arm's own.
ArmOf about_shoulder(const Body& body, int axis, double sign) {
  const int first = body.turn_dof("humerus_r");
  return [first, axis, sign](const ArmSweep& sweep, std::size_t i, Eigen::Index m) {
    const Eigen::Vector3d own = sweep.arms[i].block<1, 3>(m, first).transpose();
    return sign * (axis == 1 ? own : Eigen::Vector3d(sweep.humerus[i] * own))[axis];
  };
}

/// [mm]  the mean arm of a muscle's right and midline fascicles that cross the joint, by strength;
/// `id` is a muscle, or the beginning of fascicles' names.
PlotLine line_of(const Body& body, const ArmSweep& sweep, const ArmOf& arm, const std::string& id) {
  const auto& fascicles = body.tables().fascicles;
  PlotLine line{id, std::vector<double>(sweep.degrees.size(), 0.0)};
  double strength = 0.0;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    const Fascicle& fascicle = fascicles[m];
    const bool is_meant = fascicle.muscle == id || fascicle.id.starts_with(id);
    if (!is_meant || fascicle.side == 'l') continue;
    const auto row = static_cast<Eigen::Index>(m);
    double most = 0.0;
    for (std::size_t i = 0; i < line.y.size(); ++i) {
      most = std::max(most, std::abs(arm(sweep, i, row)));
    }
    if (most < 1e-6) continue;
    strength += fascicle.strength;
    for (std::size_t i = 0; i < line.y.size(); ++i) {
      line.y[i] += 1000.0 * fascicle.strength * arm(sweep, i, row);
    }
  }
  for (double& y : line.y) y /= std::max(strength, 1e-9);
  return line;
}

struct PanelPlan {
  std::string title, sideways, coordinate;
  ArmOf arm;
  std::vector<std::string> muscles;
};

std::vector<PanelPlan> panel_plans(const Body& body) {
  const std::vector<std::string> trunk = {
      "erector-spinae-lumbar", "erector-spinae-thoracic", "multifidus",       "quadratus-lumborum",
      "psoas-major",           "rectus-abdominis",        "external-oblique", "internal-oblique"};
  const std::vector<std::string> shoulder = {
      "latissimus-dorsi", "pectoralis-major",  "teres-major",   "deltoid-anterior",
      "deltoid-middle",   "deltoid-posterior", "infraspinatus", "subscapularis"};
  return {
      {"extends the trunk at L4/L5", "flexion of the trunk [deg]", "lumbar_flexion",
       about(body, "L4 turn z", 1.0), trunk},
      {"bends to its own side at L4/L5", "bend to that side [deg]", "lumbar_bend",
       about(body, "L4 turn x", 1.0), trunk},
      {"turns to the other side at L4/L5", "turn to the other side [deg]", "lumbar_twist",
       about(body, "L4 turn y", 1.0), trunk},
      {"flexes the shoulder", "flexion of the arm [deg]", "shoulder_flexion_r",
       about_shoulder(body, 2, 1.0), shoulder},
      {"lifts the arm sideways", "abduction of the arm [deg]", "shoulder_abduction_r",
       about_shoulder(body, 0, -1.0), shoulder},
      {"turns the arm inward", "inward turn of the arm [deg]", "shoulder_rotation_r",
       about_shoulder(body, 1, 1.0), shoulder},
      {"flexes the elbow",
       "flexion of the elbow [deg]",
       "elbow_flexion_r",
       about(body, "ulna_r", 1.0),
       {"biceps", "brachialis", "brachioradialis", "triceps"}},
      {"flexes the hip",
       "flexion of the hip [deg]",
       "hip_flexion_r",
       about(body, "femur_r turn z", 1.0),
       {"gluteus-maximus", "hamstrings", "iliacus", "psoas-major", "rectus-femoris", "adductors"}},
      {"extends the knee",
       "flexion of the knee [deg]",
       "knee_flexion_r",
       about(body, "tibia_r", 1.0),
       {"quadriceps", "hamstrings", "calves"}},
  };
}

std::string arms_figure(const Body& body) {
  std::vector<PlotPanel> panels;
  for (const PanelPlan& plan : panel_plans(body)) {
    const ArmSweep sweep = sweep_arms(body, plan.coordinate);
    PlotPanel panel{plan.title, plan.sideways, sweep.degrees, {}};
    for (const std::string& id : plan.muscles) {
      panel.lines.push_back(line_of(body, sweep, plan.arm, id));
    }
    panels.push_back(std::move(panel));
  }
  return PanelSheet::draw("Lever arms [mm] over the range of each joint, right side", panels);
}

std::string jumps_table(const Body& body) {
  std::string text = "| strand | while | at | about | mm in that degree |\n|---|---|---|---|--:|\n";
  for (const Coordinate& coordinate : body.tables().coordinates) {
    if (coordinate.name.ends_with("_l") || coordinate.name.starts_with("pelvis")) continue;
    constexpr double kMost_mm = 5.0;
    for (const ArmJump& jump : jumps_of(body, sweep_arms(body, coordinate.name), kMost_mm)) {
      text += fmt::format("| {} | {} | {:.0f} deg | {} | {:.1f} |\n", jump.fascicle,
                          jump.coordinate, jump.degree, jump.dof, jump.mm);
    }
  }
  return text;
}

std::string joint_words(Joint joint) {
  switch (joint) {
    case Joint::Free:
      return "free";
    case Joint::Disc:
      return "disc: 3 turns, 3 slides read out";
    case Joint::Ball:
      return "3 turns";
    case Joint::Hinge:
      return "1 turn";
    case Joint::Node:
      return "node of the wall: 3 turns, 3 slides";
    case Joint::Fixed:
      return "fixed";
    case Joint::Socket:
      return "socket: 3 turns, 3 slides in equilibrium";
  }
  return "";
}

std::string segments_table(const Body& body) {
  std::string text =
      "| segment | carried by | joint | mass [kg] | share [%] |\n|---|---|---|--:|--:|\n";
  const double all = body.build().mass.si();
  double sum = 0.0;
  for (const Segment& segment : body.tables().segments) {
    if (segment.id.ends_with("_l")) continue;
    const bool is_right = segment.id.ends_with("_r");
    const std::string id = is_right ? segment.id.substr(0, segment.id.size() - 2) : segment.id;
    std::string parent = segment.parent.empty() ? "-" : segment.parent;
    if (parent.ends_with("_r")) parent.resize(parent.size() - 2);
    sum += (is_right ? 2.0 : 1.0) * segment.mass;
    text += fmt::format("| {}{} | {} | {} | {:.2f} | {:.1f} |\n", id, is_right ? ", each side" : "",
                        parent, joint_words(segment.joint), segment.mass,
                        kPercent * segment.mass / all);
  }
  return text + fmt::format("| all | | | {:.2f} | {:.1f} |\n", sum, kPercent * sum / all);
}

struct MuscleSum {
  int strands = 0;
  double strength = 0.0, arm = 0.0, crossing = 0.0;
};

std::string muscles_table(const Body& body) {
  const ArmSweep sweep = sweep_arms(body, "lumbar_flexion");
  const auto upright = static_cast<std::size_t>(
      std::find(sweep.degrees.begin(), sweep.degrees.end(), 0.0) - sweep.degrees.begin());
  const ArmOf arm = about(body, "L4 turn z", 1.0);
  std::map<std::string, MuscleSum> sums;
  MuscleSum all;
  const auto& fascicles = body.tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    const Fascicle& fascicle = fascicles[m];
    all.strands += 1;
    if (fascicle.side == 'l') continue;
    MuscleSum& sum = sums[fascicle.muscle.empty() ? "not reported" : fascicle.muscle];
    sum.strands += 1;
    sum.strength += fascicle.strength;
    const double lever = arm(sweep, upright, static_cast<Eigen::Index>(m));
    if (std::abs(lever) < 1e-6) continue;
    sum.arm += lever * fascicle.strength;
    sum.crossing += fascicle.strength;
  }
  std::string text =
      "| muscle | strands a side | strength a side [N] | lever at L4/L5 [cm] "
      "|\n|---|--:|--:|--:|\n";
  for (const auto& [id, sum] : sums) {
    text += fmt::format(
        "| {} | {} | {:.0f} | {} |\n", id, sum.strands, sum.strength,
        sum.crossing > 0.0 ? fmt::format("{:+.1f}", kPercent * sum.arm / sum.crossing) : "");
  }
  return text + fmt::format("\n{} strands in all, both sides.\n", all.strands);
}

std::string own_moments(const BodyTables& tables) {
  const std::map<std::string, std::string> words = {{"trunk-extension", "extension"},
                                                    {"trunk-flexion", "flexion"},
                                                    {"trunk-bend", "bend to a side"},
                                                    {"trunk-turn", "turn about the long axis"}};
  TrunkStrength man(make_body(tables, shown_man()).value());
  TrunkStrength woman(make_body(tables, {meters(1.62), kilograms(60.0), Sex::Female, 30}).value());
  std::string text =
      "| direction | man, 1.75 m, 75 kg, 30 y [Nm] | woman, 1.62 m, 60 kg, 30 y [Nm] |\n"
      "|---|--:|--:|\n";
  for (const TrunkTask& task : trunk_tasks()) {
    text += fmt::format("| {} | {:.0f} | {:.0f} |\n", words.at(task.name), man.greatest(task),
                        woman.greatest(task));
  }
  return text;
}

/// Norms that name a moment of the model, beside it.
std::string norms_table(const BodyTables& tables, const std::vector<MeasuredNorm>& norms) {
  std::string text =
      "| group | published [Nm] | range | model [Nm] | model over published | source |\n"
      "|---|--:|---|--:|--:|---|\n";
  for (const MeasuredNorm& norm : norms) {
    if (norm.moment.empty() || !norm.subject || !norm.value) continue;
    for (const TrunkTask& task : trunk_tasks()) {
      if (task.name != norm.moment) continue;
      TrunkStrength strength(make_body(tables, *norm.subject).value());
      const double moment = strength.greatest(task);
      text += fmt::format("| {}, {} | {:.0f} | {:.0f} to {:.0f} | {:.0f} | {:.2f} | {} ({}) |\n",
                          norm.what, norm.group, *norm.value, norm.low.value_or(*norm.value),
                          norm.high.value_or(*norm.value), moment, moment / *norm.value,
                          norm.source, norm.provenance);
    }
  }
  return text;
}

std::string page_of(const BodyTables& tables, const std::vector<MeasuredNorm>& norms) {
  const Body body = make_body(tables, shown_man()).value();
  return fmt::format(
      "# What the model can do\n\n"
      "Made by `model_report` (tools/model_report.cpp) from data/body and data/measured; version "
      "{}.  Figures are those of a man of 1.75 m, 75 kg and 30 years unless a table says "
      "otherwise.\n\n"
      "## Greatest moments of the upright trunk\n\n"
      "A pure moment on the rib cage grows until no muscle forces hold it any more, with pelvis "
      "and legs held, arms hanging, pressure in the abdomen free up to its limit, and every "
      "equation above the pelvis in balance; so it is the same at every disc.\n\n{}\n"
      "Beside published figures.  Strengths are not scaled to them.\n\n{}\n"
      "## Lever arms\n\n"
      "![Lever arms of the main muscles](figures/moment_arms.svg)\n\n"
      "A line is the mean of a muscle's strands that cross the joint, weighted by strength; above "
      "0 it does what the panel says.  All other angles are 0.  Strands of the abdominal wall end "
      "on "
      "its node, so what they do to the trunk is more than their own lever arm.\n\n"
      "Strands whose lever arm changes by more than 5 mm within one degree, while one angle goes "
      "through its whole range:\n\n{}\n"
      "## Segments\n\n{}\n"
      "## Muscles\n\nLever arms are those of the upright posture, by strength; above 0 they extend."
      "\n\n{}",
      tables.version, own_moments(tables), norms_table(tables, norms), jumps_table(body),
      segments_table(body), muscles_table(body));
}

/// Writes, or with `is_check` compares; true if all is well.
bool settle(const std::string& path, const std::string& text, bool is_check) {
  if (!is_check) return static_cast<bool>(std::ofstream(path) << text);
  if (text_of(path) == text) return true;
  std::cerr << path << ": is not what model_report writes\n  hint: run model_report\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const auto order = read_page_order(argc, argv, "model_report");
  if (!order) return 2;
  const auto tables = read_body_tables(order->data + "/body");
  if (!tables) return complain(tables.error());
  const auto measured = read_measured({order->data + "/measured/norms.toml"}, {});
  if (!measured) return complain(measured.error());
  const Body body = make_body(*tables, shown_man()).value();
  const bool page =
      settle(order->docs + "/model.md", page_of(*tables, measured->norms), order->is_check);
  const bool figure =
      settle(order->docs + "/figures/moment_arms.svg", arms_figure(body), order->is_check);
  return page && figure ? 0 : 1;
}
