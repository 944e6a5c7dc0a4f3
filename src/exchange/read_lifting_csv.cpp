#include "exchange/read_lifting_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.h"
#include "exchange/csv_rows.h"

namespace strongback {
namespace {

constexpr double kMetersPerMile = 1609.344;  // exact: international mile, 1959
constexpr double kMetersPerKilometer = 1000.0;
constexpr int kMostReps = 500;
constexpr double kMostLoad_kg = 1000.0;
constexpr double kDay_s = 86'400.0;

/// A number with a point or a comma; nothing when it is none.
std::optional<double> decimal(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  const auto words = trimmed(text);
  double value = 0.0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc{} || end != words.data() + words.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  if (text.size() < from + count) return std::nullopt;
  int value = 0;
  const char* begin = text.data() + from;
  const auto [end, error] = std::from_chars(begin, begin + count, value);
  if (error != std::errc{} || end != begin + count || value < 0) return std::nullopt;
  return value;
}

/// A day and the time on the clock.
struct LocalTime {
  Date day;
  int minute = 0;
  int second = 0;
};

std::optional<unsigned> month_of(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string word = lower(name.substr(0, 3));
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == word) return static_cast<unsigned>(i + 1);
  }
  return std::nullopt;
}

/// "15 Sep 2025, 07:48"
std::optional<LocalTime> hevy_time(const std::string& text) {
  const auto parts = split(text, ',');
  if (parts.size() != 2) return std::nullopt;
  const auto words = split(std::string(trimmed(parts[0])), ' ');
  if (words.size() != 3) return std::nullopt;
  const auto day = decimal(words[0]);
  const auto month = month_of(words[1]);
  const auto year = digits(words[2], 0, 4);
  const auto minute = parse_clock(trimmed(parts[1]));
  if (!day || !month || !year || !minute || *day < 1.0 || *day > 31.0) return std::nullopt;
  const auto date = make_date(*year, *month, static_cast<unsigned>(*day));
  if (!date) return std::nullopt;
  return LocalTime{*date, *minute, 0};
}

/// "2024-11-28 17:36:08", or with " 5:36:08 PM" (the space may be a narrow no-break space).
std::optional<LocalTime> strong_time(std::string text) {
  constexpr std::string_view kNarrowSpace = "\u202F";
  for (auto at = text.find(kNarrowSpace); at != std::string::npos; at = text.find(kNarrowSpace))
    text.replace(at, kNarrowSpace.size(), " ");
  const auto words = split(text, ' ');
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto date = parse_date(words[0]);
  const auto clock = split(words[1], ':');
  if (!date || clock.size() < 2 || clock.size() > 3) return std::nullopt;
  auto hour = decimal(clock[0]);
  const auto minute = digits(clock[1], 0, 2);
  const auto second = clock.size() == 3 ? digits(clock[2], 0, 2) : std::optional(0);
  if (!hour || !minute || !second || *hour < 0.0 || *hour > 23.0 || *minute > 59 || *second > 59)
    return std::nullopt;
  if (words.size() == 3) {
    const std::string half = lower(words[2]);
    if ((half != "am" && half != "pm") || *hour < 1.0 || *hour > 12.0) return std::nullopt;
    hour = std::fmod(*hour, 12.0) + (half == "pm" ? 12.0 : 0.0);
  }
  constexpr int kMinutes = 60;
  return LocalTime{*date, static_cast<int>(*hour) * kMinutes + *minute, *second};
}

/// A table with its columns known by name.
class Table {
 public:
  explicit Table(const std::vector<std::string>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) columns_.emplace(lower(trimmed(header[i])), i);
  }
  [[nodiscard]] bool has(const std::string& column) const { return columns_.count(column) > 0; }
  /// The cell, or "" where the row has none.
  [[nodiscard]] std::string cell(const CsvRow& row, const std::string& column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row.cells.size()) return "";
    return std::string(trimmed(row.cells[found->second]));
  }

 private:
  std::map<std::string, std::size_t> columns_;
};

/// Reads the rows of one layout.
class LayoutReader {
 public:
  LayoutReader(std::string file, const Table& table, std::optional<Units> unit)
      : file_(std::move(file)), table_(table), unit_(unit) {
    log_.source = table_.has("exercise_title") ? "hevy" : "strong";
  }

  void read(const CsvRow& row) {
    ++seen_;
    LiftingRow set;
    set.line = row.line;
    problem_.clear();
    if (row.is_misquoted) fail("a quote within a cell must be doubled");
    const bool is_set = is_hevy() ? read_hevy(row, set) : read_strong(row, set);
    if (!problem_.empty()) {
      log_.problems.push_back({file_, {row.line, 1}, problem_, ""});
    } else if (is_set) {
      log_.rows.push_back(std::move(set));
    } else {
      --seen_;
    }
  }

