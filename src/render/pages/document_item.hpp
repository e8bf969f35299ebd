#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "derive/role_uses.hpp"
#include "render/html.hpp"
#include "render/site_context.hpp"
#include "render/site_index.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A link to a step of a process.
struct StepLinkView {
  std::string href;
  std::string number;  ///< empty for a start or an end
  std::string label;
  HANDBOK_FIELDS(StepLinkView, href, number, label)
};

/// Some steps of one process.
struct ProcessStepsView {
  std::string href;
  std::string title;
  std::string id;
  std::vector<StepLinkView> steps;
  HANDBOK_FIELDS(ProcessStepsView, href, title, id, steps)
};

/// The steps by process, processes by title, seen from the page that lies `root` below the site's
/// root. Steps of one process must stand together.
std::vector<ProcessStepsView> steps_by_process(std::span<const ProcessStep> steps,
                                               const std::string& root, const SiteContext& site);

/// A document in a list.
struct DocumentItemView {
  std::string href;
  std::string title;
  std::string id;
  std::string type;
  std::string state;  ///< in words; empty if it is in force, as most are
  std::string state_class;
  Html starts;                         ///< the first day of an upcoming document
  std::vector<LinkView> complements;   ///< local documents that add to it, where a page tells them
  std::vector<LinkView> replacements;  ///< local documents that stand in its place
  HANDBOK_FIELDS(DocumentItemView, href, title, id, type, state, state_class, starts, complements,
                 replacements)
};

/// The item of a document, seen from the page that lies `root` below the site's root.
DocumentItemView document_item(const ListedDocument& listed, const std::string& root,
                               const SiteContext& site);

/// The items of revisions in force, by title.
std::vector<DocumentItemView> document_items(std::span<const Revision* const> revisions,
                                             const std::string& root, const SiteContext& site);

/// Sorts items by title in Swedish order, then by id.
void sort_by_title(std::vector<DocumentItemView>& items);

/// When a document in force is to be looked at next.
struct NextReview {
  Date on;
  bool is_overdue = false;
};

/// No value for what is not in force or has no such day.
std::optional<NextReview> next_review(const ListedDocument& listed, const SiteContext& site);

/// The name of the type of documents, "Rutin"; the code itself if it is unknown.
std::string type_name(std::string_view type, const SiteContext& site);

}  // namespace handbok
