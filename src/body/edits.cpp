#include "body/edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace strongback {
namespace {

bool holds(const std::vector<std::string>& muscles, const Fascicle& fascicle) {
  return std::find(muscles.begin(), muscles.end(), fascicle.muscle) != muscles.end();
}

}  // namespace

Edit times(std::vector<std::string> names, double factor) {
  return [names = std::move(names), factor](BodyTables& tables) {
    for (const std::string& name : names) tables.numbers.at(name) *= factor;
  };
}

Edit plus(std::string name, double shift) {
  return [name = std::move(name), shift](BodyTables& tables) { tables.numbers.at(name) += shift; };
}

Edit heavier(std::vector<std::string> words, double factor) {
  return [words = std::move(words), factor](BodyTables& tables) {
    for (Segment& segment : tables.segments) {
      for (const std::string& word : words) {
        if (segment.id.starts_with(word)) segment.mass *= factor;
      }
    }
  };
}

Edit moved_forward(std::vector<std::string> muscles, double meters) {
  return [muscles = std::move(muscles), meters](BodyTables& tables) {
    for (Fascicle& fascicle : tables.fascicles) {
      if (!holds(muscles, fascicle)) continue;
      for (PathStop& stop : fascicle.path) stop.at[0] += meters;
    }
  };
}

Edit stronger(std::vector<std::string> muscles, double factor) {
  return [muscles = std::move(muscles), factor](BodyTables& tables) {
    for (Fascicle& fascicle : tables.fascicles) {
      if (muscles.empty() || holds(muscles, fascicle)) fascicle.strength *= factor;
    }
  };
}

Edit priced(std::function<double(const Fascicle&)> price) {
  return [price = std::move(price)](BodyTables& tables) {
    double unit = 0.0;
    for (const Fascicle& one : tables.fascicles) {
      unit = std::max(unit, one.strength * std::cos(one.pennation) / price(one));
    }
    for (Fascicle& one : tables.fascicles) {
      const double pull = one.strength * std::cos(one.pennation);
      one.strength = unit * price(one);
      one.pennation = std::acos(std::min(1.0, pull / one.strength));
    }
  };
}

Edit broader(double factor, double mass_kg) {
  return [factor, mass_kg](BodyTables& tables) {
    const double lighter = factor * factor;
    double& reference = tables.numbers.at("reference.mass_kg");
    double& power = tables.numbers.at("strength.mass_power");
    power *= std::log(mass_kg / reference) / std::log(mass_kg / (reference / lighter));
    reference /= lighter;
    for (Disc& disc : tables.discs) {
      for (double& k : disc.stiffness) k /= lighter;
    }
  };
}

Edit toward_christophy(double way) {
  return [way](BodyTables& tables) {
    constexpr std::array<double, 6> kChristophy = {0.125, 0.185, 0.204, 0.231, 0.255, 0.0};
    for (std::size_t i = 0; i < kChristophy.size(); ++i) {
      double& share = tables.rhythm.lumbar[i][2];
      share += way * (kChristophy[i] - share);
    }
  };
}

Edit each_disc(std::function<void(Disc&)> edit) {
  return [edit = std::move(edit)](BodyTables& tables) {
    for (Disc& disc : tables.discs) edit(disc);
  };
}

Edit tilted(double degrees) {
  return each_disc([=](Disc& disc) { disc.tilt += degrees * M_PI / 180.0; });
}

Edit stiffer(double factor) {
  return each_disc([=](Disc& disc) {
    for (double& k : disc.stiffness) k *= factor;
  });
}

Edit girdle_follows(double factor) {
  return [factor](BodyTables& tables) {
    for (auto& [name, angle] : tables.rhythm.girdle) angle.per_elevation *= factor;
  };
}

}  // namespace strongback
