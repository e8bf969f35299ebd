#include "render/tables/entity_links.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/own_rows.hpp"
#include "derive/requirement_status.hpp"
#include "derive/risk_value.hpp"
#include "derive/row_days.hpp"
#include "model/own_declaration.hpp"
#include "render/document_face.hpp"
#include "render/tables/calendar_entries.hpp"

namespace handbok {
namespace {

/// The page that lists the rows of a register, each under its id.
struct RowPlace {
  std::string_view file;     ///< the register
  std::string_view folder;   ///< of the page
  bool keeps_ended = false;  ///< the page lists what no longer counts, too
};

constexpr auto row_places = std::to_array<RowPlace>({
    {"actions", "atgarder"},
    {"findings", "atgarder"},
    {"risks", "risker", true},
    {"self_checks", "egenkontroll"},
    {"compilations", "sammanstallningar"},
    {"goals", "mal"},
    {"requirements", "krav"},
    {"duties", "ansvar"},
    {"decisions", "ansvar"},
    {"reporting_duties", "sag-till"},
    {"reviews", "forum"},
    {"forums", "forum"},
    {"control_items", "planer"},
    {"collaboration", "samverkan"},
    {"services", "tjanster"},
    {"methods", "metoder"},
    {"information_sources", "metoder"},
    {"external_systems", "metoder"},
});

/// A row of a register, and where it stands.
struct PlacedRow {
  RegisterRow row;
  std::string folder;  ///< of the page
  bool is_listed = false;
};

/// The day of a review, as it is known on that of the page.
std::optional<Date> day_of(const ManagementReview& review, Date day) {
  return review.held_on && *review.held_on <= day ? review.held_on : review.planned_on;
}

/// What has no title is called by its days, and a row that is known before what it is about by its
/// id.
std::string name_of(const RegisterRow& row, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (const auto* const requirement = row.as<Requirement>())
    return requirement_title(scope.site.handbook(), *requirement);
  if (const auto* const compilation = row.as<Compilation>())
    return words[Word::due_compilation] + ", " +
           period_text({compilation->first_day, compilation->until}, words);
  if (const auto* const review = row.as<ManagementReview>()) {
    const auto on = day_of(*review, scope.site.view().day());
    if (on) return words[Word::reviews_heading] + ", " + date_text(*on, words);
  }
  const auto keys = row.shape().keys;
  const auto title = std::ranges::find(keys, KeyPart::title, &Key::part);
  const bool is_always_known = title != keys.end() && title->known_with.empty();
  auto name = is_always_known ? row.text(KeyPart::title) : std::string();
  return name.empty() ? row.id() : name;
}

bool is_listed(const RegisterRow& row, const RowPlace& place, Date day) {
  if (const auto* const review = row.as<ManagementReview>())
    return day_of(*review, day).has_value();
  return place.keeps_ended || !has_ended(row, day);
}

/// Where the row stands; nothing if its register has no page.
std::optional<PlacedRow> placed(const RegisterRow& row, const Handbook& handbook, Date day) {
  if (const auto* const own = declaration_of(handbook, *row.about))
    return PlacedRow{row, "register/" + own->said.id, counts_on(row, day)};
  const auto place = std::ranges::find(row_places, row.about->file, &RowPlace::file);
  if (place == row_places.end()) return std::nullopt;
  return PlacedRow{row, std::string(place->folder), is_listed(row, *place, day)};
}

/// The row with that id in a register that has a page.
std::optional<PlacedRow> find_placed(std::string_view id, const Handbook& handbook, Date day) {
  for (const auto* const about : registers_of(handbook)) {
    const auto row = find_row(handbook, *about, id);
    auto found = row.row == nullptr ? std::nullopt : placed(row, handbook, day);
    if (found) return found;
  }
  return std::nullopt;
}

/// A link to the row, or its name alone if no page lists it.
LinkView link_to_row(const PlacedRow& found, const LinkScope& scope) {
  const auto address = found.folder + "/index.html";
  const bool has_row = found.is_listed && scope.site.routes.has(address);
  return {has_row ? scope.root + address + "#" + found.row.id() : std::string(),
          name_of(found.row, scope)};
}

/// All compilations: "SAM" is what their ids begin with.
Html compilations_html(const LinkScope& scope) {
  const std::string address = "sammanstallningar/index.html";
  const auto href = scope.site.routes.has(address) ? scope.root + address : std::string();
  return link_html(href, scope.site.words()[Word::compilations_title]);
}

template <typename LinkOf>
Html joined_links(const std::vector<std::string>& ids, LinkOf link_of) {
  std::vector<Html> links;
  links.reserve(ids.size());
  for (const auto& id : ids)
    links.push_back(link_of(id));
  return joined_html(links, ", ");
}

}  // namespace

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

Html entity_html(std::string_view id, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  if (id.empty()) return {};
  if (handbook.find_document(id) != nullptr) {
    const auto link = document_link(id, scope.root, scope.site);
    return link.href.empty() ? Html{} : link_html(link.href, link.text);
  }
  const auto day = scope.site.view().day();
  const auto found = find_placed(id, handbook, day);
  if (!found && id == handbook.settings.compilations.prefix) return compilations_html(scope);
  if (!found) return text_html(id);
  if (!is_known_on(found->row, day)) return {};
  const auto link = link_to_row(*found, scope);
  return link_html(link.href, link.text);
}

LinkView register_link(std::string_view id, const LinkScope& scope) {
  const auto day = scope.site.view().day();
  const auto found = find_placed(id, scope.site.handbook(), day);
  return found && is_known_on(found->row, day) ? link_to_row(*found, scope) : LinkView{};
}

LinkView register_link(const RegisterRow& row, const LinkScope& scope) {
  const auto day = scope.site.view().day();
  const auto found = placed(row, scope.site.handbook(), day);
  return found && is_known_on(found->row, day) ? link_to_row(*found, scope) : LinkView{};
}

Html entities_html(const std::vector<std::string>& ids, const LinkScope& scope) {
  std::vector<Html> parts;
  parts.reserve(ids.size());
  for (const auto& id : ids)
    parts.push_back(entity_html(id, scope));
  return lines_html(parts);
}

Html role_html(std::string_view role, const LinkScope& scope) {
  if (role.empty()) return {};
  const auto link = role_link(role, scope.root, scope.site);
  return link_html(link.href, link.text);
}

Html unit_html(std::string_view unit, const LinkScope& scope) {
  if (unit.empty()) return {};
  const auto link = unit_link(unit, scope.root, scope.site);
  return link_html(link.href, link.text);
}

Html roles_html(const std::vector<RoleId>& roles, const LinkScope& scope) {
  return joined_links(roles, [&](const RoleId& role) { return role_html(role, scope); });
}

Html units_html(const std::vector<UnitId>& units, const LinkScope& scope) {
  return joined_links(units, [&](const UnitId& unit) { return unit_html(unit, scope); });
}

Html text_html(std::string_view text) {
  return {escape_html(text)};
}

Html named_html(std::string_view name, std::string_view id) {
  return {escape_html(name) + " <span class=\"doc-id\">" + escape_html(id) + "</span>"};
}

Html optional_date_html(const std::optional<Date>& date, const LinkScope& scope) {
  return date ? date_html(*date, scope.site.words()) : Html{};
}

Html badge_html(std::string_view kind, std::string_view text) {
  return {"<span class=\"badge badge-" + std::string(kind) + "\">" + escape_html(text) + "</span>"};
}

Html data_file_html(std::string_view address, Word text, const LinkScope& scope) {
  if (!scope.site.routes.has(address)) return {};
  const auto href = scope.root + std::string(address);
  return {"<p>" + link_html(href, scope.site.words()[text]).text + "</p>\n"};
}

Html lines_html(const std::vector<Html>& parts) {
  std::vector<const Html*> lines;
  for (const auto& part : parts) {
    if (!part.text.empty()) lines.push_back(&part);
  }
  if (lines.empty()) return {};
  if (lines.size() == 1) return *lines.front();
  std::string html;
  for (const auto* const line : lines) {
    if (!html.empty()) html += ' ';  // for readers without styles
    html +=
        line->text.ends_with('.') ? R"(<span class="line sentence">)" : R"(<span class="line">)";
    html += line->text;
    html += "</span>";
  }
  return {std::move(html)};
}

}  // namespace handbok
