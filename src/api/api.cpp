#include "api/api.h"

#include "api/reply.h"
#include "api/routes.h"

namespace strongback {

Who only_person_of(People& people) {
  return [&people](const Request&) -> tl::expected<std::string, Response> {
    auto person = people.only_person();
    if (!person) return tl::unexpected(problem_of(person.error()));
    return std::move(*person);
  };
}

Handler on_person(const ApiParts& parts, PersonUse use) {
  return [who = parts.who, use = std::move(use)](const Request& request) {
    const auto person = who(request);
    return person ? use(*person, request) : person.error();
  };
}

Handler on_book(const ApiParts& parts, BookUse use, std::string type) {
  return on_person(parts, [people = parts.people, use = std::move(use), type = std::move(type)](
                              const std::string& person, const Request& request) {
    return respond(
        request,
        people->with<std::string>(person, [&](LogBook& book) { return use(book, request); }), type);
  });
}

void add_api(Router& router, const ApiParts& parts) {
  add_account_routes(router, parts);
  add_training_routes(router, parts);
  add_catalog_routes(router, parts);
  add_plan_routes(router, parts);
  add_keeping_routes(router, parts);
}

}  // namespace strongback
