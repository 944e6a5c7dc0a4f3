#pragma once

#include <vector>

#include "base/units.h"
#include "movement/balance.h"
#include "movement/motion.h"

namespace strongback {

/// A motion's supports for one body, not yet standing anywhere.
std::vector<Footing> footings_of(const Motion& motion, const Body& body);

/// How far balance may move each coordinate [rad, m]  (n + 3): what the motion says, else little
/// for the trunk and what is free, much for the limbs that support.
Eigen::VectorXd give_of(const Motion& motion, const Body& body);

/// Bands and cables with the load's pull; a band's full length is not known yet.
std::vector<Line> lines_of(const Motion& motion, const Body& body, Mass load);

/// Hangs the masses of `load` on the body.
void carry_loads(const Motion& motion, Mass load, PosedBody& posed);

}  // namespace strongback
