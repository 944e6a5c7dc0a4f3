#include "app/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/files.h"
#include "assess/bands_page.h"
#include "assess/plots.h"
#include "base/expects.h"
#include "base/text.h"
#include "mechanics/trunk_strength.h"

namespace strongback {
namespace {

/// A setup and who plays it.
struct Trial {
  Setup setup;
  Build build;
};

using Played = tl::expected<ExerciseAnswer, std::string>;

/// The same text for the same trial.
std::string key_of(const Trial& trial) {
  const auto& [setup, build] = trial;
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", setup.posture, setup.exercise,
                     static_cast<int>(setup.load_kind), setup.load, build.height.si(),
                     in_kilograms(build.mass), static_cast<int>(build.sex), build.age);
}

/// Every trial of `measured` that can be played, once.
std::vector<Trial> trials_of(const Measured& measured) {
  std::map<std::string, Trial> trials;
  const auto add = [&](const Setup& setup, const MeasuredStudy& study) {
    const Trial trial{setup, study.subject};
    if (setup.is_playable()) trials.emplace(key_of(trial), trial);
  };
  for (const SpineCase& one : measured.spine) {
    add(one.setup, one.study);
    add(one.reference, one.study);
  }
  for (const SpineOrder& one : measured.spine_orders) {
    add(one.setup, one.study);
    add(one.reference, one.study);
    for (const Setup& other : one.others) add(other, one.study);
  }
  for (const EmgCase& one : measured.emg) add(one.setup, one.study);
  for (const EmgOrder& one : measured.emg_orders) {
    add(one.more, one.study);
    add(one.less, one.study);
  }
  std::vector<Trial> list;
  for (auto& [key, trial] : trials) list.push_back(std::move(trial));
  return list;
}

std::string words_of(const NoAnswer& no) {
  return no.frame.empty() ? no.text : fmt::format("{}: {}", no.frame, no.text);
}

std::string words_of(const Failure& failure) {
  if (const auto* bad = std::get_if<BadInput>(&failure)) return bad->problems.front().message;
  if (const auto* missing = std::get_if<NotFound>(&failure)) return missing->what;
  if (const auto* away = std::get_if<Unavailable>(&failure)) return away->what;
  return "not computed";
}

tl::expected<Motion, std::string> motion_of(const Engine& engine, const Setup& setup) {
  if (!setup.posture.empty()) {
    auto pose = engine.load_pose(setup.posture, engine.tables);
    if (!pose) return tl::unexpected(words_of(pose.error()));
    return std::move(*pose);
  }
  auto found = engine.find_motion(setup.exercise, engine.tables);
  if (!found) return tl::unexpected(words_of(found.error()));
  if (!*found) return tl::unexpected(fmt::format("'{}' is not simulated yet", setup.exercise));
  return std::move((*found)->motion);
}

/// What can be moved once: from the load that tires in the middle of 6 to 12 repetitions, by
/// Epley's formula (1985, Boyd Epley Workout).
tl::expected<Mass, std::string> heaviest_once(const Engine& engine, const Build& build,
                                              const Motion& motion) {
  constexpr double kProbe_kg = 1.0;
  constexpr double kMiddle = 9.0;
  const Computed probe = engine.assess(engine.tables, build, motion, kilograms(kProbe_kg), {});
  if (!probe) return tl::unexpected(words_of(probe.error()));
  if (!probe->tiring) return tl::unexpected<std::string>("no load tires it");
  return kilograms(probe->tiring->best_kg * (1.0 + kMiddle / 30.0));
}

tl::expected<Mass, std::string> load_of(const Engine& engine, const Trial& trial,
                                        const Motion& motion) {
  const Setup& setup = trial.setup;
  switch (setup.load_kind) {
    case SetupLoad::None:
      return Mass{};
    case SetupLoad::Held:
      return kilograms(setup.load);
    case SetupLoad::OfBodyMass:
      return trial.build.mass * setup.load;
    case SetupLoad::OfMaximum: {
      const auto once = heaviest_once(engine, trial.build, motion);
      if (!once) return tl::unexpected(once.error());
      return *once * setup.load;
    }
  }
  return Mass{};
}

Played play(const Engine& engine, const Trial& trial) {
  const auto motion = motion_of(engine, trial.setup);
  if (!motion) return tl::unexpected(motion.error());
  const auto load = load_of(engine, trial, *motion);
  if (!load) return tl::unexpected(load.error());
  AssessOptions options;
  options.find_tiring_load = false;
  auto answer = engine.assess(engine.tables, trial.build, *motion, *load, options);
  if (!answer) return tl::unexpected(words_of(answer.error()));
  return std::move(*answer);
}

/// The mean over the muscles under one electrode, on the side that works harder.
tl::expected<ComputedActivity, std::string> activity_of(const ExerciseAnswer& answer,
                                                        const std::vector<std::string>& muscles) {
  ComputedActivity left, right;
  for (const std::string& id : muscles) {
    const auto found = answer.muscles.find(id);
    if (found == answer.muscles.end()) {
      return tl::unexpected(fmt::format("the model has no {}", id));
    }
    const double share = 1.0 / static_cast<double>(muscles.size());
    left.mean += share * found->second.left.mean;
    left.peak += share * found->second.left.peak;
    right.mean += share * found->second.right.mean;
    right.peak += share * found->second.right.peak;
  }
  return right.mean >= left.mean ? right : left;
}

/// Everything that was played, by its key.
class Trials {
 public:
  Trials(const Engine& engine, const Measured& measured, const ValidateOrder& order) {
    const std::vector<Trial> trials = trials_of(measured);
    std::vector<Played> played(trials.size());
    share_work(
        trials.size(), order.threads, [&](std::size_t i) { played[i] = play(engine, trials[i]); },
        order.progress);
    for (std::size_t i = 0; i < trials.size(); ++i) {
      answers_.emplace(key_of(trials[i]), std::move(played[i]));
    }
  }

