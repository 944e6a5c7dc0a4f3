// data/measured/: the one place that knows the format of measurements.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "assess/measured.h"
#include "reading/document.h"
#include "reading/fields.h"

namespace strongback {
namespace {

constexpr double kGravity = 9.81;  // [m/s²]
constexpr Range kForce{-50000, 50000, "N"};
constexpr Range kRatio{0.01, 100, ""};
constexpr Range kLoad{0, 500, "kg"};
constexpr Range kPercent{0, 500, "%"};

const std::vector<std::string> kReadings = {"read", "abstract read", "second-hand", "from memory"};
const std::vector<std::string> kConfidences = {"high", "medium", "low"};

/// What is known while one file is read.
struct File {
  const Document& document;
  const MeasuredIds& ids;
  Measured& measured;
  Problems problems;
  std::map<std::string, MeasuredStudy, std::less<>> studies;
  std::set<std::string, std::less<>> seen;  // ids of figures
};

/// How a figure of the spine is written: its key tells its unit.
struct FigureKey {
  std::string_view key, range_key;
  SpineMeasure measure;
  Range allowed;
};
const std::array<FigureKey, 6> kFigures = {
    {{"pressure_MPa", "range_MPa", SpineMeasure::Pressure, {0, 10, "MPa"}},
     {"compression_N", "range_N", SpineMeasure::Compression, kForce},
     {"resultant_N", "range_N", SpineMeasure::Resultant, kForce},
     {"resultant_body_weights", "range_body_weights", SpineMeasure::Resultant, {0, 50, ""}},
     {"shear_N", "range_N", SpineMeasure::Shear, kForce},
     {"increase_N", "range_N", SpineMeasure::Increase, kForce}}};

Build read_subject(Fields& fields) {
  static const std::vector<std::string> kSexes = {"female", "male"};
  Build build;
  build.sex = fields.need_choice("sex", kSexes) == 0 ? Sex::Female : Sex::Male;
  build.height = meters(fields.need_number("height_m", {kShortest.si(), kTallest.si(), "m"}));
  build.mass = kilograms(fields.need_number("mass_kg", {kLightest.si(), kHeaviest.si(), "kg"}));
  build.age = fields.need_whole("age_years", {10, 100, "years"});
  return build;
}

void read_study(Fields& fields, File& file) {
  MeasuredStudy study;
  study.id = fields.need_text("id", 60);
  study.citation = fields.need_text("citation");
  study.method = fields.need_text("method");
  study.people = fields.find_whole("people", {1, 100000, ""}).value_or(0);
  study.subject = read_subject(fields);
  study.assumed = fields.find_text("assumed").value_or("");
  if (!file.studies.emplace(study.id, study).second) {
    fields.problem(fields.place(), fmt::format("the study '{}' stands here twice", study.id));
  }
  fields.finish();
}

/// The study that a figure names.
MeasuredStudy read_study_of(Fields& fields, File& file) {
  const Placed word = fields.need_placed("study", 60);
  const auto found = file.studies.find(word.text);
  if (found != file.studies.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [id, study] : file.studies) known.push_back(id);
  if (!word.text.empty()) fields.unknown_word(word, "no study", known);
  return {};
}

std::string read_figure_id(Fields& fields, File& file) {
  const Placed word = fields.need_placed("id", 60);
  if (!word.text.empty() && !file.seen.insert(word.text).second) {
    fields.problem(word.place, fmt::format("'{}' stands here twice", word.text));
  }
  return word.text;
}

std::string read_provenance(Fields& fields) {
  return kReadings[fields.need_choice("provenance", kReadings)];
}

std::string known_exercise(Fields& fields, const Placed& word, const File& file) {
  const auto& known = file.ids.exercises;
  if (std::find(known.begin(), known.end(), word.text) == known.end()) {
    fields.unknown_word(word, "no exercise", known);
  }
  return word.text;
}

std::string read_posture(Fields& fields, std::string_view key, const File& file) {
  const auto word = fields.find_placed(key);
  if (!word) return "";
  const auto path = std::filesystem::path(file.document.file).parent_path() / word->text;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    fields.problem(word->place, fmt::format("there is no posture at '{}'", path.string()),
                   "the path stands relative to the folder of this file");
  }
  return path.string();
}

void read_load(Fields& fields, Setup& setup) {
  const auto kilograms = fields.find_number("load_kg", kLoad);
  const auto of_maximum = fields.find_number("load_of_maximum", {0, 1, ""});
  const auto of_mass = fields.find_number("load_of_body_mass", {0, 3, ""});
  if (kilograms.has_value() + of_maximum.has_value() + of_mass.has_value() > 1) {
    fields.problem(fields.place(),
                   "only one of 'load_kg', 'load_of_maximum' and 'load_of_body_mass' is allowed");
  }
  if (kilograms && *kilograms > 0.0) setup.load_kind = SetupLoad::Held;
  if (of_maximum) setup.load_kind = SetupLoad::OfMaximum;
  if (of_mass) setup.load_kind = SetupLoad::OfBodyMass;
  setup.load = kilograms.value_or(of_maximum.value_or(of_mass.value_or(0.0)));
}

/// The posture or exercise that stands in for what was measured, or why there is none.
Setup read_setup(Fields& fields, const File& file) {
  Setup setup;
  setup.posture = read_posture(fields, "posture", file);
  if (const auto word = fields.find_placed("exercise")) {
    setup.exercise = known_exercise(fields, *word, file);
  }
  setup.why_not = fields.find_text("why_not").value_or("");
  read_load(fields, setup);
  const int given = !setup.posture.empty() + !setup.exercise.empty() + !setup.why_not.empty();
  if (given != 1) {
    fields.problem(fields.place(), "exactly one of 'posture', 'exercise' and 'why_not' is needed");
  }
  return setup;
}

Setup read_reference(Fields& fields, const File& file) {
  Setup setup;
  setup.posture = read_posture(fields, "reference_posture", file);
  if (setup.posture.empty()) {
    const auto folder = std::filesystem::path(file.document.file).parent_path();
    setup.posture = (folder / "postures/standing.pose.toml").string();
  }
  setup.load = fields.find_number("reference_load_kg", kLoad).value_or(0.0);
  if (setup.load > 0.0) setup.load_kind = SetupLoad::Held;
  return setup;
}

std::size_t read_disc(Fields& fields) {
  static const std::vector<std::string> kNames(kDiscNames.begin(), kDiscNames.end());
  return fields.need_choice("disc", kNames);
}

/// [low, high] in the unit of the figure; nothing when the key is absent.
void read_range(Fields& fields, const FigureKey& figure, double factor, SpineCase& made) {
  if (!fields.has(figure.range_key)) return;
  const auto range = fields.find_numbers(figure.range_key, figure.allowed);
  if (range.size() != 2 || range[0] > range[1]) {
    fields.problem(fields.place(), fmt::format("'{}' must be [low, high]", figure.range_key));
    return;
  }
  made.low = range[0] * factor;
  made.high = range[1] * factor;
}

void read_figure(Fields& fields, SpineCase& made) {
  int figures = 0;
  for (const FigureKey& figure : kFigures) {
    const auto value = fields.find_number(figure.key, figure.allowed);
    if (!value) continue;
    ++figures;
    const bool is_weights = figure.key == "resultant_body_weights";
    const double factor = is_weights ? made.study.subject.mass.si() * kGravity : 1.0;
    made.measure = figure.measure;
    made.value = *value * factor;
    read_range(fields, figure, factor, made);
  }
  made.ratio = fields.find_number("relative_to_standing", kRatio);
  if (const auto other = fields.find_number("relative_to_reference", kRatio)) {
    made.ratio = other;
    if (!fields.has("reference_posture")) {
      fields.problem(fields.place(), "'relative_to_reference' needs 'reference_posture'");
    }
  }
  if (figures == 0) made.measure = SpineMeasure::Ratio;
  if (figures > 1 || (figures == 0 && !made.ratio)) {
    fields.problem(fields.place(), "one figure is needed",
                   "it is one of: pressure_MPa, compression_N, resultant_N, "
                   "resultant_body_weights, shear_N, increase_N, or only relative_to_standing");
  }
}

void read_case(Fields& fields, File& file) {
  static const std::vector<std::string> kPositions = {"lying",  "sitting",   "standing",
                                                      "moving", "all-fours", "hanging"};
  static const std::vector<std::string> kUses = {"gate", "report"};
  SpineCase made;
  made.id = read_figure_id(fields, file);
  made.study = read_study_of(fields, file);
  made.task = fields.need_text("task");
  made.level = fields.need_text("level", 40);
  made.disc = read_disc(fields);
  read_figure(fields, made);
  made.position = static_cast<SpinePosition>(fields.need_choice("position", kPositions));
  made.use = static_cast<MeasuredUse>(fields.need_choice("use", kUses));
  made.gates_newtons = fields.find_flag("gates_newtons").value_or(false);
  made.setup = read_setup(fields, file);
  made.reference = read_reference(fields, file);
  made.provenance = read_provenance(fields);
  if (made.use == MeasuredUse::Gate && (!made.setup.is_playable() || !made.ratio)) {
    fields.problem(fields.place(), "a gate case needs a posture or exercise, and a ratio");
  }
  fields.finish();
  file.measured.spine.push_back(std::move(made));
}

std::vector<Setup> read_exercises(Fields& fields, std::string_view key, const File& file) {
  std::vector<Setup> setups;
  for (const Placed& word : fields.find_texts(key)) {
    Setup setup;
    setup.exercise = known_exercise(fields, word, file);
    setups.push_back(std::move(setup));
  }
  return setups;
}

void read_order(Fields& fields, File& file) {
  static const std::vector<std::string> kSides = {"below", "at-least"};
  SpineOrder made;
  made.id = read_figure_id(fields, file);
  made.study = read_study_of(fields, file);
  made.task = fields.need_text("task");
  made.level = fields.need_text("level", 40);
  made.disc = read_disc(fields);
  made.is_at_least = fields.need_choice("is", kSides) == 1;
  made.ratio = fields.find_number("relative_to_standing", kRatio);
  made.others = read_exercises(fields, "others", file);
  made.setup = read_setup(fields, file);
  made.reference = read_reference(fields, file);
  made.provenance = read_provenance(fields);
  if (made.ratio.has_value() == !made.others.empty()) {
    fields.problem(fields.place(), "exactly one of 'relative_to_standing' and 'others' is needed");
  }
  fields.finish();
  file.measured.spine_orders.push_back(std::move(made));
}

std::vector<std::string> read_muscles(Fields& fields, const File& file) {
  std::vector<std::string> muscles;
  const auto& known = file.ids.muscles;
  for (const Placed& word : fields.find_texts("muscles", 60)) {
    if (std::find(known.begin(), known.end(), word.text) == known.end()) {
      fields.unknown_word(word, "no muscle", known);
    }
    muscles.push_back(word.text);
  }
  if (muscles.empty()) fields.problem(fields.place(), "'muscles' must name at least one muscle");
  return muscles;
}

void read_emg(Fields& fields, File& file) {
  static const std::vector<std::string> kKinds = {"mean", "peak"};
  static const std::vector<std::string> kBounds = {"at-least", "below"};
  EmgCase made;
  made.id = read_figure_id(fields, file);
  made.study = read_study_of(fields, file);
  made.movement = fields.need_text("movement");
  made.muscles = read_muscles(fields, file);
  made.electrode = fields.need_text("electrode", 80);
  made.percent = fields.need_number("percent_mvc", kPercent);
  made.deviation = fields.find_number("deviation_percent", kPercent);
  if (const auto bound = fields.find_choice("bound", kBounds)) made.bound = *bound == 0 ? '>' : '<';
  made.kind = fields.need_choice("kind", kKinds) == 0 ? EmgKind::Mean : EmgKind::Peak;
  made.setup = read_setup(fields, file);
  made.confidence = kConfidences[fields.need_choice("confidence", kConfidences)];
  made.provenance = read_provenance(fields);
  fields.finish();
  file.measured.emg.push_back(std::move(made));
}

void read_share(Fields& fields, std::string_view key, Setup& setup) {
  const auto share = fields.find_number(key, {0, 1, ""});
  if (!share) return;
  setup.load_kind = SetupLoad::OfMaximum;
  setup.load = *share;
}

void read_emg_order(Fields& fields, File& file) {
  EmgOrder made;
  made.id = read_figure_id(fields, file);
  made.study = read_study_of(fields, file);
  made.text = fields.need_text("text");
  made.muscles = read_muscles(fields, file);
  made.electrode = fields.need_text("electrode", 80);
  const std::string why_not = fields.find_text("why_not").value_or("");
  const auto more = fields.find_placed("more");
  const auto less = fields.find_placed("less");
  if (more) made.more.exercise = known_exercise(fields, *more, file);
  if (less) made.less.exercise = known_exercise(fields, *less, file);
  made.more.why_not = made.less.why_not = why_not;
  read_share(fields, "more_load_of_maximum", made.more);
  read_share(fields, "less_load_of_maximum", made.less);
  if ((more && less) != why_not.empty() || more.has_value() != less.has_value()) {
    fields.problem(fields.place(), "either 'more' and 'less' or 'why_not' is needed");
  }
  made.provenance = read_provenance(fields);
  fields.finish();
  file.measured.emg_orders.push_back(std::move(made));
}

void read_norm(Fields& fields, File& file) {
  constexpr Range kAny{-1e6, 1e6, ""};
  MeasuredNorm made;
  made.id = read_figure_id(fields, file);
  made.topic = fields.need_text("topic", 40);
  made.what = fields.need_text("what");
  made.group = fields.need_text("group");
  made.unit = fields.need_text("unit", 40);
  made.people = fields.find_whole("people", {1, 1000000, ""}).value_or(0);
  made.value = fields.find_number("value", kAny);
  made.deviation = fields.find_number("deviation", {0, 1e6, ""});
  made.low = fields.find_number("low", kAny);
  made.high = fields.find_number("high", kAny);
  made.moment = fields.find_text("moment", 40).value_or("");
  if (!made.moment.empty()) made.subject = read_subject(fields);
  made.source = fields.need_text("source");
  made.provenance = read_provenance(fields);
  made.confidence = kConfidences[fields.need_choice("confidence", kConfidences)];
  made.note = fields.find_text("note").value_or("");
  if (!made.moment.empty() && !made.value) {
    fields.problem(fields.place(), "a norm of a moment needs a 'value'");
  }
  fields.finish();
  file.measured.norms.push_back(std::move(made));
}

}  // namespace

