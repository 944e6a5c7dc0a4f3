#include "movement/balance.h"

#include <fmt/format.h>

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <limits>

#include "mechanics/columns.h"
#include "movement/balance_step.h"
#include "movement/footings.h"

namespace strongback {
namespace {

using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr double kInside = 0.85;  // [-]  of a support's size carries while balance is sought
constexpr int kMostSteps = 60;
constexpr int kFreeSteps = 15;         // what comes to rest at all by itself has done so by then
constexpr double kLongestStep = 0.35;  // [rad, m]

double weight_of(const PosedBody& posed) { return posed.total_mass() * kGravity; }

/// A support's points as contacts; `size` 1 is the whole support, less is nearer its middle.
void add_contacts(const PosedBody& posed, const Footing& footing, double size,
                  std::vector<Contact>& contacts) {
  const Vector3d middle = middle_of(posed, footing);
  for (const Point& p : footing.points) {
    const Vector3d at = middle + size * (posed.point(footing.segment, p) - middle);
    contacts.push_back({footing.segment, at, footing.normal, footing.friction, footing.holds});
  }
}

/// What the supports must give together: the equation of the whole body's motion.
Wrench needed_wrench(const PosedBody& posed, const std::vector<Pull>& pulls) {
  const Body& body = posed.body();
  const int pelvis = body.segment("pelvis");
  const int turn = body.turn_dof("pelvis");
  Wrench needed;
  const Vector3d at = posed.point(pelvis, {0.0, 0.0, 0.0});
  const Vector3d force = posed.demand().segment<3>(turn - 3);
  needed.head<3>() = force;
  needed.tail<3>() = posed.orientation(pelvis) * posed.demand().segment<3>(turn) + at.cross(force);
  for (const Pull& pull : pulls) {
    needed.head<3>() -= pull.force;
    needed.tail<3>() -= pull.at.cross(pull.force);
  }
  return needed;
}

/// Contact forces that come nearest to what is needed, and what stays open.
struct Carried {
  std::vector<Vector3d> force;  // of each contact
  Wrench open;
};

Carried carry(const std::vector<Contact>& contacts, const Wrench& needed, double weight) {
  std::vector<Eigen::Triplet<double>> entries;
  std::vector<std::pair<std::size_t, Vector3d>> ways;
  for (std::size_t c = 0; c < contacts.size(); ++c) {
    for (const Vector3d& way : generators_of(contacts[c])) ways.emplace_back(c, way);
  }
  const auto count = static_cast<Eigen::Index>(ways.size());
  EffortProblem problem;
  problem.A.resize(6, count + 6);
  problem.b = needed / weight;
  problem.cost = VectorXd::Constant(count + 6, 1.0);
  problem.low = VectorXd::Constant(count + 6, 0.0);
  problem.high = VectorXd::Constant(count + 6, std::numeric_limits<double>::infinity());
  constexpr double kOpenUnit = 1e-4;  // what stays open is dear
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto& [contact, way] = ways[static_cast<std::size_t>(i)];
    const Vector3d moment = contacts[contact].at.cross(way);
    for (int r = 0; r < 3; ++r) {
      entries.emplace_back(r, i, way[r]);
      entries.emplace_back(r + 3, i, moment[r]);
    }
  }
  for (int r = 0; r < 6; ++r) {
    entries.emplace_back(r, count + r, kOpenUnit);
    problem.low[count + r] = -std::numeric_limits<double>::infinity();
  }
  problem.A.setFromTriplets(entries.begin(), entries.end());
  Carried carried{std::vector<Vector3d>(contacts.size(), Vector3d::Zero()), needed};
  const auto answer = least_effort(problem);
  if (!answer) return carried;
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto& [contact, way] = ways[static_cast<std::size_t>(i)];
    carried.force[contact] += weight * answer->x[i] * way;
  }
  carried.open = weight * kOpenUnit * answer->x.tail<6>();
  return carried;
}

