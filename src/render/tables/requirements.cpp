// "Krav" and "Matris": what must be met, what shows it, how it is followed up and who answers for
// it.
#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "derive/requirement_status.hpp"
#include "derive/standing.hpp"
#include "derive/topics.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// Why nothing is to be shown, if that is so; nullopt if the standing says it all.
std::optional<Word> exemption_word(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::not_applicable: return Word::requirement_not_applicable;
    case RequirementStatus::waived: return Word::requirement_waived;
    case RequirementStatus::advice_unused: return Word::requirement_unused;
    case RequirementStatus::covered:
    case RequirementStatus::partly:
    case RequirementStatus::gap:
    case RequirementStatus::not_known: break;
  }
  return std::nullopt;
}

/// How a row stands, found once for all that shows it.
struct RowStanding {
  std::optional<Word> exemption;
  std::optional<Standing> worst;
  Html html;
};

RowStanding row_standing(const Requirement& requirement, const LinkScope& scope) {
  const auto& standings = scope.site.index().standings;
  const auto findings = standings.findings_of(requirement);
  const auto status = requirement_on(scope.site.view(), requirement).status;
  RowStanding row{exemption_word(status), standing_of(status), {}};
  if (row.exemption) {
    row.html = badge_html("superseded", scope.site.words()[*row.exemption]);
    return row;
  }
  const auto cells = standings.of(requirement);
  if (row.worst == Standing::shown && !findings.empty()) row.worst = Standing::faulty;
  if (!cells.empty()) row.worst = std::ranges::max(cells, {}, &StandingCell::standing).standing;
  row.html =
      followed_by(cells.empty() ? standing_badge(*row.worst, scope) : standings_html(cells, scope),
                  findings_html(findings, scope));
  return row;
}

Html name_html(const PlacedRequirement& row, const LinkScope& scope) {
  const auto& requirement = *row.requirement;
  if (requirement.clause.empty()) return named_html(requirement.text, requirement.id);
  const auto target = clause_target(requirement.source + "/" + requirement.clause, scope);
  auto html = link_html(target.href, target.text);
  const auto& title = !requirement.text.empty() ? requirement.text
                      : row.clause != nullptr   ? row.clause->title
                                                : requirement.id;
  html.text += "<br>" + escape_html(title);
  if (row.clause != nullptr && row.clause->force == ClauseForce::advice) {
    html.text +=
        " <small>" + escape_html(scope.site.words()[Word::requirement_advice]) + "</small>";
  }
  return html;
}

Word evidence_word(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::minutes: return Word::evidence_minutes;
    case EvidenceKind::workplace_meeting: return Word::evidence_workplace_meeting;
    case EvidenceKind::yearly_report: return Word::evidence_yearly_report;
    case EvidenceKind::internal_control: return Word::evidence_internal_control;
    case EvidenceKind::self_check: return Word::evidence_self_check;
    case EvidenceKind::case_series: return Word::evidence_case_series;
  }
  return Word::evidence_minutes;
}

/// Where it is kept what shows how the work is done: "Protokoll: Kvalitetsråd 2026. Finns: …".
Html reference_html(const EvidenceRef& reference, const LinkScope& scope) {
  const auto& words = scope.site.words();
  auto html = word_html(words, Word::evidence_line,
                        {escape_html(words[evidence_word(reference.kind)]),
                         escape_html(reference.title), escape_html(reference.kept_at)});
  std::vector<Html> facts{unit_html(reference.unit, scope)};
  if (reference.from) {
    Interval span{*reference.from, std::nullopt};
    if (reference.to) span.to = reference.to->plus_days(1);
    facts.push_back(validity_html(span, words));
  }
  std::erase_if(facts, [](const Html& fact) { return fact.text.empty(); });
  if (!facts.empty()) html.text += " <small>" + joined_html(facts, ", ").text + "</small>";
  return html;
}

/// The references that have begun by the day of the page.
void add_references(std::vector<Html>& lines, const Requirement& requirement,
                    const LinkScope& scope) {
  for (const auto& reference : scope.site.handbook().evidence) {
    const bool has_begun = !reference.from || *reference.from <= scope.site.view().day();
    if (has_begun && includes(reference.requirements, requirement.id))
      lines.push_back(reference_html(reference, scope));
  }
}

