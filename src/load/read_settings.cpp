#include "load/read_settings.hpp"

#include <algorithm>

#include "diag/code_names.hpp"
#include "load/assurance.hpp"
#include "load/plan_kind.hpp"
#include "load/redact.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

ApprovalPolicy read_policy(TableReader& row) {
  ApprovalPolicy policy;
  policy.levels = row.texts("levels");
  policy.regimes = row.texts("regimes");
  policy.drafts = row.texts("drafts");
  policy.consults = row.texts("consults");
  for (auto& consultation : row.tables("consults_by_regime")) {
    policy.consults_by_regime.push_back(
        {consultation.required_text("regime"), consultation.texts("roles")});
    consultation.finish();
  }
  policy.consults_base_owner = row.flag("consults_base_owner", false);
  policy.reviews = row.texts("reviews");
  policy.approves = row.texts("approves");
  policy.approves_editorial = row.texts("approves_editorial");
  policy.four_eyes = row.flag("four_eyes", true);
  policy.policy_from = row.date("policy_from");
  policy.assurance = read_assurance(row, "assurance");
  policy.review_assurance = read_assurance(row, "review_assurance");
  policy.assurance_from = row.date("assurance_from");
  row.finish();
  return policy;
}

DocumentType read_type(TableReader& row) {
  DocumentType type;
  type.id = row.required_text("id");
  type.name = row.required_text("name");
  type.name_plural = row.required_text("name_plural");
  type.sections = row.texts("sections");
  type.review_months = row.number_or("review_months", 0);
  type.bounded = row.flag("bounded", false);
  type.is_routine = row.flag("routine", false);
  type.is_process = row.flag("process", false);
  type.is_agreement = row.flag("agreement", false);
  type.needs_audience = row.flag("needs_audience", true);
  type.method_section = row.text("method_section");
  type.responsibility_section = row.text("responsibility_section");
  for (auto& policy : row.tables("policy"))
    type.policies.push_back(read_policy(policy));
  return type;
}

void read_handbook_keys(TableReader& root, Settings& settings) {
  settings.title = root.required_text("title");
  settings.short_title = root.text("short_title");
  if (settings.short_title.empty()) settings.short_title = settings.title;
  settings.language = root.text("language");
  if (settings.language.empty()) settings.language = "sv";
  settings.principal = root.required_text("principal");
  settings.adopted_by = root.text("adopted_by");
  settings.complaints = root.text("complaints");
  settings.contact = root.text("contact");
  settings.registrar = root.text("registrar");
  settings.review_horizon_days = root.number_or("review_horizon_days", 60);
  settings.in_review_days_max = root.number_or("in_review_days_max", 30);
  settings.source_check_months = root.number_or("source_check_months", 12);
}

RiskScale read_scale(TableReader& row) {
  RiskScale scale;
  scale.id = row.required_text("id");
  scale.exercises = row.texts("exercises");
  scale.probability = row.texts("probability");
  scale.consequence = row.texts("consequence");
  for (auto& band : row.tables("band")) {
    scale.bands.push_back({band.required_text("name"), band.number_or("up_to", 0)});
    band.finish();
  }
  scale.threshold = row.number_or("threshold", 0);
  scale.floor_consequence = row.number_or("floor_consequence", 0);
  scale.floor_band = row.text("floor_band");
  scale.location = row.location();
  return scale;
}

/// A divisor of 12, so that periods begin anew each January; 4 if the text says something else.
int period_months(TableReader& row) {
  constexpr int months_in_a_year = 12;
  constexpr int tertial = 4;
  const int months = row.number_or("period_months", tertial);
  return months > 0 && months_in_a_year % months == 0 ? months : tertial;
}

void read_compilation_rule(TableReader& root, CompilationRule& rule) {
  for (auto& row : root.tables("compilations")) {
    rule.prefix = row.required_text("prefix");
    rule.period_months = period_months(row);
    rule.ready_after_months = row.number_or("ready_after_months", 1);
    rule.from = row.required_date("from");
    rule.unit = row.text("unit");
    rule.owner = row.text("owner");
    row.finish();
  }
}