Balanced finish(const PosedBody& posed, const Wanted& wanted, const Stance& stance) {
  Balanced balanced;
  balanced.stance = stance;
  balanced.setting.pulls = pulls_of(posed, wanted.lines);
  balanced.setting.hands_on_one_bar = wanted.hands_on_one_bar;
  for (std::size_t f = 0; f < wanted.footings.size(); ++f) {
    add_contacts(posed, wanted.footings[f], 1.0, balanced.setting.contacts);
    balanced.footing_names.emplace_back(wanted.footings[f].patch, wanted.footings[f].surface);
    balanced.footing_of.resize(balanced.setting.contacts.size(), static_cast<int>(f));
  }
  const Carried carried = carry(balanced.setting.contacts,
                                needed_wrench(posed, balanced.setting.pulls), weight_of(posed));
  balanced.open_N = carried.open.head<3>().cwiseAbs().maxCoeff();
  balanced.open_Nm = carried.open.tail<3>().cwiseAbs().maxCoeff();
  return balanced;
}

std::pair<double, std::string> worst_gap(const PosedBody& posed, const Wanted& wanted) {
  std::string text;
  double worst = 0.0;
  for (const Footing& footing : wanted.footings) {
    std::vector<double> squares(footing.points.size());
    for (const Gap& gap : gaps_of(posed, footing)) squares[gap.point] += gap.size * gap.size;
    for (const double square : squares) {
      const double gap = std::sqrt(square);
      if (gap <= worst) continue;
      worst = gap;
      text = fmt::format("{} stays {:.1f} cm from the {}", footing.patch, 100.0 * gap,
                         footing.anchors.empty() ? footing.surface : "place where it stands");
    }
  }
  return {worst, text};
}

/// Sets the body down: moves it as a whole to where its supports miss their places least.
void set_down(const PosedBody& posed, const Wanted& wanted, Stance& stance) {
  constexpr double kStays = 1e-6;  // where no support asks, it stays
  Eigen::Matrix3d square = kStays * Eigen::Matrix3d::Identity();
  Vector3d slope = Vector3d::Zero();
  for (const Footing& footing : wanted.footings) {
    for (const Gap& gap : gaps_of(posed, footing)) {
      square += gap.way * gap.way.transpose();
      slope += gap.way * gap.size;
    }
  }
  stance.tail<3>() -= square.inverse() * slope;
}

/// What a step knows about the moving body; `forces` are those that the step before found.
Here here_at(const PosedBody& posed, const Wanted& wanted, const Moves& moves,
             std::vector<Vector3d>& forces) {
  Here here;
  here.weight = weight_of(posed);
  here.touch = touches(posed, wanted, moves);
  for (const Footing& footing : wanted.footings) {
    add_contacts(posed, footing, kInside, here.contacts);
  }
  forces.resize(here.contacts.size(), Vector3d::Zero());
  const auto pulls = pulls_of(posed, wanted.lines);
  here.needed = needed_wrench(posed, pulls);
  here.opening = opening(posed, here.contacts, forces, pulls, moves);
  return here;
}

/// How far the next step may move each coordinate.  One that goes back on its way swings
/// about its goal, as hips and knees do together, and would for ever: it reaches half as far.
void adapt(const VectorXd& change, const VectorXd& before, VectorXd& reach) {
  constexpr double kGrows = 1.5, kSwings = 0.3;
  for (Eigen::Index i = 0; i < reach.size(); ++i) {
    const bool swings = change[i] * before[i] < -kSwings * before[i] * before[i];
    reach[i] = swings ? 0.5 * std::abs(change[i]) : std::min(kGrows * reach[i], kLongestStep);
  }
}

