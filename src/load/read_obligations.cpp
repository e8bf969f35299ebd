#include "load/read_quality.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

/// "sosfs-2011-9/5:3" as a source and a clause.
void read_clause_key(TableReader& row, SourceId& source, std::string& clause) {
  const auto key = row.text("clause");
  const auto slash = key.find('/');
  source = key.substr(0, slash);
  if (slash != std::string::npos) clause = key.substr(slash + 1);
}

std::optional<Inapplicability> read_inapplicability(TableReader& row) {
  std::optional<Inapplicability> result;
  for (auto& table : row.tables("not_applicable")) {
    result = Inapplicability{table.text("reason"), table.text("decided_by"),
                             table.date("decided_on"), table.texts("units")};
    table.finish();
  }
  return result;
}

Requirement read_requirement(TableReader& row) {
  Requirement requirement;
  requirement.id = row.required_text("id");
  requirement.origin =
      row.choice<RequirementOrigin>("origin", {{"law", RequirementOrigin::law},
                                               {"own", RequirementOrigin::own},
                                               {"user", RequirementOrigin::user},
                                               {"contract", RequirementOrigin::contract},
                                               {"standard", RequirementOrigin::standard}});
  read_clause_key(row, requirement.source, requirement.clause);
  requirement.text = row.text("text");
  requirement.evidence = row.texts("evidence");
  requirement.evidence_note = row.text("evidence_note");
  requirement.followed_up_by = row.texts("followed_up_by");
  for (auto& table : row.tables("responsible")) {
    requirement.responsible.push_back({table.required_text("role"), table.flag("lead", false)});
    table.finish();
  }
  requirement.not_applicable = read_inapplicability(row);
  requirement.valid_from = row.date("valid_from");
  requirement.valid_to = row.date("valid_to");
  requirement.location = row.location();
  return requirement;
}

Waiver read_waiver(TableReader& row) {
  Waiver waiver;
  waiver.id = row.required_text("id");
  read_clause_key(row, waiver.source, waiver.clause);
  waiver.units = row.texts("units");
  waiver.decided_by = row.required_text("decided_by");
  waiver.ref = row.text("ref");
  waiver.decided_on = row.date("decided_on");
  waiver.valid_from = row.date("valid_from");
  waiver.valid_to = row.date("valid_to");
  waiver.conditions = row.text("conditions");
  waiver.location = row.location();
  return waiver;
}

Duty read_duty(TableReader& row) {
  Duty duty;
  duty.id = row.required_text("id");
  duty.title = row.required_text("title");
  read_clause_key(row, duty.source, duty.clause);
  if (row.has("system")) duty.system = row.text("system");
  duty.levels = row.texts("levels");
  for (auto& table : row.tables("responsible")) {
    duty.responsible.push_back(
        {table.required_text("level"), table.required_text("role"), table.flag("lead", false)});
    table.finish();
  }
  duty.participates = row.texts("participates");
  duty.valid_from = row.date("valid_from");
  duty.valid_to = row.date("valid_to");
  duty.location = row.location();
  return duty;
}

DecisionAuthority read_decision(TableReader& row) {
  DecisionAuthority decision;
  decision.id = row.required_text("id");
  decision.title = row.required_text("title");
  decision.decider = row.text("decider");
  decision.delegated_by = row.text("delegated_by");
  decision.report_to = row.text("report_to");
  decision.ref = row.text("ref");
  decision.regimes = row.texts("regimes");
  decision.valid_from = row.date("valid_from");
  decision.valid_to = row.date("valid_to");
  decision.location = row.location();
  return decision;
}

ReportingDuty read_reporting_duty(TableReader& row) {
  ReportingDuty duty;
  duty.id = row.required_text("id");
  duty.title = row.required_text("title");
  duty.regimes = row.texts("regimes");
  duty.first = row.text("first");
  duty.what = row.required_text("what");
  duty.when = row.required_text("when");
  duty.who = row.texts("who");
  duty.to = row.texts("to");
  duty.otherwise = row.text("otherwise");
  duty.topics = row.texts("topics");
  duty.system = row.text("system");
  duty.investigated_by = row.texts("investigated_by");
  duty.decisions = row.texts("decisions");
  duty.law = row.texts("law");
  duty.valid_from = row.date("valid_from");
  duty.valid_to = row.date("valid_to");
  duty.location = row.location();
  return duty;
}

Service read_service(TableReader& row) {
  Service service;
  service.id = row.required_text("id");
  service.name = row.required_text("name");
  service.description = row.text("description");
  service.regimes = row.texts("regimes");
  service.units = row.texts("units");
  service.processes = row.texts("processes");
  service.location = row.location();
  return service;
}

}  // namespace

void read_obligations(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  read_rows(sources, diagnostics, {"requirements", "requirement"}, handbook.requirements,
            read_requirement);
  read_rows(sources, diagnostics, {"waivers", "waiver"}, handbook.waivers, read_waiver);
  read_rows(sources, diagnostics, {"duties", "duty"}, handbook.duties, read_duty);
  read_rows(sources, diagnostics, {"decisions", "decision"}, handbook.decisions, read_decision);
  read_rows(sources, diagnostics, {"reporting_duties", "reporting_duty"}, handbook.reporting_duties,
            read_reporting_duty);
  read_rows(sources, diagnostics, {"services", "service"}, handbook.services, read_service);
}

}  // namespace handbok
