#include "app/play_persons.h"

#include "person/read_person.h"
#include "reading/document.h"

namespace strongback {

Outcome<CohortReport> play_persons(const Catalog& catalog, const std::string& person_path,
                                   CohortOrder order) {
  auto text = read_text(person_path);
  if (!text) return tl::unexpected<Failure>(BadInput{std::move(text.error())});
  auto person = parse_person(person_path, *text, catalog);
  if (!person) return tl::unexpected<Failure>(BadInput{std::move(person.error())});
  order.profile = std::move(*text);
  auto report = play_cohort(order, catalog);
  if (!report) return tl::unexpected<Failure>(BadInput{std::move(report.error())});
  return std::move(*report);
}

}  // namespace strongback
