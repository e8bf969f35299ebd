// A legal source: what the register says of it, its clauses, and the documents that rest on it.
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "model/handbook.hpp"
#include "model/law.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_item.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// What the register says of a legal source.
struct SourceFactsView {
  std::string href;
  std::string number;
  std::string title;
  std::string short_name;
  std::string aliases;
  std::string kind;  ///< "Lag", "Förordning" …
  std::string state;
  std::string state_class;
  Html in_force_from;
  Html repealed_on;
  std::vector<LinkView> replaced_by;
  std::vector<LinkView> replaces;
  Html checked_on;  ///< empty: nobody has checked it
  std::string checked_by;
  std::string url;
  bool is_check_overdue = false;
  bool is_repealed = false;  ///< on the day; otherwise `repealed_on` is still to come
  bool has_successor = false;
  bool has_predecessor = false;
  HANDBOK_FIELDS(SourceFactsView, href, number, title, short_name, aliases, kind, state,
                 state_class, in_force_from, repealed_on, replaced_by, replaces, checked_on,
                 checked_by, url, is_check_overdue, is_repealed, has_successor, has_predecessor)
};

Word kind_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::act: return Word::source_act;
    case SourceKind::ordinance: return Word::source_ordinance;
    case SourceKind::regulation: return Word::source_regulation;
    case SourceKind::advice: return Word::source_general_advice;
    case SourceKind::standard: return Word::source_standard;
    case SourceKind::guidance: return Word::source_guidance;
    case SourceKind::decision: return Word::source_decision;
  }
  return Word::source_act;
}

RevisionState state_on(const LegalSource& source, Date day) {
  if (source.repealed_on && *source.repealed_on <= day) return RevisionState::repealed;
  if (source.in_force_from && day < *source.in_force_from) return RevisionState::upcoming;
  return RevisionState::in_force;
}

/// "SFS 2017:30 (HSL)", as a link to its page; an unknown source stays as its id.
LinkView source_link(std::string_view id, const std::string& root, const SiteContext& site) {
  const auto* const source = site.handbook().find_source(id);
  if (source == nullptr) return {{}, std::string(id)};
  auto text = source->number;
  if (!source->short_name.empty()) text += " (" + source->short_name + ")";
  return {root + address::law(id), text};
}

void add_succession(SourceFactsView& view, const LegalSource& source, const std::string& root,
                    const SiteContext& site) {
  for (const auto& id : source.replaced_by)
    view.replaced_by.push_back(source_link(id, root, site));
  for (const auto& other : site.handbook().sources) {
    if (std::ranges::find(other.replaced_by, source.id) == other.replaced_by.end()) continue;
    view.replaces.push_back(source_link(other.id, root, site));
  }
  view.has_successor = !view.replaced_by.empty();
  view.has_predecessor = !view.replaces.empty();
}

void add_check(SourceFactsView& view, const LegalSource& source, const std::string& root,
               const SiteContext& site) {
  const auto day = site.view().day();
  if (!source.checked_on || day < *source.checked_on) return;
  view.checked_on = date_html(*source.checked_on, site.words());
  if (!source.checked_by.empty()) view.checked_by = role_link(source.checked_by, root, site).text;
  const auto months = site.handbook().settings.source_check_months;
  view.is_check_overdue = !view.is_repealed && source.checked_on->plus_months(months) < day &&
                          is_known(site.view(), day, "sources");
}

/// The facts, seen from the page that lies `root` below the site's root.
SourceFactsView source_facts(const LegalSource& source, const std::string& root,
                             const SiteContext& site) {
  const auto state = state_on(source, site.view().day());
  SourceFactsView view;
  view.href = root + address::law(source.id);
  view.number = source.number;
  view.title = source.title;
  view.short_name = source.short_name;
  view.aliases = join(source.aliases, ", ");
  view.kind = site.words()[kind_word(source.kind)];
  view.state = site.words()[state_word(state)];
  view.state_class = state_class(state);
  if (source.in_force_from) view.in_force_from = date_html(*source.in_force_from, site.words());
  if (source.repealed_on) view.repealed_on = date_html(*source.repealed_on, site.words());
  view.url = source.url;
  view.is_repealed = state == RevisionState::repealed;
  add_succession(view, source, root, site);
  add_check(view, source, root, site);
  return view;
}

/// The reference of the section that a clause stands in: "4:4" of "4:4 st2 led 1".
std::string_view section_of(std::string_view ref) {
  return ref.substr(0, ref.find(' '));
}

