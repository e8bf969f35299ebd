#include <algorithm>

#include "base/strings.hpp"
#include "derive/risk_value.hpp"
#include "derive/row_days.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/unit_work.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// What the role does in the duty on a level: leads it, answers for it with others, takes part.
void add_duty(TableBuilder& table, const Duty& duty, const Role& role, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> parts;
  for (const auto& holder : duty.responsible) {
    const auto level = text_html(level_name(holder.level, scope.site.handbook())).text;
    if (holder.role == role.id)
      parts.push_back({level + (holder.lead ? " " + words[Word::duty_leads] : std::string())});
    if (includes(holder.together_with, role.id)) {
      const auto other = role_html(holder.role, scope).text;
      parts.push_back({level + " " + word_html(words, Word::duty_together, {other}).text});
    }
  }
  if (includes(duty.participates, role.id)) {
    parts.push_back(text_html(words[Word::role_takes_part]));
  }
  if (parts.empty()) return;
  table.add({}, duty_html(duty, scope), {lines_html(parts)});
}

TableSection duties_of(const Role& role, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("uppgifter", words[Word::duties_tasks],
                     {words[Word::duty_what], words[Word::role_part]});
  for (const auto& duty : scope.site.handbook().duties)
    if (is_valid_on(duty, scope.site.view().day())) add_duty(table, duty, role, scope);
  return table.take();
}

TableSection decisions_of(const Role& role, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("beslutanderatt", words[Word::role_decisions],
                     {words[Word::decision_what], words[Word::decision_from],
                      words[Word::decision_report], words[Word::decision_ref]});
  for (const auto& decision : scope.site.handbook().decisions) {
    if (decision.decider != role.id || !is_valid_on(decision, scope.site.view().day())) continue;
    table.add({}, text_html(decision.title),
              {role_html(decision.delegated_by, scope), role_html(decision.report_to, scope),
               entity_html(decision.ref, scope)});
  }
  return table.take();
}

TableSection checks_of(const Role& role, const LinkScope& scope) {
  std::vector<const SelfCheck*> checks;
  const auto day = scope.site.view().day();
  for (const auto& check : scope.site.handbook().self_checks) {
    const bool is_made = !check.ends_on || day < *check.ends_on;
    const bool is_theirs =
        includes(check.performed_by, role.id) || includes(check.analysed_by, role.id);
    if (is_made && is_theirs) checks.push_back(&check);
  }
  return self_check_table("egenkontroll", scope.site.words()[Word::role_checks], std::move(checks),
                          scope);
}

TableSection actions_of(const Role& role, const LinkScope& scope) {
  std::vector<const Action*> actions;
  for (const auto& action : scope.site.handbook().actions) {
    if (action.responsible == role.id) actions.push_back(&action);
  }
  return action_table("atgarder", scope.site.words()[Word::role_actions], actions, scope);
}

TableSection risks_of(const Role& role, const LinkScope& scope) {
  std::vector<const Risk*> risks;
  for (const auto& risk : scope.site.handbook().risks) {
    if (risk.owner == role.id && is_open_on(risk, scope.site.view().day())) risks.push_back(&risk);
  }
  return risk_table("risker", scope.site.words()[Word::role_risks], risks, scope);
}

}  // namespace

std::vector<TableSection> role_work(const Role& role, const LinkScope& scope) {
  std::vector<TableSection> sections;
  sections.push_back(duties_of(role, scope));
  sections.push_back(decisions_of(role, scope));
  sections.push_back(checks_of(role, scope));
  sections.push_back(actions_of(role, scope));
  sections.push_back(risks_of(role, scope));
  std::erase_if(sections, [](const TableSection& section) { return section.rows.empty(); });
  std::ranges::move(own_use_sections(role.id, scope), std::back_inserter(sections));
  return sections;
}

}  // namespace handbok
