#include "render/pages/document_item.hpp"

#include <algorithm>

#include "derive/review_dates.hpp"
#include "render/addresses.hpp"
#include "render/state_words.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// The state of a published document, as that of a revision that would be shown so.
RevisionState shown_state(DocumentState state) {
  switch (state) {
    case DocumentState::unknown: return RevisionState::draft;
    case DocumentState::draft: return RevisionState::draft;
    case DocumentState::in_review: return RevisionState::in_review;
    case DocumentState::upcoming: return RevisionState::upcoming;
    case DocumentState::in_force: return RevisionState::in_force;
    case DocumentState::expired: return RevisionState::expired;
    case DocumentState::repealed: return RevisionState::repealed;
    case DocumentState::withdrawn: return RevisionState::withdrawn;
  }
  return RevisionState::draft;
}

}  // namespace

std::vector<ProcessStepsView> steps_by_process(std::span<const ProcessStep> steps,
                                               const std::string& root, const SiteContext& site) {
  std::vector<ProcessStepsView> processes;
  for (const auto& [process, node, number] : steps) {
    if (processes.empty() || processes.back().id != process->document) {
      const auto href = root + address::document(site.handbook(), process->document);
      processes.push_back({href, process->title, process->document, {}});
    }
    auto& view = processes.back();
    view.steps.push_back({view.href + "#" + node->id,
                          number == 0 ? std::string{} : std::to_string(number), node->label});
  }
  std::ranges::stable_sort(processes, SwedishLess{}, &ProcessStepsView::title);
  return processes;
}

std::string type_name(std::string_view type, const SiteContext& site) {
  const auto* const known = site.handbook().find_type(type);
  return known == nullptr ? std::string(type) : known->name;
}

DocumentItemView document_item(const ListedDocument& listed, const std::string& root,
                               const SiteContext& site) {
  const auto& id = listed.day->document->id;
  DocumentItemView item;
  item.href = root + address::document(site.handbook(), id);
  item.title = listed.revision == nullptr ? id : listed.revision->title;
  item.id = id;
  item.type = type_name(id.substr(0, id.find('-')), site);
  if (listed.day->state == DocumentState::in_force) return item;
  const auto state = shown_state(listed.day->state);
  item.state = site.words()[state_word(state)];
  item.state_class = state_class(state);
  if (state == RevisionState::upcoming && listed.day->upcoming != nullptr) {
    const auto& validity = site.view().of(*listed.day->upcoming).validity;
    if (validity) item.starts = date_html(validity->from, site.words());
  }
  return item;
}

std::optional<NextReview> next_review(const ListedDocument& listed, const SiteContext& site) {
  if (listed.day->state != DocumentState::in_force || listed.revision == nullptr) return {};
  const auto today = site.view().day();
  const auto next = review_dates(*listed.day->document, *listed.revision, today).next;
  if (!next) return {};
  return NextReview{*next, *next < today && is_known(site.view(), today)};
}

void sort_by_title(std::vector<DocumentItemView>& items) {
  std::ranges::sort(items, [](const auto& a, const auto& b) {
    const auto order = compare_swedish(a.title, b.title);
    return order != 0 ? order < 0 : a.id < b.id;
  });
}

std::vector<DocumentItemView> document_items(std::span<const Revision* const> revisions,
                                             const std::string& root, const SiteContext& site) {
  std::vector<DocumentItemView> items;
  items.reserve(revisions.size());
  for (const auto* const revision : revisions) {
    items.push_back(document_item({site.view().find(revision->document), revision}, root, site));
  }
  sort_by_title(items);
  return items;
}

}  // namespace handbok
