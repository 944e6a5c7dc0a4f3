#include "body/paths.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <set>
#include <utility>

#include "base/expects.h"
#include "body/wrapping.h"

namespace strongback {
namespace {

using Eigen::Vector3d;

Vector3d vector_of(const Point& p) { return {p[0], p[1], p[2]}; }

/// Degrees of freedom from the root to a body.
std::vector<int> moved_by(const mjModel& model, int body) {
  std::vector<int> dofs;
  for (int b = body; b > 0; b = model.body_parentid[b]) {
    for (int i = 0; i < model.body_dofnum[b]; ++i) dofs.push_back(model.body_dofadr[b] + i);
  }
  std::sort(dofs.begin(), dofs.end());
  return dofs;
}

void fill_between(const mjModel& model, int from, int to, PathTable::Between& between) {
  const auto a = moved_by(model, from), b = moved_by(model, to);
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(between.only_to));
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                      std::back_inserter(between.only_from));
}

/// The generalized pull of a straight piece of one path, collected by degree of freedom.
class Collector {
 public:
  Collector(const PathTable& table, const mjData& data, std::size_t dofs)
      : table_(table),
        data_(data),
        center_(Eigen::Map<const Vector3d>(data.subtree_com + 3)),
        sum_(dofs, 0.0) {}

  void straight(int from_body, const Vector3d& from, int to_body, const Vector3d& to) {
    const Vector3d way = to - from;
    const double length = way.norm();
    length_ += length;
    if (from_body == to_body || length < 1e-12) return;
    const Vector3d u = way / length;
    // u · (v + ω × (p - c)) = u · v + ω · ((p - c) × u), the same for every point of the line
    const Vector3d moment = (from - center_).cross(u);
    const auto& between =
        table_.between[static_cast<std::size_t>(from_body * table_.bodies + to_body)];
    for (const int dof : between.only_to) sum_[at(dof)] -= pull(dof, moment, u);
    for (const int dof : between.only_from) sum_[at(dof)] += pull(dof, moment, u);
  }

  void arc(double length) { length_ += length; }

  /// Gives the arms of a fascicle that may pull on `dofs`, and its length; starts anew.
  double finish(const std::vector<int>& dofs, std::vector<Arm>& arms) {
    arms.resize(dofs.size());
    for (std::size_t i = 0; i < dofs.size(); ++i) {
      arms[i] = {dofs[i], std::exchange(sum_[at(dofs[i])], 0.0)};
    }
    return std::exchange(length_, 0.0);
  }

 private:
  [[nodiscard]] double pull(int dof, const Vector3d& moment, const Vector3d& u) const {
    const mjtNum* c = data_.cdof + 6 * dof;  // turning, then sliding at the center
    return c[0] * moment.x() + c[1] * moment.y() + c[2] * moment.z() + c[3] * u.x() + c[4] * u.y() +
           c[5] * u.z();
  }

  static std::size_t at(int dof) { return static_cast<std::size_t>(dof); }

  const PathTable& table_;
  const mjData& data_;
  Vector3d center_;
  std::vector<double> sum_;
  double length_ = 0.0;
};

struct Placed {
  Vector3d at;
  Eigen::Matrix3d turn;
};

Placed place_of(const mjData& data, int body) {
  return {Eigen::Map<const Vector3d>(data.xpos + 3 * body),
          Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(data.xmat + 9 * body)};
}

Vector3d world_of(const mjData& data, const PathPiece& piece) {
  const Placed place = place_of(data, piece.body);
  return place.at + place.turn * piece.at;
}

/// From a point `a` around a wrap to the next point `b`.
void around(const mjData& data, const PathPiece& from, const Vector3d& a, const PathPiece& wrap,
            const PathPiece& to, const Vector3d& b, Collector& collector) {
  const Placed place = place_of(data, wrap.body);
  const Vector3d center = place.at + place.turn * wrap.at;
  const Eigen::Matrix3d frame = place.turn * wrap.frame;
  const Vector3d from_a = frame.transpose() * (a - center);
  const Vector3d to_b = frame.transpose() * (b - center);
  const auto points = wrap.kind == WrapKind::Sphere
                          ? around_sphere(from_a, to_b, wrap.radius)
                          : around_cylinder(from_a, to_b, wrap.side, wrap.radius);
  if (!points) {
    collector.straight(from.body, a, to.body, b);
    return;
  }
  collector.straight(from.body, a, wrap.body, center + frame * points->on);
  collector.arc(points->arc);
  collector.straight(wrap.body, center + frame * points->off, to.body, b);
}

