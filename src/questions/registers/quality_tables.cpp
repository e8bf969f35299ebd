#include "questions/registers/quality_tables.hpp"

#include "questions/registers/value_cells.hpp"

namespace handbok {
namespace {

std::string_view name_of(FindingKind kind) {
  return kind == FindingKind::good_practice ? "good_practice" : "shortcoming";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fit:
      return "fit";
    case Verdict::unfit:
      return "unfit";
    case Verdict::none:
      break;
  }
  return "none";
}

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::no_routine:
      return "no_routine";
    case Cause::not_followed:
      return "not_followed";
    case Cause::resources:
      return "resources";
    case Cause::competence:
      return "competence";
    case Cause::discrimination:
      return "discrimination";
    case Cause::other:
      return "other";
    case Cause::unknown:
      break;
  }
  return "unknown";
}

std::string_view name_of(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::minutes:
      return "minutes";
    case EvidenceKind::workplace_meeting:
      return "workplace_meeting";
    case EvidenceKind::yearly_report:
      return "yearly_report";
    case EvidenceKind::internal_control:
      return "internal_control";
    case EvidenceKind::self_check:
      return "self_check";
    case EvidenceKind::case_series:
      return "case_series";
  }
  return {};
}

std::string_view name_of(RolloutMeasure measure) {
  switch (measure) {
    case RolloutMeasure::information:
      return "information";
    case RolloutMeasure::training:
      return "training";
    case RolloutMeasure::practice:
      return "practice";
    case RolloutMeasure::feedback:
      return "feedback";
  }
  return {};
}

/// "SOSFS 2011:9 4:4".
std::string clause_text(const Handbook& handbook, const SourceId& id, const std::string& clause) {
  if (clause.empty()) return {};
  const auto* const source = handbook.find_source(id);
  return (source == nullptr ? id : source->number) + " " + clause;
}

}  // namespace

ValueTable findings_table(const DayView& view) {
  ValueTable table{{"id", "text", "kind", "source", "source_id", "found_on", "about", "verdict",
                    "decision", "cause"},
                   {}};
  for (const auto& finding : view.handbook().findings) {
    if (view.day() < finding.found_on) continue;
    table.rows.push_back(
        {finding.id, finding.text, name_of(finding.kind), text_value(finding.source),
         text_value(finding.source_id), finding.found_on.to_string(), text_value(finding.about),
         name_of(finding.verdict), text_value(finding.decision), name_of(finding.cause)});
  }
  return table;
}

ValueTable methods_table(const DayView& view) {
  ValueTable table{{"id", "name", "use", "principles", "basis", "documents"}, {}};
  for (const auto& method : view.handbook().methods) {
    table.rows.push_back({method.id, method.name, text_value(method.use),
                          text_value(method.principles), text_value(method.basis),
                          list_value(method.documents)});
  }
  return table;
}

ValueTable information_sources_table(const DayView& view) {
  ValueTable table{{"id", "kind", "name", "owner", "period", "kept_at", "used_in"}, {}};
  for (const auto& source : view.handbook().information_sources) {
    table.rows.push_back({source.id, text_value(source.kind), source.name, text_value(source.owner),
                          text_value(source.period), text_value(source.kept_at),
                          list_value(source.used_in)});
  }
  return table;
}

ValueTable external_systems_table(const DayView& view) {
  ValueTable table{{"id", "name", "holds", "url"}, {}};
  for (const auto& system : view.handbook().external_systems) {
    table.rows.push_back(
        {system.id, system.name, text_value(system.holds), text_value(system.url)});
  }
  return table;
}

ValueTable evidence_table(const DayView& view) {
  ValueTable table{{"id", "kind", "title", "unit", "kept_at", "from", "to", "requirements"}, {}};
  for (const auto& reference : view.handbook().evidence) {
    if (reference.from && view.day() < *reference.from) continue;
    table.rows.push_back({reference.id, name_of(reference.kind), reference.title,
                          text_value(reference.unit), text_value(reference.kept_at),
                          day_value(reference.from), day_value(reference.to),
                          list_value(reference.requirements)});
  }
  return table;
}

ValueTable rollouts_table(const DayView& view) {
  ValueTable table{
      {"id", "document", "unit", "measure", "responsible", "due_on", "done_on", "note"}, {}};
  for (const auto& rollout : view.handbook().rollouts) {
    const bool is_done = rollout.done_on && *rollout.done_on <= view.day();
    table.rows.push_back({rollout.id, rollout.document, text_value(rollout.unit),
                          name_of(rollout.measure), text_value(rollout.responsible),
                          day_value(rollout.due_on), is_done ? day_value(rollout.done_on) : Json(),
                          text_value(rollout.note)});
  }
  return table;
}

ValueTable terms_table(const DayView& view) {
  ValueTable table{{"id", "term", "definition", "source", "synonyms", "deprecated"}, {}};
  for (const auto& term : view.handbook().terms) {
    table.rows.push_back({term.id, term.term, text_value(term.definition), text_value(term.source),
                          list_value(term.synonyms), list_value(term.deprecated)});
  }
  return table;
}

ValueTable clauses_table(const DayView& view) {
  ValueTable table{{"clause", "title", "force", "regimes"}, {}};
  for (const auto& clause : view.handbook().clauses) {
    table.rows.push_back({clause_text(view.handbook(), clause.source, clause.ref), clause.title,
                          clause.force == ClauseForce::advice ? "advice" : "binding",
                          list_value(clause.regimes)});
  }
  return table;
}

ValueTable waivers_table(const DayView& view) {
  ValueTable table{{"id", "clause", "units", "decided_by", "ref", "decided_on", "valid_from",
                    "valid_until", "conditions"},
                   {}};
  for (const auto& waiver : view.handbook().waivers) {
    if (waiver.decided_on && view.day() < *waiver.decided_on) continue;
    table.rows.push_back(
        {waiver.id, text_value(clause_text(view.handbook(), waiver.source, waiver.clause)),
         list_value(waiver.units), text_value(waiver.decided_by), text_value(waiver.ref),
         day_value(waiver.decided_on), day_value(waiver.valid_from), day_value(waiver.valid_to),
         text_value(waiver.conditions)});
  }
  return table;
}

}  // namespace handbok
