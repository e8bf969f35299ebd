#include "load/read_settings.hpp"

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
  policy.four_eyes = row.flag("four_eyes", true);
  policy.policy_from = row.date("policy_from");
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
  settings.review_horizon_days = root.number_or("review_horizon_days", 60);
  settings.in_review_days_max = root.number_or("in_review_days_max", 30);
  settings.source_check_months = root.number_or("source_check_months", 12);
}

}  // namespace

void read_settings(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  ReadScope scope("handbook.toml", Consequence::build_stopped, diagnostics);
  if (sources.find(scope.path()) == nullptr) {
    scope.report(Code::file_missing, {}, {scope.path()});
    return;
  }
  const auto table = read_toml_file(sources, scope);
  if (!table) return;
  TableReader root(*table, scope);
  read_handbook_keys(root, handbook.settings);
  read_register(root, "level", [&](TableReader& row) {
    handbook.settings.levels.push_back({row.required_text("id"), row.required_text("name")});
  });
  read_register(root, "regime", [&](TableReader& row) {
    handbook.settings.regimes.push_back({row.required_text("id"), row.required_text("name")});
  });
  read_register(root, "type", [&](TableReader& row) { handbook.types.push_back(read_type(row)); });
  root.finish();
}

}  // namespace handbok
