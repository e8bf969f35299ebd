// "Samverkan": with whom the work is shared, by kind of partner (SOSFS 2011:9, 4 kap. 5–6 §§), and
// the agreements behind it.
#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "render/document_face.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

struct PartnerKindName {
  std::string_view kind;
  Word name;
};

constexpr auto partner_kind_names = std::to_array<PartnerKindName>({
    {"own_unit", Word::partner_own_unit},
    {"social_service", Word::partner_social_service},
    {"lss_operation", Word::partner_lss_operation},
    {"care_provider", Word::partner_care_provider},
    {"authority", Word::partner_authority},
    {"association", Word::partner_association},
    {"other_organisation", Word::partner_other_organisation},
});

/// The kind of partner that the point stands under if it names none that readers know.
std::string_view kind_by_default(const CollaborationPoint& point) {
  return point.kind == PointKind::internal ? "own_unit" : "other_organisation";
}

bool is_known_kind(const std::string& kind) {
  return std::ranges::find(partner_kind_names, kind, &PartnerKindName::kind) !=
         partner_kind_names.end();
}

bool stands_under(const CollaborationPoint& point, std::string_view kind) {
  if (std::ranges::none_of(point.partner_kinds, is_known_kind))
    return kind_by_default(point) == kind;
  return std::ranges::find(point.partner_kinds, kind) != point.partner_kinds.end();
}

/// The processes and steps in force where the point is used.
Html uses_html(const CollaborationPoint& point, const LinkScope& scope) {
  std::vector<Html> links;
  for (const auto& document : scope.site.view().documents()) {
    const auto* const revision = document.in_force;
    if (revision == nullptr || !revision->process) continue;
    for (const auto& node : revision->process->nodes) {
      if (std::ranges::find(node.collaboration, point.id) == node.collaboration.end()) continue;
      const auto target = document_target(revision->document + "#" + node.id, scope);
      links.push_back(link_html(target.href, target.text));
    }
  }
  return lines_html(links);
}

/// `anchor` is the point's id where it stands first, else empty.
void add_point(TableBuilder& table, std::string anchor, const CollaborationPoint& point,
               const LinkScope& scope) {
  auto head = named_html(point.partner, point.id);
  if (!point.purpose.empty()) head.text += "<br><small>" + escape_html(point.purpose) + "</small>";
  table.add(std::move(anchor), std::move(head),
            {uses_html(point, scope),
             lines_html({entity_html(point.routine, scope), entity_html(point.agreement, scope)}),
             text_html(point.contact_way)});
}

bool is_agreement(const Handbook& handbook, const Revision& revision) {
  const auto* const type = handbook.find_type(revision.type);
  return type != nullptr && type->is_agreement;
}

void add_agreement(TableBuilder& table, const DocumentDay& document, const LinkScope& scope) {
  const auto& revision = *document.shown;
  std::vector<Html> partners;
  for (const auto& point : scope.site.handbook().collaboration_points) {
    if (point.agreement == revision.document) partners.push_back(text_html(point.partner));
  }
  const auto& validity = scope.site.view().of(revision).validity;
  const auto& words = scope.site.words();
  auto until = validity && validity->to ? date_html(validity->to->plus_days(-1), words) : Html{};
  if (document.state == DocumentState::expired) {
    until = lines_html({until, badge_html("overdue", words[Word::agreement_expired])});
  }
  table.add({}, entity_html(revision.document, scope),
            {until, role_html(revision.owner, scope), lines_html(partners)});
}

TableSection agreement_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("avtal", words[Word::agreements_heading],
                     {words[Word::agreement_name], words[Word::agreement_until],
                      words[Word::agreement_owner], words[Word::agreement_for]});
  for (const auto& document : scope.site.view().documents()) {
    if (document.shown == nullptr || !is_published(document.state)) continue;
    if (is_agreement(scope.site.handbook(), *document.shown)) add_agreement(table, document, scope);
  }
  return table.take();
}

}  // namespace

bool has_collaboration_page(const Handbook& handbook) {
  return !handbook.collaboration_points.empty();
}

std::vector<TableSection> collaboration_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<TableSection> sections;
  std::set<std::string> placed;
  for (const auto& [kind, name] : partner_kind_names) {
    TableBuilder table("part-" + std::string(kind), words[name],
                       {words[Word::collaboration_partner], words[Word::collaboration_where],
                        words[Word::collaboration_by], words[Word::collaboration_contact]});
    for (const auto& point : scope.site.handbook().collaboration_points) {
      if (!stands_under(point, kind)) continue;
      const bool is_first = placed.insert(point.id).second;
      add_point(table, is_first ? point.id : std::string(), point, scope);
    }
    if (!table.is_empty()) sections.push_back(table.take());
  }
  auto agreements = agreement_section(scope);
  if (agreements.has_table) sections.push_back(std::move(agreements));
  return sections;
}

}  // namespace handbok