Problems read_measurements(const Document& document, const MeasuredIds& ids, Measured& measured) {
  File file{document, ids, measured, {}, {}, {}};
  Fields fields(document, file.problems);
  fields.need_whole("schema", {1, 1, ""});
  fields.find_text("source", 800);
  for (Fields& study : fields.find_tables("study")) read_study(study, file);
  for (Fields& one : fields.find_tables("case")) read_case(one, file);
  for (Fields& order : fields.find_tables("order")) read_order(order, file);
  for (Fields& emg : fields.find_tables("emg")) read_emg(emg, file);
  for (Fields& order : fields.find_tables("emg_order")) read_emg_order(order, file);
  for (Fields& norm : fields.find_tables("norm")) read_norm(norm, file);
  if (file.seen.empty()) {
    fields.problem(fields.place(), "the file holds no measurement",
                   "it needs at least one of: [[case]], [[order]], [[emg]], [[emg_order]], "
                   "[[norm]]");
  }
  fields.finish();
  sort_by_place(file.problems);
  return file.problems;
}

Checked<Measured> read_measured(const std::vector<std::string>& paths, const MeasuredIds& ids) {
  Measured measured;
  Problems problems;
  for (const std::string& path : paths) {
    const auto document = read_document(path);
    const Problems found =
        document ? read_measurements(*document, ids, measured) : document.error();
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return measured;
}

}  // namespace strongback
