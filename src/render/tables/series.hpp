#pragma once

#include "model/self_check.hpp"
#include "render/references.hpp"

namespace handbok {

/// The measured values of a self-check over time as a small picture, with the same as a list to
/// open: those of the unit and of all together or, without a unit, those that name none. Nothing if
/// fewer than three results have a number.
Html series_html(const SelfCheck& check, const OrgUnit* unit, const LinkScope& scope);

}  // namespace handbok
