#include "render/references.hpp"

#include "base/strings.hpp"
#include "model/references.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

/// One part of a reference, such as "4:4", "st2", "p1" or "AR".
std::string part_text(std::string_view part, const WordTable& words) {
  if (part == "AR") return words[Word::clause_advice];
  if (const auto colon = part.find(':'); colon != std::string_view::npos) {
    return words.fill(Word::clause_section,
                      {std::string(part.substr(0, colon)), std::string(part.substr(colon + 1))});
  }
  if (part.starts_with("st") && part.size() > 2) {
    return words.fill(Word::clause_paragraph, {std::string(part.substr(2))});
  }
  if (part.starts_with("p") && part.size() > 1) {
    return words.fill(Word::clause_point, {std::string(part.substr(1))});
  }
  return std::string(part);
}

bool has_anchor(const Revision& revision, std::string_view anchor) {
  if (revision.process && find_node(*revision.process, anchor) != nullptr) return true;
  return std::ranges::find(revision.body.headings, anchor, &BodyHeading::anchor) !=
         revision.body.headings.end();
}

/// The title, and for a step of a process what the step is called.
std::string reference_text(const Revision& revision, const std::string& anchor) {
  const auto* const node = revision.process ? find_node(*revision.process, anchor) : nullptr;
  return node == nullptr ? revision.title : revision.title + ": " + node->label;
}

std::string with_anchor(const std::string& address, const Revision& revision,
                        const std::string& anchor) {
  return has_anchor(revision, anchor) ? address + "#" + anchor : address;
}

/// The permanent page of that revision, or no link if there is none.
LinkTarget revision_target(const Revision& revision, const std::string& anchor,
                           const LinkScope& scope) {
  const auto address = address::revision(scope.site.handbook(), revision.key());
  if (!scope.site.routes.has(address)) return {{}, revision.document, {}};
  if (scope.site.withheld.reason(revision.key()) != nullptr) {
    return {scope.root + address, revision.document, {}};
  }
  return {
      scope.root + with_anchor(address, revision, anchor), reference_text(revision, anchor), {}};
}

/// "upphävd – använd Utreda klagomål", for links to a document that was repealed.
Html ended_html(const DocumentDay& document, const LinkScope& scope) {
  if (document.state != DocumentState::repealed) return {};
  const auto& words = scope.site.words();
  std::vector<Html> successors;
  for (const auto& id : document.document->repeal->replaced_by) {
    const auto address = address::document(scope.site.handbook(), id);
    const auto* const successor = scope.site.view().find(id);
    if (successor == nullptr || !scope.site.routes.has(address)) continue;
    successors.push_back(link_html(scope.root + address, document_title(*successor, scope.site)));
  }
  if (successors.empty()) return word_html(words, Word::link_repealed);
  return word_html(words, Word::link_repealed_use, {joined_html(successors, ", ").text});
}

/// The document's own page, which shows what applies today.
LinkTarget current_target(const DocumentDay& document, const std::string& anchor,
                          const LinkScope& scope) {
  const auto place = scope.site.view().place_of(document);
  const auto& known = scope.site.made_index.targets[place];
  if (known.address.empty()) return {{}, document.document->id, {}};
  auto href = scope.root + known.address;
  auto ended = scope.as_of ? Html{} : ended_html(document, scope);
  if (known.shown == nullptr || anchor.empty())
    return {std::move(href), known.text, {}, std::move(ended)};
  return {with_anchor(href, *known.shown, anchor),
          reference_text(*known.shown, anchor),
          {},
          std::move(ended)};
}

LinkTarget target_as_of(const DocumentDay& document, const std::string& anchor,
                        const LinkScope& scope) {
  const auto* const then = revision_on(document, *scope.as_of);
  if (then == nullptr) return current_target(document, anchor, scope);
  auto target = revision_target(*then, anchor, scope);
  if (document.in_force != nullptr && document.in_force != then) {
    target.now_href = current_target(document, {}, scope).href;
  }
  return target;
}

}  // namespace

