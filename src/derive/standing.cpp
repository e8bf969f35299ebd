#include "derive/standing.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/organisation.hpp"
#include "derive/reach.hpp"
#include "derive/topics.hpp"

namespace handbok {
namespace {

std::vector<std::string> in_force_of(const std::vector<EvidenceDay>& evidence) {
  std::vector<std::string> ids;
  for (const auto& one : evidence) {
    if (one.state == DocumentState::in_force) ids.push_back(one.document);
  }
  return ids;
}

/// True if one of the references is the other, or a part of it.
bool overlaps(std::string_view a, std::string_view b) {
  const auto shorter = std::min(a.size(), b.size());
  return a.substr(0, shorter) == b.substr(0, shorter) &&
         (a.size() == b.size() || (a.size() > b.size() ? a : b)[shorter] == ' ');
}

/// True if the finding's rule is the clause, its section or a part of it. A rule may name two
/// clauses: "SOSFS 2011:9 4:5–4:6".
bool serves(const Diagnostic& finding, std::string_view number, std::string_view clause) {
  const auto rule = info_of(finding.code).clause;
  const bool is_of_source =
      !clause.empty() && rule.starts_with(number) && rule.substr(number.size()).starts_with(' ');
  if (!is_of_source) return false;
  const auto refs = rule.substr(number.size() + 1);
  constexpr std::string_view dash = "–";
  const auto middle = refs.find(dash);
  return overlaps(refs.substr(0, middle), clause) ||
         (middle != std::string_view::npos && overlaps(refs.substr(middle + dash.size()), clause));
}

/// True if an error keeps readers from a text in force that shows what the row demands.
bool withholds_evidence(const DayView& view, const Diagnostic& finding, const Requirement* row) {
  if (row == nullptr || finding.severity != Severity::error || !finding.revision) return false;
  const auto* const text = view.in_force(finding.revision->document);
  return text != nullptr && text->number == finding.revision->number &&
         (includes(row->evidence, text->document) ||
          std::ranges::any_of(text->relations, [&](const Relation& relation) {
            return relation.kind == RelationKind::replaces_locally &&
                   includes(row->evidence, relation.document);
          }));
}

/// The text that the finding is about, or one that stands for its document; nullptr: it is about
/// none.
const Revision* text_of(const DayView& view, const Diagnostic& finding) {
  const auto* const document = view.find(document_of(finding));
  if (document == nullptr || document->document->revisions.empty()) return nullptr;
  const auto* const text =
      finding.revision ? document->document->find(finding.revision->number) : document->shown;
  return text == nullptr ? &document->document->revisions.back() : text;
}

/// The units of our own with cells in which a finding is told: those that it names and that its
/// text applies to. Nothing is lost: what concerns a staff unit or one that has closed is told
/// where the unit above it works, and else everywhere.
std::vector<const OrgUnit*> units_told(const DayView& view, const Diagnostic& finding) {
  const auto& units = view.units();
  const auto* const text = text_of(view, finding);
  const auto those = [&](const std::set<std::string_view>& named, bool is_of_text) {
    std::vector<const OrgUnit*> found;
    for (const auto& unit : view.handbook().units) {
      const bool is_meant = named.empty() || is_within_one(units, unit, named);
      if (is_meant && units.is_operative(unit) && (!is_of_text || applies(view, *text, unit)))
        found.push_back(&unit);
    }
    return found;
  };
  std::set<std::string_view> named(finding.units.begin(), finding.units.end());
  if (text != nullptr && named.contains(text->unit)) named.clear();  // its reach says where
  auto found = those(named, text != nullptr);
  if (!found.empty()) return found;
  std::set<std::string_view> above;
  for (const auto& id : finding.units) {
    const auto* const unit = view.handbook().find_unit(id);
    const auto* const working = unit == nullptr ? nullptr : at_work(units, *unit);
    if (working != nullptr) above.insert(working->id);
  }
  return those(above, false);
}

/// Where it would stand that the thing was done (is_known).
std::string_view places_of(ThingKind kind) {
  constexpr auto registers = std::to_array<std::pair<ThingKind, std::string_view>>(
      {{ThingKind::self_check, "self_checks"},
       {ThingKind::rollout, "rollouts"},
       {ThingKind::risk, "risks actions self_checks control_items"},
       {ThingKind::reading, "goals"},
       {ThingKind::yearly_report, "reports"},
       {ThingKind::contract_report, "contract_reports"}});
  const auto* const found =
      std::ranges::find(registers, kind, &std::pair<ThingKind, std::string_view>::first);
  return found == registers.end() ? "texts" : found->second;
}

}  // namespace

std::optional<Standing> standing_of(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::covered:
    case RequirementStatus::waived: return Standing::shown;
    case RequirementStatus::partly: return Standing::faulty;
    case RequirementStatus::gap: return Standing::missing;
    case RequirementStatus::not_known: return Standing::unknown;
    case RequirementStatus::not_applicable:
    case RequirementStatus::advice_unused: return std::nullopt;
  }
  return std::nullopt;
}

