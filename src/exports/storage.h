#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

namespace strongback {

/// Rows over time, as OpenSim's storage files hold them (.sto and .mot).
struct Storage {
  std::string name;
  std::vector<std::string> columns;  ///< without time
  std::vector<double> times_s;
  std::vector<Eigen::VectorXd> rows;  ///< SI units, radians
};

std::string storage_text(const Storage& storage);

}  // namespace strongback
