// A legal source: what the register says of it, its clauses, and the documents that rest on it.
#include <algorithm>
#include <array>

#include "model/handbook.hpp"
#include "render/addresses.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/clause_sections.hpp"
#include "render/pages/source_facts.hpp"

namespace handbok {
namespace {

struct SourceView {
  std::vector<SourceFactsView> facts;     ///< always one
  std::vector<DocumentItemView> resting;  ///< documents in force that rest on it
  std::vector<DocumentItemView> naming;   ///< that name it, but no clause of the list
  std::vector<ClauseSectionView> sections;
  bool has_resting = false;
  bool has_naming = false;
  bool has_sections = false;
  bool is_unused = false;
  static std::span<const Field> fields();
};

std::span<const Field> SourceView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&SourceView::facts>("facts"),
      field<&SourceView::resting>("resting"),
      field<&SourceView::naming>("naming"),
      field<&SourceView::sections>("sections"),
      field<&SourceView::has_resting>("has_resting"),
      field<&SourceView::has_naming>("has_naming"),
      field<&SourceView::has_sections>("has_sections"),
      field<&SourceView::is_unused>("is_unused"),
  });
  return list;
}

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
  const auto& use = site.index.laws.of(source.id);
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

}  // namespace handbok