/// The documents; on a site for those who write it also drafts, marked.
Html documents_html(const std::vector<DocumentId>& documents, const LinkScope& scope) {
  std::vector<Html> lines;
  for (const auto& id : documents) {
    auto html = entity_html(id, scope);
    const auto* const document = scope.site.view().find(id);
    const bool is_draft = html.text.empty() && document != nullptr &&
                          scope.site.routes.has(address::document(scope.site.handbook(), id));
    if (is_draft) {
      const auto link = document_link(id, scope.root, scope.site);
      html = link_html(link.href, link.text);
    }
    if (document != nullptr && !html.text.empty() && !is_published(document->state))
      html.text += " (" + escape_html(scope.site.words()[Word::state_draft]) + ")";
    lines.push_back(std::move(html));
  }
  return lines_html(lines);
}

/// The exemption that applies, with its conditions and who granted it.
void add_waiver(std::vector<Html>& lines, const Requirement& requirement, const LinkScope& scope) {
  const auto* const waiver = requirement_on(scope.site.view(), requirement).waiver;
  if (waiver == nullptr) return;
  const auto& words = scope.site.words();
  lines.push_back(word_html(words, Word::waiver_line, {escape_html(waiver->id)}));
  lines.push_back(units_html(waiver->units, scope));
  lines.push_back(text_html(waiver->conditions));
  const auto decision =
      waiver->ref.empty() ? waiver->decided_by : waiver->decided_by + ", " + waiver->ref;
  lines.push_back(word_html(words, Word::requirement_decided_by, {escape_html(decision)}));
  if (const auto& from = waiver->valid_from ? waiver->valid_from : waiver->decided_on)
    lines.push_back(validity_html({*from, waiver->valid_to}, words));
}

/// The evidence, or the reason why none is needed.
Html evidence_html(const Requirement& requirement, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> lines{documents_html(requirement.evidence, scope),
                          text_html(requirement.evidence_note)};
  add_references(lines, requirement, scope);
  add_waiver(lines, requirement, scope);
  if (const auto* const decision = inapplicability_on(scope.site.view(), requirement)) {
    lines.push_back(text_html(decision->reason));
    lines.push_back(units_html(decision->units, scope));
    if (!decision->decided_by.empty()) {
      auto who = role_html(decision->decided_by, scope).text;
      if (decision->decided_on) who += ", " + date_html(*decision->decided_on, words).text;
      lines.push_back(word_html(words, Word::requirement_decided_by, {who}));
    }
  }
  return lines_html(lines);
}

Html responsible_html(const Requirement& requirement, const LinkScope& scope) {
  std::vector<Html> lines;
  for (const auto& responsible : requirement.responsible) {
    auto html = role_html(responsible.role, scope);
    if (responsible.lead) {
      html.text += " <small>" + escape_html(scope.site.words()[Word::duty_leads]) + "</small>";
    }
    lines.push_back(std::move(html));
  }
  return lines_html(lines);
}

Word origin_word(RequirementOrigin origin) {
  switch (origin) {
    case RequirementOrigin::law: return Word::requirement_law;
    case RequirementOrigin::own: return Word::requirement_own;
    case RequirementOrigin::user: return Word::requirement_user;
    case RequirementOrigin::contract: return Word::requirement_contract;
    case RequirementOrigin::standard: return Word::requirement_standard;
  }
  return Word::requirement_own;
}

/// Rows that belong together: those of a source, or those of an origin that is no source.
struct RequirementGroup {
  std::string anchor;
  std::string heading;
  std::vector<PlacedRequirement> rows;
};

/// The rows by source in the order of the register of clauses, then the others by origin.
class RequirementGroups {
public:
  explicit RequirementGroups(const LinkScope& scope) : scope_(scope) {}

  std::vector<RequirementGroup> groups() {
    for (const auto& row : requirements_in_order(scope_.site.view())) {
      auto& group = row.clause != nullptr ? group_of_source(row.requirement->source)
                                          : group_of_origin(row.requirement->origin);
      group.rows.push_back(row);
    }
    return std::move(groups_);
  }

private:
  RequirementGroup& group_named(std::string anchor, std::string heading) {
    for (auto& group : groups_) {
      if (group.anchor == anchor) return group;
    }
    groups_.push_back({std::move(anchor), std::move(heading), {}});
    return groups_.back();
  }

  RequirementGroup& group_of_source(const SourceId& id) {
    const auto* const source = scope_.site.handbook().find_source(id);
    return group_named(id, source == nullptr ? id : source->number);
  }

  RequirementGroup& group_of_origin(RequirementOrigin origin) {
    return group_named("ursprung-" + std::to_string(static_cast<int>(origin)),
                       scope_.site.words()[origin_word(origin)]);
  }

  const LinkScope& scope_;
  std::vector<RequirementGroup> groups_;
};

