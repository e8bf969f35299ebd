// "Vad som ändrades": two revisions of a document that followed each other, field by field and word
// by word.
#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/revision_changes.hpp"
#include "model/body_blocks.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/state_words.hpp"
#include "text/diff.hpp"

namespace handbok {
namespace {

struct FieldRowView {
  std::string name;
  Html was;
  Html became;
  HANDBOK_FIELDS(FieldRowView, name, was, became)
};

struct BlockView {
  std::string kind;
  std::string edit;
  Html html;
  HANDBOK_FIELDS(BlockView, kind, edit, html)
};

struct CompareView {
  std::string title;
  std::string id;
  std::string document_href;
  std::string before;
  std::string before_href;
  std::string after;
  std::string after_href;
  std::string change_note;
  Html because;
  std::string missing;  ///< revisions before both that the handbook has never held
  std::vector<FieldRowView> field_rows;
  bool has_fields = false;
  std::vector<BlockView> blocks;
  bool is_same_text = false;
  bool is_only_look = false;
  bool is_coarse = false;
  bool is_withheld = false;
  static std::span<const Field> fields();
};

std::span<const Field> CompareView::fields() {
  static constexpr auto list = std::to_array<Field>({
      field<&CompareView::title>("title"),
      field<&CompareView::id>("id"),
      field<&CompareView::document_href>("document_href"),
      field<&CompareView::before>("before"),
      field<&CompareView::before_href>("before_href"),
      field<&CompareView::after>("after"),
      field<&CompareView::after_href>("after_href"),
      field<&CompareView::change_note>("change_note"),
      field<&CompareView::because>("because"),
      field<&CompareView::missing>("missing"),
      field<&CompareView::field_rows>("fields"),
      field<&CompareView::has_fields>("has_fields"),
      field<&CompareView::blocks>("blocks"),
      field<&CompareView::is_same_text>("is_same_text"),
      field<&CompareView::is_only_look>("is_only_look"),
      field<&CompareView::is_coarse>("is_coarse"),
      field<&CompareView::is_withheld>("is_withheld"),
  });
  return list;
}

Word word_of(HeadField field) {
  constexpr std::array words = {
      Word::compare_field_title, Word::compare_unit,        Word::compare_owner,
      Word::compare_regimes,     Word::compare_audience,    Word::compare_topics,
      Word::compare_applies_to,  Word::compare_excludes,    Word::compare_requirements,
      Word::compare_legal_basis, Word::compare_responsible, Word::compare_relations,
      Word::compare_purpose,     Word::compare_trigger,     Word::compare_result,
      Word::compare_steps,       Word::compare_order,       Word::compare_attachments,
  };
  static_assert(words.size() == static_cast<std::size_t>(HeadField::attachments) + 1);
  return words[static_cast<std::size_t>(field)];
}

/// Roles, units and clauses by name, everything else as it is written.
Html values_html(HeadField field, const std::vector<std::string>& values, const SiteContext& site) {
  std::vector<Html> parts;
  for (const auto& value : values) {
    auto text = value;
    if (field == HeadField::owner || field == HeadField::audience) {
      text = role_link(value, {}, site).text;
    } else if (field == HeadField::unit || field == HeadField::applies_to ||
               field == HeadField::excludes) {
      text = unit_link(value, {}, site).text;
    } else if (field == HeadField::requirements || field == HeadField::legal_basis) {
      const auto source = value.substr(0, value.find('/'));
      const auto ref = value.substr(std::min(source.size() + 1, value.size()));
      text = clause_with_source(site.handbook(), source, ref, site.words());
    }
    parts.push_back({escape_html(text)});
  }
  return joined_html(parts, "<br>");
}

std::vector<FieldRowView> field_rows(const Revision& before, const Revision& after,
                                     const SiteContext& site) {
  std::vector<FieldRowView> rows;
  for (const auto& change : changed_fields(before, after, site.handbook())) {
    rows.push_back({site.words()[word_of(change.field)],
                    values_html(change.field, change.before, site),
                    values_html(change.field, change.after, site)});
  }
  return rows;
}

std::string_view kind_class(const BodyBlock& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::item:
      return "item";
    case BlockKind::row:
      return "row";
  }
  return {};
}

std::string_view edit_class(BlockEditKind kind) {
  switch (kind) {
    case BlockEditKind::same:
      return "same";
    case BlockEditKind::removed:
      return "removed";
    case BlockEditKind::added:
      return "added";
    case BlockEditKind::changed:
      return "changed";
  }
  return {};
}

Html edits_html(const std::vector<Edit>& edits) {
  Html html;
  for (const auto& edit : edits) {
    const std::string_view tag = edit.kind == EditKind::removed ? "del" : "ins";
    const auto text = escape_html(edit.text);
    if (edit.kind == EditKind::same) {
      html.text += text;
    } else {
      html.text.append("<").append(tag).append(">").append(text);
      html.text.append("</").append(tag).append(">");
    }
  }
  return html;
}

std::vector<std::string> texts_of(const std::vector<BodyBlock>& blocks) {
  std::vector<std::string> texts;
  texts.reserve(blocks.size());
  for (const auto& block : blocks)
    texts.push_back(block.text);
  return texts;
}

std::vector<BlockLook> looks_of(const std::vector<BodyBlock>& blocks) {
  std::vector<BlockLook> looks;
  looks.reserve(blocks.size());
  for (const auto& block : blocks)
    looks.push_back({block.lead, block.marked, block.marks});
  return looks;
}

std::vector<BlockEdit> edits_between(const std::vector<BodyBlock>& before,
                                     const std::vector<BodyBlock>& after) {
  auto edits = diff_blocks(texts_of(before), texts_of(after));
  tell_looks(edits, looks_of(before), looks_of(after));
  return edits;
}

void fill_blocks(const Revision& before, const Revision& after, CompareView& view) {
  const auto old_blocks = blocks_of(before.body);
  const auto new_blocks = blocks_of(after.body);
  const auto edits = edits_between(old_blocks, new_blocks);
  view.is_same_text = change_in(edits) == TextChange::none;
  view.is_only_look = change_in(edits) == TextChange::look;
  for (const auto& edit : edits) {
    const auto& block =
        edit.kind == BlockEditKind::removed ? old_blocks[edit.before] : new_blocks[edit.after];
    view.blocks.push_back({std::string(kind_class(block)), std::string(edit_class(edit.kind)),
                           edits_html(edit.words)});
    view.is_coarse = view.is_coarse || edit.is_coarse;
  }
}

/// What changed; nothing of it if one of the two is withheld.
void fill_changes(const Revision& before, const Revision& after, const LinkScope& scope,
                  CompareView& view) {
  const auto& site = scope.site;
  view.is_withheld =
      site.withheld.reason(before.key()) != nullptr || site.withheld.reason(after.key()) != nullptr;
  if (view.is_withheld) return;
  view.change_note = after.change_note;
  view.because = reasons_html(after, scope);
  view.field_rows = field_rows(before, after, site);
  view.has_fields = !view.field_rows.empty();
  fill_blocks(before, after, view);
}

}  // namespace

