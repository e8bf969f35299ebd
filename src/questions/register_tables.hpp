#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value_table.hpp"
#include "derive/day_view.hpp"

namespace handbok {

/// The names of the registers that can be exported as tables: "documents", "risks", "self-checks" …
std::vector<std::string> register_names(const Handbook& handbook);

/// A register as a table on the day: every key that its rows may have, by the names of the file,
/// and then what follows from them, such as the value of a risk or the next day of a self-check.
/// Rows in a row are objects. What the handbook does not yet know on that day is left out. No value
/// if there is no register of that name.
std::optional<ValueTable> register_table(const DayView& view, std::string_view name);

/// The registers with that name, or all if it is empty, as JSON: one object a line, with the name
/// of its register first. No value if there is no register of that name.
std::optional<std::string> registers_json(const DayView& view, std::string_view name);

}  // namespace handbok
