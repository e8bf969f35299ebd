#include "text/requirement_columns.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// How the head of a column may begin, in small letters.
struct ColumnStart {
  std::string_view start;
  RequirementColumn column;
};

constexpr auto column_starts = std::to_array<ColumnStart>({
    {"id", RequirementColumn::id},
    {"lagrum", RequirementColumn::clause},
    {"clause", RequirementColumn::clause},
    {"krav", RequirementColumn::text},
    {"requirement", RequirementColumn::text},
    {"rutin", RequirementColumn::documents},
    {"gällande rutin", RequirementColumn::documents},
    {"process", RequirementColumn::documents},
    {"routine", RequirementColumn::documents},
    {"uppfölj", RequirementColumn::follow_up},
    {"follow", RequirementColumn::follow_up},
    {"ansvar", RequirementColumn::responsible},
    {"respons", RequirementColumn::responsible},
});

}  // namespace

std::optional<RequirementColumn> requirement_column(std::string_view head) {
  const auto name = to_lower(trim(head));
  const auto* const found = std::ranges::find_if(
      column_starts, [&](const ColumnStart& column) { return name.starts_with(column.start); });
  if (found == column_starts.end()) return std::nullopt;
  return found->column;
}

bool take_lead_mark(std::string& name) {
  for (const std::string_view mark : {"(leder)", "(leads)"}) {
    if (!name.ends_with(mark)) continue;
    name = trim(std::string_view(name).substr(0, name.size() - mark.size()));
    return true;
  }
  return false;
}

}  // namespace handbok