Standing as_known(const DayView& view, Standing standing, std::string_view places,
                  std::optional<Date> day) {
  if (standing != Standing::missing) return standing;
  return is_known(view, day.value_or(view.day()), places) ? standing : Standing::unknown;
}

bool has_standing(const DayView& view, const OrgUnit& unit) {
  if (unit.kind == UnitKind::own) return view.units().is_operative(unit);
  return exists_on(unit, view.day()) && !view.units().has_children(unit);
}

Standings::Standings(const DayView& view, const std::vector<const Diagnostic*>& findings)
    : view_(&view) {
  const auto& handbook = view.handbook();
  for (const auto& unit : handbook.units) {
    if (has_standing(view, unit)) units_.push_back(&unit);
  }
  for (const auto& placed : requirements_in_order(view))
    add_row({question_about(view, *placed.requirement), placed.requirement}, findings);
  for (const auto* const clause : clauses_without_rows(view))
    add_row({question_about(view, *clause)}, findings);
  demands_ = demands_on(view, units_);
  for (std::size_t i = 0; i < demands_.size(); ++i) {
    for (const auto* const unit : demands_[i].units)
      demanded_of_[unit].push_back(i);
  }
}

void Standings::add_row(Row row, const std::vector<const Diagnostic*>& findings) {
  const auto& source_id =
      row.requirement == nullptr ? row.question.clause->source : row.requirement->source;
  const auto& clause =
      row.requirement == nullptr ? row.question.clause->ref : row.requirement->clause;
  const auto* const source = view_->handbook().find_source(source_id);
  for (const auto* const finding : findings) {
    const bool is_served = source != nullptr && serves(*finding, source->number, clause);
    if (!is_served && !withholds_evidence(*view_, *finding, row.requirement)) continue;
    row.findings.push_back(finding);
    const auto [told, is_new] = told_in_.try_emplace(finding);
    if (!is_new) continue;
    told->second = units_told(*view_, *finding);
    std::ranges::sort(told->second);
  }
  rows_.push_back(std::move(row));
}

const Standings::Row* Standings::find(const Requirement& requirement) const {
  const auto row = std::ranges::find(rows_, &requirement, &Row::requirement);
  return row == rows_.end() ? nullptr : &*row;
}

const std::vector<const Diagnostic*>& Standings::findings_of(const Requirement& requirement) const {
  static const std::vector<const Diagnostic*> none;
  const auto* const row = find(requirement);
  return row == nullptr ? none : row->findings;
}

void Standings::add_requirement(std::vector<StandingCell>& cells, const Row& row,
                                const OrgUnit& unit) const {
  const auto state = requirement_in(*view_, row.question, unit);
  const auto standing = state ? standing_of(state->status) : std::nullopt;
  if (!standing) return;
  const auto* const requirement = row.requirement;
  const auto* const clause = row.question.clause;
  StandingCell cell{
      .kind = requirement == nullptr ? ThingKind::clause : ThingKind::requirement,
      .thing = requirement == nullptr ? clause->source + "/" + clause->ref : requirement->id,
      .title = requirement == nullptr ? clause->title
                                      : requirement_title(view_->handbook(), *requirement),
      .unit = &unit,
      .standing = *standing,
      .shown_by = in_force_of(state->evidence)};
  for (const auto* const one : state->rows) {
    const auto note = trim(one->evidence_note);
    if (!note.empty() && cell.standing != Standing::unknown) cell.shown_by.emplace_back(note);
  }
  if (state->waiver != nullptr) cell.shown_by.push_back(state->waiver->id);
  for (const auto* const finding : row.findings) {
    if (std::ranges::binary_search(told_in_.at(finding), &unit)) cell.findings.push_back(finding);
  }
  if (cell.standing == Standing::shown && !cell.findings.empty()) cell.standing = Standing::faulty;
  cells.push_back(std::move(cell));
}

void Standings::add_topic(std::vector<StandingCell>& cells, const Topic& topic,
                          const OrgUnit& unit) const {
  const auto standing = topic_in(*view_, topic, unit);
  if (!standing) return;
  StandingCell cell{.kind = ThingKind::topic,
                    .thing = topic.id,
                    .title = topic.name,
                    .unit = &unit,
                    .standing = *standing,
                    .shown_by = {}};
  for (const auto* const routine : routines_about(*view_, topic.id)) {
    const auto* const text = followed_in(*view_, *routine, unit);
    if (text != nullptr && !includes(cell.shown_by, text->document))
      cell.shown_by.push_back(text->document);
  }
  cells.push_back(std::move(cell));
}

void Standings::add_complaints(std::vector<StandingCell>& cells, const ComplaintSource& source,
                               const OrgUnit& unit) const {
  cells.push_back({.kind = ThingKind::complaints,
                   .thing = source.id,
                   .title = source.name,
                   .unit = &unit,
                   .standing = complaints_in(*view_, source, unit),
                   .shown_by = in_force_of(evidence_in(*view_, source.covered_by, &unit))});
}

