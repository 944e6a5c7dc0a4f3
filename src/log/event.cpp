#include "log/event.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace strongback {
namespace {

/// FNV-1a over the seed, started anew for each half.
std::uint64_t hash_of(std::string_view seed, std::uint64_t start) {
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  std::uint64_t hash = start;
  for (const char letter : seed) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= kPrime;
  }
  // The low bits of FNV are weak for short texts; this spreads every bit (finalizer of
  // MurmurHash3).
  hash ^= hash >> 33U;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33U;
  return hash;
}

bool happened_before(const Event& a, const Event& b) {
  return a.when.at != b.when.at ? a.when.at < b.when.at : a.id < b.id;
}

}  // namespace

const std::vector<std::string>& session_end_words() {
  static const std::vector<std::string> words = {"done", "stopped", "pain"};
  return words;
}

const std::vector<std::string>& skip_reason_words() {
  static const std::vector<std::string> words = {"no_time",  "pain",      "no_equipment",
                                                 "disliked", "too_tired", "other"};
  return words;
}

const std::vector<std::string>& pain_when_words() {
  static const std::vector<std::string> words = {"now", "before_session", "during", "after_session",
                                                 "next_morning"};
  return words;
}

const std::vector<std::string>& note_about_words() {
  static const std::vector<std::string> words = {"day", "exercise", "set", "pain"};
  return words;
}

const std::vector<std::string>& measure_words() {
  static const std::vector<std::string> words = {"body_mass", "waist", "trunk_hold",
                                                 "blood_pressure"};
  return words;
}

const std::vector<std::string>& event_kinds() {
  static const std::vector<std::string> words = {"started",
                                                 "profile_changed",
                                                 "program_accepted",
                                                 "session_started",
                                                 "session_ended",
                                                 "set_done",
                                                 "set_skipped",
                                                 "pain_reported",
                                                 "answered",
                                                 "soreness",
                                                 "sleep",
                                                 "walk",
                                                 "chore",
                                                 "note",
                                                 "measurement",
                                                 "cleared",
                                                 "therapist_replied",
                                                 "busy",
                                                 "retracted"};
  static_assert(std::variant_size_v<EventBody> == 19, "a new kind of event needs its word here");
  return words;
}

const std::string& kind_of(const EventBody& body) { return event_kinds()[body.index()]; }

std::string event_id(Instant at, std::string_view seed) {
  constexpr std::uint64_t kMask48 = (1ULL << 48U) - 1;
  const auto time = static_cast<std::uint64_t>(at.time_since_epoch().count()) & kMask48;
  const std::uint64_t first = hash_of(seed, 14695981039346656037ULL);
  const std::uint64_t second = hash_of(seed, 0x9e3779b97f4a7c15ULL);
  const std::uint64_t variant = 0x8000ULL | (second >> 48U & 0x3fffULL);  // RFC 9562
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", time >> 16U, time & 0xffffU,
                     first & 0xfffU, variant, second & kMask48);
}

std::vector<Event> settled(std::vector<Event> events) {
  if (!std::is_sorted(events.begin(), events.end(), happened_before))
    std::sort(events.begin(), events.end(), happened_before);
  const auto same = [](const Event& a, const Event& b) { return a.id == b.id; };
  events.erase(std::unique(events.begin(), events.end(), same), events.end());
  const bool takes_back = std::any_of(events.begin(), events.end(), [](const Event& event) {
    return std::holds_alternative<Retracted>(event.body);
  });
  if (!takes_back) return events;
  // What takes back comes later than what it takes back, so the last ones are known first.
  std::set<std::string, std::less<>> void_ids;
  std::vector<Event> counting;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (void_ids.contains(event->id)) continue;
    if (const auto* back = std::get_if<Retracted>(&event->body)) {
      void_ids.insert(back->id);
    } else {
      counting.push_back(std::move(*event));
    }
  }
  std::reverse(counting.begin(), counting.end());
  return counting;
}

}  // namespace strongback
