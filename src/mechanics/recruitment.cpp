// The equations of one instant, one column for each thing that can push or pull:
//
//     A x = b,   b = demand - Jᵀ pulls - passive moments of the discs
//
// x holds the activations first, then contact generators, pressure, what a bar passes from hand to
// hand, what holds without effort (passive_columns.h) and the reserves.
#include "mechanics/recruitment.h"

#include <algorithm>
#include <cmath>

#include "mechanics/columns.h"
#include "mechanics/read_out.h"

namespace strongback {
namespace {

/// [N·m]  the largest passive moment of a disc that is bent beyond its neutral zone.
double passive_hold(const PosedBody& posed, const ColumnTable& table) {
  double most = 0.0;
  for (std::size_t i = 0; i < table.discs.size(); ++i) {
    const Eigen::Vector3d turn = posed.turning(table.discs[i].joint);
    for (int axis = 0; axis < 3; ++axis) {
      const Disc& disc = posed.body().tables().discs[i];
      most = std::max(most, std::abs(passive_moment(disc, axis, turn[axis])));
    }
  }
  return most;
}

/// The rule of co-contraction, as a multiple of its floors.  A column buckles: the lumbar spine
/// without muscles under some 90 N (Crisco et al. 1992).  Above that the wall stiffens it, more as
/// compression grows (Crisco & Panjabi 1991; Cholewicki et al. 1997); at the
/// end of its range the passive spine is stiff of itself (neutral zone: Panjabi 1992).
double cocontraction_share(const PosedBody& posed, const ColumnTable& table, double compression) {
  const Body& body = posed.body();
  const auto& n = body.tables().numbers;
  const double weight = in_kilograms(body.build().mass) * kGravity;
  const double column = compression - rest_compression(body.tables(), body.tables().discs[1]) -
                        n.at("cocontraction.stands_N");
  const double load = std::max(0.0, column) / weight;
  const double grown = std::min(std::pow(load, n.at("cocontraction.power")),
                                n.at("cocontraction.most") / n.at("cocontraction.floor"));
  const double loose = 1.0 - passive_hold(posed, table) / n.at("cocontraction.passive_Nm");
  return grown * std::max(0.0, loose);
}

void raise_floors(const Body& body, const Columns& columns, double share, EffortProblem& problem) {
  const auto& n = body.tables().numbers;
  for (const int m : columns.table->wall) problem.low[m] = share * n.at("cocontraction.floor");
  problem.low[columns.pressure] =
      std::min(share * n.at("cocontraction.pressure_kPa") / n.at("iap.unit_kPa"),
               problem.high[columns.pressure]);
}

NotRecruited why_not(const Body& body, const NotSolved& failed) {
  NotRecruited why;
  why.is_infeasible = failed.why == NotSolved::Why::Infeasible;
  const auto& fascicles = body.tables().fascicles;
  for (const int i : failed.at_limit) {
    if (i < static_cast<int>(fascicles.size())) {
      why.at_limit.push_back(fascicles[static_cast<std::size_t>(i)].id);
    }
  }
  double worst = 0.0;
  for (Eigen::Index r = 0; r < failed.missing.size(); ++r) {
    const int dof = body.rows()[static_cast<std::size_t>(r)];
    const double size = std::abs(failed.missing[r]);
    double& sum = body.is_slide(dof) ? why.missing_force : why.missing_moment;
    sum = std::max(sum, size);
    if (size > worst) why.missing_at = body.dof_name(dof);
    worst = std::max(worst, size);
  }
  return why;
}

}  // namespace

/// What one instant leaves for the next: its memory.
struct Recruiter::Instant {
  std::vector<std::vector<Arm>> arms;
  Columns columns;
  EffortProblem problem;
};

Recruiter::Recruiter(const Body& body) : body_(body), instant_(std::make_unique<Instant>()) {
  instant_->columns.table = std::make_shared<const ColumnTable>(body);
}
Recruiter::~Recruiter() = default;
Recruiter::Recruiter(Recruiter&&) noexcept = default;
Recruiter& Recruiter::operator=(Recruiter&&) noexcept = default;

tl::expected<Recruitment, NotRecruited> Recruiter::recruit(PosedBody& posed, const Setting& setting,
                                                           const RecruitOptions& options) {
  auto& [arms, columns, problem] = *instant_;
  posed.arms(arms);
  fill_columns(posed, setting, arms, columns);
  fill_problem(body_, columns, problem);
  const bool fits = before_ && before_->x.size() == problem.cost.size();
  auto answer = fits ? solver_.solve(problem, *before_) : solver_.solve(problem);
  before_.reset();
  if (!answer) return tl::unexpected(why_not(body_, answer.error()));
  before_ = *answer;
  const double plain = disc_forces(posed, columns, answer->x)[1].compression;
  if (options.cocontraction) {
    raise_floors(body_, columns, cocontraction_share(posed, *columns.table, plain), problem);
    answer = solver_.solve_again(problem.low, problem.high, *before_);
    if (!answer) return tl::unexpected(why_not(body_, answer.error()));
  }
  Recruitment result = read_out(posed, setting, columns, *answer);
  result.plain_compression = plain;
  return result;
}

}  // namespace strongback
