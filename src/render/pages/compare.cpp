// "Vad som ändrades": two revisions of a document that followed each other, field by field and word
// by word.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/revision_changes.hpp"
#include "model/body_blocks.hpp"
#include "render/addresses.hpp"
#include "render/diagrams.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/state_words.hpp"
#include "text/diff.hpp"

namespace handbok {
namespace {

struct ValueView {
  Html was;
  Html became;
  HANDBOK_FIELDS(ValueView, was, became)
};

struct FieldView {
  std::string name;
  std::vector<ValueView> values;
  HANDBOK_FIELDS(FieldView, name, values)
};

/// A block, or all the rows of a table.
struct BlockView {
  std::string kind;
  std::string edit;
  Html html;
  bool is_table = false;
  HANDBOK_FIELDS(BlockView, kind, edit, html, is_table)
};

/// One of the two processes, as it is drawn.
struct PictureView {
  std::string name;  ///< of its ids on the page
  std::string number;
  Html svg;
  HANDBOK_FIELDS(PictureView, name, number, svg)
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
  std::vector<FieldView> heads;
  std::vector<PictureView> pictures;
  std::vector<BlockView> blocks;
  bool is_same_text = false;
  bool is_only_look = false;
  bool is_coarse = false;
  bool is_withheld = false;
  HANDBOK_FIELDS(CompareView, title, id, document_href, before, before_href, after, after_href,
                 change_note, because, missing, heads, pictures, blocks, is_same_text, is_only_look,
                 is_coarse, is_withheld)
};

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

constexpr std::array<std::string_view, 5> kind_classes = {"paragraph", "heading", "item", "row",
                                                          "paragraph"};
constexpr std::array<std::string_view, 4> edit_classes = {"same", "removed", "added", "changed"};

/// The stretches, but for those of the side that is not shown.
Html edits_html(const std::vector<Edit>& edits, std::optional<EditKind> hidden = std::nullopt) {
  Html html;
  for (const auto& edit : edits) {
    if (edit.kind == hidden || edit.text.empty()) continue;
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

/// With its id, so that another revision, or another document of that name, is a difference.
std::string document_name(const std::string& reference, const LinkScope& scope) {
  auto title = document_target(reference, scope).text;
  return title == reference ? title : title + " (" + reference + ")";
}

/// Clauses and documents by name, everything else as it is told.
std::string shown_value(HeadField field, const std::string& value, const SiteContext& site) {
  const LinkScope scope{site, {}, std::nullopt};
  const bool is_clause = field == HeadField::requirements || field == HeadField::legal_basis;
  if (value.empty()) return value;
  const auto at = value.rfind(' ') + 1;  // of a relation: after its kind
  if (field == HeadField::relations)
    return value.substr(0, at) + document_name(value.substr(at), scope);
  return is_clause ? clause_target(value, scope).text : value;
}

/// What went beside what came in its place.
std::vector<FieldView> compared_fields(const Revision& before, const Revision& after,
                                       const SiteContext& site) {
  std::vector<FieldView> views;
  const ChangeWords told{
      site.words().fill(Word::responsibility_lead, {""}),
      [&](RelationKind kind) { return site.words()[relation_words(kind).first]; }};
  for (const auto& [field, values] : changed_fields(before, after, site.handbook(), told)) {
    views.push_back({site.words()[word_of(field)], {}});
    for (const auto& value : values) {
      const auto words =
          diff_words(shown_value(field, value.before, site), shown_value(field, value.after, site));
      views.back().values.push_back(
          {edits_html(words, EditKind::added), edits_html(words, EditKind::removed)});
    }
  }
  return views;
}

/// The cells of a row, each as one stretch.
std::vector<std::vector<Edit>> cells_of(std::string_view row, EditKind kind) {
  std::vector<std::vector<Edit>> cells;
  for (auto bar = row.find(cell_bar); bar != std::string_view::npos; bar = row.find(cell_bar)) {
    cells.push_back({{kind, std::string(trim(row.substr(0, bar)))}});
    row.remove_prefix(bar + cell_bar.size());
  }
  cells.push_back({{kind, std::string(trim(row))}});
  return cells;
}

std::string row_html(const std::vector<std::vector<Edit>>& cells, bool is_head,
                     std::string_view edit) {
  std::string html = "<tr class=\"edit-" + std::string(edit) + "\">";
  for (const auto& cell : cells) {
    const auto text = edits_html(cell).text;
    const bool is_title = is_head && !text.empty();
    html += is_title ? "<th scope=\"col\">" + text + "</th>" : "<td>" + text + "</td>";
  }
  return html + "</tr>\n";
}

/// A row that went, came, or both: cell by cell if it has as many as before.
std::string row_html(const BlockEdit& edit, const BodyBlock* before, const BodyBlock* after) {
  const auto& shown = after == nullptr ? *before : *after;
  if (before == nullptr || after == nullptr) {
    const bool is_added = before == nullptr;
    return row_html(cells_of(shown.text, is_added ? EditKind::added : EditKind::removed),
                    shown.level == 1, is_added ? "added" : "removed");
  }
  const bool shows_marks = before->marks != after->marks || edit.is_look;
  const auto old_cells = cells_of(shows_marks ? before->marked : before->text, EditKind::removed);
  auto cells = cells_of(shows_marks ? after->marked : after->text, EditKind::added);
  if (old_cells.size() != cells.size())
    return row_html(edit, before, nullptr) + row_html(edit, nullptr, after);
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i] = diff_words(old_cells[i].front().text, cells[i].front().text);
  return row_html(cells, shown.level == 1, edit.kind == BlockEditKind::same ? "same" : "changed");
}

std::vector<BlockLook> looks_of(const std::vector<BodyBlock>& blocks) {
  std::vector<BlockLook> looks;
  looks.reserve(blocks.size());
  for (const auto& block : blocks)
    looks.push_back({block.lead, block.marked, block.marks, block.text});
  return looks;
}

/// A block of its own, or a row of the table that the last one is.
void add_block(const BlockEdit& edit, const BodyBlock* before, const BodyBlock* after,
               std::vector<BlockView>& views) {
  const auto& block = after == nullptr ? *before : *after;
  const auto edited = std::string(edit_classes[static_cast<std::size_t>(edit.kind)]);
  if (block.kind != BlockKind::row) {
    auto html = edits_html(edit.words);
    const bool tells_lead = before != nullptr && after != nullptr && before->lead != after->lead;
    if (block.kind == BlockKind::item && !tells_lead)
      html.text.insert(0, escape_html(trim(block.lead)) + " ");
    views.push_back(
        {std::string(kind_classes[static_cast<std::size_t>(block.kind)]), edited, std::move(html)});
    return;
  }
  const bool goes_on = !views.empty() && views.back().is_table &&
                       (block.level == 0 || views.back().html.text.ends_with("</th></tr>\n"));
  if (!goes_on) views.push_back({.kind = "table", .edit = {}, .html = {}, .is_table = true});
  views.back().html.text += row_html(edit, before, after);
}

void fill_blocks(const Revision& before, const Revision& after, const LinkScope& scope,
                 CompareView& view) {
  const auto name = [&](const BodyLink& link) {
    return link.kind == LinkKind::document ? document_name(link.target, scope)
                                           : reference_target(link, scope).text;
  };
  const auto old_blocks = blocks_of(before.body, name);
  const auto new_blocks = blocks_of(after.body, name);
  const auto edits = diff_looks(looks_of(old_blocks), looks_of(new_blocks));
  const auto change = change_in(edits);
  view.is_same_text = change == TextChange::none && before.text_hash == after.text_hash;
  view.is_only_look = !view.is_same_text && change != TextChange::words;
  for (const auto& edit : edits) {
    const auto* const old_block =
        edit.kind == BlockEditKind::added ? nullptr : &old_blocks[edit.before];
    const auto* const new_block =
        edit.kind == BlockEditKind::removed ? nullptr : &new_blocks[edit.after];
    add_block(edit, old_block, new_block, view.blocks);
    view.is_coarse = view.is_coarse || edit.is_coarse;
  }
}

/// Both pictures, if a step is not as it was.
void fill_pictures(const Revision& before, const Revision& after, const SiteContext& site,
                   CompareView& view) {
  constexpr std::array names = {Word::compare_step_added, Word::compare_step_removed,
                                Word::compare_step_changed, Word::compare_step_way};
  const Process none;
  std::map<std::string, std::string> marks;
  for (const auto& [id, change] :
       changed_steps(before.process.value_or(none), after.process.value_or(none), site.handbook()))
    marks[id] = site.words()[names[static_cast<std::size_t>(change)]];
  const auto add = [&](const Revision& revision, const std::string& name) {
    const auto* const drawing = marks.empty() ? nullptr : site.diagrams.find(revision.key());
    if (drawing == nullptr) return;
    const bool has_page = site.routes.has(address::revision(site.handbook(), revision.key()));
    const auto number = std::to_string(revision.number);
    view.pictures.push_back(
        {name, number, {compared_svg(*drawing, name, has_page ? number + ".html" : "", marks)}});
  };
  add(before, "fore");
  add(after, "efter");
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
  view.heads = compared_fields(before, after, site);
  fill_pictures(before, after, site, view);
  fill_blocks(before, after, scope, view);
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
    view.missing = site.words()[Word::missing_state] + ". " + missing_text(*missing, site.words());
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
