#pragma once

#include <vector>

#include "load/table_reader.hpp"
#include "model/planning.hpp"

namespace handbok {

/// The standing points of a forum: `agenda = ["…", "…"]`, which are headings only, or one
/// [[forum.agenda]] each. What a point lists must be a subject that there is (toml.invalid-value);
/// a point without a title is left out.
std::vector<AgendaPoint> read_agenda(TableReader& forum);

}  // namespace handbok