void read_yearly_demands(TableReader& root, YearlyDemands& yearly) {
  for (auto& row : root.tables("yearly")) {
    yearly.location = row.location();
    yearly.from = row.required_date("from");
    for (auto& plan : row.tables("plan")) {
      yearly.plans.push_back(read_plan_kind(plan));
      plan.finish();
    }
    yearly.quality_report_month = row.number_or("quality_report_month", 0);
    yearly.quality_report_day = row.number_or("quality_report_day", 0);
    yearly.safety_report_regimes = row.texts("safety_report_regimes");
    yearly.safety_report_month = row.number_or("safety_report_month", 3);
    yearly.safety_report_day = row.number_or("safety_report_day", 1);
    yearly.review_every_months = row.number_or("review_every_months", 12);
    row.finish();
  }
}

/// What the handbook must cover besides its mandatory topics.
void read_coverage(TableReader& root, Settings& settings) {
  read_register(root, "content", [&](TableReader& row) {
    settings.suggested_contents.push_back({row.required_text("id"), row.required_text("name"),
                                           row.texts("topics"), row.texts("documents"),
                                           row.location()});
  });
  read_register(root, "complaint_source", [&](TableReader& row) {
    settings.complaint_sources.push_back({row.required_text("id"), row.required_text("name"),
                                          row.texts("covered_by"), row.location()});
  });
}

void read_severities(TableReader& root, Settings& settings) {
  for (auto& row : root.tables("severity")) {
    SeverityChoice choice;
    choice.code = row.required_text("code");
    choice.severity = row.choice<Severity>(
        "severity", {{"warning", Severity::warning}, {"note", Severity::note}});
    choice.location = row.location();
    settings.severities.push_back(std::move(choice));
    row.finish();
  }
}

/// A scope that cannot be read shows nothing, and is reported.
std::optional<AudienceScope> read_scope_name(const std::string& name, TableReader& row) {
  if (name == "internal") return AudienceScope::internal;
  if (name == "external") return AudienceScope::external;
  if (name == "restricted") return AudienceScope::restricted;
  row.scope().report(Code::toml_invalid_value, row.position_of("shows"), {"shows", name},
                     {"internal, external, restricted"});
  return std::nullopt;
}

/// A profile is named in the ledger, which has one way to write a text and escapes nothing.
bool is_plain(std::string_view name) {
  return std::ranges::none_of(name, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\\' || c == '\x7f';
  });
}

Profile read_profile(TableReader& row) {
  Profile profile;
  profile.id = row.required_text("id");
  if (!is_plain(profile.id)) {
    row.scope().report(Code::toml_invalid_value, row.position_of("id"), {"id", profile.id},
                       {"a-z, 0-9, -"});
  }
  for (const auto& name : row.texts("shows")) {
    if (const auto scope = read_scope_name(name, row)) profile.shows.push_back(*scope);
  }
  profile.pages = row.texts("pages");
  return profile;
}

}  // namespace

void read_settings(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  ReadScope scope("handbook.toml", Consequence::build_stopped, diagnostics);
  if (sources.find(scope.path()) == nullptr) {
    scope.report(Code::file_missing, {}, {scope.path()});
    return;
  }
  auto table = read_toml_file(sources, scope);
  if (!table) return;
  redact_identity_numbers(*table, scope);
  TableReader root(*table, scope);
  read_handbook_keys(root, handbook.settings);
  read_register(root, "level", [&](TableReader& row) {
    handbook.settings.levels.push_back({row.required_text("id"), row.required_text("name")});
  });
  read_register(root, "regime", [&](TableReader& row) {
    handbook.settings.regimes.push_back({row.required_text("id"), row.required_text("name")});
  });
  read_register(root, "type", [&](TableReader& row) { handbook.types.push_back(read_type(row)); });
  read_register(root, "risk_scale", [&](TableReader& row) {
    handbook.settings.risk_scales.push_back(read_scale(row));
  });
  read_register(root, "topic", [&](TableReader& row) {
    handbook.settings.mandatory_topics.push_back(
        {row.required_text("id"), row.required_text("name"), row.texts("regimes"), row.location()});
  });
  read_register(root, "profile",
                [&](TableReader& row) { handbook.settings.profiles.push_back(read_profile(row)); });
  read_coverage(root, handbook.settings);
  read_compilation_rule(root, handbook.settings.compilations);
  read_yearly_demands(root, handbook.settings.yearly);
  read_severities(root, handbook.settings);
  root.finish();
}

}  // namespace handbok
