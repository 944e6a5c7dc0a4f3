#include "app/interview.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/expects.h"
#include "base/text.h"
#include "care/care.h"
#include "person/read_person.h"
#include "reading/document.h"

namespace strongback {
namespace {

constexpr const char* kFile = "your answer";

bool is_screening(const Step& step) { return step.id.starts_with("screening."); }

/// "message (hint)" of the first problem.
std::string said(const Problems& problems) {
  expects(!problems.empty(), "what is wrong has at least one problem");
  const Problem& first = problems.front();
  return first.hint.empty() ? first.message : fmt::format("{} ({})", first.message, first.hint);
}

std::vector<std::string> choices_of(const Step& step, const Catalog& catalog) {
  std::vector<std::string> lines;
  if (step.id == "conditions") {
    for (const Condition& c : catalog.conditions) lines.push_back(c.id + ": " + c.label);
  } else if (step.id == "equipment.have") {
    for (const Equipment& e : catalog.equipment) lines.push_back(e.id + ": " + e.name);
  } else if (step.id == "equipment.household") {
    for (const HouseholdObject& o : catalog.household) lines.push_back(o.id + ": " + o.name);
  } else if (step.id == "week.activity") {
    for (const Activity& a : catalog.activities) lines.push_back(a.id + ": " + a.label);
  } else if (step.id.starts_with("preferences.") || step.id == "therapist.forbidden") {
    for (const Exercise& e : catalog.exercises) lines.push_back(e.id + ": " + e.name);
  } else if (step.id == "training.goals") {
    lines = goal_words();
  } else if (step.id == "time.days") {
    for (int day = 0; day < kDaysPerWeek; ++day) lines.push_back(lower(weekday_name(day)));
  } else {
    lines = step.words;
  }
  return lines;
}

}  // namespace

std::optional<Person> Interview::person() const {
  if (!answers_.contains("age")) return std::nullopt;
  auto checked = parse_person(kFile, toml(), *catalog_);
  return checked ? std::optional(std::move(*checked)) : std::nullopt;
}

std::optional<Step> Interview::next_screening_step() const {
  const auto who = person();
  if (!who) return std::nullopt;
  for (const RedFlag* flag : questions_for(*who, *catalog_, "onboard")) {
    Step step = screening_step(*flag);
    if (!answers_.contains(step.id)) return step;
  }
  return std::nullopt;
}

std::optional<Step> Interview::next_step() const {
  if (is_cut_short_) return std::nullopt;
  for (const Step& step : interview_steps()) {
    if (step.id == kScreeningStep) {
      if (auto question = next_screening_step()) return question;
      continue;
    }
    if (!answers_.contains(step.id) && applies(step)) return step;
  }
  return std::nullopt;
}

/// A therapist is asked about only where a condition needs a clearance.
bool Interview::applies(const Step& step) const {
  if (step.applies && !step.applies(answers_)) return false;
  if (step.id != "therapist.name") return true;
  const auto who = person();
  if (!who) return false;
  return std::any_of(who->conditions.begin(), who->conditions.end(), [&](const std::string& id) {
    const Condition* condition = find_condition(*catalog_, id);
    return condition != nullptr && condition->gate >= Gate::Clearance;
  });
}

std::size_t Interview::open_questions() const {
  constexpr std::size_t kUsualScreening = 26;  // of somebody in their fifties without pain
  std::size_t open = 0;
  for (const Step& step : interview_steps()) {
    const bool is_open = step.id != kScreeningStep && !answers_.contains(step.id) && applies(step);
    if (is_open) ++open;
  }
  const auto who = person();
  if (!who) return open + kUsualScreening;
  for (const RedFlag* flag : questions_for(*who, *catalog_, "onboard")) {
    if (!answers_.contains(screening_step(*flag).id)) ++open;
  }
  return open;
}

Question Interview::question() const {
  const auto step = next_step();
  expects(step.has_value(), "there is a question while the interview is not done");
  Question question{step->id,
                    step->form,
                    step->words,
                    step->question,
                    step->example,
                    "",
                    choices_of(*step, *catalog_)};
  question.number = order_.size() + 1;
  question.of_about = order_.size() + open_questions();
  if (question.example.empty() && !step->words.empty()) {
    question.example = joined(step->words, ", ");
  }
  if (step->has_fallback) {
    question.default_words = step->fallback.empty() ? "leave it out" : step->fallback;
  }
  return question;
}

tl::expected<void, std::string> Interview::answer(std::string_view text) {
  const auto step = next_step();
  expects(step.has_value(), "an answer follows a question");
  text = trimmed(text);
  if (text.empty() && !step->has_fallback)
    return tl::unexpected(std::string("please answer this one"));
  const std::string words(text.empty() ? std::string_view(step->fallback) : text);
  const bool is_left_out = words.empty() || (is_screening(*step) && lower(words) == "skip");
  std::string value;
  if (!is_left_out) {
    auto made = toml_value(*step, words);
    if (!made) return tl::unexpected(made.error());
    value = std::move(*made);
  }
  const auto before = messages();
  answers_[step->id] = value;
  const auto syntax = parse_document(kFile, toml());
  std::string problem = syntax ? "" : said(syntax.error());
  if (problem.empty() && answers_.contains("age")) {
    const auto checked = parse_person(kFile, toml(), *catalog_);
    if (!checked) problem = said(checked.error());
  }
  if (!problem.empty()) {
    answers_.erase(step->id);
    return tl::unexpected(problem);
  }
  order_.push_back(step->id);
  look_at_screening(before);
  return {};
}

bool Interview::back() {
  if (order_.empty()) return false;
  answers_.erase(order_.back());
  order_.pop_back();
  notices_.clear();
  is_cut_short_ = false;
  return true;
}

std::vector<std::string> Interview::messages() const {
  std::vector<std::string> texts;
  const auto who = person();
  if (!who) return texts;
  for (const TriageItem& item : assess_care(*who, *catalog_).triage) texts.push_back(item.message);
  return texts;
}

void Interview::look_at_screening(const std::vector<std::string>& before) {
  notices_.clear();
  for (const std::string& message : messages()) {
    const bool is_known = std::count(before.begin(), before.end(), message) > 0 ||
                          std::count(notices_.begin(), notices_.end(), message) > 0;
    if (!is_known) notices_.push_back(message);
  }
  const auto who = person();
  is_cut_short_ = who && assess_care(*who, *catalog_).care >= Care::SameDay;
}

std::string Interview::toml() const { return person_toml(answers_); }

}  // namespace strongback
