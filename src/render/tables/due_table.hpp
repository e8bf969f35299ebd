#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "derive/due_days.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// What the last column of a table of due days tells: who is to see to it, or where.
enum class DueColumn : std::uint8_t { who, where };

/// What is late or falls due, in the order given: what, when, and who or where. Late rows are
/// marked. Its heading is the word due_heading.
TableSection due_table(const std::vector<DueDay>& days, DueColumn column, const LinkScope& scope);

}  // namespace handbok
