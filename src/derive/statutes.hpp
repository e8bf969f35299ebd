#pragma once

#include <optional>
#include <string_view>

#include "model/handbook.hpp"

namespace handbok {

/// True if the statute has entered into force and is not repealed on the day.
bool applies_on(const LegalSource& source, Date day);

/// The source with that number ("SFS 2017:30"), or nullptr.
const LegalSource* find_source_by_number(const Handbook& handbook, std::string_view number);

/// The source that a short name or an alias ("HSL") meant on the day; if none that is called so
/// applied then, or without a day, the one that entered into force last. nullptr if none is called
/// so.
const LegalSource* find_source_by_name(const Handbook& handbook, std::string_view name,
                                       std::optional<Date> day);

}  // namespace handbok
