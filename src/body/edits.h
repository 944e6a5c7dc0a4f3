#pragma once

#include <functional>
#include <string>
#include <vector>

#include "body/tables.h"

namespace strongback {

/// Changes of one assumption in the tables, before they are scaled to a person: what programs use
/// that ask how much it matters.
using Edit = std::function<void(BodyTables&)>;

/// These numbers times `factor`; each exists.
Edit times(std::vector<std::string> names, double factor);

/// `shift` is added to this number, which exists.
Edit plus(std::string name, double shift);

/// The mass of segments whose ids begin with one of `words`, times `factor`.  The body's whole mass
/// stays, since scaling shares it out.
Edit heavier(std::vector<std::string> words, double factor);

/// Moves every point of these muscles forward by `meters` of the reference body.
Edit moved_forward(std::vector<std::string> muscles, double meters);

/// The strength of these muscles times `factor`; of all fascicles when none is named.
Edit stronger(std::vector<std::string> muscles, double factor);

/// What effort of a fascicle costs: the price is its strength over the mean strength, and its pull
/// strength times the cosine of pennation.  So strength becomes the wanted price, and pennation
/// keeps the pull.
Edit priced(std::function<double(const Fascicle&)> price);

/// A body of `mass_kg` `factor` times as broad and deep, of the same mass, strength and stiffness:
/// scaling takes breadth from the reference body's mass, on which the others depend, too.
Edit broader(double factor, double mass_kg);

/// Shares of flexion `way` of the way from those of the table to those of Christophy et al. 2012.
Edit toward_christophy(double way);

Edit each_disc(std::function<void(Disc&)> edit);
Edit tilted(double degrees);         ///< each disc's normal further back
Edit stiffer(double factor);         ///< each disc's passive stiffness
Edit girdle_follows(double factor);  ///< how far the girdle follows the arm

}  // namespace strongback