std::vector<CurrentTarget> current_targets(const SiteContext& site) {
  std::vector<CurrentTarget> targets;
  targets.reserve(site.view().documents().size());
  for (const auto& document : site.view().documents()) {
    CurrentTarget target;
    auto address = address::document(site.handbook(), document.document->id);
    if (site.routes.has(address)) {
      target.address = std::move(address);
      target.shown = face_of(document, site.withheld).shown;
      target.text = target.shown == nullptr ? document_title(document, site) : target.shown->title;
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

std::string clause_text(std::string_view ref, const WordTable& words) {
  std::vector<std::string> parts;
  for (const auto part : split(ref, ' '))
    parts.push_back(part_text(part, words));
  return join(parts, " ");
}

std::string clause_with_source(const Handbook& handbook, std::string_view source,
                               std::string_view ref, const WordTable& words) {
  const auto* const known = handbook.find_source(source);
  std::string name(source);
  if (known != nullptr) name = known->short_name.empty() ? known->number : known->short_name;
  return ref.empty() ? name : name + ", " + clause_text(ref, words);
}

LinkTarget document_target(std::string_view reference, const LinkScope& scope) {
  const auto parsed = parse_document_reference(reference);
  const auto* const document = parsed ? scope.site.view().find(parsed->document) : nullptr;
  if (document == nullptr) return {{}, std::string(reference), {}};
  if (parsed->revision) {
    const auto* const revision = document->document->find(*parsed->revision);
    if (revision == nullptr) return {{}, std::string(reference), {}};
    return revision_target(*revision, parsed->anchor, scope);
  }
  if (scope.as_of) return target_as_of(*document, parsed->anchor, scope);
  return current_target(*document, parsed->anchor, scope);
}

LinkTarget clause_target(std::string_view reference, const LinkScope& scope) {
  const auto [source, ref] = parse_clause_reference(reference);
  LinkTarget target;
  target.text = clause_with_source(scope.site.handbook(), source, ref, scope.site.words());
  for (const auto& address : {address::clause(source, ref), address::law(source)}) {
    if (!scope.site.routes.has(address)) continue;
    target.href = scope.root + address;
    break;
  }
  return target;
}

LinkTarget term_target(std::string_view term, const LinkScope& scope) {
  const auto* const known = scope.site.handbook().find_term(term);
  const auto address = address::term(term);
  return {scope.site.routes.has(address) ? scope.root + address : std::string{},
          known == nullptr ? std::string(term) : known->term,
          {}};
}

Html target_html(const LinkTarget& target, const WordTable& words) {
  auto html = link_html(target.href, target.text);
  if (!target.now_href.empty()) {
    html.text += " <small class=\"applies-now\">(" +
                 link_html(target.now_href, words[Word::link_applies_now]).text + ")</small>";
  }
  return html;
}

bool has_page(const RevisionDay& day, const RenderOptions& options) {
  const bool is_draft = day.state == RevisionState::draft || day.state == RevisionState::in_review;
  if (options.preview) return is_draft;
  return is_published(day.state) || (options.drafts && is_draft);
}

std::vector<const Revision*> revisions_with_page(const RenderInput& input) {
  std::vector<const Revision*> revisions;
  for (const auto& document : input.edition.view.documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      if (!has_page(document.revisions[i], input.options)) continue;
      revisions.push_back(&document.document->revisions[i]);
    }
  }
  return revisions;
}

const Revision* revision_before(const Revision& revision, const DayView& view,
                                const RenderOptions& options) {
  const Revision* before = nullptr;
  for (const auto& other : view.find(revision.document)->document->revisions) {
    if (other.number == revision.number) break;
    const auto& day = view.of(other);
    // A draft is compared with the text that it is to replace.
    const bool counts = options.preview ? day.state == RevisionState::in_force ||
                                              day.state == RevisionState::expired
                                        : has_page(day, options);
    if (counts) before = &other;
  }
  return before;
}

LinkScope revision_scope(const Revision& revision, const SiteContext& site) {
  const auto path = address::revision(site.handbook(), revision.key());
  LinkScope scope{site, root_of(path), std::nullopt};
  const auto& day = site.view().of(revision);
  const bool is_past = day.validity && day.validity->to && *day.validity->to <= site.view().day();
  if (is_past && !day.validity->is_empty()) scope.as_of = last_day(*day.validity);
  return scope;
}

}  // namespace handbok
