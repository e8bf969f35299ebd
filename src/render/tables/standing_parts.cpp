// "Visat, visat med brist, vet inte, saknas": how things stand in units, as derive/standing has it.
#include "render/tables/standing_parts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.hpp"
#include "diag/phrase.hpp"
#include "model/enum_names.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/work_tables.hpp"
#include "text/slug.hpp"

namespace handbok {
namespace {

std::string_view standing_class(Standing standing) {
  switch (standing) {
    case Standing::shown: return "in-force";
    case Standing::faulty: return "upcoming";
    case Standing::unknown: return "overdue";
    case Standing::missing: return "overdue";
  }
  return "overdue";
}

/// The thing that a finding or a cell is about, as a link if it has a page or a row.
Html thing_html(const std::string& thing, const LinkScope& scope) {
  auto link = entity_html(thing.substr(0, thing.find('/')), scope);
  return link.text.empty() ? text_html(thing) : link;
}

/// "Patientsäkerhetsberättelse 2025".
Html report_html(std::string_view kind, const std::string& year, const WordTable& words) {
  for (const auto one : {ReportKind::quality, ReportKind::patient_safety, ReportKind::operational,
                         ReportKind::tertial}) {
    if (name_of(one) == kind) return text_html(words[report_word(one)] + " " + year);
  }
  return text_html(year);
}

}  // namespace

Word standing_word(Standing standing) {
  switch (standing) {
    case Standing::shown: return Word::standing_shown;
    case Standing::faulty: return Word::standing_faulty;
    case Standing::unknown: return Word::standing_unknown;
    case Standing::missing: return Word::standing_missing;
  }
  return Word::standing_missing;
}

Html shown_html(const std::string& text, const LinkScope& scope) {
  const auto day = Date::parse(text);
  return day ? date_html(*day, scope.site.words()) : entity_html(text, scope);
}

Html thing_html(const StandingCell& cell, const LinkScope& scope) {
  const auto& handbook = scope.site.handbook();
  const auto slash = std::min(cell.thing.find('/'), cell.thing.size());
  const auto id = cell.thing.substr(0, slash);
  switch (cell.kind) {
    case ThingKind::requirement:
    case ThingKind::review:
    case ThingKind::risk:
    case ThingKind::reading: return thing_html(id, scope);
    case ThingKind::self_check:  // its day too
      return lines_html({thing_html(id, scope), shown_html(cell.thing.substr(slash + 1), scope)});
    case ThingKind::clause: {
      const auto target = clause_target(cell.thing, scope);
      return lines_html({link_html(target.href, target.text), text_html(cell.title)});
    }
    case ThingKind::topic:
    case ThingKind::complaints: return text_html(cell.title);
    case ThingKind::activity: return lines_html({thing_html(id, scope), text_html(cell.title)});
    case ThingKind::rollout: return thing_html(find_by_id(handbook.rollouts, id)->document, scope);
    case ThingKind::yearly_report: return report_html(id, cell.title, scope.site.words());
    case ThingKind::contract_report:
      return report_html(name_of(find_by_id(handbook.contract_reports, id)->kind), cell.title,
                         scope.site.words());
  }
  return {};
}

Html standing_badge(Standing standing, const LinkScope& scope) {
  return badge_html(standing_class(standing), scope.site.words()[standing_word(standing)]);
}

Html standings_html(const std::vector<StandingCell>& cells, const LinkScope& scope) {
  std::map<Standing, std::vector<std::string>> units;
  for (const auto& cell : cells)
    units[cell.standing].push_back(cell.unit->name);
  if (units.empty()) return {};
  std::vector<Html> lines{standing_badge(units.rbegin()->first, scope)};
  for (auto part = units.rbegin(); units.size() > 1 && part != units.rend(); ++part) {
    const bool is_wrong = part->first >= Standing::unknown;
    lines.push_back(
        text_html(scope.site.words()[standing_word(part->first)] + ": " +
                  (is_wrong ? join(part->second, ", ") : std::to_string(part->second.size()))));
  }
  return lines_html(lines);
}

Html findings_html(const std::vector<const Diagnostic*>& findings, const LinkScope& scope) {
  const auto& site = scope.site;
  if (findings.empty() || !site.routes.has(address::control)) return {};
  const auto language = language_named(site.handbook().settings.language);
  std::string items;
  for (const auto* const finding : findings) {
    // Of a text without a page nobody but its owner is told more than that there is one.
    const auto document = document_of(*finding);
    const bool is_told =
        document.empty() || site.routes.has(address::document(site.handbook(), document));
    items += "<li>" +
             (is_told ? thing_html(finding->subject, scope).text + ": " +
                            escape_html(what_text(*finding, language))
                      : escape_html(site.words()[Word::standing_unpublished])) +
             "</li>";
  }
  return {"<details><summary>" +
          escape_html(counted(findings.size(), Word::standing_finding, Word::standing_findings,
                              site.words())) +
          "</summary><ul>" + items + "</ul></details>"};
}

Html followed_by(Html html, const Html& block) {
  html.text += block.text;
  return html;
}

Html standing_counts_html(const std::vector<Standing>& standings,
                          const std::optional<std::string>& parts_on, const LinkScope& scope) {
  std::vector<Html> parts;
  for (const auto standing : std::to_array<Standing>(
           {Standing::shown, Standing::faulty, Standing::unknown, Standing::missing})) {
    const auto count = std::ranges::count(standings, standing);
    if (count == 0) continue;
    const auto& name = scope.site.words()[standing_word(standing)];
    const auto text = name + ": " + std::to_string(count);
    parts.push_back(parts_on ? link_html(*parts_on + "#" + slug(name), text) : text_html(text));
  }
  return {"<p>" + joined_html(parts, " · ").text + "</p>\n"};
}

TableSection standing_section(const OrgUnit& unit, const LinkScope& scope) {
  const auto& site = scope.site;
  TableSection section;
  const auto address = address::unit_standing(unit.id);
  if (!site.routes.has(address)) return section;
  std::vector<Standing> standings;
  for (const auto& cell : site.index().standings.of(unit))
    standings.push_back(cell.standing);
  section.anchor = "laget";
  section.heading = site.words()[Word::standing_heading];
  section.after = standing_counts_html(standings, scope.root + address, scope);
  section.after.text +=
      "<p>" + link_html(scope.root + address, site.words()[Word::standing_what]).text + "</p>\n";
  return section;
}

}  // namespace handbok
