#include "check/link_targets.hpp"

#include <algorithm>

#include "check/check.hpp"

namespace handbok {
namespace {

std::vector<std::string> anchors_of(const Revision& revision) {
  std::vector<std::string> anchors;
  for (const auto& heading : revision.body.headings)
    anchors.push_back(heading.anchor);
  if (revision.process) {
    for (const auto& node : revision.process->nodes)
      anchors.push_back(node.id);
  }
  return anchors;
}

bool has_anchor(const Revision& revision, std::string_view anchor) {
  return std::ranges::find(revision.body.headings, anchor, &BodyHeading::anchor) !=
             revision.body.headings.end() ||
         (revision.process && find_node(*revision.process, anchor) != nullptr);
}

bool is_unreadable(const Document& document, const Revision& revision) {
  return std::ranges::find(document.unreadable, revision.number) != document.unreadable.end();
}

/// The revision that a reader of the reference gets, or nullptr if there is none to look into.
const Revision* revision_meant(const DocumentDay& day, const DocumentReference& reference) {
  const auto& document = *day.document;
  const auto* revision = reference.revision ? document.find(*reference.revision) : day.shown;
  if (revision == nullptr && !document.revisions.empty()) revision = &document.revisions.back();
  if (revision == nullptr || is_unreadable(document, *revision)) return nullptr;
  return has_changed_text(*revision) ? nullptr : revision;
}

std::optional<BrokenTarget> find_broken_anchor_of(const DocumentDay& day,
                                                  const DocumentReference& reference) {
  const auto* const revision = revision_meant(day, reference);
  if (revision == nullptr) return std::nullopt;
  auto broken = find_broken_anchor(*revision, reference.anchor);
  if (broken) {
    broken->is_only_anchor = std::ranges::any_of(
        day.document->revisions,
        [&](const Revision& other) { return has_anchor(other, reference.anchor); });
  }
  return broken;
}

}  // namespace

std::optional<BrokenTarget> find_broken(const DayView& view, const DocumentReference& reference) {
  const auto* const day = view.find(reference.document);
  if (day == nullptr) {
    return BrokenTarget{nearest_or_dash(reference.document, ids_of(view.handbook().documents))};
  }
  const auto& document = *day->document;
  const bool may_be_unread = !document.unreadable.empty();
  if (reference.revision && !may_be_unread && document.find(*reference.revision) == nullptr) {
    const auto& last = document.revisions.back();
    return BrokenTarget{document.id + "@" + std::to_string(last.number)};
  }
  return reference.anchor.empty() ? std::nullopt : find_broken_anchor_of(*day, reference);
}

std::optional<BrokenTarget> find_broken(const Handbook& handbook,
                                        const ClauseReference& reference) {
  if (handbook.find_source(reference.source) == nullptr) {
    return BrokenTarget{nearest_or_dash(reference.source, ids_of(handbook.sources))};
  }
  if (reference.ref.empty() || has_clause(handbook, reference.source, reference.ref)) {
    return std::nullopt;
  }
  std::vector<std::string> known;
  for (const auto& clause : handbook.clauses) {
    if (clause.source == reference.source) known.push_back(clause.source + "/" + clause.ref);
  }
  return BrokenTarget{nearest_or_dash(reference.source + "/" + reference.ref, known)};
}

std::optional<BrokenTarget> find_broken_anchor(const Revision& revision, std::string_view anchor) {
  if (has_anchor(revision, anchor)) return std::nullopt;
  return BrokenTarget{nearest_or_dash(anchor, anchors_of(revision))};
}

std::optional<BrokenTarget> find_broken_attachment(const Revision& revision,
                                                   std::string_view path) {
  while (path.starts_with("./"))
    path.remove_prefix(2);
  const auto folder = std::to_string(revision.number) + "/";
  std::vector<std::string> known;
  for (const auto& attachment : revision.attachments) {
    if (attachment.path == path || attachment.path == folder + std::string(path)) {
      return std::nullopt;
    }
    known.push_back(attachment.path);
  }
  return BrokenTarget{nearest_or_dash(folder + std::string(path), known)};
}

}  // namespace handbok
