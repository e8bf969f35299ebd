// "Egenkontroll": what the organisation checks of its own work, when, and what came out.
#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/self_check_days.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/series.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

Word outcome_word(CheckOutcome outcome) {
  switch (outcome) {
    case CheckOutcome::ok: return Word::outcome_ok;
    case CheckOutcome::partly: return Word::outcome_partly;
    case CheckOutcome::not_ok: return Word::outcome_not_ok;
  }
  return Word::outcome_ok;
}

Word form_word(CheckForm form) {
  constexpr std::array words = {
      Word::form_checklist, Word::form_self_assessment, Word::form_survey,
      Word::form_audit,     Word::form_measurement,     Word::form_round,
      Word::form_interview, Word::form_comparison,      Word::form_analysis};
  static_assert(words.size() == static_cast<std::size_t>(CheckForm::analysis) + 1);
  return words[static_cast<std::size_t>(form)];
}

/// When it was made, what came out and, if it is not plain, whose result it is.
Html result_html(const CheckOccurrence& result, const std::string& holder, const LinkScope& scope) {
  const auto& words = scope.site.words();
  auto when = date_html(result.done_on, words);
  when.text += ": " + escape_html(words[outcome_word(result.outcome)]);
  if (!result.value.empty()) when.text += ", " + escape_html(result.value);
  if (!holder.empty()) when.text += " (" + escape_html(holder) + ")";
  return lines_html({when, text_html(result.analysis), entity_html(result.decision, scope)});
}

}  // namespace

Html unit_result_html(const SelfCheck& check, const OrgUnit& unit, const std::string& name,
                      const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto result = last_result_in(scope.site.view().units(), check, unit);
  auto html = result.occurrence == nullptr ? text_html(words[Word::check_never]) : Html{};
  if (result.occurrence != nullptr) {
    const auto holder = result.of == ResultOf::unit       ? std::string()
                        : result.of == ResultOf::together ? words[Word::check_together]
                                                          : words[Word::check_unsaid];
    html = result_html(*result.occurrence, holder, scope);
  }
  return name.empty() ? html : Html{escape_html(name) + ": " + html.text};
}

namespace {

/// The last results: of the unit, of each unit if some result names one, or of all together.
Html results_html(const SelfCheck& check, const LinkScope& scope, const OrgUnit* unit) {
  const auto day = scope.site.view().day();
  if (unit != nullptr) return unit_result_html(check, *unit, {}, scope);
  const auto makers = units_that_make(scope.site.view().units(), check);
  const bool names_units = std::ranges::any_of(check.occurrences, [&](const CheckOccurrence& one) {
    return one.done_on <= day && !one.unit.empty();
  });
  std::vector<Html> results;
  for (const auto* const maker : makers) {
    const auto name = names_units ? maker->name : std::string();
    results.push_back(unit_result_html(check, *maker, name, scope));
    if (!names_units) break;  // the same for all
  }
  if (!results.empty()) return lines_html(results);
  const auto* const latest = last_result(check, day);
  return latest == nullptr ? text_html(scope.site.words()[Word::check_never])
                           : result_html(*latest, {}, scope);
}

/// The next planned days: of the unit, or of all with the names of those that stand differently.
std::vector<UnitsDue> next_days(const SelfCheck& check, const LinkScope& scope,
                                const OrgUnit* unit) {
  const auto& view = scope.site.view();
  if (unit == nullptr) return next_planned_days(view.units(), check);
  const auto next = next_planned_day(view.handbook(), check, *unit, view.day());
  return next ? std::vector<UnitsDue>{{*next, {unit}, true}} : std::vector<UnitsDue>();
}

bool is_late(const UnitsDue& due, const LinkScope& scope) {
  const auto& view = scope.site.view();
  return due.on < view.day() && is_known(view, view.day(), "self_checks");
}

Html next_html(const SelfCheck& check, const std::vector<UnitsDue>& next, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> lines;
  for (const auto& due : next) {
    auto when = date_html(due.on, words);
    std::vector<std::string> names;
    for (const auto* const unit : due.units)
      names.push_back(unit->name);
    if (!due.are_all) when.text += " (" + escape_html(join(names, ", ")) + ")";
    lines.push_back(std::move(when));
    if (is_late(due, scope)) lines.push_back(badge_html("overdue", words[Word::check_late]));
  }
  lines.push_back(text_html(frequency_text(check.every_months, words)));
  lines.push_back(text_html(words[form_word(check.form)]));
  return lines_html(lines);
}

/// Who makes the check and, if somebody else does, who analyses it.
Html people_html(const SelfCheck& check, const LinkScope& scope) {
  auto makers = roles_html(check.performed_by, scope);
  if (check.analysed_by.empty() || check.analysed_by == check.performed_by) return makers;
  return lines_html({makers, word_html(scope.site.words(), Word::check_analysed_by,
                                       {roles_html(check.analysed_by, scope).text})});
}

/// What the outcome is divided into: the two that most use have words, others are words themselves.
std::string breakdown_text(const SelfCheck& check, const WordTable& words) {
  std::vector<std::string> parts;
  for (const auto& part : check.breakdown) {
    parts.push_back(part == "sex"   ? words[Word::breakdown_sex]
                    : part == "age" ? words[Word::breakdown_age]
                                    : part);
  }
  return join(parts, ", ");
}

/// What is checked, how, and where the outcome is written down.
Html check_head_html(const SelfCheck& check, const WordTable& words) {
  auto html = named_html(check.what, check.id);
  const auto add = [&](const std::string& text) { html.text += "<br><small>" + text + "</small>"; };
  if (!check.how.empty()) add(escape_html(check.how));
  if (!check.documented_in.empty())
    add(word_html(words, Word::check_documented_in, {escape_html(check.documented_in)}).text);
  if (!check.breakdown.empty())
    add(word_html(words, Word::check_breakdown, {escape_html(breakdown_text(check, words))}).text);
  return html;
}

constexpr auto method_words = std::to_array<Word>(
    {Word::method_quality_register, Word::method_open_comparison, Word::method_other_units,
     Word::method_own_history, Word::method_target_group_survey, Word::method_record_review,
     Word::method_staff_attitudes, Word::method_patient_committee,
     Word::method_auditor_stakeholder});

/// True if the handbook has advice to follow, so that a way that is not used says something.
bool has_advice(const Handbook& handbook) {
  return std::ranges::find(handbook.clauses, ClauseForce::advice, &Clause::force) !=
         handbook.clauses.end();
}

/// Which of the ways that the advice names are used (SOSFS 2011:9, advice to 5 kap. 2 §). Without
/// advice only the ways that are used are named.
TableSection method_section(const std::vector<const SelfCheck*>& checks, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("satt", words[Word::checks_by_method],
                     {words[Word::check_method], words[Word::check_what]});
  for (std::size_t method = 0; method < method_words.size(); ++method) {
    std::vector<Html> links;
    for (const auto* const check : checks) {
      if (static_cast<std::size_t>(check->method) != method) continue;
      links.push_back(link_html("#" + check->id, check->what));
    }
    if (links.empty() && !has_advice(scope.site.handbook())) continue;
    if (links.empty()) links.push_back(text_html(words[Word::check_method_unused]));
    table.add({}, text_html(words[method_words[method]]), {lines_html(links)});
  }
  return table.take();
}

}  // namespace

