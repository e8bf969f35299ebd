// The text of a document's page: what to do first, and what units add to it where it belongs.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "derive/reach.hpp"
#include "model/references.hpp"
#include "render/addresses.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"

namespace handbok {
namespace {

/// The heading whose section the table of responsibilities belongs to, if the text has it.
std::optional<std::uint32_t> responsibility_section(const Revision& revision,
                                                    const Handbook& handbook) {
  const auto* const type = handbook.find_type(revision.type);
  if (type == nullptr || type->responsibility_section.empty()) return std::nullopt;
  const auto& headings = revision.body.headings;
  const auto it = std::ranges::find(headings, type->responsibility_section, &BodyHeading::text);
  if (it == headings.end()) return std::nullopt;
  return static_cast<std::uint32_t>(it - headings.begin());
}

BodyParts text_with_responsibilities(const Revision& revision, const LinkScope& scope) {
  const auto table = responsibility_html(revision, scope);
  if (table.text.empty()) return body_parts(revision, scope);
  if (const auto section = responsibility_section(revision, scope.site.handbook())) {
    return body_parts(revision, scope, {{*section, table}});
  }
  auto parts = body_parts(revision, scope);
  const auto& heading = scope.site.words()[Word::responsibility_heading];
  parts.sections.push_back({nullptr, {"<h2>" + escape_html(heading) + "</h2>\n"}, table});
  return parts;
}

// --- what to do ---------------------------------------------------------------------------------

using Sections = std::vector<BodySection>;

/// The section that says what to do, by the type of the document; the end if there is none.
Sections::iterator method_of(Sections& sections, const Revision& revision,
                             const Handbook& handbook) {
  const auto* const type = handbook.find_type(revision.type);
  if (type == nullptr || type->method_section.empty()) return sections.end();
  return std::ranges::find_if(sections, [&](const BodySection& section) {
    return section.heading != nullptr && section.heading->text == type->method_section;
  });
}

bool is_checklist(const Sections& sections) {
  return std::ranges::any_of(sections, [](const BodySection& section) {
    return section.heading != nullptr && section.heading->has_task_list;
  });
}

std::string whole(const BodySection& section) {
  return section.title.text + section.html.text;
}

/// Takes out what is to be done: what stands before the first heading with the method, or all of a
/// checklist, whose parts are done in their order.
Html take_action(Sections& sections, Sections::iterator method) {
  Html action;
  if (method == sections.end()) {
    if (!is_checklist(sections)) return action;
    for (const auto& section : sections)
      action.text += whole(section);
    sections.clear();
    return action;
  }
  action.text = whole(*method);
  sections.erase(method);
  if (!sections.empty() && sections.front().heading == nullptr &&
      sections.front().title.text.empty()) {
    action.text = sections.front().html.text + action.text;
    sections.erase(sections.begin());
  }
  return action;
}

// --- what units add -----------------------------------------------------------------------------

/// True if the unit of the local document is one that the revision applies to.
bool is_in_reach(const Revision& revision, const Revision& local, const SiteContext& site) {
  const auto* const unit = site.handbook().find_unit(local.unit);
  return unit != nullptr && reaches(site.view().units(), revision, *unit);
}

/// The text with ids of its own, to stand in another one.
std::string with_prefixed_ids(std::string html, const std::string& prefix) {
  html = replaced(html, " id=\"", " id=\"" + prefix);
  return replaced(html, " href=\"#", " href=\"#" + prefix);
}

/// What the local document says to do; all of it if that is not said apart. Ids begin with
/// `prefix`.
std::string local_text(const Revision& local, const std::string& prefix, const LinkScope& scope) {
  const auto page = address::document(scope.site.handbook(), local.document);
  const LinkScope inner{scope.site, scope.root, std::nullopt,
                        scope.root + page.substr(0, page.rfind('/') + 1)};
  auto parts = body_parts(local, inner);
  auto& sections = parts.sections;
  auto html = parts.urgent.text;
  const auto method = method_of(sections, local, scope.site.handbook());
  if (method != sections.end()) {
    html += method->html.text;
  } else {
    for (const auto& section : sections)
      html += whole(section);
  }
  return with_prefixed_ids(std::move(html), prefix);
}

/// A complement in force, and the row of its head that says to what.
struct Complement {
  const Revision* local = nullptr;
  const Relation* relation = nullptr;
};

/// A fold with what the local document says, for the readers of its unit; `number` tells the boxes
/// of one document apart.
std::string box_html(const Complement& complement, std::size_t number, const LinkScope& scope) {
  const auto& local = *complement.local;
  const auto& words = scope.site.words();
  const auto* const unit = scope.site.handbook().find_unit(local.unit);
  const auto link = target_html(document_target(local.document, scope), words);
  std::string html = "<details class=\"local-box\" data-unit=\"" + escape_html(local.unit) +
                     "\">\n<summary>" +
                     word_html(words, Word::document_local_box,
                               {escape_html(unit->name), escape_html(local.title)})
                         .text +
                     " <span class=\"on-paper\">" +
                     escape_html(words[Word::document_local_on_paper]) + "</span></summary>\n";
  if (const auto stale = outdated_base_html(*complement.relation, scope); !stale.text.empty())
    html += "<p class=\"local-outdated\">" + stale.text + "</p>\n";
  html += local_text(local, local.document + "-" + std::to_string(number) + "-", scope);
  return html + "<p>" + word_html(words, Word::document_local_whole, {link.text}).text +
         "</p>\n</details>\n";
}

/// What units in reach add to the revision today, in the order of the units' documents.
std::vector<Complement> complements_of(const Revision& revision, const LinkScope& scope) {
  std::vector<Complement> found;
  if (scope.as_of) return found;
  std::vector<const Revision*> seen;  // one that names several headings is listed for each
  for (const auto& use : scope.site.input.edition.backlinks.of(revision.document)) {
    const auto& local = *use.by;
    const bool is_new = std::ranges::find(seen, &local) == seen.end();
    if (use.kind != UseKind::relation || !is_new) continue;
    if (scope.site.withheld.reason(local.key()) != nullptr) continue;
    if (!is_in_reach(revision, local, scope.site)) continue;
    seen.push_back(&local);
    for (const auto& relation : local.relations) {
      const bool is_of_this =
          relation.kind == RelationKind::complements && relation.document == revision.document;
      if (is_of_this) found.push_back({&local, &relation});
    }
  }
  return found;
}

/// Puts the box after the end of the heading, if the section has it.
bool insert_under(BodySection& section, const std::string& anchor, const std::string& box) {
  if (section.heading != nullptr && section.heading->anchor == anchor) {
    section.html.text.insert(0, box);
    return true;
  }
  auto& html = section.html.text;
  const auto start = html.find(" id=\"" + anchor + "\">");
  if (start == std::string::npos || html.compare(start - 2, 1, "h") != 0) return false;
  const auto end = html.find("</h", start);
  html.insert(html.find('\n', end) + 1, box);
  return true;
}

/// Puts each complement under the heading that it names; those that name none are about the whole
/// and are given back.
Html add_complements(Sections& sections, const Revision& revision, const LinkScope& scope) {
  Html about_all;
  std::size_t count = 0;
  const auto complements = complements_of(revision, scope);
  for (auto number = complements.size(); number > 0; --number) {  // so that the first stands first
    const auto& complement = complements[number - 1];
    const auto box = box_html(complement, number, scope);
    const auto& anchor = complement.relation->heading;
    const bool is_placed = !anchor.empty() && std::ranges::any_of(sections, [&](auto& section) {
      return insert_under(section, anchor, box);
    });
    if (is_placed) continue;
    about_all.text.insert(0, box);
    ++count;
  }
  if (count > 0) {
    about_all.text = "<details class=\"local-group\">\n<summary>" +
                     escape_html(scope.site.words()[Word::document_local_additions]) +
                     " <span class=\"count\">(" + std::to_string(count) + ")</span></summary>\n" +
                     about_all.text + "</details>\n";
  }
  return about_all;
}

/// The roles to ring: those that do something by the text, in its order.
std::vector<RoleId> roles_to_ring(const Revision& revision) {
  std::vector<RoleId> roles;
  for (const auto& task : revision.responsible) {
    for (const auto& role : task.roles) {
      if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
    }
  }
  return roles;
}

}  // namespace

Html outdated_base_html(const Relation& relation, const LinkScope& scope) {
  const auto* const base = scope.site.view().find(relation.document);
  if (scope.as_of || base == nullptr || base->in_force == nullptr || !relation.based_on) return {};
  const int now = base->in_force->number;
  if (now <= *relation.based_on) return {};
  const auto& words = scope.site.words();
  auto address =
      address::comparison(scope.site.handbook(), relation.document, *relation.based_on, now);
  if (!scope.site.routes.has(address))
    address = address::history(scope.site.handbook(), relation.document);
  const auto changes = link_html(scope.root + address, words[Word::document_base_changes]).text;
  return word_html(words, Word::document_base_outdated,
                   {std::to_string(*relation.based_on),
                    target_html(document_target(relation.document, scope), words).text,
                    std::to_string(now), changes});
}

void add_text(DocumentView& view, const Revision& revision, const LinkScope& scope) {
  auto parts = text_with_responsibilities(revision, scope);
  auto& sections = parts.sections;
  view.urgent = std::move(parts.urgent);
  view.local = add_complements(sections, revision, scope);
  const auto method = method_of(sections, revision, scope.site.handbook());
  const auto* const method_heading = method == sections.end() ? nullptr : method->heading;
  if (!revision.process) view.action = take_action(sections, method);
  const auto* const home = scope.site.handbook().find_unit(revision.unit);
  if (!view.action.text.empty() && home != nullptr && !scope.as_of)
    view.ring = ring_view(roles_to_ring(revision), *home, &revision, scope);
  for (auto& section : sections) {
    const bool is_after = method_heading != nullptr && section.heading != nullptr &&
                          section.heading->position.line > method_heading->position.line;
    // A link in the heading would have to be pressed inside what folds and unfolds.
    const bool can_fold = section.title.text.find("<a ") == std::string::npos;
    view.text.push_back({std::move(section.title), std::move(section.html), is_after && can_fold});
  }
}

}  // namespace handbok
