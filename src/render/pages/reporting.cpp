// "Säg till": what somebody at work must report, to whom and how soon (SOSFS 2011:9, 5 kap. 4 and
// 5 §§). All of it comes from registers/reporting_duties.toml; without such a row there is no page.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "derive/law_uses.hpp"
#include "derive/row_days.hpp"
#include "derive/topics.hpp"
#include "model/references.hpp"
#include "render/addresses.hpp"
#include "render/frame.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/references.hpp"
#include "render/ring.hpp"
#include "render/running_text.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

/// A group that is bound by a duty, such as "vikarier".
struct BoundGroupView {
  std::string text;
  HANDBOK_FIELDS(BoundGroupView, text)
};

/// A duty to report: what, to whom, how soon, and what stands behind it.
struct ReportingDutyView {
  std::string id;
  std::string title;
  std::string regimes;
  Html first;
  Html what;
  Html when;
  std::vector<BoundGroupView> who;  ///< empty: everybody
  Html to;
  std::optional<RingView> ring;
  Html system;
  Html routines;
  Html forms;
  Html investigated_by;
  Html decisions;
  Html law;
  HANDBOK_FIELDS(ReportingDutyView, id, title, regimes, first, what, when, who, to, ring, system,
                 routines, forms, investigated_by, decisions, law)
};

/// The page "Säg till".
struct ReportingView {
  std::vector<LinkView> contents;  ///< empty if there is one duty only
  std::vector<ReportingDutyView> duties;
  HANDBOK_FIELDS(ReportingView, contents, duties)
};

using Routines = std::vector<const Revision*>;

/// The role, and how it is reached.
Html reached_html(const RoleId& id, const LinkScope& scope) {
  auto html = role_html(id, scope);
  const auto* const role = scope.site.handbook().find_role(id);
  if (role == nullptr || role->contact.empty()) return html;
  return word_html(scope.site.words(), Word::reporting_contact,
                   {html.text, escape_html(role->contact)});
}

/// The roles, one to a line, and what else is to be said about reaching them.
Html reached_html(const std::vector<RoleId>& roles, std::string_view otherwise,
                  const LinkScope& scope) {
  std::vector<Html> parts;
  parts.reserve(roles.size() + 1);
  for (const auto& role : roles)
    parts.push_back(reached_html(role, scope));
  parts.push_back(running_html(otherwise, scope));
  return lines_html(parts);
}

Html system_html(const std::string& id, const LinkScope& scope) {
  const auto& systems = scope.site.handbook().external_systems;
  const auto* const system = find_by_id(systems, id);
  return system == nullptr ? Html{} : link_html(system->url, system->name);
}

Html routines_html(const Routines& routines, const LinkScope& scope) {
  std::vector<std::string> ids;
  ids.reserve(routines.size());
  for (const auto* const routine : routines)
    ids.push_back(routine->document);
  return entities_html(ids, scope);
}

bool is_form_for(const Revision& revision, const Routines& routines) {
  return std::ranges::any_of(revision.relations, [&](const Relation& relation) {
    return relation.kind == RelationKind::form_for &&
           std::ranges::find(routines, relation.document, &Revision::document) != routines.end();
  });
}

/// The forms in force that belong to the routines.
Html forms_html(const Routines& routines, const LinkScope& scope) {
  std::vector<std::string> ids;
  for (const auto& document : scope.site.view().documents()) {
    const auto* const revision = document.in_force;
    if (revision != nullptr && is_form_for(*revision, routines)) ids.push_back(revision->document);
  }
  return entities_html(ids, scope);
}

/// Those of the rights to decide that exist on the day, and who has them.
Html decisions_html(const ReportingDuty& duty, const LinkScope& scope) {
  std::vector<Html> parts;
  for (const auto& decision : scope.site.handbook().decisions) {
    const bool is_named = std::ranges::find(duty.decisions, decision.id) != duty.decisions.end();
    if (!is_named || !is_valid_on(decision, scope.site.view().day())) continue;
    parts.push_back(
        word_html(scope.site.words(), Word::reporting_decision,
                  {escape_html(decision.title), role_html(decision.decider, scope).text}));
  }
  return lines_html(parts);
}

