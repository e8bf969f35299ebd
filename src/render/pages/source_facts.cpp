#include "render/pages/source_facts.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

Word kind_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::act:
      return Word::source_act;
    case SourceKind::ordinance:
      return Word::source_ordinance;
    case SourceKind::regulation:
      return Word::source_regulation;
    case SourceKind::advice:
      return Word::source_general_advice;
    case SourceKind::standard:
      return Word::source_standard;
    case SourceKind::guidance:
      return Word::source_guidance;
    case SourceKind::decision:
      return Word::source_decision;
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
  view.is_check_overdue = !view.is_repealed && source.checked_on->plus_months(months) < day;
}

}  // namespace

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

}  // namespace handbok
