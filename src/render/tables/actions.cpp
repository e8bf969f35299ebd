// "Åtgärder": what has been decided to mend or prevent, whether it worked, and what was seen.

#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "derive/missing_history.hpp"
#include "model/references.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// Why it went wrong, if somebody has said so.
std::string cause_text(Cause cause, const WordTable& words) {
  switch (cause) {
    case Cause::no_routine: return words[Word::cause_no_routine];
    case Cause::not_followed: return words[Word::cause_not_followed];
    case Cause::resources: return words[Word::cause_resources];
    case Cause::competence: return words[Word::cause_competence];
    case Cause::discrimination: return words[Word::cause_discrimination];
    case Cause::other:
    case Cause::unknown: break;
  }
  return {};
}

/// An action as it stood on the day of the page.
class ActionRow {
public:
  ActionRow(const Action& action, const LinkScope& scope)
      : action_(&action),
        scope_(&scope),
        day_(scope.site.view().day()) {}

  bool is_known() const { return is_known_on(*action_, day_); }
  bool is_cancelled() const { return !is_alive_on(*action_, day_); }
  bool is_done() const { return is_done_on(*action_, day_); }
  bool is_open() const { return !is_done() && !is_cancelled(); }
  bool waits_for_effect() const {
    return is_done() && action_->effect == ActionEffect::unchecked && action_->effect_check_on;
  }
  bool is_late() const {
    if (!handbok::is_known(scope_->site.view(), day_, "actions")) return false;
    if (is_open()) return action_->due_on && *action_->due_on < day_;
    return waits_for_effect() && *action_->effect_check_on < day_;
  }
  std::optional<Date> next_day() const {
    return is_open() ? action_->due_on : action_->effect_check_on;
  }

  void add_to(TableBuilder& table) const {
    auto& row = table.add(
        action_->id, named_html(action_->title, action_->id),
        {lines_html({role_html(action_->responsible, *scope_), unit_html(action_->unit, *scope_)}),
         lines_html({optional_date_html(next_day(), *scope_), state()}),
         lines_html({origin(), text_html(cause_text(action_->cause, words()))}),
         lines_html({plan(), raised()})});
    row.is_late = is_late();
  }

private:
  const WordTable& words() const { return scope_->site.words(); }

  /// Where it is planned. An open action that stands in no plan is marked (domain.md R068).
  Html plan() const {
    if (!action_->planned_in.empty()) return entity_html(action_->planned_in, *scope_);
    return is_open() ? badge_html("review", words()[Word::action_in_no_plan]) : Html{};
  }

  Html raised() const {
    const auto& to = action_->escalated_to;
    if (to.empty()) return {};
    const bool is_unit = scope_->site.handbook().find_unit(to) != nullptr;
    const auto html = is_unit ? unit_html(to, *scope_) : entity_html(to, *scope_);
    return word_html(words(), Word::action_raised_to, {html.text});
  }

  Html state() const {
    if (is_late()) {
      return badge_html("overdue", words()[is_open() ? Word::action_late : Word::effect_late]);
    }
    if (is_cancelled()) return text_html(action_->cancelled_reason);
    if (is_done()) return text_html(words()[effect_word()]);
    return text_html(words()[action_->status == ActionStatus::ongoing ? Word::action_ongoing
                                                                      : Word::action_decided]);
  }

  Word effect_word() const {
    switch (action_->effect) {
      case ActionEffect::effective: return Word::effect_effective;
      case ActionEffect::partly: return Word::effect_partly;
      case ActionEffect::ineffective: return Word::effect_ineffective;
      case ActionEffect::unchecked: break;
    }
    return action_->effect_check_on ? Word::effect_waits : Word::action_done;
  }

  Html origin() const {
    if (!action_->origin_id.empty()) return entity_html(action_->origin_id, *scope_);
    if (action_->origin == ActionOrigin::external_change) {
      return text_html(words()[Word::origin_external_change]);
    }
    return action_->origin == ActionOrigin::direct ? text_html(words()[Word::origin_direct])
                                                   : Html{};
  }

