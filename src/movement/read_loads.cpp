// What is held, worn or pulled: [[load]].
#include <fmt/format.h>

#include <algorithm>

#include "movement/readers.h"

namespace strongback {
namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostLoads = 6;
constexpr Range kShares{0.0, 4.0, ""};
constexpr Range kSlacks{0.05, 5.0, "m"};
constexpr Range kAnchors{-5.0, 5.0, "m"};

const std::vector<std::string>& kind_words() {
  static const std::vector<std::string> words = {"dumbbell", "kettlebell", "bar",  "object",
                                                 "bag",      "vest",       "band", "cable"};
  return words;
}

std::string spoken(LoadKind kind) {
  return (kind == LoadKind::Object ? "an " : "a ") + kind_words()[static_cast<std::size_t>(kind)];
}

/// The places of weights; LoadPlace in its order, and "hand", which is one in each hand.
std::vector<std::string> places_of(LoadKind kind) {
  if (kind == LoadKind::Bar) return {"hands", "back", "chest"};
  if (kind == LoadKind::Vest) return {"back", "chest"};
  return {"hand", "hand_r", "hand_l", "hands", "back", "chest"};
}

LoadPlace place_called(const std::string& word) {
  if (word == "hand_l") return LoadPlace::HandLeft;
  if (word == "hands") return LoadPlace::Hands;
  if (word == "back") return LoadPlace::Back;
  if (word == "chest") return LoadPlace::Chest;
  return LoadPlace::HandRight;
}

/// "hand_r" for a tether ends at the patch "grip_r".
std::string patch_word(const std::string& word) {
  if (word == "hands") return "grip";
  return word.starts_with("hand") ? "grip" + word.substr(4) : word;
}

std::vector<std::string> ends_of_lines(const BodyTables& tables) {
  auto words = patch_words(tables);
  words.insert(words.begin(), {"hand", "hand_r", "hand_l", "hands"});
  return words;
}

/// Where a band or cable is fixed: a point, or parts of the body, right before left.
struct Anchor {
  bool is_known = false;
  Point point{};
  std::vector<int> patches;
};

Anchor read_anchor(Fields& fields, const BodyTables& tables) {
  Anchor anchor;
  const Node* point = fields.find_node("anchor_m");
  const auto part = fields.find_placed("anchor_on", kLongestWord);
  if ((point == nullptr) == !part) {
    fields.problem(
        point != nullptr ? point->place : fields.place(),
        point != nullptr ? "'anchor_m' and 'anchor_on' exclude each other"
                         : "the other end of the band or cable is missing",
        "give 'anchor_m = [forward, up, right]', or 'anchor_on' with a part of the body");
    return anchor;
  }
  if (part) {
    anchor.patches = patches_named(tables, patch_word(part->text));
    anchor.is_known = !anchor.patches.empty();
    if (!anchor.is_known) {
      fields.unknown_word(*part, "no part of the body", ends_of_lines(tables));
    }
    return anchor;
  }
  const auto row = find_row(fields, "anchor_m", kAnchors, 3,
                            "three numbers in m, forward, above the floor and to the right, such "
                            "as [1.5, 0.2, 0]");
  if (!row) return anchor;
  anchor.is_known = true;
  anchor.point = {(*row)[0], (*row)[1], (*row)[2]};
  if (anchor.point[1] < 0.0) fields.problem(point->place, "'anchor_m' lies below the floor");
  return anchor;
}

/// Ties `patches`, right before left.  `is_shared`: both hold one thing, which has one anchor.
std::vector<Tether> tethers_between(Fields& fields, const std::vector<int>& patches,
                                    const Anchor& anchor, bool is_shared) {
  std::vector<Tether> tethers;
  if (patches.size() < anchor.patches.size()) {
    fields.problem(fields.find_node("anchor_on")->place, "'anchor_on' means two parts for one end",
                   "say which side, with _r or _l");
    return tethers;
  }
  for (std::size_t i = 0; i < patches.size(); ++i) {
    Tether tether{patches[i], -1, anchor.point};
    if (i > 0 && !is_shared) tether.anchor[2] = -tether.anchor[2];
    if (!anchor.patches.empty()) {
      tether.anchor_patch = anchor.patches[std::min(i, anchor.patches.size() - 1)];
    }
    if (tether.anchor_patch == tether.patch) {
      fields.problem(fields.find_node("anchor_on")->place,
                     "both ends of the band or cable are at the same part");
    }
    tethers.push_back(tether);
  }
  return tethers;
}

void read_line(Fields& fields, Load load, MotionReading& reading) {
  const Placed in = fields.need_placed("in", kLongestWord);
  const bool is_band = load.kind == LoadKind::Band;
  load.slack = is_band ? fields.need_number("slack_m", kSlacks) : 0.0;
  if (!is_band && fields.find_node("slack_m") != nullptr) {
    fields.problem(fields.find_node("slack_m")->place, "a cable has no 'slack_m'",
                   "it pulls alike at every length");
  }
  load.scales_with_stature = fields.find_flag("scale_with_stature").value_or(false);
  const Anchor anchor = read_anchor(fields, reading.tables);
  const auto patches = patches_named(reading.tables, patch_word(in.text));
  if (patches.empty() && fields.has("in")) {
    fields.unknown_word(in, "no part of the body", ends_of_lines(reading.tables));
  }
  if (patches.empty() || !anchor.is_known) return;
  const bool is_shared = in.text == "hands";
  const bool is_hand = is_shared || in.text.starts_with("hand");
  load.place = is_hand ? place_called(in.text) : LoadPlace::Part;
  const auto tethers = tethers_between(fields, patches, anchor, is_shared);
  if (is_shared) {
    load.tethers = tethers;
    reading.motion.loads.push_back(load);
    return;
  }
  for (std::size_t i = 0; i < tethers.size(); ++i) {
    load.tethers = {tethers[i]};
    if (i > 0 && is_hand) load.place = LoadPlace::HandLeft;
    reading.motion.loads.push_back(load);
  }
}

void read_weight(Fields& fields, Load load, MotionReading& reading) {
  const std::string kind = spoken(load.kind);
  for (const char* key : {"anchor_m", "anchor_on", "slack_m", "scale_with_stature"}) {
    const Node* node = fields.find_node(key);
    if (node == nullptr) continue;
    fields.problem(node->place, fmt::format("{} has no '{}'", kind, key),
                   "only a band or a cable has an end that is fixed elsewhere");
  }
  const Placed in = fields.need_placed("in", kLongestWord);
  if (!fields.has("in")) return;
  const auto places = places_of(load.kind);
  if (std::find(places.begin(), places.end(), in.text) == places.end()) {
    fields.unknown_word(in, fmt::format("no place for {}", kind), places);
    return;
  }
  load.place = place_called(in.text);
  reading.motion.loads.push_back(load);
  if (in.text != "hand") return;
  load.place = LoadPlace::HandLeft;
  reading.motion.loads.push_back(load);
}

bool uses(const Load& load, LoadPlace place) {
  const bool is_hand = place == LoadPlace::HandRight || place == LoadPlace::HandLeft;
  return load.place == place || (is_hand && load.place == LoadPlace::Hands);
}

/// Each hand, the back and the chest carry one thing.  Loads from `first` on are new.
void check_places(Fields& fields, const std::vector<Load>& loads, std::size_t first) {
  const std::pair<LoadPlace, const char*> all[] = {{LoadPlace::HandRight, "right hand"},
                                                   {LoadPlace::HandLeft, "left hand"},
                                                   {LoadPlace::Back, "back"},
                                                   {LoadPlace::Chest, "chest"}};
  const auto middle = loads.begin() + static_cast<std::ptrdiff_t>(first);
  for (const auto& [place, name] : all) {
    const auto is_there = [at = place](const Load& load) { return uses(load, at); };
    if (std::any_of(loads.begin(), middle, is_there) && std::any_of(middle, loads.end(), is_there))
      fields.problem(fields.place(), fmt::format("the {} carries a load already", name));
  }
}

}  // namespace

void read_loads(Fields& file, MotionReading& reading) {
  auto& loads = reading.motion.loads;
  for (Fields& fields : file.find_tables("load")) {
    const std::size_t first = loads.size();
    if (!fields.has("kind")) fields.need_choice("kind", kind_words());
    const auto kind = fields.find_choice("kind", kind_words());
    if (!kind) continue;  // which keys fit cannot be told
    Load load;
    load.kind = static_cast<LoadKind>(*kind);
    load.share = fields.find_number("share", kShares).value_or(1.0);
    if (is_line(load.kind)) {
      read_line(fields, load, reading);
    } else {
      read_weight(fields, load, reading);
    }
    fields.finish();
    check_places(fields, loads, first);
    if (loads.size() <= kMostLoads) continue;
    fields.problem(fields.place(), fmt::format("more than {} loads", kMostLoads));
    return;
  }
}

}  // namespace strongback
