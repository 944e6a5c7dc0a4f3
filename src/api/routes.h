#pragma once

#include <functional>
#include <string>

#include "api/api.h"
#include "app/log_book.h"

namespace strongback {

// The routes by what they are about.  Only the .cpp files of this room include this header.

/// Who is asking, and signing in and out.
void add_account_routes(Router& router, const ApiParts& parts);
/// Questions, the log, the sessions: what an app needs to lead the training.
void add_training_routes(Router& router, const ApiParts& parts);
/// Exercises, muscles, figures, what the model computes for the person.
void add_catalog_routes(Router& router, const ApiParts& parts);
/// The weeks ahead and the changes of them.
void add_plan_routes(Router& router, const ApiParts& parts);
/// The person's file, a therapist's reply, what leaves and enters the log.
void add_keeping_routes(Router& router, const ApiParts& parts);

/// Takes the session's cookie back.
void forget_cookie(Response& response);

/// A handler that answers the person who asks, or asks them to sign in.
using PersonUse = std::function<Response(const std::string& person, const Request&)>;
Handler on_person(const ApiParts& parts, PersonUse use);

/// A handler that answers with the book of the one who asks.
using BookUse = std::function<Outcome<std::string>(LogBook&, const Request&)>;
Handler on_book(const ApiParts& parts, BookUse use, std::string type = "application/json");

}  // namespace strongback