  const Action* action_;
  const LinkScope* scope_;
  Date day_;
};

/// Rows that were known on the day, by the day on which something must happen.
std::vector<ActionRow> sorted_rows(const std::vector<const Action*>& actions,
                                   const LinkScope& scope) {
  std::vector<ActionRow> rows;
  for (const auto* const action : actions) {
    const ActionRow row(*action, scope);
    if (row.is_known()) rows.push_back(row);
  }
  std::ranges::stable_sort(
      rows, [](const ActionRow& a, const ActionRow& b) { return a.next_day() < b.next_day(); });
  return rows;
}

TableBuilder empty_table(std::string anchor, std::string heading, Word day,
                         const WordTable& words) {
  return {std::move(anchor),
          std::move(heading),
          {words[Word::action_what], words[Word::action_who], words[day], words[Word::action_why],
           words[Word::action_planned_in]}};
}

template <typename Predicate>
void add_section(std::vector<TableSection>& sections, const std::vector<ActionRow>& rows,
                 TableBuilder table, Predicate is_wanted) {
  for (const auto& row : rows) {
    if (is_wanted(row)) row.add_to(table);
  }
  if (!table.is_empty()) sections.push_back(table.take());
}

}  // namespace

bool has_actions_page(const Handbook& handbook) {
  return !handbook.actions.empty() || !handbook.findings.empty();
}

TableSection action_table(std::string anchor, std::string heading,
                          const std::vector<const Action*>& actions, const LinkScope& scope) {
  auto table =
      empty_table(std::move(anchor), std::move(heading), Word::action_due, scope.site.words());
  for (const auto& row : sorted_rows(actions, scope)) {
    if (row.is_open() || row.waits_for_effect()) row.add_to(table);
  }
  return table.take();
}

std::vector<TableSection> actions_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<const Action*> actions;
  for (const auto& action : scope.site.handbook().actions)
    actions.push_back(&action);
  const auto rows = sorted_rows(actions, scope);
  const auto table = [&](std::string anchor, Word heading, Word day) {
    return empty_table(std::move(anchor), words[heading], day, words);
  };
  std::vector<TableSection> sections;
  add_section(sections, rows, table("pagar", Word::actions_open, Word::action_due),
              [](const ActionRow& row) { return row.is_open(); });
  add_section(sections, rows, table("prova", Word::actions_effect, Word::action_check_due),
              [](const ActionRow& row) { return row.waits_for_effect(); });
  add_section(sections, rows, table("klara", Word::actions_closed, Word::action_result),
              [](const ActionRow& row) { return !row.is_open() && !row.waits_for_effect(); });
  const auto add_findings = [&](std::string anchor, Word heading, FindingKind kind) {
    auto section = finding_table(std::move(anchor), words[heading], kind, scope);
    if (section.has_table) sections.push_back(std::move(section));
  };
  add_findings("iakttagelser", Word::findings_shortcomings, FindingKind::shortcoming);
  add_findings("goda-exempel", Word::findings_good, FindingKind::good_practice);
  return sections;
}

// "Iakttagelser" and "Goda exempel": what somebody saw, what it is about and what was decided
// (SOSFS 2011:9, 5 kap. 8 §).

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
    if (includes(revision->revises_because, finding.id))
      lines.push_back(entity_html(revision->document, scope));
  }
  const auto html = lines_html(lines);
  const bool is_open = html.text.empty() && finding.verdict == Verdict::unfit;
  if (!is_open) return html;
  return knows_decisions(scope.site.view()) ? text_html(scope.site.words()[Word::finding_undecided])
                                            : standing_badge(Standing::unknown, scope);
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
         lines_html({entity_html(finding->about, scope), verdict_html(finding->verdict, words),
                     text_html(cause_text(finding->cause, words))}),
         decision_html(*finding, scope)});
  }
  return table.take();
}

}  // namespace handbok