/// One clause of a section.
struct ClauseView {
  std::string anchor;  ///< empty for the section as a whole, which has the section's anchor
  std::string part;    ///< "2 st. led 1"; empty for the section as a whole
  std::string title;
  std::string regimes;
  bool is_advice = false;
  std::vector<DocumentItemView> documents;  ///< that name just this clause
  bool has_documents = false;
  HANDBOK_FIELDS(ClauseView, anchor, part, title, regimes, is_advice, documents, has_documents)
};

/// A section of a source with its clauses: "4 kap. 4 §".
struct ClauseSectionView {
  std::string anchor;
  std::string name;
  std::vector<ClauseView> clauses;
  std::vector<DocumentItemView> documents;  ///< that name the section as a whole
  bool has_documents = false;
  HANDBOK_FIELDS(ClauseSectionView, anchor, name, clauses, documents, has_documents)
};

/// The part of an address after '#'.
std::string anchor_of(const std::string& address) {
  return address.substr(address.find('#') + 1);
}

ClauseView clause_view(const Clause& clause, const std::string& root, const SiteContext& site) {
  const auto section = section_of(clause.ref);
  ClauseView view;
  view.title = clause.title;
  view.regimes = regime_names(clause.regimes, site.handbook());
  view.is_advice = clause.force == ClauseForce::advice;
  if (section.size() == clause.ref.size()) return view;
  view.anchor = anchor_of(address::clause(clause.source, clause.ref));
  view.part = clause_text(clause.ref.substr(section.size() + 1), site.words());
  const auto& naming = site.index().laws.of(clause.source).naming_clause(clause.ref);
  view.documents = document_items(naming, root, site);
  view.has_documents = !naming.empty();
  return view;
}

bool is_listed(const Handbook& handbook, std::string_view source, std::string_view ref) {
  return std::ranges::any_of(handbook.clauses, [&](const Clause& clause) {
    return clause.source == source && clause.ref == ref;
  });
}

/// Who names the section as a whole, or a part of it that has no row of its own; each once.
std::vector<const Revision*> naming_section(std::string_view source, std::string_view section,
                                            const SiteContext& site) {
  std::vector<const Revision*> found;
  for (const auto& [ref, revisions] : site.index().laws.of(source).naming) {
    if (section_of(ref) != section) continue;
    if (ref != section && is_listed(site.handbook(), source, ref)) continue;
    found.insert(found.end(), revisions.begin(), revisions.end());
  }
  std::ranges::sort(found, {}, &Revision::document);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

ClauseSectionView empty_section(const Clause& clause, const std::string& root,
                                const SiteContext& site) {
  const auto section = section_of(clause.ref);
  const auto naming = naming_section(clause.source, section, site);
  ClauseSectionView view;
  view.anchor = anchor_of(address::clause(clause.source, section));
  view.name = clause_text(section, site.words());
  view.documents = document_items(naming, root, site);
  view.has_documents = !naming.empty();
  return view;
}

/// The clauses of a source by section, in the order of the register, with the documents that name
/// them, seen from the page that lies `root` below the site's root.
std::vector<ClauseSectionView> clause_sections(const LegalSource& source, const std::string& root,
                                               const SiteContext& site) {
  std::vector<ClauseSectionView> sections;
  for (const auto& clause : site.handbook().clauses) {
    if (clause.source != source.id) continue;
    const auto anchor = anchor_of(address::clause(source.id, section_of(clause.ref)));
    auto section = std::ranges::find(sections, anchor, &ClauseSectionView::anchor);
    if (section == sections.end()) {
      sections.push_back(empty_section(clause, root, site));
      section = sections.end() - 1;
    }
    section->clauses.push_back(clause_view(clause, root, site));
  }
  for (auto& section : sections) {  // the section as a whole comes before its parts
    std::stable_partition(section.clauses.begin(), section.clauses.end(),
                          [](const ClauseView& clause) { return clause.part.empty(); });
  }
  return sections;
}

struct SourceView {
  std::vector<SourceFactsView> facts;     ///< always one
  std::vector<DocumentItemView> resting;  ///< documents in force that rest on it
  std::vector<DocumentItemView> naming;   ///< that name it, but no clause of the list
  std::vector<ClauseSectionView> sections;
  bool has_resting = false;
  bool has_naming = false;
  bool has_sections = false;
  bool is_unused = false;
  HANDBOK_FIELDS(SourceView, facts, resting, naming, sections, has_resting, has_naming,
                 has_sections, is_unused)
};

/// The documents that name the source as a whole or a section that is not listed, each once, except
/// those that rest on it.
std::vector<const Revision*> naming_elsewhere(const LegalSource& source, const LawUse& use,
                                              const Handbook& handbook) {
  std::vector<const Revision*> found;
  for (const auto& [ref, revisions] : use.naming) {
    if (!ref.empty() && has_clause(handbook, source.id, section_of(ref))) continue;
    for (const auto* const revision : revisions) {
      if (std::ranges::find(use.resting, revision) == use.resting.end()) found.push_back(revision);
    }
  }
  std::ranges::sort(found, {}, &Revision::document);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

void plan_source(const RenderInput& input, RouteTable& routes) {
  const auto& handbook = input.edition.view.handbook();
  for (const auto& source : handbook.sources) {
    routes.add({PageKind::source, address::law(source.id), source.id});
  }
  for (const auto& clause : handbook.clauses) {
    if (handbook.find_source(clause.source) == nullptr) continue;
    routes.add_address(address::clause(clause.source, section_of(clause.ref)));
    routes.add_address(address::clause(clause.source, clause.ref));
  }
}

std::span<const Field> source_fields() {
  return SourceView::fields();
}

Page render_source(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  const auto& source = *site.handbook().find_source(route.subject);
  const auto& use = site.index().laws.of(source.id);
  SourceView view;
  view.facts.push_back(source_facts(source, root, site));
  view.resting = document_items(use.resting, root, site);
  view.naming = document_items(naming_elsewhere(source, use, site.handbook()), root, site);
  view.sections = clause_sections(source, root, site);
  view.has_resting = !view.resting.empty();
  view.has_naming = !view.naming.empty();
  view.has_sections = !view.sections.empty();
  view.is_unused = use.resting.empty() && use.naming.empty();
  return {.title = source.number + " " + source.title,
          .content = site.theme().page(PageKind::source).fill(view),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)},
                          {site.words()[Word::nav_laws], std::string(address::laws)}},
          .section = address::laws};
}

