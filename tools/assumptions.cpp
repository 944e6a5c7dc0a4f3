// assumptions DATA DOCS: writes the tables of DOCS/theory that say how much each assumption of the
// model matters, between the comments that name them.  Each line changes one thing in the model of
// one man and plays the same postures.  assumptions --check DATA DOCS: exits with 1 if they differ.
#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>

#include "assess/assess.h"
#include "assumption_list.h"
#include "mechanics/columns.h"
#include "mechanics/trunk_strength.h"
#include "movement/read_motion.h"
#include "page_tool.h"

namespace {

using namespace strongback;

constexpr double kPercent = 100.0;

/// What one line's change makes of one posture.
struct Answer {
  double compression = 0.0, shear = 0.0;  ///< [N]  peaks at L4/L5
  std::map<std::string, MuscleWork> muscles;
};

struct Posture {
  std::string title, file;
  double load_kg = 0.0;
};

std::vector<Posture> four_postures() {
  return {{"standing", "/measured/postures/standing.pose.toml"},
          {"bent 36 deg", "/measured/postures/bent_36.pose.toml"},
          {"row", "/exercises/one_arm_row_bench.motion.toml", 12.0},
          {"bird dog", "/exercises/bird_dog.motion.toml"}};
}

/// Peaks when the plane of the disc turns by another share of the joint's angle; in the plane of
/// symmetry, in which all four postures flex.
void turn_plane(const Body& body, double share, const ExerciseAnswer& played, Answer& answer) {
  const BodyTables& tables = body.tables();
  const Disc& disc = tables.discs[kL4L5];
  const auto flexion = static_cast<std::size_t>(coordinate_index(tables, "lumbar_flexion"));
  answer.compression = answer.shear = 0.0;
  for (const FrameRow& frame : played.frames) {
    const double turn = -tables.rhythm.lumbar[kL4L5][2] * frame.angles[flexion];
    const double back = (0.5 - share) * turn;
    const double passive = passive_compression(tables, disc, turn);
    const double pressed = frame.compression_N[kL4L5] - passive, sheared = frame.shear_N[kL4L5];
    const double compression = pressed * std::cos(back) - sheared * std::sin(back) + passive;
    const double shear = sheared * std::cos(back) + pressed * std::sin(back);
    answer.compression = std::max(answer.compression, compression);
    if (std::abs(shear) > std::abs(answer.shear)) answer.shear = shear;
  }
}

class Man {
 public:
  Man(BodyTables tables, std::string data) : tables_(std::move(tables)), data_(std::move(data)) {}

  /// Nothing if the changed body cannot do it.
  [[nodiscard]] std::optional<Answer> play(const Posture& posture, const Change& change) const {
    constexpr double kSame = 0.5;
    const BodyTables tables = changed(change);
    const Body body = built(tables, change);
    const auto document = read_document(data_ + posture.file).value();
    const bool is_pose = posture.file.ends_with(".pose.toml");
    Motion motion =
        is_pose ? read_pose(document, tables).value() : read_motion(document, tables).value();
    for (Keyframe& keyframe : motion.keyframes) keyframe.time_s *= change.pace;
    AssessOptions options;
    options.cocontraction = change.cocontracts;
    options.keep_frames = change.plane != kSame;
    options.find_tiring_load = false;
    const auto played = assess_on(body, 1.0, motion, kilograms(posture.load_kg), options);
    if (!played) return std::nullopt;
    const DiscLoad& disc = played->discs[kL4L5];
    Answer answer{disc.compression_N.peak, disc.shear_N.peak, played->muscles};
    if (change.plane != kSame) turn_plane(body, change.plane, *played, answer);
    return answer;
  }

  [[nodiscard]] Body body(const Change& change) const { return built(changed(change), change); }

 private:
  [[nodiscard]] BodyTables changed(const Change& change) const {
    BodyTables tables = tables_;
    change.edit(tables);
    return tables;
  }

  [[nodiscard]] static Body built(const BodyTables& tables, const Change& change) {
    return make_body(tables, {meters(1.75), kilograms(75.0), Sex::Male, change.age}).value();
  }

