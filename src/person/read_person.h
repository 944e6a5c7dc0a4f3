#pragma once

#include <string>
#include <string_view>

#include "person/person.h"
#include "person/therapist_reply.h"
#include "reading/document.h"

namespace strongback {

/// Reads and checks a person's file; every problem at once, in the order of the file.
/// What the file leaves out gets a default that is listed in `Person::assumptions`.
Checked<Person> read_person(const std::string& path, const Catalog& catalog);

/// The same for a text already read; `file` only names it in messages.
Checked<Person> parse_person(const std::string& file, std::string_view text,
                             const Catalog& catalog);

Checked<TherapistReply> read_reply(const std::string& path, const Catalog& catalog);
Checked<TherapistReply> parse_reply(const std::string& file, std::string_view text,
                                    const Catalog& catalog);

}  // namespace strongback
