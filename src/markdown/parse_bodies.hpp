#pragma once

#include <span>
#include <vector>

#include "base/isolate.hpp"
#include "markdown/body_source.hpp"
#include "model/body.hpp"

namespace handbok {

/// Parses many texts so that a hostile one costs only itself: they are parsed in batches behind
/// `isolate`, and those of a batch that fails one by one. A text that fails alone is reported
/// (markdown.crashed, markdown.too-slow) and gets an empty body. Gives one body for each source,
/// in order; the result does not depend on the batches.
std::vector<Body> parse_bodies(std::span<const BodySource> sources, const Isolate& isolate,
                               Diagnostics& diagnostics);

}  // namespace handbok
