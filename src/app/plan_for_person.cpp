#include "app/plan_for_person.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "person/read_person.h"

namespace strongback {
namespace {

Outcome<void> check_template(const Catalog& catalog, const std::string& id) {
  if (id.empty() || find_template(catalog, id) != nullptr) return {};
  std::vector<std::string> known;
  for (const Template& table : catalog.templates) known.push_back(table.id);
  return tl::unexpected<Failure>(
      NotFound{fmt::format("'{}' is no template", id), suggestion(id, known)});
}

}  // namespace

Outcome<Person> load_person(const Catalog& catalog, const std::string& path) {
  auto person = read_person(path, catalog);
  if (!person) return tl::unexpected<Failure>(BadInput{std::move(person.error())});
  return std::move(*person);
}

Outcome<PlanAnswer> plan_for_person(const Catalog& catalog, const PlanOrder& order) {
  if (auto known = check_template(catalog, order.request.template_id); !known) {
    return tl::unexpected(known.error());
  }
  auto person = load_person(catalog, order.person_path);
  if (!person) return tl::unexpected(person.error());

  PlanAnswer answer;
  PlanRequest request = order.request;
  if (order.reply_path.empty()) {
    answer.program = make_program(*person, catalog, request);
  } else {
    auto reply = read_reply(order.reply_path, catalog);
    if (!reply) return tl::unexpected<Failure>(BadInput{std::move(reply.error())});
    const Program before = make_program(*person, catalog, request);
    request.reply = *reply;
    answer.program = make_program(*person, catalog, request);
    answer.therapist = reply->limits.name;
    answer.therapist_diff = therapist_diff(before, answer.program, *reply);
  }
  answer.person = std::move(*person);
  return answer;
}

Outcome<CheckAnswer> check_person(const Catalog& catalog, const std::string& person_path) {
  auto person = load_person(catalog, person_path);
  if (!person) return tl::unexpected(person.error());
  CheckAnswer answer;
  answer.person = std::move(*person);
  answer.care = assess_care(answer.person, catalog);
  answer.allowed = allowed_exercises(catalog, answer.care);
  return answer;
}

}  // namespace strongback
