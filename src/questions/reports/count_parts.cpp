// Numbers of complaints, deviations and events. A small number of a part of the organisation is not
// shown, since a person could be recognised by it; zero is shown, and is not the same as unknown.

#include <algorithm>

#include "base/strings.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// True if the draft is about all that the compilations are about.
bool is_about_all(const ReportContext& context) {
  const auto& unit = context.handbook().settings.compilations.unit;
  const auto& scope = context.scope();
  return scope.top == nullptr ||
         (!unit.empty() && is_in_scope(context.handbook(), scope, unit, context.period().last()));
}

std::string masked_text(const ReportContext& context, int number) {
  return number > 0 && number < masked_below ? context.say(ReportWord::masked)
                                             : context.say(ReportWord::masked_more);
}

std::string figure_text(const ReportContext& context, const CountFigure& figure) {
  if (figure.total) return std::to_string(*figure.total);
  if (figure.known == 0) return context.say(ReportWord::unknown);
  return context.say(ReportWord::at_least,
                     {std::to_string(figure.known), join(figure.lacking, ", ")});
}

/// The sum of a kind for those whom the draft is about.
std::string sum_text(ReportContext& context, const CompilationFigures& figures,
                     const std::string& kind) {
  if (is_about_all(context)) {
    const auto figure = count_of(figures, kind);
    for (const auto& compilation : figures.compilations) {
      if (std::ranges::find(figure.lacking, compilation->id) != figure.lacking.end())
        context.miss(ReportWord::missing_count, {context.kind_text(kind), compilation->id});
    }
    return figure_text(context, figure);
  }
  const auto sum = count_within(context.handbook(), figures, kind, context.scope());
  if (!sum) return context.say(ReportWord::unknown);
  return masked_counts({*sum}, std::nullopt).front() ? masked_text(context, *sum)
                                                     : std::to_string(*sum);
}

/// The numbers of one kind, compilation by compilation. For a part of the organisation small ones
/// are masked, and so that the sum below them gives none away.
std::vector<std::string> period_cells(const ReportContext& context,
                                      const CompilationFigures& figures, const std::string& kind) {
  std::vector<std::string> cells;
  std::vector<int> known;
  std::vector<std::size_t> places;
  for (const auto* const compilation : figures.compilations) {
    CompilationFigures one;
    one.compilations = {compilation};
    if (is_about_all(context)) {
      cells.push_back(figure_text(context, count_of(one, kind)));
      continue;
    }
    const auto sum = count_within(context.handbook(), one, kind, context.scope());
    if (sum) {
      places.push_back(cells.size());
      known.push_back(*sum);
    }
    cells.push_back(sum ? std::to_string(*sum) : context.say(ReportWord::unknown));
  }
  const auto total = count_within(context.handbook(), figures, kind, context.scope());
  const auto masked = masked_counts(known, total);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (masked[i]) cells[places[i]] = masked_text(context, known[i]);
  }
  return cells;
}

/// "2026-01-01–2026-04-30 (SAM-2026-T1)"
std::string period_name(const Compilation& compilation) {
  return markdown_text(compilation.first_day.to_string() + "–" +
                       compilation.until.plus_days(-1).to_string() + " (" + compilation.id + ")");
}

bool is_analysed(const Compilation& compilation, Date day) {
  return compilation.analysed_on && *compilation.analysed_on <= day;
}

/// " Besöken kommer sent.": the words as a sentence after others.
std::string sentence(std::string_view words) {
  words = trim(words);
  if (words.empty()) return {};
  auto text = std::string(" ").append(words);
  if (!text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) text += '.';
  return text;
}

std::string analysis_list(ReportContext& context, const CompilationFigures& figures) {
  std::vector<std::string> lines;
  for (const auto* const compilation : figures.compilations) {
    if (!is_analysed(*compilation, context.period().known_on)) {
      context.miss(ReportWord::missing_analysis, {compilation->id});
      continue;
    }
    auto line = period_name(*compilation) + ":" + markdown_text(sentence(compilation->analysis));
    for (const auto& pattern : compilation->patterns)
      line += markdown_text(sentence(pattern));
    if (!compilation->decisions.empty())
      line.append(" → ").append(context.entities(compilation->decisions));
    lines.push_back(std::move(line));
  }
  return markdown_list(lines);
}

const YearlyReport* safety_report(const ReportContext& context, int year) {
  for (const auto& report : context.handbook().reports) {
    if (report.kind == ReportKind::patient_safety && report.year == year) return &report;
  }
  return nullptr;
}

/// One of the two numbers that the law demands (SOSFS 2011:9, 7 kap. 2 §, third paragraph).
std::string demanded_figure(ReportContext& context, int year, const std::string& kind,
                            std::optional<int> YearlyReport::*member) {
  const ReportPeriod whole_year{Date::from_ymd(year, 1, 1).value_or(Date()),
                                Date::from_ymd(year + 1, 1, 1).value_or(Date()),
                                context.period().known_on};
  const auto counted = count_of(compilations_in_period(context.handbook(), whole_year), kind);
  const auto* const report = safety_report(context, year);
  const auto year_text = std::to_string(year);
  const auto name = context.kind_text(kind);
  if (report != nullptr && report->*member) {
    const int number = *(report->*member);
    if (counted.total && *counted.total != number) {
      context.miss(
          ReportWord::differing_figure,
          {name, year_text, report->id, std::to_string(number), std::to_string(*counted.total)});
    }
    return std::to_string(number);
  }
  if (!counted.total) context.miss(ReportWord::missing_figure, {name, year_text});
  return figure_text(context, counted);
}