  Checked<LiftingLog> finish() && {
    constexpr std::size_t kHalf = 2;
    if (seen_ > 0 && log_.problems.size() * kHalf > static_cast<std::size_t>(seen_)) {
      constexpr std::size_t kMost = 10;
      if (log_.problems.size() > kMost) log_.problems.resize(kMost);
      log_.problems.push_back(
          {file_, {}, "more than half of the rows cannot be read, so nothing is taken over", ""});
      return tl::unexpected(std::move(log_.problems));
    }
    return std::move(log_);
  }

 private:
  [[nodiscard]] bool is_hevy() const { return log_.source == "hevy"; }
  void fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }
  std::string cell(const CsvRow& row, const std::string& column) const {
    return table_.cell(row, column);
  }

  /// A number in its range; 0 where nothing stands.
  double number(const CsvRow& row, const std::string& column, double most) {
    const std::string text = cell(row, column);
    if (text.empty()) return 0.0;
    const auto value = decimal(text);
    if (value && *value >= 0.0 && *value <= most) return *value;
    fail(fmt::format("'{}' must be a number from 0 to {}, not '{}'", column, plain(most),
                     printable(text)));
    return 0.0;
  }

  /// A whole number in its range; 0 where nothing stands.
  int whole(const CsvRow& row, const std::string& column, double most) {
    const double value = number(row, column, most);
    if (value != std::floor(value))
      fail(fmt::format("'{}' must be a whole number, not '{}'", column,
                       printable(cell(row, column))));
    return static_cast<int>(value);
  }

  /// [s], to the nearest one
  int seconds(const CsvRow& row, const std::string& column) {
    return static_cast<int>(std::lround(number(row, column, kDay_s)));
  }

  std::optional<Mass> mass(const CsvRow& row, const std::string& column, Units unit) {
    const double value = number(row, column, kMostLoad_kg / kKilogramsPerPound);
    if (value <= 0.0) return std::nullopt;
    const Mass load = unit == Units::Metric ? kilograms(value) : pounds_mass(value);
    if (in_kilograms(load) > kMostLoad_kg) fail(fmt::format("'{}' is more than 1000 kg", column));
    return load;
  }

  void read_rpe(const CsvRow& row, LiftingRow& set) {
    constexpr double kMost = 10.0;
    const double rpe = number(row, "rpe", kMost);
    constexpr double kLeastSaid = 5.0;  // below, it is no longer a count (rules 1.27)
    if (rpe >= kLeastSaid) set.reserve = static_cast<int>(std::floor(kMost - rpe));
  }

  void take_time(const std::optional<LocalTime>& time, const std::string& text, LiftingRow& set) {
    if (!time) return fail(fmt::format("'{}' is no time", printable(text)));
    set.day = time->day;
    set.minute = time->minute;
    set.second = time->second;
  }

  bool read_hevy(const CsvRow& row, LiftingRow& set) {
    take_time(hevy_time(cell(row, "start_time")), cell(row, "start_time"), set);
    set.exercise = cell(row, "exercise_title");
    set.set_index = whole(row, "set_index", 1000.0);
    set.is_warm_up = cell(row, "set_type") == "warmup";
    set.load = mass(row, "weight_kg", Units::Metric);
    if (!set.load) set.load = mass(row, "weight_lbs", Units::Imperial);
    set.meters =
        static_cast<int>(std::lround(number(row, "distance_km", 1000.0) * kMetersPerKilometer));
    if (set.meters == 0)
      set.meters =
          static_cast<int>(std::lround(number(row, "distance_miles", 1000.0) * kMetersPerMile));
    set.reps = whole(row, "reps", kMostReps);
    set.seconds = seconds(row, "duration_seconds");
    read_rpe(row, set);
    if (set.exercise.empty()) fail("the exercise has no name");
    return true;
  }

  bool read_strong(const CsvRow& row, LiftingRow& set) {
    const std::string order = cell(row, "set order");
    if (order == "Rest Timer" || order == "Note") return false;
    take_time(strong_time(cell(row, "date")), cell(row, "date"), set);
    set.exercise = cell(row, "exercise name");
    set.is_warm_up = order == "W";
    set.set_index = count_of_[fmt::format("{} {} {} {}", to_text(set.day), set.minute, set.second,
                                          set.exercise)]++;
    read_strong_load(row, set);
    set.reps = whole(row, "reps", kMostReps);
    set.seconds = seconds(row, "seconds");
    read_strong_distance(row, set);
    read_rpe(row, set);
    if (set.exercise.empty()) fail("the exercise has no name");
    return true;
  }

  void read_strong_distance(const CsvRow& row, LiftingRow& set) {
    constexpr double kMost_m = 1e6;
    const bool is_in_header = table_.has("distance (meters)");
    const double said = number(row, is_in_header ? "distance (meters)" : "distance", kMost_m);
    const std::string unit = lower(cell(row, "distance unit"));
    double meters = 1.0;  // of one unit
    if (unit == "km") {
      meters = kMetersPerKilometer;
    } else if (unit == "mi" || unit == "mile" || unit == "miles") {
      meters = kMetersPerMile;
    } else if (!unit.empty() && unit != "m" && unit != "meters" && said > 0.0) {
      fail(fmt::format("'{}' is no unit of distance", printable(unit)));
    }
    if (said * meters > kMost_m) fail("the distance is more than 1,000 km");
    set.meters = static_cast<int>(std::lround(std::min(said * meters, kMost_m)));
  }

  void read_strong_load(const CsvRow& row, LiftingRow& set) {
    if (table_.has("weight (kg)")) {
      set.load = mass(row, "weight (kg)", Units::Metric);
    } else if (table_.has("weight (lb)") || table_.has("weight (lbs)")) {
      set.load =
          mass(row, table_.has("weight (lb)") ? "weight (lb)" : "weight (lbs)", Units::Imperial);
    } else if (table_.has("weight unit")) {
      const std::string unit = lower(cell(row, "weight unit"));
      const bool is_pounds = unit.starts_with("lb");
      if (!is_pounds && unit != "kg" && unit != "kgs" && !cell(row, "weight").empty() &&
          cell(row, "weight") != "0")
        fail(fmt::format("'{}' is no unit of weight", printable(unit)));
      set.load = mass(row, "weight", is_pounds ? Units::Imperial : Units::Metric);
    } else {
      set.load = mass(row, "weight", unit_.value_or(Units::Metric));
    }
  }

  std::string file_;
  const Table& table_;
  std::optional<Units> unit_;
  LiftingLog log_;
  std::string problem_;
  int seen_ = 0;
  std::map<std::string, int> count_of_;
};

