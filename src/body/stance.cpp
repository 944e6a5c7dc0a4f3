// From named angles to MuJoCo's coordinates.  Turning about +z leans back or flexes a limb that
// hangs down, about +x leans to the right, about +y turns to the left; on the left side turns
// about x and y change their sign.
#include <Eigen/Geometry>
#include <cmath>

#include "body/parts.h"

namespace strongback {
namespace {

using Eigen::Quaterniond;
using Eigen::Vector3d;

Quaterniond about_x(double angle) {
  return Quaterniond(Eigen::AngleAxisd(angle, Vector3d::UnitX()));
}
Quaterniond about_y(double angle) {
  return Quaterniond(Eigen::AngleAxisd(angle, Vector3d::UnitY()));
}
Quaterniond about_z(double angle) {
  return Quaterniond(Eigen::AngleAxisd(angle, Vector3d::UnitZ()));
}

double at(const Stance& stance, int index) { return index < 0 ? 0.0 : stance[index]; }

void put(Eigen::VectorXd& qpos, int where, const Quaterniond& turn) {
  if (where < 0) return;
  qpos.segment<4>(where) << turn.w(), turn.x(), turn.y(), turn.z();
}

void put(Eigen::VectorXd& qpos, int where, double value) {
  if (where >= 0) qpos[where] = value;
}

/// Turns of the wall node: half way between where the pelvis and where the ribs would carry it.
void place_node(const Body::Parts& parts, const std::array<Quaterniond, 6>& turns,
                Eigen::VectorXd& qpos) {
  const StanceMap& map = parts.map;
  if (map.node < 0) return;
  Quaterniond turn = Quaterniond::Identity();
  Vector3d ribs = Vector3d::Zero(), ribs_neutral = Vector3d::Zero();
  for (std::size_t i = 0; i < 6; ++i) {
    ribs += turn * map.disc_at[i];
    ribs_neutral += map.disc_at[i];
    turn = turn * turns[i];
  }
  const Vector3d carried = ribs + turn * (map.node_at - ribs_neutral);
  qpos.segment<3>(map.node) = 0.5 * (carried - map.node_at);
  put(qpos, map.node + 3, Quaterniond::Identity().slerp(0.5, turn));
}

void place_pelvis(const Body::Parts& parts, const Stance& x, Eigen::VectorXd& qpos) {
  const StanceMap& map = parts.map;
  qpos.segment<3>(map.root) = x.segment<3>(map.place);
  put(qpos, map.root + 3,
      about_z(-at(x, map.pelvis_tilt)) * about_x(at(x, map.pelvis_list)) *
          about_y(at(x, map.pelvis_turn)));
}

void place_spine(const Body::Parts& parts, const Stance& x, Eigen::VectorXd& qpos) {
  const StanceMap& map = parts.map;
  std::array<Quaterniond, 6> turns;
  for (std::size_t i = 0; i < 6; ++i) {
    const Point& share = parts.tables.rhythm.lumbar[i];
    turns[i] = about_z(-share[2] * at(x, map.lumbar_flexion)) *
               about_x(share[0] * at(x, map.lumbar_bend)) *
               about_y(share[1] * at(x, map.lumbar_twist));
    put(qpos, map.discs[i], turns[i]);
  }
  place_node(parts, turns, qpos);
}

void place_head(const Body::Parts& parts, const Stance& x, Eigen::VectorXd& qpos) {
  const StanceMap& map = parts.map;
  put(qpos, map.head,
      about_z(-at(x, map.neck_flexion)) * about_x(at(x, map.neck_bend)) *
          about_y(at(x, map.neck_twist)));
}

void place_shoulder(const Body::Parts& parts, const Stance& x, std::size_t side,
                    Eigen::VectorXd& qpos) {
  const SideCoordinates& c = parts.map.sides[side];
  const StanceMap::SideJoints& j = parts.map.joints[side];
  const double s = side == 0 ? 1.0 : -1.0;
  const Quaterniond humerus = about_z(at(x, c.shoulder_flexion)) *
                              about_x(-s * at(x, c.shoulder_abduction)) *
                              about_y(s * at(x, c.shoulder_rotation));
  const double cosine = std::min(1.0, std::max(-1.0, (humerus * Vector3d::UnitY()).y()));
  const double elevation = std::acos(cosine);
  const GirdleRows& rows = parts.map.girdle;
  const double protraction = at(x, c.girdle_protraction), raise = at(x, c.girdle_elevation);
  const auto angle = [&](const GirdleAngle& g) {
    return g.rest + g.per_elevation * elevation + g.per_protraction * protraction +
           g.per_raise * raise;
  };
  const Quaterniond clavicle = about_y(s * angle(rows.clavicle_protraction)) *
                               about_x(-s * angle(rows.clavicle_elevation)) *
                               about_z(angle(rows.clavicle_rotation));
  const Quaterniond scapula = about_y(s * angle(rows.scapula_internal_rotation)) *
                              about_x(-s * angle(rows.scapula_upward_rotation)) *
                              about_z(angle(rows.scapula_posterior_tilt));
  put(qpos, j.clavicle, clavicle);
  put(qpos, j.scapula, clavicle.conjugate() * scapula);
  put(qpos, j.humerus, scapula.conjugate() * humerus);
}

void place_forearm(const Body::Parts& parts, const Stance& x, std::size_t side,
                   Eigen::VectorXd& qpos) {
  const SideCoordinates& c = parts.map.sides[side];
  const StanceMap::SideJoints& j = parts.map.joints[side];
  put(qpos, j.ulna, at(x, c.elbow_flexion));
  put(qpos, j.radius, at(x, c.forearm_pronation));
  put(qpos, j.hand, -at(x, c.wrist_extension));
}

void place_leg(const Body::Parts& parts, const Stance& x, std::size_t side, Eigen::VectorXd& qpos) {
  const SideCoordinates& c = parts.map.sides[side];
  const StanceMap::SideJoints& j = parts.map.joints[side];
  const double s = side == 0 ? 1.0 : -1.0;
  put(qpos, j.femur,
      about_z(at(x, c.hip_flexion)) * about_x(-s * at(x, c.hip_abduction)) *
          about_y(s * at(x, c.hip_rotation)));
  put(qpos, j.tibia, -at(x, c.knee_flexion));
  put(qpos, j.foot, at(x, c.ankle_dorsiflexion));
}

SideCoordinates side_coordinates(const BodyTables& tables, const std::string& suffix) {
  const auto find = [&](const char* name) { return coordinate_index(tables, name + suffix); };
  return {find("shoulder_flexion"),   find("shoulder_abduction"), find("shoulder_rotation"),
          find("girdle_protraction"), find("girdle_elevation"),   find("elbow_flexion"),
          find("forearm_pronation"),  find("wrist_extension"),    find("hip_flexion"),
          find("hip_abduction"),      find("hip_rotation"),       find("knee_flexion"),
          find("ankle_dorsiflexion")};
}

int joint_qpos(const mjModel& model, const std::string& name) {
  const int joint = mj_name2id(&model, mjOBJ_JOINT, name.c_str());
  return joint < 0 ? -1 : model.jnt_qposadr[joint];
}

Vector3d vector_of(const Point& p) { return {p[0], p[1], p[2]}; }

GirdleRows girdle_rows(const Rhythm& rhythm) {
  const auto find = [&](const char* name) {
    const auto row = rhythm.girdle.find(name);
    return row == rhythm.girdle.end() ? GirdleAngle{} : row->second;
  };
  return {find("clavicle_protraction"),    find("clavicle_elevation"),
          find("clavicle_rotation"),       find("scapula_internal_rotation"),
          find("scapula_upward_rotation"), find("scapula_posterior_tilt")};
}

// Parts of the body: three of the middle, then three of each side.
enum Part : std::size_t { kPelvisPart, kSpinePart, kHeadPart, kMiddleParts };
enum SidePart : std::size_t { kShoulderPart, kForearmPart, kLegPart, kSideParts };

/// Which coordinates turn which joints, part by part.
void add_parts(const BodyTables& tables, const mjModel& model, StanceMap& map) {
  const auto add = [&](std::vector<int> coordinates, const std::vector<std::string>& joints) {
    StanceMap::Part part;
    for (const int i : coordinates) {
      if (i >= 0) part.coordinates.push_back(i);
    }
    for (const std::string& name : joints) {
      const int joint = mj_name2id(&model, mjOBJ_JOINT, name.c_str());
      if (joint >= 0) part.joints.push_back(joint);
    }
    map.parts.push_back(std::move(part));
  };
  add({map.pelvis_tilt, map.pelvis_list, map.pelvis_turn, map.place, map.place + 1, map.place + 2},
      {"pelvis"});
  std::vector<std::string> spine = {"abdomen slide x", "abdomen slide y", "abdomen slide z",
                                    "abdomen"};
  for (const Disc& disc : tables.discs) spine.push_back(disc.above);
  add({map.lumbar_flexion, map.lumbar_bend, map.lumbar_twist}, spine);
  add({map.neck_flexion, map.neck_bend, map.neck_twist}, {"head"});
  for (std::size_t side = 0; side < 2; ++side) {
    const SideCoordinates& c = map.sides[side];
    const std::string mark = side == 0 ? "_r" : "_l";
    add({c.shoulder_flexion, c.shoulder_abduction, c.shoulder_rotation, c.girdle_protraction,
         c.girdle_elevation},
        {"clavicle" + mark, "scapula" + mark, "humerus" + mark});
    add({c.elbow_flexion, c.forearm_pronation, c.wrist_extension},
        {"ulna" + mark, "radius" + mark, "hand" + mark});
    add({c.hip_flexion, c.hip_abduction, c.hip_rotation, c.knee_flexion, c.ankle_dorsiflexion},
        {"femur" + mark, "tibia" + mark, "foot" + mark});
  }
}

}  // namespace

StanceMap make_stance_map(const BodyTables& tables, const mjModel& model) {
  StanceMap map;
  const auto find = [&](const char* name) { return coordinate_index(tables, name); };
  map.pelvis_tilt = find("pelvis_tilt");
  map.pelvis_list = find("pelvis_list");
  map.pelvis_turn = find("pelvis_turn");
  map.lumbar_flexion = find("lumbar_flexion");
  map.lumbar_bend = find("lumbar_bend");
  map.lumbar_twist = find("lumbar_twist");
  map.neck_flexion = find("neck_flexion");
  map.neck_bend = find("neck_bend");
  map.neck_twist = find("neck_twist");
  map.sides = {side_coordinates(tables, "_r"), side_coordinates(tables, "_l")};
  map.place = static_cast<int>(tables.coordinates.size());
  map.root = joint_qpos(model, "pelvis");
  map.head = joint_qpos(model, "head");
  map.node = joint_qpos(model, "abdomen slide x");
  for (std::size_t i = 0; i < 6; ++i) {
    map.discs[i] = joint_qpos(model, tables.discs[i].above);
    for (const Segment& segment : tables.segments) {
      if (segment.id == tables.discs[i].above) map.disc_at[i] = vector_of(segment.at);
      if (segment.id == "abdomen") map.node_at = vector_of(segment.at);
    }
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const auto joint = [&](const char* name) {
      return joint_qpos(model, std::string(name) + (side == 0 ? "_r" : "_l"));
    };
    map.joints[side] = {joint("clavicle"), joint("scapula"), joint("humerus"),
                        joint("ulna"),     joint("radius"),  joint("hand"),
                        joint("femur"),    joint("tibia"),   joint("foot")};
  }
  map.girdle = girdle_rows(tables.rhythm);
  add_parts(tables, model, map);
  return map;
}

void place_part(const Body::Parts& parts, std::size_t part, const Stance& stance,
                Eigen::VectorXd& qpos) {
  if (part == kPelvisPart) return place_pelvis(parts, stance, qpos);
  if (part == kSpinePart) return place_spine(parts, stance, qpos);
  if (part == kHeadPart) return place_head(parts, stance, qpos);
  const std::size_t side = (part - kMiddleParts) / kSideParts;
  const std::size_t of_side = (part - kMiddleParts) % kSideParts;
  if (of_side == kShoulderPart) return place_shoulder(parts, stance, side, qpos);
  if (of_side == kForearmPart) return place_forearm(parts, stance, side, qpos);
  place_leg(parts, stance, side, qpos);
}

Eigen::VectorXd to_qpos(const Body::Parts& parts, const Stance& stance) {
  Eigen::VectorXd qpos = Eigen::Map<const Eigen::VectorXd>(parts.model->qpos0, parts.model->nq);
  for (std::size_t part = 0; part < parts.map.parts.size(); ++part) {
    place_part(parts, part, stance, qpos);
  }
  return qpos;
}

}  // namespace strongback
