#include "exchange/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "exchange/html.h"
#include "exchange/wording.h"

namespace strongback {
namespace {

constexpr std::size_t kShortDay = 3;
constexpr std::string_view kReserve = "In reserve";

struct SheetRow {
  const PlannedExercise* exercise = nullptr;
  std::vector<int> sets;  ///< by kind of session; 0: not done
};

/// All of a dose but its sets.
auto dose_key(const PlannedExercise& e) {
  return std::tuple(e.id, dose_of_one_set(e), e.load_text, e.is_calibration, e.rest_s, e.reserve);
}

/// The place of `exercise` in `session`; its number of exercises when it is not done there.
std::size_t place_in(const PlannedSession& session, const PlannedExercise& exercise) {
  const auto at =
      std::find_if(session.exercises.begin(), session.exercises.end(),
                   [&](const auto& other) { return dose_key(other) == dose_key(exercise); });
  return static_cast<std::size_t>(at - session.exercises.begin());
}

/// True when some session does `a` before `b`.
bool comes_before(const std::vector<SessionKind>& kinds, const SheetRow& a, const SheetRow& b) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (a.sets[i] == 0 || b.sets[i] == 0) continue;
    const PlannedSession& session = *kinds[i].session;
    if (place_in(session, *a.exercise) < place_in(session, *b.exercise)) return true;
  }
  return false;
}

/// `rows` so that each session finds its exercises in its own order; where sessions disagree, the
/// first one decides.
std::vector<SheetRow> in_order(std::vector<SheetRow> rows, const std::vector<SessionKind>& kinds) {
  std::vector<SheetRow> ordered;
  while (!rows.empty()) {
    const auto is_free = [&](const SheetRow& row) {
      return std::none_of(rows.begin(), rows.end(), [&](const SheetRow& other) {
        return other.exercise != row.exercise && comes_before(kinds, other, row);
      });
    };
    auto next = std::find_if(rows.begin(), rows.end(), is_free);
    if (next == rows.end()) next = rows.begin();
    ordered.push_back(*next);
    rows.erase(next);
  }
  return ordered;
}

std::vector<SheetRow> rows_of(const std::vector<SessionKind>& kinds) {
  std::vector<SheetRow> rows;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    for (const PlannedExercise& exercise : kinds[i].session->exercises) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const SheetRow& other) {
        return dose_key(*other.exercise) == dose_key(exercise);
      });
      if (row == rows.end()) {
        row = rows.insert(row, {&exercise, std::vector<int>(kinds.size(), 0)});
      }
      row->sets[i] += exercise.sets;
    }
  }
  return in_order(std::move(rows), kinds);
}

std::string load_of(const PlannedExercise& exercise) {
  return exercise.is_calibration ? exercise.load_text + " *" : exercise.load_text;
}

/// The cells that every table of doses ends with.
std::vector<std::string> last_cells(const PlannedExercise& exercise) {
  return {load_of(exercise), rest_text(exercise.rest_s),
          exercise.reps ? fmt::format("{}", exercise.reserve) : ""};
}

/// Columns without any content are left out, and that of the reserve where all rows are alike.
std::string doses(std::vector<std::string> heads, std::vector<std::vector<std::string>> rows) {
  const auto counted_row =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return !row.back().empty(); });
  const std::string reserve = counted_row == rows.end() ? "" : counted_row->back();
  for (std::size_t i = heads.size(); i-- > 1;) {
    const auto is_plain = [&](const auto& row) {
      return row[i].empty() || (heads[i] == kReserve && row[i] == reserve);
    };
    if (!std::all_of(rows.begin(), rows.end(), is_plain)) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    heads.erase(heads.begin() + at);
    for (auto& row : rows) row.erase(row.begin() + at);
  }
  return "<div class=\"doses\">\n" + html_table(heads, rows) + "</div>\n";
}

void append(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

}  // namespace

std::vector<SessionKind> session_kinds(const PlannedWeek& week) {
  std::vector<SessionKind> kinds;
  for (const PlannedSession& session : week.sessions) {
    auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const SessionKind& other) {
      return is_same_work(*other.session, session);
    });
    if (kind == kinds.end()) kind = kinds.insert(kind, SessionKind{&session, {}});
    kind->days.push_back(weekday_name(session.weekday).substr(0, kShortDay));
  }
  return kinds;
}

std::string reserve_legend(const std::vector<PlannedExercise>& exercises) {
  int least = 0;
  int most = 0;
  for (const PlannedExercise& exercise : exercises) {
    if (!exercise.reps) continue;
    least = most == 0 ? exercise.reserve : std::min(least, exercise.reserve);
    most = std::max(most, exercise.reserve);
  }
  if (most == 0) return "";
  if (least < most) return "In reserve: repetitions still possible when a set ends.";
  return fmt::format("End each counted set while {} more {} still possible.",
                     counted(most, "repetition"), most == 1 ? "is" : "are");
}

std::string exercise_table(const std::vector<PlannedExercise>& exercises) {
  std::vector<std::vector<std::string>> rows;
  for (const PlannedExercise& exercise : exercises) {
    rows.push_back({exercise.name, dose_text(exercise)});
    append(rows.back(), last_cells(exercise));
  }
  return doses({"Exercise", "Sets x reps", "Load", "Rest", std::string(kReserve)}, std::move(rows));
}

std::string week_table(const std::vector<SessionKind>& kinds) {
  if (kinds.empty()) return "";
  if (kinds.size() == 1) return exercise_table(kinds.front().session->exercises);
  std::vector<std::string> heads = {"Exercise"};
  for (const SessionKind& kind : kinds) heads.push_back("Sets " + joined(kind.days, ", "));
  append(heads, {"One set", "Load", "Rest", std::string(kReserve)});
  std::vector<std::vector<std::string>> rows;
  for (const SheetRow& row : rows_of(kinds)) {
    std::vector<std::string> cells = {row.exercise->name};
    for (const int sets : row.sets) cells.push_back(sets == 0 ? "-" : fmt::format("{}", sets));
    cells.push_back(dose_of_one_set(*row.exercise));
    append(cells, last_cells(*row.exercise));
    rows.push_back(std::move(cells));
  }
  return doses(std::move(heads), std::move(rows));
}

}  // namespace strongback