void plan_compare(const RenderInput& input, RouteTable& routes) {
  for (const auto* const after : revisions_with_page(input)) {
    const auto* const before = revision_before(*after, input.edition.view, input.options);
    if (before == nullptr) continue;
    routes.add({PageKind::compare,
                address::comparison(input.edition.view.handbook(), after->document, before->number,
                                    after->number),
                after->document, after->number});
  }
}

std::span<const Field> compare_fields() {
  return CompareView::fields();
}

Page render_compare(const Route& route, const SiteContext& site) {
  const auto& document = *site.view().find(route.subject);
  const auto& after = *document.document->find(route.revision);
  const auto& before = *revision_before(after, site.view(), site.input.options);
  const auto root = root_of(route.path);
  CompareView view;
  view.title = document_title(document, site);
  view.id = route.subject;
  const auto document_address = address::document(site.handbook(), route.subject);
  if (site.routes.has(document_address)) view.document_href = root + document_address;
  view.before = std::to_string(before.number);
  const auto before_address = address::revision(site.handbook(), before.key());
  if (site.routes.has(before_address)) view.before_href = root + before_address;
  view.after = std::to_string(after.number);
  view.after_href = root + address::revision(site.handbook(), after.key());
  if (const auto missing = missing_history(*document.document))
    view.missing = missing_text(*missing, site.words());
  fill_changes(before, after, {site, root, std::nullopt}, view);
  auto breadcrumbs = section_breadcrumbs(route.subject, site);
  if (site.routes.has(document_address)) breadcrumbs.push_back({view.title, document_address});
  return {.title = site.words().fill(Word::compare_title, {view.title, view.before, view.after}),
          .content = site.theme().page(PageKind::compare).fill(view),
          .breadcrumbs = std::move(breadcrumbs),
          .section = document_section(route.subject, site),
          .is_indexed = false};
}

}  // namespace handbok