/// Finds what of the named law is in force on the day of the page. What has been repealed gives way
/// to what replaced it, as a whole: nobody has said where the clause went.
class LawInForce {
public:
  explicit LawInForce(const LinkScope& scope) : scope_(scope), day_(scope.site.view().day()) {}

  Html html(const std::vector<std::string>& law) {
    for (const auto& reference : law)
      named_.push_back(parse_clause_reference(reference).source);
    for (const auto& reference : law)
      add(reference);
    std::vector<Html> parts;
    for (const auto& reference : current_) {
      const auto target = clause_target(reference, scope_);
      parts.push_back(link_html(target.href, target.text));
    }
    return lines_html(parts);
  }

private:
  void add(const std::string& reference) {
    // What replaces itself, by a fault in the register, must not go on for ever.
    if (std::ranges::find(seen_, reference) != seen_.end()) return;
    seen_.push_back(reference);
    const auto* const source =
        scope_.site.handbook().find_source(parse_clause_reference(reference).source);
    if (source == nullptr) return;
    if (applies_on(*source, day_)) {
      current_.push_back(reference);
    } else if (source->repealed_on && *source->repealed_on <= day_) {
      for (const auto& successor : source->replaced_by) {
        if (std::ranges::find(named_, successor) == named_.end()) add(successor);
      }
    }
  }

  const LinkScope& scope_;
  Date day_;
  std::vector<SourceId> named_;  ///< by the row itself, which then knows the clause
  std::vector<std::string> seen_;
  std::vector<std::string> current_;
};

ReportingDutyView duty_view(const ReportingDuty& duty, const LinkScope& scope) {
  const auto routines = reporting_routines(scope.site.view(), duty);
  ReportingDutyView view;
  view.id = duty.id;
  view.title = duty.title;
  view.regimes = regime_names(duty.regimes, scope.site.handbook());
  view.first = running_html(duty.first, scope);
  view.what = running_html(duty.what, scope);
  view.when = running_html(duty.when, scope);
  for (const auto& group : duty.who)
    view.who.push_back({group});
  view.to = reached_html(duty.to, duty.otherwise, scope);
  if (const auto* const home = common_unit(scope.site.handbook(), scope.site.view().day()))
    view.ring = ring_view(duty.to, *home, nullptr, scope);
  view.system = system_html(duty.system, scope);
  view.routines = routines_html(routines, scope);
  view.forms = forms_html(routines, scope);
  view.investigated_by = reached_html(duty.investigated_by, {}, scope);
  view.decisions = decisions_html(duty, scope);
  view.law = LawInForce(scope).html(duty.law);
  return view;
}

/// True if a row counts on the day or has counted before: when the last one ends, the page stays
/// and says so, because the calendar alone must not take an address away.
bool has_duties(const DayView& view) {
  return std::ranges::any_of(view.handbook().reporting_duties, [&](const ReportingDuty& duty) {
    return !duty.valid_from || *duty.valid_from <= view.day();
  });
}

}  // namespace

void plan_reporting(const RenderInput& input, RouteTable& routes) {
  if (!has_duties(input.edition.view)) return;
  routes.add({PageKind::reporting, std::string(address::reporting), {}});
}

std::span<const Field> reporting_fields() {
  return ReportingView::fields();
}

Page render_reporting(const Route& route, const SiteContext& site) {
  const LinkScope scope{site, root_of(route.path), std::nullopt};
  ReportingView view;
  for (const auto& duty : site.handbook().reporting_duties) {
    if (is_valid_on(duty, site.view().day())) view.duties.push_back(duty_view(duty, scope));
  }
  if (view.duties.size() > 1) {
    for (const auto& duty : view.duties)
      view.contents.push_back({"#" + duty.id, duty.title});
  }
  return top_page(address::reporting, Word::nav_reporting,
                  site.theme().page(PageKind::reporting).fill(view), site);
}

}  // namespace handbok
