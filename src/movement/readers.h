#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "movement/motion.h"
#include "reading/fields.h"

namespace strongback {

/// A motion while it is read: what its parts need of each other.
struct MotionReading {
  const BodyTables& tables;
  bool is_pose = false;
  Motion motion;
};

/// A word for a paired name means both sides: "foot" is foot_r and foot_l.  Indexes of what `word`
/// names, right before left; none when it names nothing.
std::vector<int> patches_named(const BodyTables& tables, const std::string& word);
std::vector<int> coordinates_named(const BodyTables& tables, const std::string& word);
/// Every word that these functions understand.
std::vector<std::string> patch_words(const BodyTables& tables);
std::vector<std::string> coordinate_words(const BodyTables& tables);

/// The `count` numbers of a list; nothing, and a problem that says `what` it must be, otherwise.
std::optional<std::vector<double>> find_row(Fields& fields, std::string_view key, Range allowed,
                                            std::size_t count, const char* what);

/// Each reads one kind of table into the motion; in this order.
void read_surfaces(Fields& file, MotionReading& reading);
void read_supports(Fields& file, MotionReading& reading);
void read_loads(Fields& file, MotionReading& reading);
void read_keyframes(Fields& file, MotionReading& reading);
void read_balance(Fields& file, MotionReading& reading);

}  // namespace strongback
