// "Begrepp": the words that the handbook uses in one meaning, from A to Ö.
#include <algorithm>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/frame.hpp"
#include "render/html.hpp"
#include "render/page_kinds.hpp"
#include "render/site_context.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct TermView {
  std::string id;
  std::string term;
  std::string definition;
  std::optional<LinkView> source;
  std::string synonyms;
  std::string discouraged;
  HANDBOK_FIELDS(TermView, id, term, definition, source, synonyms, discouraged)
};

struct TermLetterView {
  std::string letter;
  std::string anchor;
  std::vector<TermView> terms;
  HANDBOK_FIELDS(TermLetterView, letter, anchor, terms)
};

struct TermsView {
  std::vector<TermLetterView> letters;
  bool is_empty = false;
  HANDBOK_FIELDS(TermsView, letters, is_empty)
};

/// The statute that a definition comes from, by its number, with its short name if it has one.
std::optional<LinkView> source_link(const std::string& number, const std::string& root,
                                    const SiteContext& site) {
  if (number.empty()) return std::nullopt;
  const auto& sources = site.handbook().sources;
  const auto source = std::ranges::find(sources, number, &LegalSource::number);
  if (source == sources.end()) return LinkView{{}, number};
  const auto law = address::law(source->id);
  const auto& name = source->short_name;
  return LinkView{site.routes.has(law) ? root + law : std::string{},
                  name.empty() ? number : number + " (" + name + ")"};
}

std::vector<TermView> term_views(const std::string& root, const SiteContext& site) {
  std::vector<TermView> views;
  for (const auto& term : site.handbook().terms) {
    views.push_back({term.id, term.term, term.definition, source_link(term.source, root, site),
                     join(term.synonyms, ", "), join(term.deprecated, ", ")});
  }
  std::ranges::stable_sort(views, SwedishLess{}, &TermView::term);
  return views;
}

std::vector<TermLetterView> by_letter(std::vector<TermView> terms) {
  std::vector<TermLetterView> letters;
  for (auto& term : terms) {
    auto [text, anchor] = index_letter(term.term);
    if (letters.empty() || letters.back().letter != text) {
      letters.push_back({std::move(text), std::move(anchor), {}});
    }
    letters.back().terms.push_back(std::move(term));
  }
  return letters;
}

}  // namespace

void plan_terms(const RenderInput& input, RouteTable& routes) {
  routes.add({PageKind::terms, std::string(address::terms), {}});
  for (const auto& term : input.edition.view.handbook().terms)
    routes.add_address(address::term(term.id));
}

std::span<const Field> terms_fields() {
  return TermsView::fields();
}

Page render_terms(const Route& route, const SiteContext& site) {
  TermsView view;
  view.letters = by_letter(term_views(root_of(route.path), site));
  view.is_empty = view.letters.empty();
  return top_page(address::terms, Word::nav_terms, site.theme().page(PageKind::terms).fill(view),
                  site);
}

}  // namespace handbok
