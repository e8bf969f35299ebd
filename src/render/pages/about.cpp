// "Om handboken": whose it is, who adopted it, which day it shows and how to read it; and what the
// handbook says of how accessible that is.
#include <algorithm>
#include <array>

#include "derive/organisation.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"

namespace handbok {
namespace {

/// The decision by which the management system was adopted.
struct AdoptionView {
  std::string href;
  std::string title;
  std::string id;
  std::string role;
  Html on;
  std::string ref;
  HANDBOK_FIELDS(AdoptionView, href, title, id, role, on, ref)
};

struct AboutView {
  std::string handbook_title;
  std::optional<LinkView> principal;
  std::optional<AdoptionView> adoption;
  Html day;
  std::vector<CountView> counts;
  std::string contact;
  std::string contact_href;
  std::string tool_version;
  std::string control_href;
  std::string archive_href;
  HANDBOK_FIELDS(AboutView, handbook_title, principal, adoption, day, counts, contact, contact_href,
                 tool_version, control_href, archive_href)
};

struct FaultView {
  std::string what;
  std::string reason;
  std::string instead;
  Html mended_by;
  HANDBOK_FIELDS(FaultView, what, reason, instead, mended_by)
};

struct FaultGroupView {
  std::string name;
  std::vector<FaultView> faults;
  HANDBOK_FIELDS(FaultGroupView, name, faults)
};

struct AccessibilityView {
  std::string handbook_title;
  std::string principal;
  std::string compliance;
  std::string contact;
  std::string contact_href;
  std::vector<FaultGroupView> groups;
  Html assessed_on;
  std::string method;
  Html updated_on;
  HANDBOK_FIELDS(AccessibilityView, handbook_title, principal, compliance, contact, contact_href,
                 groups, assessed_on, method, updated_on)
};

/// The adopting document as readers see it, and the signature that approved it.
std::optional<AdoptionView> adoption_view(const std::string& root, const SiteContext& site) {
  const auto& id = site.handbook().settings.adopted_by;
  const auto* const document = site.view().find(id);
  if (document == nullptr) return std::nullopt;
  const auto* const shown = face_of(*document, site.withheld).shown;
  const auto* const approved = shown == nullptr ? nullptr : shown->approved();
  if (approved == nullptr) return std::nullopt;
  const auto link = document_link(id, root, site);
  return AdoptionView{link.href,
                      link.text,
                      id,
                      role_link(approved->role, root, site).text,
                      date_html(approved->on, site.words()),
                      approved->ref};
}

std::size_t documents_in(DocumentState state, const SiteContext& site) {
  const auto& documents = site.view().documents();
  return static_cast<std::size_t>(std::ranges::count(documents, state, &DocumentDay::state));
}

std::size_t own_units(const SiteContext& site) {
  const auto is_own = [&](const OrgUnit& unit) {
    return unit.kind == UnitKind::own && exists_on(unit, site.view().day());
  };
  return static_cast<std::size_t>(std::ranges::count_if(site.handbook().units, is_own));
}

std::vector<CountView> counts_of(const SiteContext& site) {
  const auto count = [&](Word name, std::size_t number) {
    return CountView{site.words()[name], std::to_string(number)};
  };
  return {count(Word::about_in_force, documents_in(DocumentState::in_force, site)),
          count(Word::about_upcoming, documents_in(DocumentState::upcoming, site)),
          count(Word::about_expired, documents_in(DocumentState::expired, site)),
          count(Word::about_repealed, documents_in(DocumentState::repealed, site)),
          count(Word::about_units, own_units(site)),
          count(Word::about_roles, site.handbook().roles.size()),
          count(Word::about_laws, site.handbook().sources.size()),
          count(Word::about_terms, site.handbook().terms.size())};
}

std::optional<LinkView> principal_link(const std::string& root, const SiteContext& site) {
  const auto& principal = site.handbook().settings.principal;
  if (principal.empty()) return std::nullopt;
  return unit_link(principal, root, site);
}

/// What is known not to be accessible, by why it is not.
std::vector<FaultGroupView> fault_groups(const Accessibility& told, const WordTable& words) {
  constexpr auto grounds = std::to_array<std::pair<FaultGround, Word>>(
      {{FaultGround::fault, Word::accessibility_faults},
       {FaultGround::burden, Word::accessibility_burdens},
       {FaultGround::exempt, Word::accessibility_exempt}});
  std::vector<FaultGroupView> groups;
  for (const auto& [ground, name] : grounds) {
    FaultGroupView group{words[name], {}};
    for (const auto& fault : told.faults) {
      if (fault.ground != ground) continue;
      const auto by = fault.mended_by ? date_html(*fault.mended_by, words) : Html{};
      group.faults.push_back({fault.what, fault.reason, fault.instead, by});
    }
    if (!group.faults.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

void plan_accessibility(const RenderInput& input, RouteTable& routes) {
  if (!input.edition.view.handbook().settings.accessibility) return;
  routes.add({PageKind::accessibility, std::string(address::accessibility), {}});
}

std::span<const Field> accessibility_fields() {
  return AccessibilityView::fields();
}

Page render_accessibility(const Route& route, const SiteContext& site) {
  const auto& settings = site.handbook().settings;
  const auto& words = site.words();
  const auto& told = *settings.accessibility;
  const bool has_own_contact = !told.contact.empty();
  AccessibilityView view;
  view.handbook_title = settings.title;
  view.principal = unit_link(settings.principal, root_of(route.path), site).text;
  constexpr std::array compliance{Word::accessibility_none, Word::accessibility_partly,
                                  Word::accessibility_fully};
  view.compliance = words[compliance[static_cast<std::size_t>(told.compliance)]];
  view.contact = has_own_contact ? told.contact : settings.contact;
  if (!view.contact.empty()) view.contact_href = (has_own_contact ? "" : "mailto:") + view.contact;
  view.groups = fault_groups(told, words);
  if (told.assessed_on) view.assessed_on = date_html(*told.assessed_on, words);
  view.method = told.method;
  if (const auto updated = told.updated_on ? told.updated_on : told.assessed_on)
    view.updated_on = date_html(*updated, words);
  return top_page(address::accessibility, Word::nav_accessibility,
                  site.theme().page(PageKind::accessibility).fill(view), site);
}

void plan_about(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::about, std::string(address::about), {}});
}

std::span<const Field> about_fields() {
  return AboutView::fields();
}

Page render_about(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  const auto& settings = site.handbook().settings;
  AboutView view;
  view.handbook_title = settings.title;
  view.principal = principal_link(root, site);
  view.adoption = adoption_view(root, site);
  view.day = date_html(site.view().day(), site.words());
  view.counts = counts_of(site);
  view.contact = settings.contact;
  if (!settings.contact.empty()) view.contact_href = "mailto:" + settings.contact;
  view.tool_version = site.input.options.tool_version;
  if (site.routes.has(address::control)) view.control_href = root + std::string(address::control);
  view.archive_href = root + std::string(address::archive);
  return top_page(address::about, Word::nav_about, site.theme().page(PageKind::about).fill(view),
                  site);
}

}  // namespace handbok
