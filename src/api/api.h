#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "accounts/accounts.h"
#include "api/long_work.h"
#include "app/answer_cache.h"
#include "app/engine.h"
#include "app/people.h"
#include "http/router.h"

namespace strongback {

/// Whose request it is: a person's id ("" when nobody has begun), or the answer that asks them to
/// sign in.
using Who = std::function<tl::expected<std::string, Response>(const Request&)>;

/// What the API answers from.  All of it must outlive the router.
struct ApiParts {
  People* people = nullptr;
  const Engine* engine = nullptr;
  Accounts* accounts = nullptr;  ///< null: nobody is asked to sign in
  Who who;
  LongWork* long_work = nullptr;
  AnswerCache cache;  ///< of what long work computes
};

/// The routes of docs/openapi.yaml.  Every answer comes from a use case of `app`; what fails is
/// "application/problem+json" with every problem.  Safe to call from several threads.
void add_api(Router& router, const ApiParts& parts);

/// Who is asking where a log is one person's.
Who only_person_of(People& people);
/// Who is asking where each signs in; 401 where nobody has.
Who whoever_signed_in(Accounts& accounts, const People& people);

/// Why there is no answer, as "application/problem+json" (RFC 9457): 422 what can be corrected, 404
/// what is not there, 409 an honest no, 503 try again.
Response problem_of(const Failure& failure);

}  // namespace strongback