/// Steps until nothing moves any more; the stance where that ends.
Stance settle(PosedBody& posed, const Wanted& wanted) {
  Stance stance = wanted.stance;
  VectorXd before = VectorXd::Zero(stance.size());
  VectorXd reach = VectorXd::Constant(stance.size(), kLongestStep);
  std::vector<Vector3d> forces;
  StepSolver solver;
  posed.pose(stance);
  set_down(posed, wanted, stance);
  for (int step = 0; step < kMostSteps; ++step) {
    posed.move(stance, wanted.rate, wanted.acceleration);
    Here here = here_at(posed, wanted, posed.moves(stance), forces);
    here.reach = reach;
    const auto answer = balance_step(posed.body().tables(), wanted, stance, here, solver);
    if (!answer) break;
    const Stance next = wanted.mirror ? wanted.mirror->even(answer->stance) : answer->stance;
    const VectorXd change = next - stance;
    stance = next;
    forces = answer->forces;
    constexpr double kStill = 1e-6;  // [rad, m]
    if (change.cwiseAbs().maxCoeff() < kStill) break;
    if (step >= kFreeSteps) adapt(change, before, reach);
    before = change;
  }
  return stance;
}

/// The coordinate that had to change most, when that is more than a posture's wishes allow.
std::optional<std::string> strayed(const BodyTables& tables, const Wanted& wanted,
                                   const Stance& stance) {
  constexpr double kMostGives = 10.0;
  constexpr double kAlways = 15.0 * kDegree;  // [rad]  a change that may always be
  const auto count = static_cast<Eigen::Index>(tables.coordinates.size());
  const Eigen::VectorXd change = (stance - wanted.stance).head(count);
  Eigen::Index worst = 0;
  const Eigen::VectorXd allowed = (kMostGives * wanted.give.head(count)).cwiseMax(kAlways);
  if (change.cwiseQuotient(allowed).cwiseAbs().maxCoeff(&worst) <= 1.0) return std::nullopt;
  return fmt::format("{} would have to change by {:.0f} deg for the body to stand",
                     tables.coordinates[static_cast<std::size_t>(worst)].name,
                     change[worst] / kDegree);
}

}  // namespace

std::vector<Pull> pulls_of(const PosedBody& posed, const std::vector<Line>& lines) {
  std::vector<Pull> pulls;
  for (const Line& line : lines) {
    const Vector3d at = posed.point(line.segment, line.at);
    const Vector3d end =
        line.anchor_part
            ? posed.point(*line.anchor_part, {line.anchor.x(), line.anchor.y(), line.anchor.z()})
            : line.anchor;
    const Vector3d way = end - at;
    const double length = way.norm();
    if (length < 1e-6) continue;
    const bool is_band = line.full > line.slack && line.slack > 0.0;
    const double stretch =
        is_band ? std::clamp((length - line.slack) / (line.full - line.slack), 0.0, 1.5) : 1.0;
    const Vector3d force = way / length * line.tension * stretch;
    pulls.push_back({line.segment, at, force});
    if (line.anchor_part) pulls.push_back({*line.anchor_part, end, -force});
  }
  return pulls;
}

tl::expected<Balanced, Unbalanced> balance(PosedBody& posed, const Wanted& wanted) {
  const Stance stance = settle(posed, wanted);
  posed.move(stance, wanted.rate, wanted.acceleration);
  Balanced balanced = finish(posed, wanted, stance);
  const auto [gap, where] = worst_gap(posed, wanted);
  balanced.gap_m = gap;
  if (!std::isfinite(gap) || gap > kLargestGap) {
    return tl::unexpected(Unbalanced{where, balanced.open_N, balanced.open_Nm});
  }
  if (balanced.open_N > kLargestOpenForce || balanced.open_Nm > kLargestOpenMoment) {
    return tl::unexpected(
        Unbalanced{fmt::format("it would fall: {:.0f} N and {:.0f} Nm are missing at the supports",
                               balanced.open_N, balanced.open_Nm),
                   balanced.open_N, balanced.open_Nm});
  }
  if (const auto far = strayed(posed.body().tables(), wanted, stance)) {
    return tl::unexpected(Unbalanced{*far, balanced.open_N, balanced.open_Nm});
  }
  return balanced;
}

}  // namespace strongback
