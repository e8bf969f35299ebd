#include <algorithm>
#include <array>
#include <map>

#include "base/strings.hpp"
#include "model/references.hpp"
#include "render/addresses.hpp"
#include "render/pages/document_parts.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// True if the kind is how a unit adds to a document of a higher level.
bool is_of_unit(RelationKind kind) {
  return kind == RelationKind::implements || is_local(kind);
}

std::vector<RelatedView> relations(const Revision& revision, const LinkScope& scope) {
  std::vector<RelatedView> views;
  for (const auto& relation : revision.relations) {
    views.push_back({target_html(document_target(relation.document, scope), scope.site.words()),
                     scope.site.words()[relation_words(relation.kind).first],
                     {}});
  }
  return views;
}

/// The steps of one process that follow the document: the process, and "steg 1, 2".
RelatedView steps_view(const Revision& process, const std::vector<std::string>& nodes,
                       const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> links;
  for (const auto& node : nodes) {
    const auto target = document_target(process.document + "#" + node, scope);
    const auto* const source = process.process ? find_node(*process.process, node) : nullptr;
    links.push_back(link_html(target.href, source == nullptr ? node : source->label));
  }
  auto view = RelatedView{target_html(document_target(process.document, scope), words), {}, {}};
  view.places = word_html(words, Word::relation_by_steps, {joined_html(links, ", ").text});
  return view;
}

/// "Lönngården: Lokal rutin för klagomål".
RelatedView local_view(const Use& use, const LinkScope& scope) {
  const auto* const unit = scope.site.handbook().find_unit(use.by->unit);
  return {target_html(document_target(use.by->document, scope), scope.site.words()),
          unit == nullptr ? use.by->unit : unit->name,
          {}};
}

/// Who uses the document today: units that add to it, processes by their steps, other relations,
/// and last those whose text only names it.
void add_uses(DocumentView& view, const Revision& revision, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::map<const Revision*, std::vector<std::string>> steps;
  const auto& uses = scope.site.input.edition.backlinks.of(revision.document);
  for (const auto& use : uses) {
    if (use.kind == UseKind::step) steps[use.by].push_back(use.anchor);
  }
  std::vector<const Revision*> shown;
  for (const auto& use : uses) {
    if (scope.site.withheld.reason(use.by->key()) != nullptr) continue;
    const bool is_shown = std::ranges::find(shown, use.by) != shown.end();
    if (is_shown && use.kind != UseKind::relation) continue;
    shown.push_back(use.by);
    const auto link = target_html(document_target(use.by->document, scope), words);
    if (use.kind == UseKind::step) {
      view.used_by.push_back(steps_view(*use.by, steps[use.by], scope));
    } else if (use.kind == UseKind::text) {
      view.named_by.push_back({link, {}, {}});
    } else if (is_of_unit(use.relation)) {
      view.local_additions.push_back(local_view(use, scope));
    } else {
      view.used_by.push_back({link, words[relation_words(use.relation).second], {}});
    }
  }
  for (auto& row : own_use_links(revision.document, scope))
    view.named_by.push_back({std::move(row), {}, {}});
}

std::vector<RelatedView> requirements(const Revision& revision, const LinkScope& scope) {
  std::vector<RelatedView> views;
  for (const auto& reference : revision.requirements) {
    const auto [source, ref] = parse_clause_reference(reference);
    std::string title;
    for (const auto& clause : scope.site.handbook().clauses) {
      if (clause.source == source && clause.ref == ref) title = clause.title;
    }
    views.push_back({target_html(clause_target(reference, scope), scope.site.words()), title, {}});
  }
  return views;
}

/// The source that a number as written starts with ("SFS 2017:30", "SFS 2017:30 5 kap."), or
/// nullptr.
const LegalSource* source_of(const Handbook& handbook, std::string_view basis) {
  for (const auto& source : handbook.sources) {
    if (!basis.starts_with(source.number)) continue;
    if (basis.size() == source.number.size() || basis[source.number.size()] == ' ') return &source;
  }
  return nullptr;
}

std::vector<RelatedView> legal_basis(const Revision& revision, const LinkScope& scope) {
  std::vector<RelatedView> views;
  for (const auto& basis : revision.legal_basis) {
    const auto* const source = source_of(scope.site.handbook(), basis);
    if (source == nullptr) {
      views.push_back({{escape_html(basis)}, {}, {}});
    } else {
      auto target = clause_target(source->id, scope);
      target.text = basis;
      views.push_back({target_html(target, scope.site.words()), source->title, {}});
    }
  }
  return views;
}

std::string size_text(std::size_t bytes, const WordTable& words) {
  constexpr std::size_t kilo = 1000;
  if (bytes < kilo) return words.fill(Word::size_bytes, {std::to_string(bytes)});
  if (bytes < kilo * kilo) {
    return words.fill(Word::size_kilobytes, {std::to_string((bytes + kilo / 2) / kilo)});
  }
  return words.fill(Word::size_megabytes,
                    {std::to_string((bytes + kilo * kilo / 2) / kilo / kilo)});
}

std::vector<AttachmentView> attachments(const Revision& revision, const LinkScope& scope) {
  std::vector<AttachmentView> views;
  for (const auto& file : revision.attachments) {
    views.push_back({file.path, file.path.substr(file.path.rfind('/') + 1),
                     size_text(file.size, scope.site.words())});
  }
  return views;
}

}  // namespace

std::pair<Word, Word> relation_words(RelationKind kind) {
  constexpr std::array<std::pair<Word, Word>, 8> words = {
      {{Word::relation_implements, Word::relation_by_implements},
       {Word::relation_complements, Word::relation_by_complements},
       {Word::relation_replaces_locally, Word::relation_by_replaces_locally},
       {Word::relation_replaces, Word::relation_by_replaces},
       {Word::relation_see_also, Word::relation_by_see_also},
       {Word::relation_form_for, Word::relation_by_form_for},
       {Word::relation_template_for, Word::relation_by_template_for},
       {Word::relation_checklist_for, Word::relation_by_checklist_for}}};
  static_assert(words.size() == static_cast<std::size_t>(RelationKind::checklist_for) + 1);
  return words[static_cast<std::size_t>(kind)];
}

void add_references(DocumentView& view, const Revision& revision, const LinkScope& scope) {
  view.relations = relations(revision, scope);
  if (!scope.as_of) add_uses(view, revision, scope);
  view.requirements = requirements(revision, scope);
  view.legal_basis = legal_basis(revision, scope);
  view.attachments = attachments(revision, scope);
  view.has_references = !view.relations.empty() || !view.local_additions.empty() ||
                        !view.used_by.empty() || !view.named_by.empty() ||
                        !view.requirements.empty() || !view.legal_basis.empty() ||
                        !view.attachments.empty();
}

}  // namespace handbok
