// "Blanketter, mallar och checklistor": what is filled in or copied, and what it belongs to.
#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

struct FormKind {
  RelationKind relation;
  std::string_view anchor;
  Word heading;
};

constexpr FormKind form_kinds[] = {
    {RelationKind::form_for, "blanketter", Word::forms_forms},
    {RelationKind::template_for, "mallar", Word::forms_templates},
    {RelationKind::checklist_for, "checklistor", Word::forms_checklists},
};

bool has_relation(const Revision& revision, RelationKind kind) {
  return std::ranges::find(revision.relations, kind, &Relation::kind) != revision.relations.end();
}

bool is_form(const Revision& revision) {
  return std::ranges::any_of(
      form_kinds, [&](const FormKind& kind) { return has_relation(revision, kind.relation); });
}

/// The types of documents that are such aids: some document of the type says that it is one, and
/// the type is for nothing else.
std::set<TypeCode> types_of(RelationKind kind, const LinkScope& scope) {
  std::set<TypeCode> types;
  for (const auto& document : scope.site.view().documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || !has_relation(*revision, kind)) continue;
    const auto* const type = scope.site.handbook().find_type(revision->type);
    const bool is_other = type == nullptr || type->is_routine || type->is_process ||
                          type->is_agreement || type->bounded;
    if (!is_other) types.insert(revision->type);
  }
  return types;
}

/// The documents in force that are for others in that way, or are of such a type, by title.
std::vector<const Revision*> forms_of(RelationKind kind, const LinkScope& scope) {
  std::vector<const Revision*> forms;
  const auto types = types_of(kind, scope);
  for (const auto& document : scope.site.view().documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr) continue;
    const bool is_by_type = types.contains(revision->type) && !is_form(*revision);
    if (is_by_type || has_relation(*revision, kind)) forms.push_back(revision);
  }
  std::ranges::stable_sort(forms, SwedishLess{}, &Revision::title);
  return forms;
}

Html belongs_to(const Revision& revision, RelationKind kind, const LinkScope& scope) {
  std::vector<Html> targets;
  for (const auto& relation : revision.relations) {
    if (relation.kind == kind) targets.push_back(entity_html(relation.document, scope));
  }
  return lines_html(targets);
}

/// The files to print or fill in.
Html files_html(const Revision& revision, const LinkScope& scope) {
  std::vector<Html> files;
  const auto folder =
      scope.root + address::document_folder(scope.site.handbook(), revision.document);
  for (const auto& attachment : revision.attachments) {
    const auto name = attachment.path.substr(attachment.path.rfind('/') + 1);
    files.push_back(link_html(folder + attachment.path, name));
  }
  return lines_html(files);
}

TableSection form_section(const FormKind& kind, const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(std::string(kind.anchor), words[kind.heading],
                     {words[Word::forms_name], words[Word::forms_for], words[Word::forms_files],
                      words[Word::forms_owner]});
  for (const auto* const revision : forms_of(kind.relation, scope)) {
    const auto link = document_link(revision->document, scope.root, scope.site);
    auto head = link_html(link.href, link.text);
    head.text += " <small>" + escape_html(revision->document) + "</small>";
    table.add({}, std::move(head),
              {belongs_to(*revision, kind.relation, scope), files_html(*revision, scope),
               role_html(revision->owner, scope)});
  }
  return table.take();
}

}  // namespace

bool has_forms_page(const Handbook& handbook) {
  return std::ranges::any_of(handbook.documents, [](const Document& document) {
    return std::ranges::any_of(document.revisions, is_form);
  });
}

std::vector<TableSection> forms_sections(const LinkScope& scope) {
  std::vector<TableSection> sections;
  for (const auto& kind : form_kinds) {
    auto section = form_section(kind, scope);
    if (!section.rows.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace handbok
