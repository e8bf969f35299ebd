// Who answered for what, and the parts of the organisation as they stood.

#include <algorithm>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/row_days.hpp"
#include "derive/yearly_duties.hpp"
#include "diag/slot_words.hpp"
#include "questions/asof.hpp"
#include "questions/reports/report_parts.hpp"

namespace handbok {
namespace {

/// "RIK-002: Vet inte: …" if it is not known whether the document applied when the period ended.
std::string unknown_text(const ReportContext& context, const DocumentId& id) {
  const auto* const document = context.handbook().find_document(id);
  if (document == nullptr) return {};
  const auto missing = missing_on(context.handbook(), *document, context.period().last());
  return missing ? id + ": " + markdown_text(missing_text(*missing, context.language())) : "";
}

/// "från 2018-04-01", "2011-01-01–2025-06-30"; nothing if it has always been so.
std::string span_text(const ReportContext& context, const std::optional<Date>& from,
                      const std::optional<Date>& to) {
  if (from && to) {
    return context.say(ReportWord::from_until, {from->to_string(), to->plus_days(-1).to_string()});
  }
  if (from) return context.say(ReportWord::from_day, {from->to_string()});
  if (to) return context.say(ReportWord::until_day, {to->plus_days(-1).to_string()});
  return {};
}

/// Those who answer on the level, the lead first as the register has it.
std::string holders_text(const ReportContext& context, const Duty& duty, const std::string& level) {
  std::vector<std::string> holders;
  for (const auto& holder : duty.responsible) {
    if (holder.level != level) continue;
    auto name = context.role(holder.role);
    holders.push_back(holder.lead ? context.say(ReportWord::leads, {name}) : std::move(name));
  }
  return join(holders, ", ");
}

/// The regimes of the clauses that give the duty; none means all.
std::vector<RegimeId> regimes_of(const Handbook& handbook, const Duty& duty) {
  std::vector<RegimeId> regimes;
  for (const auto& clause : handbook.clauses) {
    if (clause.source != duty.source || clause.ref != duty.clause) continue;
    regimes.insert(regimes.end(), clause.regimes.begin(), clause.regimes.end());
  }
  return regimes;
}

std::string duty_table(ReportContext& context) {
  const auto day = context.period().last();
  const auto levels = levels_with_duties(context.handbook(), day);
  std::vector<std::string> columns{context.say(ReportWord::column_duty)};
  for (const auto* const level : levels)
    columns.push_back(markdown_text(level->name));
  std::vector<std::vector<std::string>> rows;
  for (const auto& duty : context.handbook().duties) {
    if (!is_valid_on(duty, day) || !concerns(regimes_of(context.handbook(), duty), context.scope()))
      continue;
    std::vector<std::string> row{markdown_text(duty.title)};
    for (const auto* const level : levels) {
      row.push_back(holders_text(context, duty, level->id));
      const bool is_demanded = std::ranges::find(duty.levels, level->id) != duty.levels.end();
      if (is_demanded && row.back().empty())
        context.deny(ReportWord::missing_responsible, {duty.id, duty.title, level->name});
    }
    rows.push_back(std::move(row));
  }
  return markdown_table(columns, rows);
}

std::string decision_table(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& decision : context.handbook().decisions) {
    if (!was_valid_in(decision, context.period()) || !concerns(decision.regimes, context.scope()))
      continue;
    rows.push_back({markdown_text(decision.title), context.role(decision.decider),
                    context.role(decision.delegated_by),
                    span_text(context, decision.valid_from, decision.valid_to)});
  }
  if (rows.empty()) context.miss(ReportWord::missing_decisions);
  return markdown_table(
      {context.say(ReportWord::column_decision), context.say(ReportWord::column_decider),
       context.say(ReportWord::column_delegated), context.say(ReportWord::column_valid)},
      rows);
}

/// The documents in force on the last day that say who answers for what: those that the handbook
/// counts as its content on responsibility, and those that decisions rest on.
std::string governing_text(const ReportContext& context) {
  std::vector<DocumentId> ids;
  for (const auto& content : context.handbook().settings.suggested_contents) {
    if (content.id == "responsibility")
      ids.insert(ids.end(), content.documents.begin(), content.documents.end());
  }
  for (const auto& decision : context.handbook().decisions) {
    if (was_valid_in(decision, context.period())) ids.push_back(decision.ref);
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<std::string> names;
  for (const auto& id : ids) {
    if (const auto unknown = unknown_text(context, id); !unknown.empty()) names.push_back(unknown);
    const auto* const revision = context.view().in_force(id);
    if (revision == nullptr) continue;
    const auto reference = std::string("[[").append(revision->key().document).append("@") +
                           std::to_string(revision->number) + "]]";
    names.push_back(
        context.say(ReportWord::revision_of, {reference, std::to_string(revision->number)}));
  }
  if (names.empty()) return {};
  return context.say(ReportWord::governed_by,
                     {context.period().last().to_string(), join(names, ", ")});
}

/// What changed in the unit's life during the period.
std::string unit_remark(const ReportContext& context, const OrgUnit& unit) {
  std::vector<std::string> remarks;
  const auto& period = context.period();
  if (unit.kind == UnitKind::contractor) remarks.push_back(context.say(ReportWord::contractor));
  if (unit.valid_from && period.from < *unit.valid_from)
    remarks.push_back(context.say(ReportWord::opened_on, {unit.valid_from->to_string()}));
  if (unit.valid_to && *unit.valid_to <= period.known_on)
    remarks.push_back(context.say(ReportWord::closed_on, {unit.valid_to->to_string()}));
  return join(remarks, ", ");
}

std::string unit_table(const ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [unit, last_day] :
       units_in_period(context.handbook(), context.period(), context.scope())) {
    rows.push_back({markdown_text(unit->name), context.role(unit->head),
                    context.unit(parent_on(*unit, last_day)), unit_remark(context, *unit)});
  }
  return markdown_table(
      {context.say(ReportWord::column_unit), context.say(ReportWord::column_head),
       context.say(ReportWord::column_parent), context.say(ReportWord::column_remark)},
      rows);
}

std::string agreement_text(ReportContext& context, const CollaborationPoint& point) {
  if (point.agreement.empty()) return {};
  auto name = context.entity(point.agreement);
  if (context.view().in_force(point.agreement) != nullptr) return name;
  if (auto unknown = unknown_text(context, point.agreement); !unknown.empty()) return unknown;
  context.deny(ReportWord::missing_agreement,
               {point.agreement, context.period().last().to_string()});
  return context.say(ReportWord::not_in_force, {name});
}

/// The regimes of the point's routine; none if it has no routine in force.
std::vector<RegimeId> regimes_of(const ReportContext& context, const CollaborationPoint& point) {
  const auto* const routine = context.view().in_force(point.routine);
  return routine == nullptr ? std::vector<RegimeId>() : routine->regimes;
}

const YearlyReport* find_report(const Handbook& handbook, ReportKind kind, int year) {
  const auto it = std::ranges::find_if(handbook.reports, [&](const YearlyReport& report) {
    return report.kind == kind && report.year == year;
  });
  return it == handbook.reports.end() ? nullptr : &*it;
}

std::string report_name(const ReportContext& context, ReportKind kind) {
  const auto* const key =
      kind == ReportKind::quality ? "@report.quality" : "@report.patient_safety";
  return slot_values_in({key}, context.language()).front();
}

}  // namespace

