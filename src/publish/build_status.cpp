#include "publish/build_status.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "publish/layout.hpp"

namespace handbok {

std::string build_status(const Ledger& ledger) {
  const auto& release = *ledger.last_published();
  const auto& checked = *ledger.last_checked();
  const auto& state = checked.state;
  Json::Array withheld(state.withheld.begin(), state.withheld.end());
  const Json::Object status{{"release", layout::number_name(release.release)},
                            {"published", to_text(release.time)},
                            {"checked", to_text(checked.time)},
                            {"as_of", state.as_of.to_string()},
                            {"documents", state.documents},
                            {"errors", state.errors},
                            {"warnings", state.warnings},
                            {"notes", state.notes},
                            {"withheld", std::move(withheld)},
                            {"tool", state.tool},
                            {"manifest", release.manifest},
                            {"head", ledger.head()}};
  return to_text(Json(status), JsonLayout::indented) + "\n";
}

bool is_stale(const Ledger& ledger, Moment now) {
  constexpr Moment hour_seconds = 3600;
  const auto* const checked = ledger.last_checked();
  return checked != nullptr && now - checked->time > hours_until_stale * hour_seconds;
}

}  // namespace handbok
