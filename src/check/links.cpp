// Links that work but may not lead where the reader should go, and what a link must say.

#include <set>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "model/references.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// A reference that an adopted text makes to another document.
struct Pointer {
  const Revision* from = nullptr;
  const DocumentDay* target = nullptr;
  std::optional<int> revision;  ///< the one that is pinned, if any
  Location location;
};

/// A base that a local document rests on has codes of its own, and what a document replaces is
/// gone.
bool is_followed_by_reader(RelationKind kind) {
  return kind != RelationKind::replaces && !is_local(kind);
}

void add_pointers(const DayView& view, const Revision& revision, std::vector<Pointer>& pointers) {
  for (const auto& relation : revision.relations) {
    const auto* const target = view.find(relation.document);
    if (target == nullptr || !is_followed_by_reader(relation.kind)) continue;
    pointers.push_back({&revision, target, {}, relation.location});
  }
  for (const auto& link : revision.body.links) {
    if (link.kind != LinkKind::document) continue;
    const auto reference = parse_document_reference(link.target);
    if (!reference) continue;
    const auto* const target = view.find(reference->document);
    if (target == nullptr || target->document->id == revision.document) continue;
    pointers.push_back({&revision, target, reference->revision, revision.at(link.position)});
  }
}

/// The first reference of each adopted text to each document that `is_wanted` picks.
template <typename Predicate>
std::vector<Pointer> first_pointers(const CheckContext& context, Predicate is_wanted) {
  std::vector<Pointer> pointers;
  for (const auto& checked : context.revisions()) {
    if (checked.is_adopted()) add_pointers(context.view(), *checked.revision, pointers);
  }
  std::set<std::pair<const Revision*, const DocumentDay*>> seen;
  std::erase_if(pointers, [&](const Pointer& pointer) {
    return !is_wanted(pointer) || !seen.emplace(pointer.from, pointer.target).second;
  });
  return pointers;
}

bool was_never_adopted(const Pointer& pointer) {
  return !is_published(pointer.target->state);
}

bool is_repealed(const Pointer& pointer) {
  return pointer.target->state == DocumentState::repealed && !pointer.revision;
}

bool is_pinned_to_superseded(const Pointer& pointer) {
  if (!pointer.revision || pointer.target->in_force == nullptr) return false;
  const auto& revisions = pointer.target->document->revisions;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    if (revisions[i].number == *pointer.revision) {
      return pointer.target->revisions[i].state == RevisionState::superseded;
    }
  }
  return false;
}

std::string successors_of(const Repeal& repeal) {
  return repeal.replaced_by.empty() ? "@nothing.no_successor" : join(repeal.replaced_by, ", ");
}

}  // namespace

void check_link_to_superseded(CheckContext& context) {
  for (const auto& pointer : first_pointers(context, is_pinned_to_superseded)) {
    const auto number = std::to_string(*pointer.revision);
    context.report(*pointer.from, {Code::link_to_superseded,
                                   pointer.location,
                                   {pointer.from->document, number, pointer.target->document->id,
                                    std::to_string(pointer.target->in_force->number)},
                                   {number}});
  }
}

void check_link_to_repealed(CheckContext& context) {
  for (const auto& pointer : first_pointers(context, is_repealed)) {
    const auto& target = *pointer.target->document;
    context.report(*pointer.from,
                   {Code::link_to_repealed,
                    pointer.location,
                    {pointer.from->document, target.id, target.repeal->effective_on->to_string()},
                    {successors_of(*target.repeal)}});
  }
}

void check_link_to_draft(CheckContext& context) {
  for (const auto& pointer : first_pointers(context, was_never_adopted)) {
    const auto& target = pointer.target->document->id;
    context.report(
        *pointer.from,
        {Code::link_to_draft, pointer.location, {pointer.from->document, target}, {target}});
  }
}

void check_link_external(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    if (!checked.is_adopted()) continue;
    const auto& revision = *checked.revision;
    std::set<std::string_view> seen;
    for (const auto& link : revision.body.links) {
      const bool is_page = link.target.starts_with("http");
      if (link.kind != LinkKind::external || !is_page || !seen.insert(link.target).second) continue;
      context.report(
          revision,
          {Code::link_external, revision.at(link.position), {revision.document, link.target}});
    }
  }
}

void check_term_undefined(CheckContext& context) {
  const auto& handbook = context.handbook();
  KnownTexts terms(ids_of(handbook.terms));
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    for (const auto& link : revision.body.links) {
      if (link.kind != LinkKind::term || handbook.find_term(link.target) != nullptr) continue;
      context.report(revision, {Code::term_undefined,
                                revision.at(link.position),
                                {link.target},
                                {near_slot(terms.nearest_to(link.target))}});
    }
  }
}

void check_image_no_alt(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    for (const auto& link : revision.body.links) {
      if (!link.is_image || !trim(link.text).empty()) continue;
      context.report(
          revision,
          {Code::image_no_alt, revision.at(link.position), {link.target, revision.document}});
    }
  }
}

}  // namespace handbok