std::string overview_part(ReportContext& context) {
  const auto& period = context.period();
  std::vector<std::string> names;
  for (const auto& [unit, last_day] : units_in_period(context.handbook(), period, context.scope()))
    names.push_back(markdown_text(unit->name));
  auto covered = context.say(ReportWord::covers_none);
  if (names.size() == 1) covered = context.say(ReportWord::covers_one, {names.front()});
  if (names.size() > 1) {
    covered = context.say(ReportWord::covers, {std::to_string(names.size()), join(names, ", ")});
  }
  return paragraphs({context.say(ReportWord::basis,
                                 {period.from.to_string(), period.until.plus_days(-1).to_string(),
                                  period.known_on.to_string()}),
                     incomplete_text(context.view(), period.from, context.language()), covered});
}

std::string responsibility_part(ReportContext& context) {
  const auto& principal = context.handbook().settings.principal;
  return paragraphs(
      {principal.empty() ? std::string()
                         : context.say(ReportWord::principal, {context.unit(principal)}),
       governing_text(context), duty_table(context), decision_table(context), unit_table(context)});
}

std::string collaboration_part(ReportContext& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& point : context.handbook().collaboration_points) {
    if (!concerns(regimes_of(context, point), context.scope())) continue;
    rows.push_back({markdown_text(point.partner), markdown_text(point.purpose),
                    context.entity(point.routine), agreement_text(context, point)});
  }
  if (rows.empty()) return context.say(ReportWord::nothing_registered);
  return markdown_table(
      {context.say(ReportWord::column_partner), context.say(ReportWord::column_purpose),
       context.say(ReportWord::column_routine), context.say(ReportWord::column_agreement)},
      rows);
}

void check_report_row(ReportContext& context, ReportKind kind, int year) {
  const auto& handbook = context.handbook();
  const auto name = report_name(context, kind);
  const auto year_text = std::to_string(year);
  if (const auto* const report = find_report(handbook, kind, year)) {
    for (const auto* const unit : units_not_covered(handbook, *report, context.period().known_on))
      context.miss(ReportWord::missing_cover, {unit->name, report->id});
  } else {
    context.miss(ReportWord::missing_row, {year_text});
  }
  for (const auto& owed : handbook.contract_reports) {
    const bool is_received = owed.received_on && *owed.received_on <= context.period().known_on;
    if (owed.kind != kind || owed.year != year || is_received) continue;
    if (!is_known(context.view(), owed.due_on, "contract_reports")) continue;
    const auto* const unit = handbook.find_unit(owed.unit);
    context.miss(ReportWord::missing_contract, {unit == nullptr ? owed.unit : unit->name, name,
                                                year_text, owed.due_on.to_string()});
  }
}

std::string missing_part(const ReportContext& context) {
  if (context.missing().empty()) {
    const auto day = context.view().day();
    const auto unknown = incomplete_text(context.view(), day, context.language());
    return unknown.empty() ? context.say(ReportWord::nothing_missing) : unknown;
  }
  std::vector<std::string> lines;
  for (const auto& sentence : context.missing())
    lines.push_back(markdown_text(sentence));
  return markdown_list(lines);
}

}  // namespace handbok
