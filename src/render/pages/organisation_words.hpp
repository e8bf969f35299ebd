#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// The name of a step of the organisation, "Avdelning"; empty if handbook.toml does not know it.
std::string level_name(std::string_view level, const Handbook& handbook);

/// The name of a regime, "hälso- och sjukvård"; the id itself if handbook.toml does not know it.
std::string regime_name(std::string_view regime, const Handbook& handbook);

/// The names of regimes in their order, with commas.
std::string regime_names(const std::vector<RegimeId>& regimes, const Handbook& handbook);

}  // namespace handbok
