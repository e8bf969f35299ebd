// Words of handbook.toml that documents and registers use: regimes and levels. A misspelt regime
// would silently take a document out of the reach of units.

#include <algorithm>
#include <functional>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"

namespace handbok {
namespace {

using Report = std::function<void(CheckReport)>;

void require_known(std::string_view key, const std::vector<std::string>& values,
                   const std::vector<std::string>& known, const Location& location,
                   const Report& report) {
  for (const auto& value : values) {
    if (std::ranges::find(known, value) != known.end()) continue;
    report({Code::toml_invalid_value, location, {std::string(key), value}, {join(known, ", ")}});
  }
}

}  // namespace

void check_toml_invalid_value(CheckContext& context) {
  const auto& handbook = context.handbook();
  const auto regimes = ids_of(handbook.settings.regimes);
  const auto levels = ids_of(handbook.settings.levels);
  for (const auto& unit : handbook.units) {
    const Report report = [&](CheckReport found) {
      found.subject = unit.id;
      context.report_entry(std::move(found));
    };
    require_known("regimes", unit.regimes, regimes, unit.location, report);
    require_known("level", {unit.level}, levels, unit.location, report);
  }
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const Report report = [&](CheckReport found) { context.report(revision, std::move(found)); };
    require_known("regimes", revision.regimes, regimes, revision.at("regimes"), report);
  }
}

}  // namespace handbok
