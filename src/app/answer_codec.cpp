#include "app/answer_codec.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <concepts>

namespace strongback {
namespace {

// A value a line; a text is its length, a colon and its bytes.  `members` names what a struct holds
// once, for the writer and the reader.

template <class T, class Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

void members(auto& pass, Is<Extremes> auto& value) { pass(value.mean, value.peak); }
void members(auto& pass, Is<SideWork> auto& value) { pass(value.mean, value.peak, value.share); }
void members(auto& pass, Is<MuscleWork> auto& value) { pass(value.left, value.right); }
void members(auto& pass, Is<DiscLoad> auto& value) {
  pass(value.compression_N, value.shear_N, value.twist_Nm, value.relative_to_standing,
       value.share_of_guideline);
}
void members(auto& pass, Is<ContactForce> auto& value) {
  pass(value.patch, value.surface, value.force_N, value.mean_N);
}
void members(auto& pass, Is<Residual> auto& value) { pass(value.force_N, value.moment_Nm); }
void members(auto& pass, Is<TiringLoad> auto& value) {
  pass(value.low_kg, value.best_kg, value.high_kg);
}
void members(auto& pass, Is<ExerciseAnswer> auto& value) {
  pass(value.id, value.model, value.load_kg, value.muscles, value.discs, value.iap_kPa,
       value.contacts, value.residual, value.limited_by, value.limited_side, value.tiring,
       value.cocontraction_N, value.standing_N, value.repetition_s);
}
void members(auto& pass, Is<NoAnswer> auto& value) {
  pass(value.frame, value.text, value.at_limit, value.residual);
}

class Writer {
 public:
  template <class... Members>
  void operator()(const Members&... members) {
    (put(members), ...);
  }
  std::string text;

 private:
  template <class T>
  void put(const T& value) {
    members(*this, value);
  }
  void put(double value) { text += fmt::format("{}\n", value); }
  void put(char value) { text += fmt::format("{:d}\n", static_cast<int>(value)); }
  void put(bool value) { text += value ? "1\n" : "0\n"; }
  void put(std::size_t value) { text += fmt::format("{}\n", value); }
  void put(const std::string& value) { text += fmt::format("{}:{}\n", value.size(), value); }
  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& values) {
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::map<std::string, T>& values) {
    put(values.size());
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  template <class... Members>
  void operator()(Members&... members) {
    (get(members), ...);
  }
  /// Everything was there, and nothing else.
  [[nodiscard]] bool is_done() const { return is_good_ && rest_.empty(); }

 private:
  static constexpr std::size_t kMostEntries = 1000;

  template <class T>
  void get(T& value) {
    members(*this, value);
  }
  void get(double& value) {
    number(value);
    if (!std::isfinite(value)) is_good_ = false;
  }
  void get(char& value) {
    int code = 0;
    number(code);
    value = static_cast<char>(code);
  }
  void get(bool& value) {
    int flag = 0;
    number(flag);
    value = flag == 1;
  }
  void get(std::size_t& value) { number(value); }
  void get(std::string& value) {
    std::size_t length = 0;
    if (!take_number(length) || !take(':') || length > rest_.size()) return spoil();
    value = rest_.substr(0, length);
    rest_.remove_prefix(length);
    if (!take('\n')) spoil();
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) get(value);
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (T& value : values) get(value);
  }
  template <class T>
  void get(std::map<std::string, T>& values) {
    for (std::size_t left = count(); left > 0 && is_good_; --left) {
      std::string key;
      get(key);
      get(values[key]);
    }
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool is_there = false;
    get(is_there);
    if (is_there) get(value.emplace());
  }

  std::size_t count() {
    std::size_t entries = 0;
    number(entries);
    if (entries > kMostEntries) spoil();
    return is_good_ ? entries : 0;
  }
  template <class T>
  void number(T& value) {
    if (!take_number(value) || !take('\n')) spoil();
  }
  template <class T>
  bool take_number(T& value) {
    const char* end = rest_.data() + rest_.size();
    const auto [at, error] = std::from_chars(rest_.data(), end, value);
    if (error != std::errc{}) return false;
    rest_.remove_prefix(static_cast<std::size_t>(at - rest_.data()));
    return true;
  }
  bool take(char mark) {
    if (rest_.empty() || rest_.front() != mark) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void spoil() { is_good_ = false; }

  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace

std::string encoded(const Computed& answered) {
  Writer writer;
  writer(answered.has_value());
  if (answered) {
    writer(*answered);
  } else {
    writer(static_cast<std::size_t>(answered.error().why), answered.error());
  }
  return writer.text;
}

std::optional<Computed> decoded(std::string_view text) {
  Reader reader(text);
  bool is_answer = false;
  reader(is_answer);
  if (is_answer) {
    ExerciseAnswer answer;
    reader(answer);
    return reader.is_done() ? std::optional<Computed>(std::move(answer)) : std::nullopt;
  }
  std::size_t why = 0;
  NoAnswer no;
  reader(why, no);
  if (!reader.is_done() || why > static_cast<std::size_t>(NoAnswer::Why::NotSolved)) {
    return std::nullopt;
  }
  no.why = static_cast<NoAnswer::Why>(why);
  return tl::unexpected(std::move(no));
}

}  // namespace strongback
