// "Processer": the processes as a map, sub-processes under those that they belong to.
#include <algorithm>
#include <array>
#include <map>

#include "derive/process_order.hpp"
#include "diag/code_names.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_item.hpp"
#include "render/words.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct ProcessRemarkView {
  std::string text;
  HANDBOK_FIELDS(ProcessRemarkView, text)
};

struct ProcessCardView {
  std::string href;
  std::string title;
  std::string id;
  std::string purpose;
  std::string state;  ///< empty if it is in force
  std::string state_class;
  std::string steps;  ///< "12 steg"
  Html owner;
  Html starts;                             ///< the first day of an upcoming process
  std::vector<ProcessRemarkView> remarks;  ///< what is lacking, in words
  std::vector<ProcessCardView> parts;
  bool has_parts = false;
  HANDBOK_FIELDS(ProcessCardView, href, title, id, purpose, state, state_class, steps, owner,
                 starts, remarks, parts, has_parts)
};

struct ProcessBandView {
  std::string anchor;
  std::string name;
  std::vector<ProcessCardView> cards;
  HANDBOK_FIELDS(ProcessBandView, anchor, name, cards)
};

struct ProcessMapView {
  std::vector<ProcessBandView> bands;
  HANDBOK_FIELDS(ProcessMapView, bands)
};

/// What the map tells of the diagnostics of a process, and how often each was found.
struct Shortcomings {
  std::size_t steps_without_routine = 0;
  std::size_t steps_with_invalid_routine = 0;
  std::size_t steps_without_role = 0;
  bool collaboration_is_open = false;
};

using ShortcomingsByRevision = std::map<RevisionKey, Shortcomings>;

ShortcomingsByRevision find_shortcomings(const std::vector<Diagnostic>& diagnostics) {
  ShortcomingsByRevision found;
  for (const auto& diagnostic : diagnostics) {
    if (!diagnostic.revision) continue;
    const auto& revision = *diagnostic.revision;
    if (diagnostic.code == Code::activity_no_routine) {
      ++found[revision].steps_without_routine;
    } else if (diagnostic.code == Code::activity_routine_not_in_force) {
      ++found[revision].steps_with_invalid_routine;
    } else if (diagnostic.code == Code::activity_no_role) {
      ++found[revision].steps_without_role;
    } else if (diagnostic.code == Code::process_collaboration_unassessed) {
      found[revision].collaboration_is_open = true;
    }
  }
  return found;
}

std::vector<ProcessRemarkView> remarks(const ListedDocument& listed,
                                       const Shortcomings& shortcomings, const SiteContext& site) {
  const auto& words = site.words();
  std::vector<ProcessRemarkView> views;
  const auto add = [&](std::size_t count, Word one, Word many) {
    if (count > 0) views.push_back({counted(count, one, many, words)});
  };
  add(shortcomings.steps_without_routine, Word::process_map_no_routine_one,
      Word::process_map_no_routine_many);
  add(shortcomings.steps_with_invalid_routine, Word::process_map_invalid_routine_one,
      Word::process_map_invalid_routine_many);
  add(shortcomings.steps_without_role, Word::process_map_no_role_one,
      Word::process_map_no_role_many);
  if (shortcomings.collaboration_is_open) {
    views.push_back({words[Word::process_map_collaboration_open]});
  }
  const auto review = next_review(listed, site);
  if (review && review->is_overdue) {
    views.push_back({words[Word::process_map_review_overdue]});
  }
  return views;
}

std::string steps_text(const Process& process, const WordTable& words) {
  int last = 0;
  for (const auto& step : process_order(process))
    last = std::max(last, step.number);
  return counted(static_cast<std::size_t>(last), Word::process_map_steps_one,
                 Word::process_map_steps_many, words);
}