  BodyTables tables_;
  std::string data_;
};

std::string percent_change(double from, double to) {
  constexpr double kHidden = 0.05, kWhole = 0.95;
  const double change = kPercent * (to / from - 1.0);
  if (std::abs(change) < kHidden) return "0 %";
  return std::abs(change) < kWhole ? fmt::format("{:+.1f} %", change)
                                   : fmt::format("{:+.0f} %", change);
}

/// A row of every change: number and assumption in the first of each, then `cells`.
std::string lines_of(const std::vector<Assumption>& assumptions, int first,
                     const std::function<std::string(const Change&)>& cells) {
  std::string text;
  int number = first;
  for (const Assumption& assumption : assumptions) {
    bool is_first = true;
    for (const Change& change : assumption.changes) {
      const std::string what = is_first ? fmt::format("{} | {}", number, assumption.assumed) : "|";
      text += fmt::format("| {} | {} |{}\n", what, change.varied, cells(change));
      is_first = false;
    }
    number += 1;
  }
  return text;
}

std::string compression_table(const Man& man, const std::vector<Assumption>& assumptions) {
  std::vector<Posture> postures = four_postures();
  std::string head = "| | what is assumed | varied |", rule = "|--:|---|---|", base;
  std::vector<double> plain, off;
  for (const Posture& posture : postures) {
    plain.push_back(man.play(posture, {}).value().compression);
    off.push_back(man.play(posture, {"off", same, false}).value().compression);
    head += fmt::format(" {} |", posture.title);
    rule += "--:|";
    base += fmt::format(" {:.0f} |", plain.back());
  }
  const auto cells = [&](const Change& change) {
    std::string text;
    if (!change.edit) return std::string(" | | | |");
    for (std::size_t i = 0; i < postures.size(); ++i) {
      const auto answer = man.play(postures[i], change);
      const double from = change.is_against_off ? off[i] : plain[i];
      text += fmt::format(" {} |", answer ? percent_change(from, answer->compression) : "-");
    }
    return text;
  };
  return fmt::format("{}\n{}\n| | nothing changed | L4/L5 in N |{}\n{}", head, rule, base,
                     lines_of(assumptions, 1, cells));
}

std::string shear_table(const Man& man) {
  std::vector<Change> changes = {
      {"nothing changed"}, {"tilt + 5 deg", tilted(5.0)}, {"tilt - 5 deg", tilted(-5.0)}};
  changes.push_back({"plane of the lower vertebra", same, true, false, 1.0, 30, 0.0});
  changes.push_back({"plane of the upper vertebra", same, true, false, 1.0, 30, 1.0});
  changes.push_back({"lumbar rhythm of Christophy", toward_christophy(1.0)});
  std::string text = "| | standing | bent 36 deg | row | bird dog |\n|---|--:|--:|--:|--:|\n";
  for (const Change& change : changes) {
    text += fmt::format("| {} |", change.varied);
    for (const Posture& posture : four_postures()) {
      text += fmt::format(" {:.0f} |", man.play(posture, change).value().shear);
    }
    text += '\n';
  }
  return text;
}

std::string friction_table(const Man& man) {
  std::string text =
      "| friction of lying parts | on the back | face down | on the side |\n|--:|--:|--:|--:|\n";
  for (const double friction : {0.1, 0.3, 0.6}) {
    text += fmt::format("| {:.1f} |", friction);
    for (const char* name : {"supine", "prone", "side_lying"}) {
      const Posture lying{name, fmt::format("/measured/postures/{}.pose.toml", name)};
      const Change change{"", set({{"contact.lying_friction", friction}})};
      text += fmt::format(" {:.0f} |", man.play(lying, change).value().compression);
    }
    text += '\n';
  }
  return text;
}

/// A muscle's column.
struct Column {
  std::string title, id;
};

/// [%]  mean activations of the right side in one posture, and L4/L5 beside them.
std::string muscles_table(const Man& man, const Posture& posture,
                          const std::vector<Column>& columns,
                          const std::vector<Assumption>& assumptions) {
  std::string head = "| | what is assumed | varied |", rule = "|--:|---|---|";
  for (const Column& column : columns) {
    head += fmt::format(" {} |", column.title);
    rule += "--:|";
  }
  const auto cells = [&](const Change& change) {
    const auto answer = man.play(posture, change);
    std::string text;
    for (const Column& column : columns) {
      const bool is_there = answer && answer->muscles.count(column.id) > 0;
      text += is_there
                  ? fmt::format(" {:.1f} |", kPercent * answer->muscles.at(column.id).right.mean)
                  : " - |";
    }
    return text + (answer ? fmt::format(" {:.0f} |", answer->compression) : " - |");
  };
  return fmt::format("{} L4/L5 [N] |\n{}--:|\n| | nothing changed | |{}\n{}", head, rule, cells({}),
                     lines_of(assumptions, 1, cells));
}

std::string shoulder_table(const Man& man) {
  return muscles_table(man, four_postures()[2],
                       {{"latissimus", "latissimus-dorsi"},
                        {"middle trapezius", "trapezius-middle"},
                        {"lower trapezius", "trapezius-lower"},
                        {"rhomboids", "rhomboids"},
                        {"rotator cuff", "rotator-cuff"},
                        {"posterior deltoid", "deltoid-posterior"}},
                       assumptions_of_shoulder());
}

std::string bar_table(const Man& man) {
  return muscles_table(man, {"barbell row", "/exercises/barbell_row.motion.toml", 40.0},
                       {{"latissimus", "latissimus-dorsi"},
                        {"rotator cuff", "rotator-cuff"},
                        {"biceps", "biceps-brachii"},
                        {"triceps", "triceps-long-head"}},
                       assumptions_of_bar());
}

std::string wall_table(const Man& man) {
  return muscles_table(man, {"curl-up", "/measured/postures/curl_up.pose.toml"},
                       {{"rectus abdominis", "rectus-abdominis"},
                        {"obliques", "obliques"},
                        {"transverse", "transversus-abdominis"}},
                       assumptions_of_wall());
}

/// [N m]  what the upright trunk can hold, as in docs/model.md.
std::string strength_table(const Man& man) {
  std::string text = "| | extension | flexion | bend to a side | turn |\n|---|--:|--:|--:|--:|\n";
  for (const Change& change : changes_of_strength()) {
    TrunkStrength strength(man.body(change));
    text += fmt::format("| {} |", change.varied);
    for (const TrunkTask& task : trunk_tasks()) {
      text += fmt::format(" {:.0f} |", strength.greatest(task));
    }
    text += '\n';
  }
  return text;
}

struct PageTable {
  std::string page, name, text;
};

std::vector<PageTable> tables_of(const Man& man) {
  return {{"body", "body", compression_table(man, assumptions_of_body())},
          {"recruitment", "recruitment", compression_table(man, assumptions_of_recruitment())},
          {"recruitment", "wall", wall_table(man)},
          {"recruitment", "strength", strength_table(man)},
          {"recruitment", "shoulder", shoulder_table(man)},
          {"recruitment", "bar", bar_table(man)},
          {"movement", "movement", compression_table(man, assumptions_of_movement())},
          {"movement", "friction", friction_table(man)},
          {"discs", "discs", compression_table(man, assumptions_of_discs())},
          {"discs", "shear", shear_table(man)}};
}

/// `page` with `table` between its comments; nothing where they are missing.
std::optional<std::string> with_table(const std::string& page, const PageTable& table) {
  const std::string begin = fmt::format("<!-- assumptions: {} -->\n", table.name);
  const std::string end = "<!-- end -->\n";
  const auto from = page.find(begin);
  if (from == std::string::npos) return std::nullopt;
  const auto first = from + begin.size();
  const auto last = page.find(end, first);
  if (last == std::string::npos) return std::nullopt;
  return page.substr(0, first) + table.text + page.substr(last);
}

/// Writes, or with `is_check` compares; true if all is well.
bool settle(const std::string& docs, const PageTable& table, bool is_check) {
  const std::string path = fmt::format("{}/theory/{}.md", docs, table.page);
  const std::string page = text_of(path);
  const auto wanted = with_table(page, table);
  if (!wanted) {
    std::cerr << fmt::format("{}: has no place for the table '{}'\n", path, table.name);
    return false;
  }
  if (*wanted == page) return true;
  if (!is_check) return static_cast<bool>(std::ofstream(path) << *wanted);
  std::cerr << fmt::format("{}: the table '{}' is not what assumptions writes\n", path, table.name)
            << "  hint: run assumptions\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const auto order = read_page_order(argc, argv, "assumptions");
  if (!order) return 2;
  const auto tables = read_body_tables(order->data + "/body");
  if (!tables) return complain(tables.error());
  bool is_well = true;
  for (const PageTable& table : tables_of({*tables, order->data})) {
    is_well = settle(order->docs, table, order->is_check) && is_well;
  }
  return is_well ? 0 : 1;
}
