#pragma once

#include "app/draw.h"

namespace strongback {

/// The figure with its words: load and person, the muscles that work hardest, what presses on the
/// lowest but one disc, what is not computed.
Figure figure_with_words(const DrawAnswer& answer, const Catalog& catalog);

}  // namespace strongback
