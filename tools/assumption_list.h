#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "body/edits.h"
#include "body/tables.h"

namespace strongback {

inline void same(BodyTables& /*tables*/) {}

/// One thing that is different, in the tables or in how a motion is played.
struct Change {
  std::string varied;  ///< as the page says it
  Edit edit = same;    ///< nothing: not varied
  bool cocontracts = true;
  bool is_against_off = false;  ///< compared with the line that switches co-contraction off
  double pace = 1.0;            ///< [-]  time of each keyframe, times this
  int age = 30;                 ///< [years]
  double plane = 0.5;  ///< [-]  share of a joint's angle by which the plane of its disc turns
};

struct Assumption {
  std::string assumed;
  std::vector<Change> changes;
};

/// [-]  breadth of the shown man over the reference body's: 75 kg on 1.75 m, 79.6 kg on 1.70 m.
inline const double kBreadth = std::sqrt((75.0 / 79.6) / (1.75 / 1.70));

inline Edit set(std::vector<std::pair<std::string, double>> values) {
  return [values = std::move(values)](BodyTables& tables) {
    for (const auto& [name, value] : values) tables.numbers.at(name) = value;
  };
}

inline Edit reserves_times(double factor) {
  return [factor](BodyTables& tables) {
    for (const char* joint : {"shoulder", "elbow", "girdle", "neck", "leg"}) {
      tables.numbers.at(std::string("reserve.") + joint + "_Nm") *= factor;
    }
  };
}

inline Edit without(std::string muscle) {
  return [muscle = std::move(muscle)](BodyTables& tables) {
    std::erase_if(tables.fascicles, [&](const Fascicle& one) { return one.muscle == muscle; });
  };
}

/// Paths do not bend around wraps whose name begins with `word`.
inline Edit without_wrap(std::string word) {
  return [word = std::move(word)](BodyTables& tables) {
    for (Fascicle& fascicle : tables.fascicles) {
      std::erase_if(fascicle.path, [&](const PathStop& s) { return s.wrap.starts_with(word); });
    }
  };
}

/// Shares of flexion, L5/S1 first.
inline Edit flexion_shares(std::array<double, 6> shares) {
  return [shares](BodyTables& tables) {
    for (std::size_t i = 0; i < 6; ++i) tables.rhythm.lumbar[i][2] = shares[i];
  };
}

inline Edit lumbar_share_times(double factor) {
  return [factor](BodyTables& tables) {
    for (auto& row : tables.rhythm.lumbar_share) row[1] *= factor;
  };
}

inline std::vector<Assumption> assumptions_of_body() {
  const std::vector<std::string> deep = {"erector-spinae-lumbar", "erector-spinae-thoracic",
                                         "multifidus"};
  const Edit forward = [](BodyTables& tables) {
    for (Segment& segment : tables.segments) {
      if (segment.id == "thorax") segment.com[0] += 0.01 / kBreadth;
    }
  };
  const Edit no_pennation = [](BodyTables& tables) {
    for (Fascicle& fascicle : tables.fascicles) fascicle.pennation = 0.0;
  };
  const std::vector<std::string> trunk = {"L1", "L2", "L3", "L4", "L5", "thorax"};
  return {
      {"The thorax is rigid, with its mass where de Leva and Bruno put it.",
       {{"center of mass 1 cm forward", forward}}},
      {"Mass is shared out by de Leva's fractions.",
       {{"5 % more in the trunk above the pelvis", heavier(trunk, 1.05)},
        {"5 % more in thorax, head and upper arms", heavier({"thorax", "head", "humerus"}, 1.05)}}},
      {"Breadth follows from mass and stature alone.",
       {{"5 % broader and deeper, same mass", broader(1.05, 75.0)}}},
      {"Lumbar levels share flexion by their range.",
       {{"shares of Christophy et al. 2012", toward_christophy(1.0)},
        {"the same share for all six",
         flexion_shares({1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6})}}},
      {"The lumbar share of a lean trunk is a design value.",
       {{"0.8 times", lumbar_share_times(0.8)}, {"1.2 times", lumbar_share_times(1.2)}}},
      {"The scapula follows the arm by one linear rhythm, raising and lowering alike.",
       {{"the girdle does not follow", girdle_follows(0.0)}}},
      {"Back muscles lie where Bruno's CT data put them.",
       {{"erector spinae and multifidus 5 mm further back", moved_forward(deep, -0.005 / kBreadth)},
        {"5 mm further forward", moved_forward(deep, 0.005 / kBreadth)}}},
      {"Cuff and pectoralis bend around the head of the humerus.",
       {{"no sphere: they run straight", without_wrap("humeral-head")}}},
      {"Pennation is that of the resting muscle.", {{"none", no_pennation}}},
      {"Strength goes with mass^(2/3), sex and age (design values).",
       {{"all muscles at 0.7", stronger({}, 0.7)},
        {"all muscles at 1.3", stronger({}, 1.3)},
        {"a man of 60 years", same, true, false, 1.0, 60},
        {"at 0.7, without co-contraction (against its line \"off\")", stronger({}, 0.7), false,
         true}}},
  };
}

inline Edit ligaments(double collar_bone_Nm, double blade_Nm) {
  return set({{"ligament.girdle_Nm", collar_bone_Nm}, {"ligament.blade_Nm", blade_Nm}});
}

inline Edit no_capsule_limit() { return set({{"socket.capsule_N", 1e5}}); }
inline Edit no_ribs() { return set({{"scapula.unit_N", 0.1}}); }
inline Edit no_ties() {
  return [](BodyTables& tables) { tables.ties.clear(); };
}
inline Edit old_wall() { return set({{"iap.wall_cm2", 250}}); }

/// What moves muscles about the shoulder more than it moves discs.
inline std::vector<Assumption> assumptions_of_shoulder() {
  return {
      {"The socket presses within an ellipse; the capsule is dear (200 N).",
       {{"no socket: the capsule holds for nothing (1e5 N)", no_capsule_limit()},
        {"the capsule at a quarter of the price (400 N)", set({{"socket.capsule_N", 400}})},
        {"hardly any capsule (0.1 N)", set({{"socket.capsule_N", 0.1}})},
        {"stability ratios a fifth smaller",
         set({{"socket.upward", 0.44}, {"socket.forward", 0.264}})}}},
      {"The capsule gives up to 5 Nm about the arm's length.",
       {{"nothing", set({{"socket.most_Nm", 0}})}}},
      {"Cuff and pectoralis bend around the head of the humerus.",
       {{"no sphere: they run straight", without_wrap("humeral-head")}}},
      {"Ligaments hold the collar bone against turning (20 Nm) and the blade against tilting (4 "
       "Nm).",
       {{"the collar bone's for nothing (1e4 Nm)", ligaments(1e4, 4)},
        {"the blade's at the price of the other (20 Nm)", ligaments(20, 20)},
        {"the blade's for nothing (1e4 Nm)", ligaments(20, 1e4)},
        {"both at 100 Nm", ligaments(100, 100)},
        {"both for nothing", ligaments(1e4, 1e4)},
        {"hardly any (0.1 Nm)", ligaments(0.1, 0.1)}}},
      {"Shoulder blades lean on the ribs.", {{"no contact", no_ribs()}}},
  };
}

inline std::vector<Assumption> assumptions_of_bar() {
  return {
      {"A bar in two hands passes a push and bends and shears (20 Nm).",
       {{"bends and shears at a hundredth of the price (200 Nm)", set({{"contact.grip_Nm", 200}})},
        {"only passes a push along itself (0.01 Nm)", set({{"contact.grip_Nm", 0.01}})}}}};
}

inline std::vector<Assumption> assumptions_of_wall() {
  return {{"The linea alba ties the wall to pubis and breastbone.", {{"no ties", no_ties()}}},
          {"Pressure pushes on 400 cm2 of wall.", {{"250 cm2, as in version 1", old_wall()}}},
          {"The transverse muscle holds pressure like a belt.",
           {{"none", without("transversus-abdominis")}}}};
}

inline std::vector<Change> changes_of_strength() {
  return {{"nothing changed"},
          {"no ties", no_ties()},
          {"wall of 250 cm2, as in version 1", old_wall()},
          {"no transverse muscle", without("transversus-abdominis")},
          {"no pressure", set({{"iap.most_kPa", 0}})},
          {"no latissimus", without("latissimus-dorsi")}};
}

/// Of recruitment: the wall of the abdomen and its pressure.
inline std::vector<Assumption> assumptions_of_abdomen() {
  const auto rectus_only = [](BodyTables& tables) {
    for (Fascicle& one : tables.fascicles) {
      one.cocontracts = one.cocontracts && one.muscle == "rectus-abdominis";
    }
  };
  const auto no_node = [](BodyTables& tables) {
    tables.ties.clear();  // they would hold up a bent trunk
    for (Segment& segment : tables.segments) {
      if (segment.joint == Joint::Node) segment.joint = Joint::Fixed;
    }
  };
  return {
      {"The wall co-contracts by the rule above.",
       {{"off", same, false},
        {"floor 0.02", set({{"cocontraction.floor", 0.02}})},
        {"the same floor at any load (`power` 0)", set({{"cocontraction.power", 0}})},
        {"in proportion to load (`power` 1)", set({{"cocontraction.power", 1}})},
        {"rectus only", rectus_only},
        {"no end by passive tissue", set({{"cocontraction.passive_Nm", 1e9}})}}},
      {"Pressure is chosen like a muscle, at the price of one at 10 kPa.",
       {{"four times the price (1 at 5 kPa)", set({{"iap.unit_kPa", 5}})},
        {"a quarter of it (1 at 20 kPa)", set({{"iap.unit_kPa", 20}})},
        {"no pressure, no co-contraction (against the line \"off\")", set({{"iap.most_kPa", 0}}),
         false, true}}},
      {"It acts on these areas, this far in front.",
       {{"diaphragm 20 % larger", times({"iap.diaphragm_cm2"}, 1.2)},
        {"20 % smaller", times({"iap.diaphragm_cm2"}, 0.8)},
        {"1 cm further forward", plus("iap.in_front_m", 0.01 / kBreadth)},
        {"wall 20 % larger", times({"iap.wall_cm2"}, 1.2)},
        {"wall of 250 cm2, as in version 1", old_wall()}}},
      {"The wall's node is in equilibrium.", {{"fixed to the pelvis, without ties", no_node}}},
      {"The linea alba ties it to pubis and breastbone.", {{"no ties", no_ties()}}},
      {"The transverse muscle holds pressure like a belt.",
       {{"none", without("transversus-abdominis")}}},
      {"Latissimus works on the spine as on the arm.", {{"none", without("latissimus-dorsi")}}},
      {"Psoas is free to help.", {{"none", without("psoas-major")}}},
  };
}

inline std::vector<Assumption> assumptions_of_recruitment() {
  std::vector<Assumption> all = {
      {"Muscles share work at the least sum of squared activations, weighted by strength.",
       {{"every fascicle the same price", priced([](const Fascicle&) { return 1.0; })},
        {"price by volume: times fiber length",
         priced([](const Fascicle& one) { return one.strength * one.fiber; })}}},
  };
  const std::vector<Assumption>
      abdomen = assumptions_of_abdomen(),
      others = {
          {"Shoulder blades lean on the ribs.", {{"no contact", no_ribs()}}},
          {"Girdle ligaments take turning about the long axes.",
           {{"hardly any (0.1 Nm)", ligaments(0.1, 0.1)}, {"for nothing", ligaments(1e4, 1e4)}}},
          {"The head of the humerus must stay in its socket.",
           {{"no socket: the capsule holds for nothing", no_capsule_limit()}}},
          {"Straight elbows and knees lean on bone.",
           {{"no stops", set({{"stop.elbow_deg", -1e3}, {"stop.knee_deg", -1e3}})}}},
          {"Joints without all of their muscles have small reserves.",
           {{"a tenth", reserves_times(0.1)}, {"ten times", reserves_times(10.0)}}},
          {"Muscles pull at any length and speed as at rest length.", {{"not varied", nullptr}}},
      };
  all.insert(all.end(), abdomen.begin(), abdomen.end());
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

inline std::vector<Assumption> assumptions_of_movement() {
  return {
      {"Keyframes are played at the pace that the file gives.",
       {{"ten times slower: no inertia", same, true, false, 10.0},
        {"twice as fast", same, true, false, 0.5}}},
      {"Acceleration is that of the wanted way; what balance adds from frame to frame moves "
       "slowly.",
       {{"covered by line 1", nullptr}}},
      {"A support is two to four points with one coefficient of friction; parts that lie have 0.1.",
       {{"see below", nullptr}}},
      {"Of all contact forces that carry the body, those with the least sum of squares act, "
       "muscles "
       "weighed in.",
       {{"price of contact force times 9 (unit 1000 N)", set({{"contact.unit_N", 1000}})},
        {"price divided by 11 (unit 10 kN)", set({{"contact.unit_N", 1e4}})}}},
      {"People balance with the least change of the intended posture.",
       {{"not varied: the intended posture is the only datum", nullptr}}},
  };
}

inline std::vector<Assumption> assumptions_of_discs() {
  const Change lower{"that of the lower vertebra", same, true, false, 1.0, 30, 0.0};
  const Change upper{"that of the upper", same, true, false, 1.0, 30, 1.0};
  return {
      {"Discs are tilted as the mean of Bruno's vertebrae; sacral plate 40 deg.",
       {{"every normal 5 deg further back (tilt + 5)", tilted(5.0)},
        {"5 deg further forward (tilt - 5)", tilted(-5.0)}}},
      {"The plane of a disc halves the joint's angle.", {lower, upper}},
      {"A disc has a pressure of 70 kPa without load.", {{"none", set({{"disc.rest_kPa", 0}})}}},
      {"Ligaments that stretch in flexion press the disc.",
       {{"not counted", set({{"disc.ligament_share", 0}})},
        {"lever 5 cm instead of 3.4", set({{"disc.ligament_lever_m", 0.05}})},
        {"lever 2.5 cm", set({{"disc.ligament_lever_m", 0.025}})}}},
      {"Passive moments beyond a neutral zone.",
       {{"none at all", stiffer(0.0)},
        {"half the stiffness", stiffer(0.5)},
        {"twice", stiffer(2.0)},
        {"no neutral zone", each_disc([](Disc& disc) { disc.neutral_zone = {}; })}}},
  };
}

}  // namespace strongback
