#include "render/pages/clause_sections.hpp"

#include <algorithm>
#include <array>

#include "render/addresses.hpp"
#include "render/clause_words.hpp"
#include "render/pages/organisation_words.hpp"

namespace handbok {
namespace {

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
  const auto& naming = site.index.laws.of(clause.source).naming_clause(clause.ref);
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
  for (const auto& [ref, revisions] : site.index.laws.of(source).naming) {
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

}  // namespace

std::span<const Field> ClauseView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ClauseView::anchor>("anchor"),
      field<&ClauseView::part>("part"),
      field<&ClauseView::title>("title"),
      field<&ClauseView::regimes>("regimes"),
      field<&ClauseView::is_advice>("is_advice"),
      field<&ClauseView::documents>("documents"),
      field<&ClauseView::has_documents>("has_documents"),
  });
  return list;
}

std::span<const Field> ClauseSectionView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&ClauseSectionView::anchor>("anchor"),
      field<&ClauseSectionView::name>("name"),
      field<&ClauseSectionView::clauses>("clauses"),
      field<&ClauseSectionView::documents>("documents"),
      field<&ClauseSectionView::has_documents>("has_documents"),
  });
  return list;
}

std::string_view section_of(std::string_view ref) {
  return ref.substr(0, ref.find(' '));
}

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

}  // namespace handbok