tl::unexpected<Problems> refused(const std::string& file, std::string message, std::string hint) {
  return tl::unexpected(Problems{{file, {}, std::move(message), std::move(hint)}});
}

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

}  // namespace

Checked<LiftingLog> read_lifting_csv(const std::string& file, std::string_view text,
                                     std::optional<Units> unit) {
  if (text.size() > kLargestLiftingFile)
    return refused(file, "the file is larger than 64 MB", "split it by years");
  if (is_utf16(text)) return refused(file, "the file is UTF-16", "save it as UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_utf8(text))
    return refused(file, "the file is not UTF-8",
                   "save it as UTF-8, not as Latin-1 or Windows-1252");
  const std::string_view first = text.substr(0, text.find('\n'));
  const char separator =
      std::count(first.begin(), first.end(), ';') > std::count(first.begin(), first.end(), ',')
          ? ';'
          : ',';
  CsvReader rows(text, separator);
  CsvRow row;
  if (!rows.next(row)) return refused(file, "the file is empty", "");
  const Table table(row.cells);
  const bool is_hevy = table.has("exercise_title") && table.has("start_time") && table.has("reps");
  const bool is_strong = table.has("date") && table.has("exercise name") && table.has("set order");
  if (!is_hevy && !is_strong) {
    return refused(file, "this is no log that can be read",
                   "it is one of: the CSV of Hevy, the CSV of Strong, our own 'export --json'");
  }
  const bool names_unit = is_hevy || table.has("weight (kg)") || table.has("weight (lb)") ||
                          table.has("weight (lbs)") || table.has("weight unit");
  if (!names_unit && !unit)
    return refused(file, "the file does not say in which unit its weights are",
                   "add --unit kg or --unit lb");
  LayoutReader reader(file, table, unit);
  int count = 0;
  while (rows.next(row)) {
    if (++count > kMostLiftingRows)
      return refused(file, "the file has more than 1,000,000 rows", "split it by years");
    if (row.is_misquoted && row.last_line > row.line) {
      return refused(
          file, fmt::format("the quotes of lines {} to {} do not close", row.line, row.last_line),
          "export the log again, or mend the quote: within a cell it is doubled");
    }
    reader.read(row);
  }
  if (count == 0) return refused(file, "the file has a header and no rows", "");
  return std::move(reader).finish();
}

}  // namespace strongback
