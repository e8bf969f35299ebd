// "Ansvar": who does what in the work with quality, on which level (SOSFS 2011:9, 3 kap. 3 §), and
// who decides what.
#include <algorithm>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/organisation.hpp"
#include "derive/row_days.hpp"
#include "render/addresses.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {

Html duty_html(const Duty& duty, const LinkScope& scope) {
  auto html = text_html(duty.title);
  if (duty.clause.empty()) return html;
  const auto target = clause_target(duty.source + "/" + duty.clause, scope);
  html.text += "<br><small>" + link_html(target.href, target.text).text + "</small>";
  return html;
}

namespace {

/// Those who answer for the duty on the level, the lead first; says so if nobody does.
Html holders_html(const Duty& duty, const std::string& level, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> holders;
  for (const auto& holder : duty.responsible) {
    if (holder.level != level) continue;
    auto html = role_html(holder.role, scope);
    if (!holder.together_with.empty()) {
      const auto others = roles_html(holder.together_with, scope).text;
      html.text += " <small>" + word_html(words, Word::duty_together, {others}).text + "</small>";
    }
    if (holder.lead) html.text += " <small>" + escape_html(words[Word::duty_leads]) + "</small>";
    holders.push_back(std::move(html));
  }
  const bool is_demanded = std::ranges::find(duty.levels, level) != duty.levels.end();
  const auto& view = scope.site.view();
  if (holders.empty() && is_demanded && is_known(view, view.day(), "duties"))
    return badge_html("overdue", words[Word::duty_nobody]);
  return lines_html(holders);
}

TableSection duty_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto day = scope.site.view().day();
  const auto levels = levels_with_duties(scope.site.handbook(), day);
  std::vector<std::string> columns{words[Word::duty_what]};
  for (const auto* const level : levels)
    columns.push_back(level->name);
  columns.push_back(words[Word::duty_participates]);
  TableBuilder table("uppgifter", words[Word::duties_tasks], std::move(columns));
  for (const auto& duty : scope.site.handbook().duties) {
    if (!is_valid_on(duty, day)) continue;
    std::vector<Html> cells;
    cells.reserve(levels.size() + 1);
    for (const auto* const level : levels)
      cells.push_back(holders_html(duty, level->id, scope));
    cells.push_back(roles_html(duty.participates, scope));
    auto head = duty_html(duty, scope);
    if (duty.system != Duty{}.system)
      head.text += "<br><small>" + text_html(duty.system).text + "</small>";
    table.add(duty.id, std::move(head), std::move(cells));
  }
  return table.take();
}

TableSection decision_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "beslut", words[Word::duties_decisions],
      {words[Word::decision_what], words[Word::decision_who], words[Word::decision_from],
       words[Word::decision_report], words[Word::decision_ref]});
  for (const auto& decision : scope.site.handbook().decisions) {
    if (!is_valid_on(decision, scope.site.view().day())) continue;
    auto head = text_html(decision.title);
    if (!decision.regimes.empty()) {
      head.text += "<br><small>" +
                   escape_html(regime_names(decision.regimes, scope.site.handbook())) + "</small>";
    }
    table.add(decision.id, std::move(head),
              {role_html(decision.decider, scope), role_html(decision.delegated_by, scope),
               role_html(decision.report_to, scope), entity_html(decision.ref, scope)});
  }
  return table.take();
}

}  // namespace

bool has_duties_page(const Handbook& handbook) {
  return !handbook.duties.empty() || !handbook.decisions.empty();
}

std::vector<TableSection> duties_sections(const LinkScope& scope) {
  std::vector<TableSection> sections;
  if (!scope.site.handbook().duties.empty()) sections.push_back(duty_section(scope));
  if (!scope.site.handbook().decisions.empty()) sections.push_back(decision_section(scope));
  return sections;
}

}  // namespace handbok
