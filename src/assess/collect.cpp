#include "assess/collect.h"

#include <algorithm>
#include <cmath>

namespace strongback {
namespace {

void take(Extremes& into, double value, double weight) {
  into.mean += weight * value;
  if (std::abs(value) > std::abs(into.peak)) into.peak = value;
}

/// Work of each muscle and side in one frame: the fascicles' activations weighted by strength.
struct Effort {
  double pull = 0.0, strength = 0.0;
  [[nodiscard]] double activation() const { return strength > 0.0 ? pull / strength : 0.0; }
};

using Sides = std::array<Effort, 2>;  // right, left

std::vector<Sides> efforts_of(const Body& body, const Muscles& muscles,
                              const Recruitment& recruited) {
  std::vector<Sides> efforts(muscles.names.size());
  const auto& fascicles = body.tables().fascicles;
  for (std::size_t m = 0; m < fascicles.size(); ++m) {
    const Fascicle& fascicle = fascicles[m];
    if (muscles.of_fascicle[m] < 0) continue;
    for (std::size_t side = 0; side < 2; ++side) {
      if (fascicle.side == (side == 0 ? 'l' : 'r')) continue;
      Effort& effort = efforts[static_cast<std::size_t>(muscles.of_fascicle[m])][side];
      effort.pull += recruited.activation[static_cast<Eigen::Index>(m)] * fascicle.strength;
      effort.strength += fascicle.strength;
    }
  }
  return efforts;
}

void add_muscles(const Muscles& muscles, const std::vector<Sides>& efforts, double weight,
                 ExerciseAnswer& answer) {
  for (std::size_t i = 0; i < efforts.size(); ++i) {
    MuscleWork& work = answer.muscles[muscles.names[i]];
    for (std::size_t side = 0; side < 2; ++side) {
      SideWork& mine = side == 0 ? work.right : work.left;
      const double activation = efforts[i][side].activation();
      mine.mean += weight * activation;
      mine.peak = std::max(mine.peak, activation);
      mine.share += weight * efforts[i][side].pull;  // made a share at the end
    }
  }
}

void add_discs(const Recruitment& recruited, double weight, ExerciseAnswer& answer) {
  for (std::size_t i = 0; i < answer.discs.size(); ++i) {
    take(answer.discs[i].compression_N, recruited.discs[i].compression, weight);
    take(answer.discs[i].shear_N, recruited.discs[i].shear, weight);
    take(answer.discs[i].twist_Nm, recruited.discs[i].twist, weight);
  }
}

/// Forces of a frame by footing, in the order of the whole motion's contacts.
std::vector<Point> by_footing(const SolvedFrame& frame, std::vector<ContactForce>& contacts) {
  std::vector<Point> sums(contacts.size(), Point{});
  const auto& balanced = frame.played.balanced;
  for (std::size_t c = 0; c < frame.recruited.contact.size(); ++c) {
    const auto& footing = balanced.footing_names[static_cast<std::size_t>(balanced.footing_of[c])];
    auto at = std::find_if(contacts.begin(), contacts.end(), [&](const ContactForce& one) {
      return one.patch == footing.first && one.surface == footing.second;
    });
    if (at == contacts.end()) {
      at = contacts.insert(contacts.end(), {footing.first, footing.second, {}, {}});
      sums.push_back({});
    }
    Point& sum = sums[static_cast<std::size_t>(at - contacts.begin())];
    for (std::size_t i = 0; i < 3; ++i) {
      sum[i] += frame.recruited.contact[c][static_cast<Eigen::Index>(i)];
    }
  }
  return sums;
}

void add_contacts(const std::vector<Point>& sums, double weight, ExerciseAnswer& answer) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    take(answer.contacts[i].force_N, std::hypot(sums[i][0], sums[i][1], sums[i][2]), weight);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      answer.contacts[i].mean_N[axis] += weight * sums[i][axis];
    }
  }
}

FrameRow row_of(const Body& body, const SolvedFrame& frame, std::vector<Point> contacts) {
  FrameRow row;
  row.time_s = frame.played.time_s;
  const auto angles = static_cast<Eigen::Index>(body.tables().coordinates.size());
  const Eigen::VectorXd stance = frame.played.balanced.stance.head(angles);
  row.angles.assign(stance.begin(), stance.end());
  row.forces.assign(frame.recruited.force.begin(), frame.recruited.force.end());
  for (std::size_t i = 0; i < 6; ++i) {
    row.compression_N[i] = frame.recruited.discs[i].compression;
    row.shear_N[i] = frame.recruited.discs[i].shear;
  }
  row.contacts_N = std::move(contacts);
  row.iap_kPa = 1e-3 * frame.recruited.iap;
  return row;
}

void finish_muscles(ExerciseAnswer& answer) {
  double all = 0.0, hardest = 0.0;
  for (const auto& [muscle, work] : answer.muscles) all += work.left.share + work.right.share;
  for (auto& [muscle, work] : answer.muscles) {
    for (SideWork* side : {&work.right, &work.left}) {
      side->share = all > 0.0 ? side->share / all : 0.0;
      // A hair's breadth, so that rounding does not choose between equal sides.
      if (side->peak <= hardest + 1e-9) continue;
      hardest = side->peak;
      answer.limited_by = muscle;
      answer.limited_side = side == &work.right ? 'r' : 'l';
    }
  }
}

}  // namespace

Muscles::Muscles(const Body& body) {
  std::map<std::string, int> found;
  for (const Fascicle& fascicle : body.tables().fascicles) {
    if (!fascicle.muscle.empty()) found.emplace(fascicle.muscle, 0);
  }
  for (auto& [muscle, index] : found) {
    index = static_cast<int>(names.size());
    names.push_back(muscle);
  }
  for (const Fascicle& fascicle : body.tables().fascicles) {
    of_fascicle.push_back(fascicle.muscle.empty() ? -1 : found.at(fascicle.muscle));
  }
}

double hardest_effort(const Body& body, const Muscles& muscles, const Recruitment& recruited) {
  double hardest = 0.0;
  for (const Sides& sides : efforts_of(body, muscles, recruited)) {
    hardest = std::max({hardest, sides[0].activation(), sides[1].activation()});
  }
  return hardest;
}

ExerciseAnswer collect(const Body& body, const std::vector<SolvedFrame>& frames) {
  ExerciseAnswer answer;
  answer.model = body.tables().version;
  const double weight = 1.0 / static_cast<double>(frames.size());
  const Muscles muscles(body);
  for (const SolvedFrame& frame : frames) {
    const Recruitment& recruited = frame.recruited;
    add_muscles(muscles, efforts_of(body, muscles, recruited), weight, answer);
    add_discs(recruited, weight, answer);
    take(answer.iap_kPa, 1e-3 * recruited.iap, weight);
    std::vector<Point> contacts = by_footing(frame, answer.contacts);
    add_contacts(contacts, weight, answer);
    answer.residual.force_N = std::max(answer.residual.force_N, recruited.residual_force);
    answer.residual.moment_Nm = std::max(answer.residual.moment_Nm, recruited.residual_moment);
    answer.cocontraction_N = std::max(
        answer.cocontraction_N, recruited.discs[kL4L5].compression - recruited.plain_compression);
    answer.frames.push_back(row_of(body, frame, std::move(contacts)));
  }
  for (FrameRow& row : answer.frames) row.contacts_N.resize(answer.contacts.size(), Point{});
  finish_muscles(answer);
  return answer;
}

}  // namespace strongback
