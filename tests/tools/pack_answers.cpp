// Prints the pack of PERSON.toml's first day, and what this program reads from each row of its
// tables: web/tests/rows.test.ts compares the web's look-ups with them.
//
//   pack_answers PERSON.toml MOMENT

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/browse.h"
#include "app/coming_days.h"
#include "app/people.h"

namespace {

using namespace strongback;
using Json = nlohmann::ordered_json;

Json load_json(const std::optional<Mass>& load) {
  return load ? Json(in_kilograms(*load)) : Json(nullptr);
}

/// What follows each outcome of a set.
void add_rows(const AfterSetTable& table, Json& rows) {
  for (const bool hurts : {false, true}) {
    for (int reps = 0; reps <= table.most_reps + 1; ++reps) {
      for (int reserve = 0; reserve < kReserves; ++reserve) {
        std::optional<int> said;
        if (reserve <= kMostReserveAsked) said = reserve;
        const AfterSet& after = table.after(hurts, reps, said);
        rows.push_back({hurts, reps, said ? Json(*said) : Json(nullptr), load_json(after.load),
                        after.load_text, after.why});
      }
    }
  }
}

Json tables_json(const PackedLine& line) {
  Json tables = Json::array();
  for (const AfterSetTable& table : line.after) {
    Json rows = Json::array();
    add_rows(table, rows);
    tables.push_back(std::move(rows));
  }
  return tables;
}

Json sessions_json(const DayPack& day) {
  Json sessions = Json::array();
  for (const SessionPack& session : day.sessions) {
    Json lines = Json::array();
    for (const PackedLine& line : session.lines) lines.push_back(tables_json(line));
    Json stand_ins = Json::array();
    for (const auto& others : session.stand_ins) {
      Json list = Json::array();
      for (const PackedLine& other : others) list.push_back(tables_json(other));
      stand_ins.push_back(std::move(list));
    }
    sessions.push_back({{"lines", std::move(lines)}, {"stand_ins", std::move(stand_ins)}});
  }
  return sessions;
}

Json hurts_json(const HurtTable& hurts) {
  constexpr int kMostPain = 10;
  const int sites = static_cast<int>(site_words().size());
  Json rows = Json::array();
  for (int pain = 0; pain <= kMostPain; ++pain) {
    for (int site = -1; site < sites; ++site) {
      for (const bool is_sharp : {false, true}) {
        for (const bool is_numb : {false, true}) {
          PainReported report;
          report.pain = pain;
          if (site >= 0) report.site = static_cast<Site>(site);
          report.is_sharp = is_sharp;
          report.is_numb_or_weak = is_numb;
          const HurtAnswer& answer = hurts.at(report);
          const auto action = static_cast<std::size_t>(answer.action);
          const Json word =
              site < 0 ? Json(nullptr) : Json(site_words()[static_cast<std::size_t>(site)]);
          rows.push_back({pain, word, is_sharp, is_numb, hurt_action_words()[action],
                          answer.why.text, answer.triage});
        }
      }
    }
  }
  return rows;
}

Json day_json(const DatedPack& day) {
  Json by_pain = Json::array();
  for (const std::size_t session : day.pack.by_pain) by_pain.push_back(session);
  return {{"sessions", sessions_json(day.pack)},
          {"hurts", hurts_json(day.pack.hurts)},
          {"by_pain", std::move(by_pain)}};
}

std::string text_of_file(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

int print_answers(const char* path, const char* moment) {
  const auto catalog = load_catalog();
  const auto now = parse_moment(moment);
  std::string folder = (std::filesystem::temp_directory_path() / "strongback-rows-XXXXXX").string();
  if (!catalog || !now || ::mkdtemp(folder.data()) == nullptr) return 2;
  auto store = open_store(folder + "/log.db", IfMissing::Create);
  if (!store) return 2;
  People people(*catalog, LogPlace{"", *now}, std::shared_ptr<Store>(std::move(*store)));
  const auto begun = people.begin("", text_of_file(path));
  if (!begun) return 2;
  const auto text = people.with<std::string>(*people.only_person(), [](LogBook& book) {
    const CoveredDays covered = cover_days(book);
    Json days = Json::array();
    for (const DatedPack& day : covered.days) days.push_back(day_json(day));
    const Json answers{{"pack", Json::parse(pack_json(covered))}, {"days", std::move(days)}};
    return Outcome<std::string>(answers.dump());
  });
  std::filesystem::remove_all(folder);
  if (!text) return 2;
  fmt::print("{}\n", *text);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  constexpr int kWords = 3;
  return count == kWords ? print_answers(words[1], words[2]) : 2;
}
