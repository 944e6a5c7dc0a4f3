#pragma once

#include <vector>

#include "assess/assess.h"

namespace strongback {

/// Full runs of one motion over bodies and loads, and the polynomials through them, one surface
/// for each sex.  Runs that have no answer (too heavy for the body) are left out of the fit; a sex
/// with too few runs gets no surface, and neither does a motion that leaves something out: its
/// figures may be too low.  Hundreds of runs: seconds of work.
std::vector<DoseSurface> fit_doses(const BodyTables& tables, const Motion& motion);

}  // namespace strongback
