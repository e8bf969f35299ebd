// "Iakttagelser" and "Goda exempel": what somebody saw, what it is about and what was decided
// (SOSFS 2011:9, 5 kap. 8 §).
#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "model/references.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// What the finding comes from, if its row names no id.
Html source_html(const Finding& finding, const LinkScope& scope) {
  if (!finding.source_id.empty()) return entity_html(finding.source_id, scope);
  const std::pair<std::string_view, Word> sources[] = {
      {"self_check", Word::due_self_check},       {"risk", Word::risk_event},
      {"compilation", Word::due_compilation},     {"report", Word::finding_report},
      {"review", Word::finding_review},           {"audit", Word::finding_audit},
      {"supervision", Word::finding_supervision},
  };
  for (const auto& [name, word] : sources) {
    if (finding.source == name) return text_html(scope.site.words()[word]);
  }
  return text_html(finding.source);
}

Html verdict_html(Verdict verdict, const WordTable& words) {
  if (verdict == Verdict::none) return {};
  return text_html(words[verdict == Verdict::fit ? Word::verdict_fit : Word::verdict_unfit]);
}

/// "RUT-001 revision 3", "RUT-001 utgåva 3" and "RUT-001@3" name a revision.
std::optional<DocumentReference> named_revision(std::string_view decision) {
  const auto id = decision.substr(0, decision.find_first_of(" @"));
  const auto number = decision.substr(decision.find_last_of(" @") + 1);
  if (id.size() == decision.size() || !is_document_id(id)) return std::nullopt;
  const auto reference = parse_document_reference(std::string(id).append("@").append(number));
  return reference && reference->revision ? reference : std::nullopt;
}

/// What the row says was decided. A revision that readers may not know of gives nothing.
Html said_html(const Finding& finding, const LinkScope& scope) {
  const auto reference = named_revision(finding.decision);
  if (!reference) return entity_html(finding.decision, scope);
  const auto number = std::to_string(*reference->revision);
  auto target = document_target(reference->document + "@" + number, scope);
  if (target.href.empty()) return {};
  target.text = scope.site.words().fill(Word::finding_revision, {target.text, number});
  return target_html(target, scope.site.words());
}

/// What was decided: what the row says, and the actions and revisions that say they answer it.
Html decision_html(const Finding& finding, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  const auto day = scope.site.view().day();
  std::vector<Html> lines{said_html(finding, scope)};
  const bool is_revision_said = named_revision(finding.decision).has_value();
  for (const auto& action : handbook.actions) {
    const bool is_answer = action.origin == ActionOrigin::finding &&
                           action.origin_id == finding.id && action.id != finding.decision;
    if (is_answer && is_known_on(action, day)) lines.push_back(entity_html(action.id, scope));
  }
  for (const auto& document : scope.site.view().documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || is_revision_said) continue;
    const auto& reasons = revision->revises_because;
    if (std::ranges::find(reasons, finding.id) != reasons.end())
      lines.push_back(entity_html(revision->document, scope));
  }
  const auto html = lines_html(lines);
  const bool is_open = html.text.empty() && finding.verdict == Verdict::unfit;
  return is_open ? text_html(scope.site.words()[Word::finding_undecided]) : html;
}

}  // namespace

TableSection finding_table(std::string anchor, std::string heading, FindingKind kind,
                           const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(std::move(anchor), std::move(heading),
                     {words[Word::finding_what], words[Word::finding_seen],
                      words[Word::finding_about], words[Word::finding_decision]});
  std::vector<const Finding*> findings;
  for (const auto& finding : scope.site.handbook().findings) {
    const bool is_known = finding.found_on <= scope.site.view().day();
    if (is_known && finding.kind == kind) findings.push_back(&finding);
  }
  std::ranges::stable_sort(findings, std::ranges::greater{}, &Finding::found_on);
  for (const auto* const finding : findings) {
    table.add(
        finding->id, named_html(finding->text, finding->id),
        {lines_html({date_html(finding->found_on, words), source_html(*finding, scope)}),
         lines_html({entity_html(finding->about, scope), verdict_html(finding->verdict, words)}),
         decision_html(*finding, scope)});
  }
  return table.take();
}

}  // namespace handbok
