#include "render/tables/unit_work.hpp"

#include <algorithm>
#include <iterator>

#include "base/strings.hpp"
#include "derive/calendar_days.hpp"
#include "derive/organisation.hpp"
#include "derive/risk_value.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

std::vector<const Action*> actions_of(const OrgUnit& unit, const LinkScope& scope) {
  std::vector<const Action*> actions;
  for (const auto& action : scope.site.handbook().actions) {
    if (action.unit == unit.id) actions.push_back(&action);
  }
  return actions;
}

std::vector<const Risk*> risks_of(const OrgUnit& unit, const LinkScope& scope) {
  std::vector<const Risk*> risks;
  const auto& view = scope.site.view();
  for (const auto& risk : scope.site.handbook().risks) {
    const bool is_theirs = risk.unit == unit.id || concerns(view.units(), risk, unit);
    if (is_theirs && is_open_on(risk, view.day())) risks.push_back(&risk);
  }
  return risks;
}

TableSection forum_section(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("moten", words[Word::unit_forums],
                     {words[Word::forum_name], words[Word::due_when], words[Word::forum_roles]});
  const auto day = scope.site.view().day();
  for (const auto* const forum : forums_of(scope.site.handbook(), unit)) {
    table.add({}, entity_html(forum->id, scope),
              {forum_times_html(*forum, day, scope), roles_html(forum->roles, scope)});
  }
  return table.take();
}

bool is_empty(const TableSection& section) {
  return !section.has_table && section.after.text.empty();
}

}  // namespace

std::vector<TableSection> unit_urgent(const OrgUnit& unit, const LinkScope& scope) {
  std::vector<TableSection> sections{unit_due(unit, scope)};
  std::erase_if(sections, is_empty);
  return sections;
}

std::vector<TableSection> unit_work(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<TableSection> sections;
  if (unit.kind == UnitKind::contractor) {
    auto of_contract = contractor_work(unit, scope);
    std::ranges::move(of_contract, std::back_inserter(sections));
  }
  sections.push_back(forum_section(unit, scope));
  sections.push_back(self_check_table("egenkontroll", words[Word::unit_checks],
                                      scope.site.index().due.self_checks(unit), scope, &unit));
  sections.push_back(
      action_table("atgarder", words[Word::unit_actions], actions_of(unit, scope), scope));
  sections.push_back(rollout_table({}, unit.id, scope));
  sections.push_back(
      risk_table("risker", words[Word::unit_risks], risks_of(unit, scope), scope, &unit));
  sections.push_back(standing_section(unit, scope));
  std::ranges::move(own_use_sections(unit.id, scope), std::back_inserter(sections));
  std::erase_if(sections, is_empty);
  return sections;
}

}  // namespace handbok
