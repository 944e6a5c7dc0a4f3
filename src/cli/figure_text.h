#pragma once

#include "app/draw.h"

namespace strongback {

/// The figure with its words: load and person, the muscles that work hardest, what presses on the
/// lowest but one disc, what is not computed.
Figure figure_with_words(const DrawAnswer& answer, const Catalog& catalog);

/// A page with start, middle and end of every exercise, from the side and in three-quarter view,
/// and what the model says of each.
std::string contact_sheet_html(const std::vector<DrawAnswer>& answers, const Catalog& catalog);

}  // namespace strongback