std::string frequency_text(int months, const WordTable& words) {
  struct Frequency {
    int months;
    Word word;
  };
  constexpr auto frequencies = std::to_array<Frequency>({
      {0, Word::frequency_event},
      {1, Word::frequency_month},
      {2, Word::frequency_2},
      {3, Word::frequency_quarter},
      {4, Word::frequency_tertial},
      {5, Word::frequency_5},
      {6, Word::frequency_half_year},
      {7, Word::frequency_7},
      {8, Word::frequency_8},
      {9, Word::frequency_9},
      {10, Word::frequency_10},
      {11, Word::frequency_11},
      {12, Word::frequency_year},
      {24, Word::frequency_24},
      {36, Word::frequency_36},
  });
  const auto* const found = std::ranges::find(frequencies, months, &Frequency::months);
  if (found != frequencies.end()) return words[found->word];
  return words.fill(Word::frequency_months, {std::to_string(months)});
}

TableSection self_check_table(std::string anchor, std::string heading,
                              std::vector<const SelfCheck*> checks, const LinkScope& scope,
                              const OrgUnit* unit) {
  const auto& words = scope.site.words();
  TableBuilder table(std::move(anchor), std::move(heading),
                     {words[Word::check_what], words[Word::check_next], words[Word::check_last],
                      words[Word::check_roles], words[Word::check_of]});
  std::vector<std::pair<const SelfCheck*, std::vector<UnitsDue>>> planned;
  for (const auto* const check : checks)
    planned.emplace_back(check, next_days(*check, scope, unit));
  std::ranges::stable_sort(planned, [](const auto& a, const auto& b) {
    if (a.second.empty() || b.second.empty()) return !a.second.empty() && b.second.empty();
    return a.second.front().on < b.second.front().on;
  });
  for (const auto& [check, next] : planned) {
    auto& row =
        table.add(check->id, check_head_html(*check, words),
                  {next_html(*check, next, scope),
                   followed_by(results_html(*check, scope, unit), series_html(*check, unit, scope)),
                   people_html(*check, scope),
                   lines_html({entities_html(check->checks, scope), units_html(check->units, scope),
                               text_html(regime_names(check->regimes, scope.site.handbook()))})});
    row.is_late = !next.empty() && is_late(next.front(), scope);
  }
  return table.take();
}

bool has_self_checks_page(const Handbook& handbook) {
  return !handbook.self_checks.empty();
}

std::vector<TableSection> self_checks_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<const SelfCheck*> checks;
  for (const auto& check : scope.site.handbook().self_checks) {
    if (is_made_on(check, scope.site.view().day())) checks.push_back(&check);
  }
  auto methods = method_section(checks, scope);
  return {self_check_table("kalender", words[Word::checks_calendar], checks, scope),
          std::move(methods)};
}

}  // namespace handbok
