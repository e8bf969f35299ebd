#pragma once

#include <vector>

#include "markdown/report.hpp"
#include "markdown/text_place.hpp"
#include "markdown/text_run.hpp"

namespace handbok {

/// Where byte `offset` of a run stands in the source; `piece` is the text from there on.
TextPlace::Found find_place(const TextRun& run, std::size_t offset, std::string_view piece,
                            TextPlace& place);

/// Finds the cross-references and bare addresses of a run. Reports malformed references, and
/// hidden characters that are written as entities.
void find_spans(TextRun& run, TextPlace& place, Reporter& reporter);

/// Finds the pairs of ~~ in the runs of a block. Both must stand in the same part of it, so that
/// tags nest. The spans of the runs are known.
void find_deletions(std::vector<TextRun>& runs, TextPlace& place);

}  // namespace handbok
