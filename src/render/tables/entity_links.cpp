#include "render/tables/entity_links.hpp"

#include "base/strings.hpp"
#include "render/document_face.hpp"

namespace handbok {
namespace {

/// A row of a register: the page that lists it, and what to call it.
struct EntityRow {
  std::string_view folder;
  const std::string* name = nullptr;
};

template <typename Entity>
const std::string* name_in(const std::vector<Entity>& entities, std::string_view id,
                           std::string Entity::*name) {
  const auto* const entity = find_by_id(entities, id);
  return entity == nullptr ? nullptr : &(entity->*name);
}

EntityRow find_row(std::string_view id, const Handbook& handbook) {
  const auto rows = std::to_array<EntityRow>({
      {"risker", name_in(handbook.risks, id, &Risk::event)},
      {"egenkontroll", name_in(handbook.self_checks, id, &SelfCheck::what)},
      {"atgarder", name_in(handbook.actions, id, &Action::title)},
      {"sammanstallningar", name_in(handbook.compilations, id, &Compilation::id)},
      {"mal", name_in(handbook.goals, id, &Goal::title)},
      {"planer", name_in(handbook.control_items, id, &ControlItem::method)},
      {"forum", name_in(handbook.forums, id, &Forum::name)},
      {"forum", name_in(handbook.reviews, id, &ManagementReview::id)},
      {"ansvar", name_in(handbook.duties, id, &Duty::title)},
      {"arshjul", name_in(handbook.calendar, id, &CalendarItem::title)},
      {"tjanster", name_in(handbook.services, id, &Service::name)},
      {"metoder", name_in(handbook.methods, id, &Method::name)},
  });
  for (const auto& row : rows) {
    if (row.name != nullptr) return row;
  }
  return {};
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

Html entity_html(std::string_view id, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  if (id.empty()) return {};
  if (handbook.find_document(id) != nullptr) {
    const auto link = document_link(id, scope.root, scope.site);
    return link_html(link.href, link.text);
  }
  const auto row = find_row(id, handbook);
  if (row.name == nullptr) return text_html(id);
  const auto address = std::string(row.folder) + "/index.html";
  const auto href = scope.root + address + "#" + std::string(id);
  return link_html(scope.site.routes.has(address) ? href : std::string(), *row.name);
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

Html lines_html(const std::vector<Html>& parts) {
  std::string html;
  for (const auto& part : parts) {
    if (part.text.empty()) continue;
    if (!html.empty()) html += "<br>";
    html += part.text;
  }
  return {std::move(html)};
}

}  // namespace handbok
