#pragma once

#include "markdown/body_source.hpp"
#include "model/body.hpp"

namespace handbok {

/// Parses one text. Raw HTML, addresses that are not allowed and malformed references are reported
/// and left out; a text that passes a limit is reported and gives an empty body. Errors withhold
/// the revision. May be slow or end the program on hostile text: see parse_bodies.hpp.
/// Several threads may parse at the same time, each into diagnostics of its own.
Body parse_body(const BodySource& source, Diagnostics& diagnostics);

}  // namespace handbok