PathPiece wrap_piece(const BodyTables& tables, const mjModel& model, const std::string& id) {
  const auto found = std::find_if(tables.wraps.begin(), tables.wraps.end(),
                                  [&](const Wrap& one) { return one.id == id; });
  expects(found != tables.wraps.end(), "a path names wraps that exist");
  PathPiece piece;
  piece.body = mj_name2id(&model, mjOBJ_BODY, found->segment.c_str());
  piece.at = vector_of(found->at);
  piece.is_wrap = true;
  piece.kind = found->kind;
  piece.radius = found->radius;
  const Vector3d axis = vector_of(found->axis).normalized();
  piece.frame = Eigen::Quaterniond::FromTwoVectors(Vector3d::UnitZ(), axis).toRotationMatrix();
  piece.side = piece.frame.transpose() * (vector_of(found->side) - piece.at);
  return piece;
}

}  // namespace

PathTable make_path_table(const BodyTables& tables, const mjModel& model) {
  PathTable table;
  table.bodies = model.nbody;
  table.between.resize(static_cast<std::size_t>(model.nbody * model.nbody));
  for (const Fascicle& fascicle : tables.fascicles) {
    std::vector<PathPiece> pieces;
    for (const PathStop& stop : fascicle.path) {
      if (!stop.wrap.empty()) {
        pieces.push_back(wrap_piece(tables, model, stop.wrap));
        continue;
      }
      PathPiece piece;
      piece.body = mj_name2id(&model, mjOBJ_BODY, stop.segment.c_str());
      piece.at = vector_of(stop.at);
      pieces.push_back(piece);
    }
    std::set<int> dofs;
    const auto reach = [&](std::size_t from, std::size_t to) {
      if (to >= pieces.size()) return;
      const int a = pieces[from].body, b = pieces[to].body;
      auto& between = table.between[static_cast<std::size_t>(a * table.bodies + b)];
      if (between.only_to.empty() && between.only_from.empty()) fill_between(model, a, b, between);
      dofs.insert(between.only_to.begin(), between.only_to.end());
      dofs.insert(between.only_from.begin(), between.only_from.end());
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      reach(i, i + 1);
      reach(i, i + 2);
    }
    table.dofs.emplace_back(dofs.begin(), dofs.end());
    table.fascicles.push_back(std::move(pieces));
  }
  return table;
}

void path_arms(const Body::Parts& parts, const mjData& data, std::vector<std::vector<Arm>>& arms,
               Eigen::VectorXd& lengths) {
  const PathTable& table = parts.paths;
  arms.resize(table.fascicles.size());
  lengths.resize(static_cast<Eigen::Index>(table.fascicles.size()));
  Collector collector(table, data, static_cast<std::size_t>(parts.model->nv));
  for (std::size_t m = 0; m < table.fascicles.size(); ++m) {
    const auto& pieces = table.fascicles[m];
    Vector3d here = world_of(data, pieces.front());
    for (std::size_t i = 0; i + 1 < pieces.size();) {
      const std::size_t next = pieces[i + 1].is_wrap ? i + 2 : i + 1;
      const Vector3d there = world_of(data, pieces[next]);
      if (pieces[i + 1].is_wrap) {
        around(data, pieces[i], here, pieces[i + 1], pieces[next], there, collector);
      } else {
        collector.straight(pieces[i].body, here, pieces[next].body, there);
      }
      here = there;
      i = next;
    }
    lengths[static_cast<Eigen::Index>(m)] = collector.finish(table.dofs[m], arms[m]);
  }
}

}  // namespace strongback
