#include "render/pages/local_boxes.hpp"

#include <algorithm>

#include "derive/reach.hpp"
#include "render/document_face.hpp"

namespace handbok {
namespace {

/// True if the unit of the local document is one that the revision applies to.
bool is_in_reach(const Revision& revision, const Revision& local, const SiteContext& site) {
  const auto* const unit = site.handbook().find_unit(local.unit);
  return unit != nullptr && reaches(site.handbook(), revision, *unit, site.view().day());
}

std::string box_html(const Revision& local, const LinkScope& scope) {
  const auto link = target_html(document_target(local.document, scope), scope.site.words());
  const auto unit = unit_link(local.unit, scope.root, scope.site);
  const auto text = word_html(scope.site.words(), Word::document_local_box,
                              {link.text, link_html(unit.href, unit.text).text});
  return "<p class=\"local-box\">" + text.text + "</p>\n";
}

/// Puts the box after the end of the heading. The text has each anchor once, and no HTML but ours.
void insert_under(std::string& html, const BodyHeading& heading, const std::string& box) {
  const auto level = std::to_string(heading.level);
  const auto start = html.find("<h" + level + " id=\"" + heading.anchor + "\">");
  if (start == std::string::npos) return;
  const auto end_tag = "</h" + level + ">\n";
  const auto end = html.find(end_tag, start);
  if (end != std::string::npos) html.insert(end + end_tag.size(), box);
}

}  // namespace

Html with_local_boxes(Html body, const Revision& revision, const LinkScope& scope) {
  if (scope.as_of) return body;
  const auto& uses = scope.site.input.edition.backlinks.of(revision.document);
  for (auto use = uses.rbegin(); use != uses.rend(); ++use) {  // so that the first one stands first
    const auto& local = *use->by;
    const bool is_local =
        use->kind == UseKind::relation && use->relation == RelationKind::complements;
    if (!is_local || scope.site.withheld.reason(local.key()) != nullptr) continue;
    if (!is_in_reach(revision, local, scope.site)) continue;
    for (const auto& relation : local.relations) {
      const bool is_of_this = relation.kind == RelationKind::complements &&
                              relation.document == revision.document && !relation.heading.empty();
      const auto& headings = revision.body.headings;
      const auto heading = std::ranges::find(headings, relation.heading, &BodyHeading::anchor);
      if (is_of_this && heading != headings.end())
        insert_under(body.text, *heading, box_html(local, scope));
    }
  }
  return body;
}

}  // namespace handbok
