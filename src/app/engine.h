#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/failure.h"
#include "assess/assess.h"
#include "body/tables.h"
#include "movement/motion.h"

namespace strongback {

/// Figures, or the honest no.
using Computed = tl::expected<ExerciseAnswer, NoAnswer>;

/// A motion and a number that changes with its file.
struct FoundMotion {
  Motion motion;
  std::uint64_t fingerprint = 0;
};

/// Plays motions for one person; safe to call from several threads.
using PersonAssess = std::function<Computed(const Motion&, Mass, const AssessOptions&)>;

/// The model's tables, where motions come from, and what plays them.
struct Engine {
  using FindMotion = std::function<Outcome<std::optional<FoundMotion>>(const std::string& exercise,
                                                                       const BodyTables&)>;
  using LoadPose = std::function<Outcome<Motion>(const std::string& path, const BodyTables&)>;
  using Assess = std::function<Computed(const BodyTables&, const Build&, const Motion&, Mass,
                                        const AssessOptions&)>;
  /// `Assess` of one person: makes the body once, for many motions.  The tables must outlive it.
  using AssessPerson = std::function<PersonAssess(const BodyTables&, const Build&)>;
  BodyTables tables;
  std::uint64_t fingerprint = 0;  ///< of the files that hold the tables
  FindMotion find_motion;         ///< nothing: the model has no motion for it yet
  LoadPose load_pose;             ///< the still posture of a file
  Assess assess;                  ///< safe to call from several threads
  AssessPerson for_person;        ///< what it gives, too; may be empty: `assess` does it, slower
};

/// What plays motions for one person; `engine` must outlive it.
PersonAssess assess_for(const Engine& engine, const Build& build);

/// Where the tables of the body stand.
std::string body_folder();

/// The engine of the data folder: a motion stands beside its exercise, and assess_motion plays it.
Outcome<Engine> load_engine();

/// 64 bits that differ for texts that differ, but for chance: Fowler, Noll & Vo's hash 1a.
std::uint64_t fingerprint_of(std::string_view text, std::uint64_t begun = 0xcbf29ce484222325u);

}  // namespace strongback
