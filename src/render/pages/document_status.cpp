#include <algorithm>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/review_dates.hpp"
#include "render/pages/document_parts.hpp"
#include "render/revision_times.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

Html unit_html(const UnitId& id, const LinkScope& scope) {
  const auto link = unit_link(id, scope.root, scope.site);
  return link_html(link.href, link.text);
}

Html role_html(const RoleId& id, const LinkScope& scope) {
  const auto link = role_link(id, scope.root, scope.site);
  return link_html(link.href, link.text);
}

/// The unit with all below it, or the units that are named, and what is left out.
Html units_html(const Revision& revision, const LinkScope& scope) {
  const auto& site = scope.site;
  std::vector<Html> units;
  for (const auto& unit : revision.applies_to)
    units.push_back(unit_html(unit, scope));
  if (units.empty()) {
    auto unit = unit_html(revision.unit, scope);
    if (!children_on(site.handbook(), revision.unit, site.view().day()).empty()) {
      unit = word_html(site.words(), Word::status_all_below, {unit.text});
    }
    units.push_back(std::move(unit));
  }
  auto all = joined_html(units, ", ");
  std::vector<Html> excluded;
  for (const auto& unit : revision.excludes)
    excluded.push_back(unit_html(unit, scope));
  if (!excluded.empty()) {
    all.text +=
        word_html(site.words(), Word::status_excludes, {joined_html(excluded, ", ").text}).text;
  }
  return all;
}

std::string regime_name(const RegimeId& id, const Handbook& handbook) {
  const auto it = std::ranges::find(handbook.settings.regimes, id, &Regime::id);
  return it == handbook.settings.regimes.end() ? id : it->name;
}

Html applies_to_html(const Revision& revision, const LinkScope& scope) {
  auto html = units_html(revision, scope);
  std::vector<std::string> names;
  for (const auto& id : revision.regimes) {
    names.push_back(regime_name(id, scope.site.handbook()));
  }
  if (!names.empty()) {
    html.text +=
        word_html(scope.site.words(), Word::status_regimes, {escape_html(join(names, ", "))}).text;
  }
  return html;
}

Html audience_html(const Revision& revision, const LinkScope& scope) {
  std::vector<Html> roles;
  for (const auto& role : revision.audience)
    roles.push_back(role_html(role, scope));
  return joined_html(roles, ", ");
}

/// "Direktör, 12 maj 2026, Direktörsbeslut 2026:17".
Html signed_html(const Signature& signature, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto role = role_html(signature.role, scope).text;
  const auto on = date_html(signature.on, words).text;
  if (signature.ref.empty()) return word_html(words, Word::status_signed, {role, on});
  return word_html(words, Word::status_signed_ref, {role, on, escape_html(signature.ref)});
}

/// The same, and what stands behind it: "… – signerad".
Html assured_html(const Signature& signature, const LinkScope& scope) {
  return word_html(
      scope.site.words(), Word::status_with_assurance,
      {signed_html(signature, scope).text, escape_html(assurance_text(signature, scope.site))});
}

}  // namespace

StatusView status_view(const DocumentDay& document, const Revision& revision,
                       const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& day = site.view().of(revision);
  StatusView view;
  view.state = site.words()[state_word(day.state)];
  view.state_class = state_class(day.state);
  view.number = std::to_string(revision.number);
  view.id = revision.document;
  const auto* const type = site.handbook().find_type(revision.type);
  view.type = type == nullptr ? revision.type : type->name;
  view.registry_number = revision.registry_number;
  if (day.validity && !day.validity->is_empty()) {
    view.valid = validity_html(*day.validity, site.words());
  }
  if (day.state == RevisionState::in_force) {
    const auto review = review_dates(*document.document, revision, site.view().day());
    if (review.next) view.next_review = date_html(*review.next, site.words());
    view.is_review_overdue = review.next && *review.next < site.view().day();
  }
  view.applies_to = applies_to_html(revision, scope);
  view.audience = audience_html(revision, scope);
  view.owner = role_html(revision.owner, scope);
  const auto* const reviewed =
      revision.approval ? revision.approval->find(SignatureStep::reviewed) : nullptr;
  if (reviewed != nullptr) view.reviewed = signed_html(*reviewed, scope);
  if (const auto* const approved = revision.approved())
    view.approved = assured_html(*approved, scope);
  return view;
}

}  // namespace handbok