ProcessCardView process_card(const ListedDocument& listed,
                             const ShortcomingsByRevision& shortcomings, const std::string& root,
                             const SiteContext& site) {
  auto item = document_item(listed, root, site);
  ProcessCardView card;
  card.href = std::move(item.href);
  card.title = std::move(item.title);
  card.id = std::move(item.id);
  card.state = std::move(item.state);
  card.state_class = std::move(item.state_class);
  card.starts = std::move(item.starts);
  if (listed.revision == nullptr) return card;
  const auto owner = role_link(listed.revision->owner, root, site);
  card.owner = link_html(owner.href, owner.text);
  if (listed.revision->process) {
    card.purpose = listed.revision->process->purpose;
    card.steps = steps_text(*listed.revision->process, site.words());
  }
  const auto found = shortcomings.find(listed.revision->key());
  card.remarks =
      remarks(listed, found == shortcomings.end() ? Shortcomings{} : found->second, site);
  return card;
}

bool is_on_map(const ListedDocument& listed, const SiteContext& site) {
  const std::string_view id = listed.day->document->id;
  const auto* const type = site.handbook().find_type(id.substr(0, id.find('-')));
  return type != nullptr && type->is_process && !is_over(listed.day->state);
}

/// The cards by what they are: main processes, governing, supporting, and sub-processes by the id
/// of the process that they are a part of.
struct Cards {
  std::map<ProcessKind, std::vector<ProcessCardView>> by_kind;
  std::map<DocumentId, std::vector<ProcessCardView>, std::less<>> parts;
};

Cards all_cards(const std::string& root, const SiteContext& site) {
  const auto shortcomings = find_shortcomings(site.edition().diagnostics);
  Cards cards;
  for (const auto& listed : site.index().documents) {
    if (!is_on_map(listed, site)) continue;
    auto card = process_card(listed, shortcomings, root, site);
    const auto* const process = listed.revision != nullptr && listed.revision->process
                                    ? &*listed.revision->process
                                    : nullptr;
    if (process != nullptr && process->kind == ProcessKind::sub && !process->parent.empty()) {
      cards.parts[process->parent].push_back(std::move(card));
    } else {
      cards.by_kind[process == nullptr ? ProcessKind::main : process->kind].push_back(
          std::move(card));
    }
  }
  return cards;
}

void sort_cards(std::vector<ProcessCardView>& cards) {
  std::ranges::stable_sort(cards, SwedishLess{}, &ProcessCardView::title);
}

/// Puts the parts under their process. Parts of a process that is not on the map, or is itself a
/// part, stay by themselves among the sub-processes.
void place_parts(Cards& cards) {
  for (auto& [kind, band] : cards.by_kind) {
    for (auto& card : band) {
      const auto parts = cards.parts.find(card.id);
      if (parts == cards.parts.end()) continue;
      card.parts = std::move(parts->second);
      card.has_parts = true;
      sort_cards(card.parts);
      cards.parts.erase(parts);
    }
  }
  auto& left = cards.by_kind[ProcessKind::sub];
  for (auto& [parent, parts] : cards.parts) {
    std::ranges::move(parts, std::back_inserter(left));
  }
}

}  // namespace

void plan_process_map(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::process_map, std::string(address::processes), {}});
}

std::span<const Field> process_map_fields() {
  return ProcessMapView::fields();
}

Page render_process_map(const Route& route, const SiteContext& site) {
  struct Band {
    ProcessKind kind;
    std::string_view anchor;
    Word name;
  };
  constexpr auto order = std::to_array<Band>({
      {ProcessKind::governing, "styrande", Word::process_map_governing},
      {ProcessKind::main, "huvudprocesser", Word::process_map_main},
      {ProcessKind::sub, "delprocesser", Word::process_map_sub},
      {ProcessKind::support, "stod", Word::process_map_support},
  });
  auto cards = all_cards(root_of(route.path), site);
  place_parts(cards);
  ProcessMapView view;
  for (const auto& [kind, anchor, name] : order) {
    auto& band = cards.by_kind[kind];
    if (band.empty()) continue;
    sort_cards(band);
    view.bands.push_back({std::string(anchor), site.words()[name], std::move(band)});
  }
  return top_page(address::processes, Word::nav_processes,
                  site.theme().page(PageKind::process_map).fill(view), site);
}

}  // namespace handbok