void Standings::add_activities(std::vector<StandingCell>& cells, const OrgUnit& unit) const {
  for (const auto& document : view_->documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || !revision->process) continue;
    for (const auto& node : revision->process->nodes) {
      const auto standing = activity_in(*view_, *revision, node, unit);
      if (!standing) continue;
      cells.push_back({.kind = ThingKind::activity,
                       .thing = revision->document + "/" + node.id,
                       .title = node.label,
                       .unit = &unit,
                       .standing = *standing,
                       .shown_by = in_force_of(evidence_in(*view_, node.routines, &unit))});
    }
  }
}

/// What is answered stands as its answer says; what is not is missing once its day has passed.
void Standings::add_demands(std::vector<StandingCell>& cells, const OrgUnit& unit) const {
  const auto places = demanded_of_.find(&unit);
  if (places == demanded_of_.end()) return;
  for (const auto place : places->second) {
    const auto& demand = demands_[place];
    auto answer = demand.answer_in(unit);
    if (!answer && demand.due && view_->day() <= *demand.due) continue;
    cells.push_back(
        {.kind = demand.kind,
         .thing = demand.thing,
         .title = demand.title,
         .unit = &unit,
         .standing = answer ? answer->standing
                            : as_known(*view_, Standing::missing, places_of(demand.kind),
                                       demand.lacking_on),
         .shown_by = answer ? std::move(answer->shown_by) : std::vector<std::string>()});
  }
}

std::vector<StandingCell> Standings::of(const OrgUnit& unit) const {
  std::vector<StandingCell> cells;
  if (std::ranges::find(units_, &unit) == units_.end()) return cells;
  if (unit.kind == UnitKind::own) {
    for (const auto& row : rows_)
      add_requirement(cells, row, unit);
    for (const auto& topic : view_->handbook().settings.mandatory_topics)
      add_topic(cells, topic, unit);
    for (const auto& source : view_->handbook().settings.complaint_sources)
      add_complaints(cells, source, unit);
    add_activities(cells, unit);
  }
  add_demands(cells, unit);
  return cells;
}

std::vector<StandingCell> Standings::of(const Requirement& requirement) const {
  std::vector<StandingCell> cells;
  const auto* const row = find(requirement);
  if (row == nullptr) return cells;
  for (const auto* const unit : units_) {
    if (unit->kind == UnitKind::own) add_requirement(cells, *row, *unit);
  }
  return cells;
}

std::vector<StandingCell> Standings::of(const Topic& topic) const {
  std::vector<StandingCell> cells;
  for (const auto* const unit : units_) {
    if (unit->kind == UnitKind::own) add_topic(cells, topic, *unit);
  }
  return cells;
}

std::vector<StandingCell> Standings::of(const ComplaintSource& source) const {
  std::vector<StandingCell> cells;
  for (const auto* const unit : units_) {
    if (unit->kind == UnitKind::own) add_complaints(cells, source, *unit);
  }
  return cells;
}

Standing complaints_in(const DayView& view, const ComplaintSource& source, const OrgUnit& unit) {
  const auto status = evidence_status(evidence_in(view, source.covered_by, &unit), false);
  return as_known(view, standing_of(status).value_or(Standing::missing));
}

std::optional<Standing> topic_in(const DayView& view, const Topic& topic, const OrgUnit& unit) {
  if (!topic.regimes.empty() && !shares_any(unit.regimes, topic.regimes)) return std::nullopt;
  const auto applies = [&](const Revision* routine) {
    return reaches(view.units(), *routine, unit);
  };
  if (std::ranges::any_of(routines_about(view, topic.id), applies)) return Standing::shown;
  const auto may_cover = [&](const MissingHistory& missing) {
    const auto* const type = view.handbook().find_type(missing.held->type);
    return type != nullptr && type->is_routine &&
           std::ranges::find(missing.held->topics, topic.id) != missing.held->topics.end();
  };
  const bool may_be = std::ranges::any_of(missing_documents(view, &unit), may_cover);
  return as_known(view, may_be ? Standing::unknown : Standing::missing);
}

std::optional<Standing> activity_in(const DayView& view, const Revision& process,
                                    const ProcessNode& node, const OrgUnit& unit) {
  const auto lies_within = [&](const UnitId& top) { return view.units().is_within(unit, top); };
  const bool is_made =
      node.kind == StepKind::activity && applies(view, process, unit) &&
      (node.performed_in.empty() || std::ranges::any_of(node.performed_in, lies_within));
  if (!is_made) return std::nullopt;
  const auto status = evidence_status(evidence_in(view, node.routines, &unit),
                                      !trim(node.no_routine_reason).empty());
  const auto standing = standing_of(status);
  return standing ? std::optional(as_known(view, *standing)) : std::nullopt;
}

}  // namespace handbok