  [[nodiscard]] const Played& of(const Setup& setup, const Build& build) const {
    const auto found = answers_.find(key_of({setup, build}));
    expects(found != answers_.end(), "every setup of the measurements was played");
    return found->second;
  }

 private:
  std::map<std::string, Played> answers_;
};

/// [N·m]  the greatest moment of the upright trunk in the direction that a norm names.
tl::expected<double, std::string> greatest_moment(const BodyTables& tables,
                                                  const std::string& moment, const Build& build) {
  const auto body = make_body(tables, build);
  if (!body) return tl::unexpected(body.error().front().message);
  for (const TrunkTask& task : trunk_tasks()) {
    if (task.name == moment) return TrunkStrength(*body).greatest(task);
  }
  return tl::unexpected(fmt::format("the model has no moment '{}'", moment));
}

ComputedBy computed_by(const Trials& trials, const BodyTables& tables) {
  ComputedBy by;
  by.moment = [&tables](const std::string& moment, const Build& build) {
    return greatest_moment(tables, moment, build);
  };
  by.compression = [&trials](const Setup& setup, const Build& build,
                             std::size_t disc) -> tl::expected<double, std::string> {
    const Played& played = trials.of(setup, build);
    if (!played) return tl::unexpected(played.error());
    return played->discs.at(disc).compression_N.peak;
  };
  by.activity =
      [&trials](
          const Setup& setup, const Build& build,
          const std::vector<std::string>& muscles) -> tl::expected<ComputedActivity, std::string> {
    const Played& played = trials.of(setup, build);
    if (!played) return tl::unexpected(played.error());
    return activity_of(*played, muscles);
  };
  return by;
}

}  // namespace

Outcome<Validation> validate_model(const Catalog& catalog, const Engine& engine,
                                   const ValidateOrder& order) {
  std::vector<std::string> files = order.files;
  const std::string folder = (std::filesystem::path(data_folder()) / "measured").string();
  if (files.empty()) files = toml_files(folder, false);
  if (files.empty()) {
    return tl::unexpected<Failure>(
        BadInput{{{folder, {}, "this folder holds no measurements", ""}}});
  }
  const auto measured = read_measured(files, {exercise_ids(catalog), muscle_ids(catalog)});
  if (!measured) return tl::unexpected<Failure>(BadInput{measured.error()});
  const Trials trials(engine, *measured, order);
  return validate(*measured, computed_by(trials, engine.tables), engine.tables.version);
}

Outcome<std::vector<std::string>> write_validation(const Validation& validation,
                                                   const Catalog& catalog, const BodyTables& tables,
                                                   const std::string& folder) {
  const auto uncertainty = read_uncertainty(body_folder(), tables);
  if (!uncertainty) return tl::unexpected<Failure>(BadInput{uncertainty.error()});
  const std::string bands = bands_part(catalog, *uncertainty, validation.model);
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  std::vector<TextFile> files = {{"validation.md", validation_page(validation, bands)},
                                 {kSpinePlotName, spine_plot(validation)},
                                 {kActivityPlotName, activity_plot(validation)}};
  if (!bands.empty()) {
    files.push_back({kBandsPlotName, bands_plot(catalog, *uncertainty, validation.model)});
  }
  return write_files(folder, files);
}

}  // namespace strongback
