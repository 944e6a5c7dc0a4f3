#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace strongback {

/// Where a claim comes from (data/sources.toml).
struct Source {
  std::string id;        ///< "ACSM09"
  std::string citation;  ///< for people
  std::string reading;   ///< "read", "abstract read", "second-hand", "from memory", "our judgment"
};

/// One rule of training or care, as data: the sentence, its numbers, its evidence.
struct Rule {
  std::string id;     ///< kebab-case: "weekly-cap"
  std::string text;   ///< one sentence, our own words; slots such as {cap} are filled by the caller
  std::string grade;  ///< A, B, C or D
  std::vector<std::string> sources;       ///< ids of `Source`
  std::map<std::string, double> numbers;  ///< unit in the key: "floor_h"
  std::map<std::string, std::vector<double>> lists;
};

/// All rules and sources, by id.
class Rules {
 public:
  Rules() = default;
  Rules(std::map<std::string, Rule, std::less<>> rules,
        std::map<std::string, Source, std::less<>> sources);

  /// The rule `id`; that it exists is checked when the data are linted (a missing one is our bug).
  [[nodiscard]] const Rule& get(std::string_view id) const;
  [[nodiscard]] double number(std::string_view id, const std::string& key) const;
  [[nodiscard]] const std::vector<double>& list(std::string_view id, const std::string& key) const;
  [[nodiscard]] const Source& source(std::string_view id) const;
  /// "American College of Sports Medicine 2009 (second-hand); our judgment".
  [[nodiscard]] std::string citation(const Rule& rule) const;
  [[nodiscard]] const std::map<std::string, Rule, std::less<>>& all() const { return rules_; }
  [[nodiscard]] const std::map<std::string, Source, std::less<>>& sources() const {
    return sources_;
  }

 private:
  std::map<std::string, Rule, std::less<>> rules_;
  std::map<std::string, Source, std::less<>> sources_;
};

}  // namespace strongback