/// The kinds that some compilation of the period sorts by unit.
std::vector<std::string> unit_kinds(const CompilationFigures& figures) {
  std::vector<std::string> kinds;
  for (const auto* const compilation : figures.compilations) {
    for (const auto& count : compilation->counts) {
      if (count.unit.empty()) continue;
      if (std::ranges::find(kinds, count.kind) == kinds.end()) kinds.push_back(count.kind);
    }
  }
  return kinds;
}

/// A column of the table of units: the counts of one kind, some of them masked.
std::vector<std::string> unit_column(const ReportContext& context,
                                     const CompilationFigures& figures, const std::string& kind,
                                     const std::vector<UnitInPeriod>& units) {
  std::vector<std::optional<int>> sums;
  std::vector<int> known;
  for (const auto& [unit, last_day] : units) {
    const ReportScope own{unit, {}};
    sums.push_back(count_within(context.handbook(), figures, kind, own));
    if (sums.back()) known.push_back(*sums.back());
  }
  const auto masked = masked_counts(known, count_of(figures, kind).total);
  std::vector<std::string> cells;
  std::size_t next = 0;
  for (const auto& sum : sums) {
    if (!sum) {
      cells.push_back(context.say(ReportWord::unknown));
      continue;
    }
    cells.push_back(masked[next++] ? masked_text(context, *sum) : std::to_string(*sum));
  }
  return cells;
}

std::string unit_counts(const ReportContext& context, const std::vector<UnitInPeriod>& units) {
  const auto figures = compilations_in_period(context.handbook(), context.period());
  std::vector<std::string> columns{context.say(ReportWord::column_unit)};
  Rows rows;
  for (const auto& [unit, last_day] : units)
    rows.push_back({markdown_text(unit->name)});
  for (const auto& kind : unit_kinds(figures)) {
    columns.push_back(context.kind_text(kind));
    const auto cells = unit_column(context, figures, kind, units);
    for (std::size_t i = 0; i < cells.size(); ++i)
      rows[i].push_back(cells[i]);
  }
  return columns.size() > 1 ? markdown_table(columns, rows) : std::string();
}

/// What the registers have of one unit: its own results, risks and actions.
std::string unit_lines(ReportContext& context, const UnitInPeriod& entry) {
  const auto& unit = *entry.unit;
  std::vector<std::string> lines;
  for (const auto& figures :
       self_checks_in_period(context.handbook(), context.period(), context.scope())) {
    for (const auto* const occurrence : figures.occurrences) {
      if (occurrence->unit != unit.id) continue;
      lines.push_back(markdown_text(figures.check->id + " " + occurrence->done_on.to_string() +
                                    ": " + occurrence->value + " " + occurrence->analysis));
    }
  }
  const ReportScope own{entry.unit, context.scope().under};
  for (const auto& figures : risks_in_period(context.handbook(), context.period(), own)) {
    if (!is_in_scope(context.handbook(), own, figures.risk->unit, entry.last_day)) continue;
    lines.push_back(markdown_text(figures.risk->id + " " + figures.risk->event) + ", " +
                    value_text(context, figures.after, context.view().day()));
  }
  for (const auto* const action : actions_in_period(context.handbook(), context.period(), own)) {
    if (!is_in_scope(context.handbook(), own, action->unit, entry.last_day)) continue;
    lines.push_back(markdown_text(action->id + " " + action->title) + ", " +
                    action_state_text(context, *action));
  }
  return markdown_list(lines);
}

}  // namespace

std::string count_part(ReportContext& context, const std::vector<std::string>& kinds,
                       Analyses analyses) {
  const auto figures =
      compilations_in_period(context.handbook(), context.period(), context.scope());
  for (const auto& id : figures.undone)
    context.miss(ReportWord::missing_compilation, {id});
  if (figures.compilations.empty()) return context.say(ReportWord::not_compiled);
  std::vector<std::string> columns{context.say(ReportWord::column_period)};
  Rows rows;
  for (const auto* const compilation : figures.compilations)
    rows.push_back({period_name(*compilation)});
  rows.push_back(
      {context.period().from.to_string() + "–" + context.period().until.plus_days(-1).to_string()});
  for (const auto& kind : kinds) {
    columns.push_back(context.kind_text(kind));
    auto cells = period_cells(context, figures, kind);
    cells.push_back(sum_text(context, figures, kind));
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i].push_back(std::move(cells[i]));
  }
  return paragraphs({markdown_table(columns, rows),
                     analyses == Analyses::told ? analysis_list(context, figures) : std::string()});
}

std::string event_part(ReportContext& context, int year) {
  Rows rows;
  for (const int one : {year - 1, year}) {
    rows.push_back(
        {std::to_string(one),
         demanded_figure(context, one, "investigated_event", &YearlyReport::investigated_events),
         demanded_figure(context, one, "serious_injury", &YearlyReport::serious_injuries)});
  }
  return markdown_table(
      {context.say(ReportWord::column_year), context.say(ReportWord::column_investigated),
       context.say(ReportWord::column_serious)},
      rows);
}

std::string unit_part(ReportContext& context) {
  const auto units = units_in_period(context.handbook(), context.period(), context.scope());
  std::vector<std::string> parts{unit_counts(context, units)};
  for (const auto& entry : units) {
    auto remark = context.role(entry.unit->head);
    if (entry.unit->valid_to && *entry.unit->valid_to <= context.period().known_on) {
      remark.append(", ").append(
          context.say(ReportWord::closed_on, {entry.unit->valid_to->to_string()}));
    }
    parts.push_back("### " + markdown_text(entry.unit->name));
    parts.push_back(remark);
    parts.push_back(unit_lines(context, entry));
  }
  return paragraphs(parts);
}

}  // namespace handbok
