#pragma once

#include "http/message.h"

namespace strongback {

/// Compresses a whole body of text by gzip (RFC 1952) where that pays and `request` takes it.
void compress(const Request& request, Response& response);

/// True when the client takes `coding` ("gzip", "br") and does not say "q=0".
bool accepts(const Request& request, std::string_view coding);

}  // namespace strongback
