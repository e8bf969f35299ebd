#include "render/tables/entity_links.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/own_rows.hpp"
#include "derive/risk_value.hpp"
#include "derive/row_days.hpp"
#include "derive/self_check_days.hpp"
#include "render/document_face.hpp"

namespace handbok {
namespace {

/// A row of a register: the page that lists it, and what to call it.
struct EntityRow {
  std::string folder;
  const std::string* name = nullptr;  ///< nullptr: no such row
  bool is_known = true;               ///< false: a handbook of that day must not speak of it
  bool is_listed = true;              ///< false: known, but the page has no row for it
};

/// The row with that id, by the member that names it.
template <typename Entity>
EntityRow row_of(const std::vector<Entity>& entities, std::string_view id, const char* folder,
                 std::string Entity::*name) {
  const auto* const entity = find_by_id(entities, id);
  if (entity == nullptr) return {};
  return {folder, &(entity->*name)};
}

/// Rows of registers whose facts have a day.
EntityRow dated_row(std::string_view id, const Handbook& handbook, Date day) {
  if (const auto* const risk = handbook.find_risk(id)) {
    return {"risker", &risk->event, is_known_on(*risk, day)};
  }
  if (const auto* const check = handbook.find_self_check(id)) {
    return {"egenkontroll", &check->what, true, is_made_on(*check, day)};
  }
  if (const auto* const action = handbook.find_action(id)) {
    return {"atgarder", &action->title, is_known_on(*action, day)};
  }
  if (const auto* const finding = find_by_id(handbook.findings, id)) {
    return {"atgarder", &finding->text, finding->found_on <= day};
  }
  if (const auto* const compilation = handbook.find_compilation(id)) {
    return {"sammanstallningar", &compilation->id, compilation->until <= day};
  }
  if (const auto* const goal = handbook.find_goal(id)) {
    return {"mal", &goal->title, !goal->valid_from || *goal->valid_from <= day,
            !goal->valid_to || day < *goal->valid_to};
  }
  if (const auto* const duty = find_by_id(handbook.reporting_duties, id)) {
    return {"sag-till", &duty->title, true, is_valid_on(*duty, day)};
  }
  if (const auto* const review = find_by_id(handbook.reviews, id)) {
    const bool is_held = review->held_on && *review->held_on <= day;
    return {"forum", &review->id, true, is_held || review->planned_on};
  }
  return {};
}

EntityRow own_row(std::string_view id, const Handbook& handbook, Date day) {
  const auto found = find_own_row(handbook, id);
  if (found.row == nullptr) return {};
  return {"register/" + found.declared->said.id, &found.title(), true,
          counts_on(found.as_row(), day)};
}

EntityRow find_row(std::string_view id, const Handbook& handbook, Date day) {
  const auto rows = std::to_array<EntityRow>({
      dated_row(id, handbook, day),
      row_of(handbook.control_items, id, "planer", &ControlItem::method),
      row_of(handbook.forums, id, "forum", &Forum::name),
      row_of(handbook.duties, id, "ansvar", &Duty::title),
      row_of(handbook.services, id, "tjanster", &Service::name),
      row_of(handbook.methods, id, "metoder", &Method::name),
      own_row(id, handbook, day),
  });
  for (const auto& row : rows) {
    if (row.name != nullptr) return row;
  }
  return {};
}

/// A link to the row, or its name alone if no page lists it.
LinkView link_to_row(const EntityRow& row, std::string_view id, const LinkScope& scope) {
  const auto address = row.folder + "/index.html";
  const bool has_row = row.is_listed && scope.site.routes.has(address);
  return {has_row ? scope.root + address + "#" + std::string(id) : std::string(), *row.name};
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
  const auto row = find_row(id, handbook, scope.site.view().day());
  if (row.name == nullptr) return text_html(id);
  if (!row.is_known) return {};
  const auto link = link_to_row(row, id, scope);
  return link_html(link.href, link.text);
}

LinkView register_link(std::string_view id, const LinkScope& scope) {
  const auto row = find_row(id, scope.site.handbook(), scope.site.view().day());
  if (row.name == nullptr || !row.is_known) return {};
  return link_to_row(row, id, scope);
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
    html += "<span class=\"line\">";
    html += line->text;
    html += "</span> ";  // a blank for readers without styles
  }
  return {std::move(html)};
}

}  // namespace handbok
