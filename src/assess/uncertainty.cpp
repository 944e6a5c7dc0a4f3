// Which assumptions of the model may be off, and what each of them changes.
#include "assess/uncertainty.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/expects.h"
#include "base/text.h"
#include "body/edits.h"
#include "reading/document.h"
#include "reading/fields.h"

namespace strongback {
namespace {

constexpr const char* kFile = "uncertainty.toml";

using Words = std::vector<std::string>;

const Words& extensors() {
  static const Words words = {"erector-spinae-lumbar", "erector-spinae-thoracic", "multifidus",
                              "quadratus-lumborum"};
  return words;
}
const Words& wall() {
  static const Words words = {"rectus-abdominis", "obliques", "transversus-abdominis"};
  return words;
}
const Words& shoulder() {
  static const Words words = {"latissimus-dorsi",  "trapezius-upper",   "trapezius-middle",
                              "trapezius-lower",   "rhomboids",         "levator-scapulae",
                              "teres-major",       "deltoid",           "deltoid-posterior",
                              "rotator-cuff",      "pectoralis-major",  "pectoralis-minor",
                              "serratus-anterior", "triceps-long-head", "biceps-brachii"};
  return words;
}
const Words& hips() {
  static const Words words = {"psoas-major", "gluteus-maximus", "gluteus-medius", "hamstrings",
                              "quadriceps",  "adductors",       "calves"};
  return words;
}
const Words& path_of_shoulder() {
  static const Words words = {"latissimus-dorsi", "trapezius-upper", "trapezius-middle",
                              "trapezius-lower", "rhomboids"};
  return words;
}

/// The spine bends by `factor` times as much; pelvis and hips make up for it.
void share_bending(double factor, const BodyTables& tables, Motion& motion) {
  const auto at = [&](const char* name) {
    return static_cast<std::size_t>(coordinate_index(tables, name));
  };
  for (Keyframe& keyframe : motion.keyframes) {
    double& flexion = keyframe.angles[at("lumbar_flexion")];
    const double less = (1.0 - factor) * flexion;
    flexion -= less;
    for (const char* name : {"pelvis_tilt", "hip_flexion_r", "hip_flexion_l"}) {
      keyframe.angles[at(name)] += less;
    }
  }
}

void roughen(double factor, Sample& sample) {
  for (Surface& surface : sample.motion.surfaces) surface.friction *= factor;
  sample.tables.numbers.at("contact.lying_friction") *= factor;
}

void cost_effort(double power, BodyTables& tables) {
  priced([power](const Fascicle& one) { return std::pow(one.strength, 1.0 + power); })(tables);
}

struct Change {
  double value = 0.0;  ///< a factor, or a shift in SI
  const Build& build;
  Sample& sample;
  void edit(const Edit& edit) const { edit(sample.tables); }
};

struct Knob {
  const char* id;
  const char* key;  ///< of its spread in the file
  double si;        ///< what one of that unit is in SI; 0: a factor
  void (*turn)(const Change&);
};

constexpr double kMillimeter = 1e-3;

/// In the order in which they are turned: effort is priced by the strengths that are there then.
constexpr std::array<Knob, 28> kKnobs = {{
    {"lumbar-rhythm", "plus", 1.0, [](const Change& c) { c.edit(toward_christophy(c.value)); }},
    {"pelvis-share", "times", 0.0,
     [](const Change& c) { share_bending(c.value, c.sample.tables, c.sample.motion); }},
    {"pressure-price", "times", 0.0,
     [](const Change& c) { c.edit(times({"iap.unit_kPa"}, 1.0 / c.value)); }},
    {"pressure-area", "times", 0.0,
     [](const Change& c) { c.edit(times({"iap.diaphragm_cm2", "iap.wall_cm2"}, c.value)); }},
    {"pressure-lever", "plus_mm", kMillimeter,
     [](const Change& c) { c.edit(plus("iap.in_front_m", c.value)); }},
    {"cocontraction", "times", 0.0,
     [](const Change& c) {
       c.edit(times({"cocontraction.floor", "cocontraction.pressure_kPa"}, c.value));
     }},
    {"strength", "times", 0.0, [](const Change& c) { c.edit(stronger({}, c.value)); }},
    {"strength-extensors", "times", 0.0,
     [](const Change& c) { c.edit(stronger(extensors(), c.value)); }},
    {"strength-wall", "times", 0.0, [](const Change& c) { c.edit(stronger(wall(), c.value)); }},
    {"strength-shoulder", "times", 0.0,
     [](const Change& c) { c.edit(stronger(shoulder(), c.value)); }},
    {"strength-hips", "times", 0.0, [](const Change& c) { c.edit(stronger(hips(), c.value)); }},
    {"trunk-mass", "times", 0.0,
     [](const Change& c) { c.edit(heavier({"L1", "L2", "L3", "L4", "L5", "thorax"}, c.value)); }},
    {"arm-mass", "times", 0.0,
     [](const Change& c) { c.edit(heavier({"humerus", "ulna", "radius", "hand"}, c.value)); }},
    {"thorax-center", "plus_mm", kMillimeter,
     [](const Change& c) {
       for (Segment& segment : c.sample.tables.segments) {
         if (segment.id == "thorax") segment.com[0] += c.value;
       }
     }},
    {"breadth", "times", 0.0,
     [](const Change& c) { c.edit(broader(c.value, in_kilograms(c.build.mass))); }},
    {"disc-tilt", "plus_deg", 1.0, [](const Change& c) { c.edit(tilted(c.value)); }},
    {"disc-rest", "times", 0.0, [](const Change& c) { c.edit(times({"disc.rest_kPa"}, c.value)); }},
    {"disc-stiffness", "times", 0.0, [](const Change& c) { c.edit(stiffer(c.value)); }},
    {"ligament-lever", "times", 0.0,
     [](const Change& c) { c.edit(times({"disc.ligament_lever_m"}, c.value)); }},
    {"path-extensors", "plus_mm", kMillimeter,
     [](const Change& c) {
       c.edit(moved_forward({"erector-spinae-lumbar", "erector-spinae-thoracic", "multifidus"},
                            c.value));
     }},
    {"path-shoulder", "plus_mm", kMillimeter,
     [](const Change& c) { c.edit(moved_forward(path_of_shoulder(), c.value)); }},
    {"effort", "plus", 1.0, [](const Change& c) { cost_effort(c.value, c.sample.tables); }},
    {"girdle-rhythm", "times", 0.0, [](const Change& c) { c.edit(girdle_follows(c.value)); }},
    {"ligaments", "times", 0.0,
     [](const Change& c) {
       c.edit(times({"ligament.girdle_Nm", "ligament.blade_Nm", "socket.capsule_N"}, c.value));
     }},
    {"socket", "times", 0.0,
     [](const Change& c) { c.edit(times({"socket.upward", "socket.forward"}, c.value)); }},
    {"contact-price", "times", 0.0,
     [](const Change& c) { c.edit(times({"contact.unit_N"}, c.value)); }},
    {"friction", "times", 0.0, [](const Change& c) { roughen(c.value, c.sample); }},
    {"pace", "times", 0.0,
     [](const Change& c) {
       for (Keyframe& keyframe : c.sample.motion.keyframes) keyframe.time_s *= c.value;
     }},
}};

bool is_factor(const Knob& knob) { return knob.si == 0.0; }

Words knob_ids() {
  Words ids;
  for (const Knob& knob : kKnobs) ids.emplace_back(knob.id);
  return ids;
}

/// "times 1.25", "5 deg", "0.5"
std::string spread_words(const Knob& knob, double figure) {
  if (is_factor(knob)) return "times " + plain(figure, 2);
  const std::string key = knob.key;
  const auto unit = key.find('_');
  return plain(figure, 2) + (unit == std::string::npos ? "" : " " + key.substr(unit + 1));
}

Doubt read_doubt(Fields& fields, const Knob& knob) {
  Doubt doubt;
  doubt.id = knob.id;
  doubt.title = fields.need_text("title");
  constexpr Range kFactor{1.01, 4.0, ""}, kShift{0.01, 100.0, ""};
  const double figure = fields.need_number(knob.key, is_factor(knob) ? kFactor : kShift);
  doubt.spread = spread_words(knob, figure);
  doubt.one_sd = is_factor(knob) ? figure : figure * knob.si;
  doubt.source = fields.need_text("source");
  return doubt;
}

void read_doubts(Fields& file, Uncertainty& uncertainty) {
  std::array<std::optional<Doubt>, kKnobs.size()> found;
  for (Fields& fields : file.find_tables("assumption")) {
    const Placed id = fields.need_placed("id");
    const auto knob = std::find_if(kKnobs.begin(), kKnobs.end(),
                                   [&](const Knob& one) { return id.text == one.id; });
    if (knob == kKnobs.end()) {
      fields.unknown_word(id, "no assumption that the program can change", knob_ids());
      continue;
    }
    auto& place = found.at(static_cast<std::size_t>(knob - kKnobs.begin()));
    if (place) fields.problem(id.place, fmt::format("'{}' stands here twice", id.text));
    place = read_doubt(fields, *knob);
    fields.finish();
  }
  for (std::size_t i = 0; i < kKnobs.size(); ++i) {
    if (!found.at(i)) {
      file.problem(file.place(), fmt::format("the assumption '{}' is missing", kKnobs.at(i).id));
    }
    uncertainty.doubts.push_back(found.at(i).value_or(Doubt{}));
  }
}

void read_pose_doubts(Fields& file, const BodyTables& tables, Uncertainty& uncertainty) {
  for (Fields& fields : file.find_tables("pose")) {
    const Placed name = fields.need_placed("coordinate");
    const bool exists =
        coordinate_index(tables, name.text) >= 0 || coordinate_index(tables, name.text + "_r") >= 0;
    if (!exists) {
      fields.problem(name.place, fmt::format("'{}' is no coordinate of joints.toml", name.text),
                     "paired ones stand here without their side");
    }
    const double sd_deg = fields.need_number("sd_deg", {0.1, 20.0, "deg"});
    uncertainty.pose.push_back({name.text, sd_deg * kDegree, fields.need_text("source")});
    fields.finish();
  }
  if (uncertainty.pose.empty()) {
    file.problem(file.place(), "at least one [[pose]] is needed");
  }
}

}  // namespace

Checked<Uncertainty> read_uncertainty(const std::string& folder, const BodyTables& tables) {
  const auto document = read_document(folder + "/" + kFile);
  if (!document) return tl::unexpected(document.error());
  Problems problems;
  Fields file(*document, problems);
  file.need_whole("schema", {1, 1, ""});
  Uncertainty uncertainty;
  uncertainty.cut = file.need_number("cut", {1.0, 4.0, "standard deviations"});
  read_doubts(file, uncertainty);
  read_pose_doubts(file, tables, uncertainty);
  file.finish();
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return uncertainty;
}

void doubt(const Uncertainty& uncertainty, std::size_t which, double z, const Build& build,
           Sample& sample) {
  expects(uncertainty.doubts.size() == kKnobs.size(), "every assumption has its doubt");
  const Knob& knob = kKnobs.at(which);
  const double one_sd = uncertainty.doubts[which].one_sd;
  knob.turn({is_factor(knob) ? std::pow(one_sd, z) : z * one_sd, build, sample});
}

PoseDraws::PoseDraws(const Uncertainty& uncertainty, const Motion& motion,
                     const BodyTables& tables) {
  const bool is_even = is_symmetric(motion, tables);
  const auto& keyframes = motion.keyframes;
  for (std::size_t first = 0; first < keyframes.size(); ++first) {
    Draw draw;
    for (std::size_t k = 0; k < keyframes.size(); ++k) {
      if (keyframes[k].angles == keyframes[first].angles) draw.keyframes.push_back(k);
    }
    if (draw.keyframes.front() != first) continue;  // its posture has stood before
    for (const PoseDoubt& one : uncertainty.pose) {
      draw.sd = one.sd;
      const int middle = coordinate_index(tables, one.coordinate);
      const bool leans = middle >= 0 && make_mirror_map(tables).sign[middle] < 0.0;
      if (leans && is_even) continue;
      const auto add = [&](std::vector<std::size_t> coordinates) {
        draw.coordinates = std::move(coordinates);
        draws_.push_back(draw);
      };
      const auto side = [&](const char* end) {
        return static_cast<std::size_t>(coordinate_index(tables, one.coordinate + end));
      };
      if (middle >= 0) {
        add({static_cast<std::size_t>(middle)});
      } else if (is_even) {
        add({side("_r"), side("_l")});
      } else {
        add({side("_r")});
        add({side("_l")});
      }
    }
  }
}

void PoseDraws::apply(const std::vector<double>& z, const BodyTables& tables,
                      Motion& motion) const {
  expects(z.size() == draws_.size(), "one number for each draw");
  for (std::size_t i = 0; i < draws_.size(); ++i) {
    for (const std::size_t k : draws_[i].keyframes) {
      for (const std::size_t c : draws_[i].coordinates) {
        double& angle = motion.keyframes[k].angles[c];
        const Coordinate& range = tables.coordinates[c];
        constexpr double kYields = 0.5 * kDegree;
        if (motion.give[c]) motion.give[c] = std::max(*motion.give[c], kYields);
        angle = std::clamp(angle + z[i] * draws_[i].sd, std::min(angle, range.low),
                           std::max(angle, range.high));
      }
    }
  }
}

}  // namespace strongback
