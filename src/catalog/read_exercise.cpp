#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.h"
#include "catalog/readers.h"

namespace strongback {
namespace {

constexpr double kPrimeCredit = 1.0;   // rules 1.20: a prime mover gets the whole set
constexpr double kHelperCredit = 0.5;  // and a helper half of it

template <class Enum>
Enum need_enum(Fields& fields, std::string_view key, const std::vector<std::string>& words) {
  return static_cast<Enum>(fields.need_choice(key, words));
}

/// "equipment": a list of alternatives, each a list of ids; [] means that nothing is needed.
std::vector<std::vector<std::string>> read_alternatives(Fields& fields, Reading& reading) {
  const Node* node = fields.find_node("equipment");
  if (!node) {
    fields.problem(fields.place(), "'equipment' is missing", "write [] when nothing is needed");
    return {{}};
  }
  std::vector<std::vector<std::string>> alternatives;
  const auto* list = std::get_if<Array>(&node->value);
  bool good = list != nullptr;
  for (const Node& alternative : list ? *list : Array{}) {
    const auto* things = std::get_if<Array>(&alternative.value);
    good = good && things;
    std::vector<std::string> ids;
    for (const Node& thing : things ? *things : Array{}) {
      const auto* id = std::get_if<std::string>(&thing.value);
      good = good && id;
      if (!id) continue;
      reading.used.push_back({IdKind::Equipment, *id, fields.file(), thing.place});
      ids.push_back(*id);
    }
    alternatives.push_back(std::move(ids));
  }
  if (!good) {
    fields.problem(node->place, "'equipment' must be a list of alternatives, each a list of texts",
                   "write [[\"dumbbell\", \"bench\"], [\"dumbbell\", \"chair\"]]");
  }
  if (alternatives.empty()) alternatives.emplace_back();
  return alternatives;
}

std::vector<std::string> read_positions(Fields& fields) {
  std::vector<std::string> positions;
  for (const Placed& word : fields.find_texts("positions")) {
    const auto& known = position_words();
    if (std::find(known.begin(), known.end(), word.text) == known.end()) {
      fields.unknown_word(word, "no position", known);
    }
    positions.push_back(word.text);
  }
  if (positions.empty()) fields.problem(fields.place(), "'positions' needs at least one position");
  return positions;
}

Levels read_demands(Fields& fields) {
  Levels levels{};
  auto table = fields.find_table("demands");
  if (!table) return levels;
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const double highest = is_position(static_cast<Property>(i)) ? 1 : 3;
    levels[i] = table->find_whole(property_words()[i], {0, highest, ""}).value_or(0);
  }
  table->finish();
  return levels;
}

/// Puts the credits of [works.credit] in place of the usual ones.
void override_credits(Fields& works, std::vector<Share>& shares) {
  auto table = works.find_table("credit");
  if (!table) return;
  for (Share& share : shares) {
    share.credit = table->find_number(share.muscle, {0, 1, "of a set"}).value_or(share.credit);
  }
  table->finish();
}

std::vector<Share> read_shares(Fields& fields, Reading& reading) {
  std::vector<Share> shares;
  auto works = fields.find_table("works");
  if (!works) return shares;
  const auto add = [&](std::string_view key, double credit) {
    for (const std::string& muscle : read_uses(*works, key, IdKind::Muscle, reading)) {
      const bool twice = std::any_of(shares.begin(), shares.end(),
                                     [&](const Share& share) { return share.muscle == muscle; });
      if (twice) works->problem(works->place(), fmt::format("'{}' stands here twice", muscle));
      shares.push_back({muscle, credit});
    }
  };
  add("prime", kPrimeCredit);
  add("helps", kHelperCredit);
  override_credits(*works, shares);
  works->finish();
  return shares;
}

std::vector<Verdict> read_verdicts(Fields& fields, Reading& reading) {
  constexpr std::size_t kLongestWhy = 300;
  std::vector<Verdict> verdicts;
  for (Fields& table : fields.find_tables("verdict")) {
    Verdict verdict;
    verdict.muscle = read_use(table, "muscle", IdKind::Muscle, reading);
    verdict.right = need_enum<Right>(table, "right", right_words());
    verdict.why = table.need_text("why", kLongestWhy);
    table.finish();
    const bool twice = std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& other) {
      return other.muscle == verdict.muscle;
    });
    if (twice) table.problem(table.place(), fmt::format("'{}' has two verdicts", verdict.muscle));
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

/// "2-0-1-1": lower, pause, lift, pause, in seconds.
std::optional<Tempo> parse_tempo(std::string_view text) {
  std::array<int, 4> beats{};
  const bool shaped = text.size() == 7 && text[1] == '-' && text[3] == '-' && text[5] == '-';
  if (!shaped) return std::nullopt;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    const char digit = text[2 * i];
    if (digit < '0' || digit > '9') return std::nullopt;
    beats[i] = digit - '0';
  }
  return Tempo{beats[0], beats[1], beats[2], beats[3]};
}