// "Lagar och föreskrifter": what the documents rest on, by kind.

namespace {

struct SourceGroupView {
  std::string anchor;
  std::string name;
  std::vector<SourceFactsView> sources;
  HANDBOK_FIELDS(SourceGroupView, anchor, name, sources)
};

struct SourceListView {
  std::vector<SourceGroupView> groups;
  HANDBOK_FIELDS(SourceListView, groups)
};

/// What one kind of source is called in the plural, and where on the page it lies.
struct KindHeading {
  SourceKind kind;
  std::string_view anchor;
  Word name;
};

constexpr auto headings = std::to_array<KindHeading>({
    {SourceKind::act, "lagar", Word::source_list_acts},
    {SourceKind::ordinance, "forordningar", Word::source_list_ordinances},
    {SourceKind::regulation, "foreskrifter", Word::source_list_regulations},
    {SourceKind::advice, "rad", Word::source_list_advice},
    {SourceKind::standard, "standarder", Word::source_list_standards},
    {SourceKind::guidance, "vagledningar", Word::source_list_guidance},
    {SourceKind::decision, "beslut", Word::source_list_decisions},
});

/// In force before repealed, then by title, then by number.
bool comes_before(const SourceFactsView& a, const SourceFactsView& b) {
  if (a.is_repealed != b.is_repealed) return b.is_repealed;
  const auto order = compare_swedish(a.title, b.title);
  return order != 0 ? order < 0 : compare_swedish(a.number, b.number) < 0;
}

}  // namespace

void plan_source_list(const RenderInput& input, RouteTable& routes) {
  if (input.edition.view.handbook().sources.empty()) return;
  routes.add({PageKind::source_list, std::string(address::laws), {}});
}

std::span<const Field> source_list_fields() {
  return SourceListView::fields();
}

Page render_source_list(const Route& route, const SiteContext& site) {
  const auto root = root_of(route.path);
  std::map<SourceKind, std::vector<SourceFactsView>> by_kind;
  for (const auto& source : site.handbook().sources)
    by_kind[source.kind].push_back(source_facts(source, root, site));
  SourceListView view;
  for (const auto& [kind, anchor, name] : headings) {
    auto& sources = by_kind[kind];
    if (sources.empty()) continue;
    std::ranges::sort(sources, comes_before);
    view.groups.push_back({std::string(anchor), site.words()[name], std::move(sources)});
  }
  return top_page(address::laws, Word::nav_laws,
                  site.theme().page(PageKind::source_list).fill(view), site);
}

}  // namespace handbok
