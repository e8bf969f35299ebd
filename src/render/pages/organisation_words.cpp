#include "render/pages/organisation_words.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace handbok {

std::string level_name(std::string_view level, const Handbook& handbook) {
  const auto& levels = handbook.settings.levels;
  const auto it = std::ranges::find(levels, level, &OrgLevel::id);
  return it == levels.end() ? std::string{} : it->name;
}

std::string regime_name(std::string_view regime, const Handbook& handbook) {
  const auto& regimes = handbook.settings.regimes;
  const auto it = std::ranges::find(regimes, regime, &Regime::id);
  return it == regimes.end() ? std::string(regime) : it->name;
}

std::string regime_names(const std::vector<RegimeId>& regimes, const Handbook& handbook) {
  std::vector<std::string> names;
  names.reserve(regimes.size());
  for (const auto& regime : regimes)
    names.push_back(regime_name(regime, handbook));
  return join(names, ", ");
}

}  // namespace handbok
