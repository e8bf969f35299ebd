#pragma once

#include <span>
#include <vector>

#include "base/isolate.hpp"
#include "markdown/report.hpp"
#include "model/body.hpp"

namespace handbok {

/// Parses many texts so that a hostile one costs only itself: they are parsed in batches behind
/// `isolate`, and those of a batch that fails one by one. A text that fails alone is reported
/// (markdown.crashed, markdown.too-slow) and gets an empty body. What was kept of a text from
/// another run, with all that its result depends on, is not parsed again. Gives one body for each
/// source, in order; the result does not depend on the batches. Their pieces and texts lie on the
/// shelf of `isolate`, if it has one.
std::vector<Body> parse_bodies(std::span<const BodySource> sources, const Isolate& isolate,
                               Diagnostics& diagnostics);

/// Parses one text. Raw HTML, addresses that are not allowed and malformed references are reported
/// and left out; a text that passes a limit is reported and gives an empty body. Errors withhold
/// the revision. May be slow or end the program on hostile text: see parse_bodies.hpp.
/// Several threads may parse at the same time, each into diagnostics of its own.
Body parse_body(const BodySource& source, Diagnostics& diagnostics);

}  // namespace handbok