void read_tempo(Fields& set, Exercise& exercise) {
  const auto text = set.find_placed("tempo");
  exercise.is_explosive = set.find_flag("explosive").value_or(false);
  if (text) {
    const auto tempo = parse_tempo(text->text);
    if (!tempo) {
      set.problem(text->place, fmt::format("'{}' is no tempo", text->text),
                  "write seconds to lower, pause, lift, pause, such as \"2-0-1-1\"");
    }
    exercise.tempo = tempo.value_or(Tempo{});
  }
  const bool has_one = text.has_value() != exercise.is_explosive;
  if (exercise.mode == Mode::Reps && !has_one) {
    set.problem(set.place(), "a set of repetitions needs either 'tempo' or 'explosive = true'");
  }
  if (exercise.mode != Mode::Reps && (text || exercise.is_explosive)) {
    set.problem(set.place(), "'tempo' and 'explosive' go only with 'reps'");
  }
}

/// The dose: exactly one of reps, hold_s, distance_m and time_s.
void read_dose(Fields& set, Exercise& exercise) {
  struct Dose {
    Mode mode;
    std::string_view key;
    Range allowed;
  };
  static constexpr std::array<Dose, 4> kDoses = {{{Mode::Reps, "reps", {1, 50, ""}},
                                                  {Mode::Hold, "hold_s", {1, 300, "s"}},
                                                  {Mode::Distance, "distance_m", {1, 500, "m"}},
                                                  {Mode::Time, "time_s", {5, 7200, "s"}}}};
  int given = 0;
  for (const Dose& dose : kDoses) {
    if (!set.has(dose.key)) continue;
    ++given;
    exercise.mode = dose.mode;
    exercise.dose = find_span(set, dose.key, dose.allowed).value_or(Span{1, 1});
  }
  if (given != 1) {
    set.problem(set.place(),
                "a set needs exactly one of 'reps', 'hold_s', 'distance_m' and 'time_s'");
  }
  if (const auto holds = find_span(set, "holds", {1, 30, ""})) {
    exercise.hold_rep_range = *holds;
    exercise.hold_reps = holds->low;
    if (exercise.mode != Mode::Hold) set.problem(set.place(), "'holds' goes only with 'hold_s'");
  }
}

void read_set(Fields& fields, Exercise& exercise) {
  auto set = fields.find_table("set");
  if (!set) {
    if (!fields.has("set")) fields.problem(fields.place(), "the table [set] is missing");
    return;
  }
  exercise.default_sets = set->need_whole("sets", {1, 10, ""});
  read_dose(*set, exercise);
  read_tempo(*set, exercise);
  exercise.rest_s = set->need_whole("rest_s", {0, 600, "s"});
  set->finish();
}

void read_load(Fields& fields, Exercise& exercise) {
  auto load = fields.find_table("load");
  if (!load) return;
  exercise.external_load = need_enum<ExternalLoad>(*load, "external", external_load_words());
  exercise.load_basis =
      static_cast<LoadBasis>(load->find_choice("basis", load_basis_words()).value_or(0));
  exercise.start_coefficient = load->find_number("start_coefficient", {0.001, 2, "of body mass"});
  load->finish();
}

void check_file_name(const Exercise& exercise, Fields& fields) {
  std::string stem = std::filesystem::path(fields.file()).stem().string();
  std::replace(stem.begin(), stem.end(), '_', '-');
  if (exercise.id.empty() || stem == exercise.id) return;
  std::string expected = exercise.id;
  std::replace(expected.begin(), expected.end(), '-', '_');
  fields.problem(fields.place(),
                 fmt::format("the file of '{}' must be named '{}.toml'", exercise.id, expected));
}

}  // namespace

void read_exercise(const Document& document, Reading& reading) {
  Fields fields(document, reading.problems);
  Exercise exercise;
  read_head(fields);
  exercise.id = read_id(fields, IdKind::Exercise, reading);
  exercise.name = fields.need_text("name", 80);
  exercise.summary = fields.need_text("summary", 160);
  exercise.pattern = need_enum<Pattern>(fields, "pattern", pattern_words());
  exercise.stimulus = need_enum<Stimulus>(fields, "stimulus", stimulus_words());
  exercise.level = fields.need_whole("level", {0, 3, ""});
  exercise.laterality = need_enum<Laterality>(fields, "laterality", laterality_words());
  exercise.positions = read_positions(fields);
  exercise.equipment = read_alternatives(fields, reading);
  exercise.easier = read_uses(fields, "easier", IdKind::Exercise, reading);
  exercise.harder = read_uses(fields, "harder", IdKind::Exercise, reading);
  exercise.met_code = read_use(fields, "met_code", IdKind::ActivityCode, reading);
  exercise.in_article = fields.find_flag("in_article").value_or(false);
  for (Placed& cue : fields.find_texts("cues", 160)) exercise.cues.push_back(std::move(cue.text));
  exercise.note = fields.find_text("note").value_or("");
  exercise.source = fields.need_text("source");
  exercise.demands = read_demands(fields);
  exercise.shares = read_shares(fields, reading);
  exercise.verdicts = read_verdicts(fields, reading);
  read_set(fields, exercise);
  read_load(fields, exercise);
  check_file_name(exercise, fields);
  check_exercise(exercise, fields);
  fields.finish();
  reading.catalog.exercises.push_back(std::move(exercise));
}

}  // namespace strongback
