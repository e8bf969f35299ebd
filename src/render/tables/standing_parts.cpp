// "Visat, visat med brist, vet inte, saknas": how things stand in units, as derive/standing has it.
#include "render/tables/standing_parts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/strings.hpp"
#include "diag/phrase.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

Word standing_word(Standing standing) {
  switch (standing) {
    case Standing::shown:
      return Word::standing_shown;
    case Standing::faulty:
      return Word::standing_faulty;
    case Standing::unknown:
      return Word::standing_unknown;
    case Standing::missing:
      return Word::standing_missing;
  }
  return Word::standing_missing;
}

std::string_view standing_class(Standing standing) {
  switch (standing) {
    case Standing::shown:
      return "in-force";
    case Standing::faulty:
      return "upcoming";
    case Standing::unknown:
    case Standing::missing:
      return "overdue";
  }
  return "overdue";
}

/// A day in words, or what else shows something as a link.
Html shown_html(const std::string& text, const LinkScope& scope) {
  const auto day = Date::parse(text);
  return day ? date_html(*day, scope.site.words()) : entity_html(text, scope);
}

/// The thing that a finding or a cell is about, as a link if it has a page or a row.
Html thing_html(const std::string& thing, const LinkScope& scope) {
  auto link = entity_html(thing.substr(0, thing.find('/')), scope);
  return link.text.empty() ? text_html(thing) : link;
}

Html thing_html(const StandingCell& cell, const LinkScope& scope) {
  auto html = text_html(cell.title);
  switch (cell.kind) {
    case ThingKind::requirement:
      return thing_html(cell.thing, scope);
    case ThingKind::self_check:  // its day too
      return lines_html({thing_html(cell.thing, scope),
                         shown_html(cell.thing.substr(cell.thing.find('/') + 1), scope)});
    case ThingKind::topic:
      return html;
    case ThingKind::activity:
      return lines_html({thing_html(cell.thing, scope), html});
  }
  return html;
}

}  // namespace

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

Html standing_counts_html(const std::vector<Standing>& standings, const LinkScope& scope) {
  std::vector<Html> parts;
  for (const auto standing : std::to_array<Standing>(
           {Standing::shown, Standing::faulty, Standing::unknown, Standing::missing})) {
    const auto count = std::ranges::count(standings, standing);
    if (count == 0) continue;
    parts.push_back(
        text_html(scope.site.words()[standing_word(standing)] + ": " + std::to_string(count)));
  }
  return {"<p>" + joined_html(parts, " · ").text + "</p>\n"};
}

TableSection standing_table(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  auto cells = scope.site.index.standings.of(unit);
  std::vector<Standing> standings;
  for (const auto& cell : cells)
    standings.push_back(cell.standing);
  std::ranges::stable_sort(cells, std::ranges::greater{}, &StandingCell::standing);
  TableBuilder table("laget", words[Word::standing_heading],
                     {words[Word::standing_thing], words[Word::requirement_status],
                      words[Word::requirement_evidence]});
  for (const auto& cell : cells) {
    if (cell.standing == Standing::shown) continue;
    std::vector<Html> shown_by;
    for (const auto& one : cell.shown_by)
      shown_by.push_back(shown_html(one, scope));
    table
        .add(
            {}, thing_html(cell, scope),
            {followed_by(standing_badge(cell.standing, scope), findings_html(cell.findings, scope)),
             lines_html(shown_by)})
        .is_late = cell.standing == Standing::missing;
  }
  table.section().intro = standing_counts_html(standings, scope);
  return table.take();
}

}  // namespace handbok
