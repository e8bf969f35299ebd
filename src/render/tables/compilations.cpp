// "Sammanställningar": reports, complaints and views of each period together, what the analysis
// found, and who has been told (SOSFS 2011:9, 5 kap. 6 §).
#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/missing_history.hpp"
#include "derive/organisation.hpp"
#include "derive/period_figures.hpp"
#include "derive/reach.hpp"
#include "derive/self_check_days.hpp"
#include "render/document_face.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

Word kind_word(std::string_view kind) {
  static const std::map<std::string_view, Word> words = {
      {"complaint", Word::message_complaint},
      {"view", Word::message_view},
      {"praise", Word::message_praise},
      {"proposal", Word::message_proposal},
      {"deviation", Word::message_deviation},
      {"lex_sarah_report", Word::message_lex_sarah},
      {"lex_maria_notice", Word::message_lex_maria},
      {"investigated_event", Word::message_investigated},
      {"serious_injury", Word::message_injury},
  };
  const auto it = words.find(kind);
  return it == words.end() ? Word::message_other : it->second;
}

/// Periods that nobody has compiled although their last day has passed, the latest first. One that
/// is compiled but not analysed has a row of its own.
std::vector<CompilationPeriod> missing_periods(const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  const auto& view = scope.site.view();
  const auto day = view.day();
  auto periods = compilation_periods(handbook.settings.compilations, day);
  std::erase_if(periods, [&](const CompilationPeriod& period) {
    const bool is_due = period.due_on < day && is_known(view, period.due_on, "compilations");
    return !is_due || handbook.find_compilation(period.id) != nullptr;
  });
  std::ranges::reverse(periods);
  return periods;
}

/// "januari–april 2026": what readers call it.
std::string period_name(const Compilation& compilation, const LinkScope& scope) {
  return period_text({compilation.first_day, compilation.until}, scope.site.words());
}

TableSection number_section(const std::vector<const Compilation*>& compilations,
                            const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto kinds = counted_kinds(compilations);
  std::vector<std::string> columns{words[Word::compilation_period]};
  for (const auto& kind : kinds)
    columns.push_back(words[kind_word(kind)]);
  columns.push_back(words[Word::compilation_analysed]);
  TableBuilder table("antal", words[Word::compilations_numbers], std::move(columns));
  for (const auto& period : missing_periods(scope)) {
    std::vector<Html> cells(kinds.size());
    cells.push_back(badge_html("overdue", words[Word::compilation_missing]));
    const auto name = period_text({period.first_day, period.until}, words);
    table.add(period.id, named_html(name, period.id), std::move(cells)).is_late = true;
  }
  for (const auto* const compilation : compilations) {
    std::vector<Html> cells;
    cells.reserve(kinds.size() + 1);
    for (const auto& kind : kinds)
      cells.push_back(text_html(std::to_string(compilation->total(kind))));
    cells.push_back(optional_date_html(compilation->analysed_on, scope));
    table.add(compilation->id,
              lines_html({named_html(period_name(*compilation, scope), compilation->id),
                          unit_html(compilation->unit, scope)}),
              std::move(cells));
  }
  return table.take();
}

/// The operative units that the compilation is about, and was when its period ended, of which
/// nobody has informed them or a unit above them of the analysis.
std::vector<UnitId> uninformed_units(const Compilation& compilation, const LinkScope& scope) {
  const auto& organisation = scope.site.view().units();
  std::set<std::string_view> informed;
  for (const auto& feedback : compilation.feedback) {
    if (feedback.on <= organisation.day()) informed.insert(feedback.to.begin(), feedback.to.end());
  }
  std::vector<UnitId> units;
  for (const auto& unit : scope.site.handbook().units) {
    const bool is_meant =
        organisation.is_operative(unit) && exists_on(unit, compilation.until.plus_days(-1)) &&
        (compilation.unit.empty() || organisation.is_within(unit, compilation.unit));
    if (is_meant && !is_within_one(organisation, unit, informed)) units.push_back(unit.id);
  }
  return units;
}

Html feedback_html(const Compilation& compilation, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (!compilation.analysed_on) return {};
  const auto untold = uninformed_units(compilation, scope);
  if (untold.empty()) return text_html(words[Word::feedback_all]);
  return word_html(words, Word::feedback_untold, {units_html(untold, scope).text});
}

TableSection analysis_section(const std::vector<const Compilation*>& compilations,
                              const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("analys", words[Word::compilations_analyses],
                     {words[Word::compilation_period], words[Word::compilation_patterns],
                      words[Word::compilation_decisions], words[Word::compilation_feedback]});
  for (const auto* const compilation : compilations) {
    std::vector<Html> found{text_html(compilation->analysis)};
    for (const auto& pattern : compilation->patterns)
      found.push_back(text_html(pattern));
    table.add({}, text_html(period_name(*compilation, scope)),
              {lines_html(found), entities_html(compilation->decisions, scope),
               feedback_html(*compilation, scope)});
  }
  return table.take();
}

/// How many messages each process of each unit had in a compilation, all kinds together.
TableSection heat_section(const Compilation& compilation, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::map<UnitId, std::map<DocumentId, int>> numbers;
  std::set<DocumentId> processes;
  for (const auto& count : compilation.counts) {
    if (count.unit.empty() || count.process.empty()) continue;
    numbers[count.unit][count.process] += count.number;
    processes.insert(count.process);
  }
  std::vector<std::string> columns{words[Word::compilation_unit]};
  for (const auto& process : processes)
    columns.push_back(document_link(process, scope.root, scope.site).text);
  TableBuilder table("fordelning-" + compilation.id,
                     words.fill(Word::compilations_heat, {period_name(compilation, scope)}),
                     std::move(columns));
  for (const auto& [unit, by_process] : numbers) {
    std::vector<Html> cells;
    for (const auto& process : processes) {
      const auto it = by_process.find(process);
      cells.push_back(it == by_process.end() ? Html{} : text_html(std::to_string(it->second)));
    }
    table.add({}, unit_html(unit, scope), std::move(cells));
  }
  return table.take();
}

}  // namespace

std::size_t uninformed_of_latest(const LinkScope& scope) {
  const Compilation* latest = nullptr;
  for (const auto& compilation : scope.site.handbook().compilations) {
    const auto& on = compilation.analysed_on;
    if (!on || *on > scope.site.view().day()) continue;
    if (latest == nullptr || latest->until < compilation.until) latest = &compilation;
  }
  return latest == nullptr ? 0 : uninformed_units(*latest, scope).size();
}

bool has_compilations_page(const Handbook& handbook) {
  return !handbook.compilations.empty();
}

std::vector<TableSection> compilations_sections(const LinkScope& scope) {
  std::vector<const Compilation*> compilations;
  for (const auto& compilation : scope.site.handbook().compilations) {
    if (compilation.until <= scope.site.view().day()) compilations.push_back(&compilation);
  }
  std::ranges::stable_sort(compilations, [](const Compilation* a, const Compilation* b) {
    return a->first_day > b->first_day;
  });
  std::vector<TableSection> sections{number_section(compilations, scope),
                                     analysis_section(compilations, scope)};
  for (const auto* const compilation : compilations) {
    auto section = heat_section(*compilation, scope);
    if (section.has_table) sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace handbok