/// "Visat: 52 · Saknas: 1 · Ej tillämpligt: 1": so many rows of each, by their worst unit.
Html count_html(const std::vector<RowStanding>& rows, const LinkScope& scope) {
  std::vector<Standing> standings;
  std::map<Word, int> exempt;
  for (const auto& row : rows) {
    if (row.exemption) {
      ++exempt[*row.exemption];
    } else {
      standings.push_back(*row.worst);
    }
  }
  auto html = standing_counts_html(standings, std::nullopt, scope);
  if (exempt.empty()) return html;
  std::vector<Html> parts;
  for (const auto& [word, count] : exempt)
    parts.push_back(text_html(scope.site.words()[word] + ": " + std::to_string(count)));
  return {html.text + "<p>" + joined_html(parts, " · ").text + "</p>\n"};
}

/// The mandatory topics of the handbook with the routines in force about each; one of a regime that
/// no unit of ours works under is left out.
TableSection topic_section(const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& words = site.words();
  TableBuilder table(
      "amnen", words[Word::topics_heading],
      {words[Word::compare_topics], words[Word::requirement_status], words[Word::matrix_routines]});
  const auto nothing = as_known(site.view(), Standing::missing);
  for (const auto& topic : site.handbook().settings.mandatory_topics) {
    if (!is_needed_on(site.handbook(), topic, site.view().day())) continue;
    std::vector<Html> routines;
    for (const auto* const revision : routines_about(site.view(), topic.id))
      routines.push_back(entity_html(revision->document, scope));
    const auto cells = site.index().standings.of(topic);
    const auto standing = !cells.empty()     ? standings_html(cells, scope)
                          : routines.empty() ? standing_badge(nothing, scope)
                                             : standing_badge(Standing::shown, scope);
    table.add({}, text_html(topic.name), {standing, lines_html(routines)}).is_late =
        (routines.empty() && nothing == Standing::missing) ||
        std::ranges::find(cells, Standing::missing, &StandingCell::standing) != cells.end();
  }
  return table.take();
}

/// Those who may complain, and what says how that is received (SOSFS 2011:9, 5 kap. 3 §).
TableSection complaint_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("klagande", words[Word::complaint_sources],
                     {words[Word::complaint_source], words[Word::requirement_status],
                      words[Word::requirement_evidence]});
  for (const auto& source : scope.site.handbook().settings.complaint_sources) {
    const auto cells = scope.site.index().standings.of(source);
    table
        .add({}, text_html(source.name),
             {standings_html(cells, scope), entities_html(source.covered_by, scope)})
        .is_late =
        std::ranges::find(cells, Standing::missing, &StandingCell::standing) != cells.end();
  }
  return table.take();
}

}  // namespace

bool has_requirements_page(const Handbook& handbook) {
  return !handbook.requirements.empty();
}

std::vector<TableSection> requirements_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<TableSection> sections;
  for (const auto& group : RequirementGroups(scope).groups()) {
    TableBuilder table(group.anchor, group.heading,
                       {words[Word::requirement_what], words[Word::requirement_status],
                        words[Word::requirement_evidence], words[Word::requirement_lead]});
    std::vector<RowStanding> standings;
    for (const auto& row : group.rows) {
      standings.push_back(row_standing(*row.requirement, scope));
      const auto& standing = standings.back();
      table
          .add(row.requirement->id, name_html(row, scope),
               {standing.html, evidence_html(*row.requirement, scope),
                role_html(lead_role(row.requirement->responsible), scope)})
          .is_late = !standing.exemption && standing.worst == Standing::missing;
    }
    table.section().intro = count_html(standings, scope);
    sections.push_back(table.take());
  }
  for (auto section : {topic_section(scope), complaint_section(scope)}) {
    if (section.has_table) sections.push_back(std::move(section));
  }
  return sections;
}

bool has_matrix_page(const Handbook& handbook) {
  return !handbook.requirements.empty();
}

std::vector<TableSection> matrix_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<TableSection> sections;
  for (const auto& group : RequirementGroups(scope).groups()) {
    TableBuilder table(group.anchor, group.heading,
                       {words[Word::requirement_what], words[Word::requirement_status],
                        words[Word::matrix_routines], words[Word::matrix_follow_up],
                        words[Word::matrix_responsible]});
    for (const auto& row : group.rows) {
      const auto& requirement = *row.requirement;
      table.add(
          requirement.id, name_html(row, scope),
          {row_standing(requirement, scope).html, evidence_html(requirement, scope),
           entities_html(requirement.followed_up_by, scope), responsible_html(requirement, scope)});
    }
    sections.push_back(table.take());
  }
  if (!sections.empty()) {
    sections.front().intro = data_file_html(address::matrix_file, Word::matrix_file, scope);
  }
  return sections;
}

}  // namespace handbok
