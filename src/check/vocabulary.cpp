// Words that documents and registers must choose from a list: regimes, levels, kinds of partners. A
// misspelt regime would silently take a document out of the reach of units.

#include <algorithm>
#include <functional>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "check/partner_kinds.hpp"

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

std::vector<std::string> known_partner_kinds() {
  std::vector<std::string> kinds(partner_kinds.begin(), partner_kinds.end());
  kinds.emplace_back("own_unit");
  return kinds;
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
  const auto kinds = known_partner_kinds();
  for (const auto& point : handbook.collaboration_points) {
    require_known("partner_kinds", point.partner_kinds, kinds, point.location,
                  [&](CheckReport found) {
                    found.subject = point.id;
                    context.report_entry(std::move(found));
                  });
  }
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const Report report = [&](CheckReport found) { context.report(revision, std::move(found)); };
    require_known("regimes", revision.regimes, regimes, revision.at("regimes"), report);
  }
}

}  // namespace handbok
