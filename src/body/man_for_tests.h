#pragma once

#include <gtest/gtest.h>

#include <string>

#include "body/body.h"

namespace strongback {

/// The model's own body of a man of 1.75 m and 75 kg.
inline const Body& man_for_tests() {
  static const Body kMan = [] {
    const auto tables = read_body_tables(std::string(STRONGBACK_SOURCE_DIR) + "/data/body");
    for (const Problem& problem : tables ? Problems{} : tables.error()) {
      ADD_FAILURE() << to_text(problem);
    }
    return make_body(tables.value(), {meters(1.75), kilograms(75.0), Sex::Male, 30}).value();
  }();
  return kMan;
}

}  // namespace strongback
