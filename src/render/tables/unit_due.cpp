// "Försenat och på gång": what `handbok due --unit` tells, on the pages of units and of owners.
#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/due_days.hpp"
#include "diag/code_names.hpp"
#include "diag/phrase.hpp"
#include "render/document_face.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"

namespace handbok {
namespace {

bool is_about_document(DueKind kind) {
  return kind == DueKind::review || kind == DueKind::validity || kind == DueKind::rollout ||
         is_waiting(kind);
}

/// What the row is about. A document is called what readers know it by, never what a revision that
/// is withheld calls it.
Html what_html(const CalendarEntry& entry, const LinkScope& scope) {
  const bool has_own_row = entry.links.size() == 1 && entry.kind != DueKind::calendar;
  if (!has_own_row) return text_html(entry.title);
  const auto& id = entry.links.front();
  if (is_about_document(entry.kind)) {
    const auto link = document_link(id, scope.root, scope.site);
    return link.href.empty() ? text_html(entry.title) : link_html(link.href, link.text);
  }
  auto what = entity_html(id, scope);
  return what.text.empty() ? text_html(entry.title) : what;
}

Html when_html(const DueDay& day, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<Html> lines{date_html(day.on, words)};
  if (day.on < scope.site.view().day())
    lines.push_back(badge_html("overdue", words[Word::due_late]));
  if (day.since)
    lines.push_back(word_html(words, Word::due_since, {date_html(*day.since, words).text}));
  return lines.size() == 1 ? lines.front() : lines_html(lines);
}

void add_row(TableBuilder& table, const DueDay& day, DueColumn column, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto entry = calendar_entry(day, scope.site);
  table
      .add({},
           word_html(words, Word::calendar_titled,
                     {escape_html(kind_text(entry, words)), what_html(entry, scope).text}),
           {when_html(day, scope), column == DueColumn::who ? roles_html(entry.roles, scope)
                                                            : units_html(entry.units, scope)})
      .is_late = entry.on < scope.site.view().day();
}

/// Diagnostics that the rows of what is due show already, and those about documents that nobody has
/// adopted: only the control page names those.
bool is_shown_elsewhere(Code code) {
  constexpr auto shown = std::to_array<Code>({
      Code::doc_review_overdue,
      Code::doc_review_due,
      Code::doc_expired,
      Code::doc_expiring,
      Code::doc_stuck_in_review,
      Code::process_not_adopted,
      Code::agreement_expired,
      Code::agreement_expiring,
      Code::selfcheck_overdue,
      Code::action_overdue,
      Code::action_effect_unchecked,
      Code::analysis_missing,
      Code::contractor_report_missing,
  });
  return std::ranges::find(shown, code) != shown.end();
}

/// What else the checks found wrong with what is this unit's alone, as a list below the table.
Html findings_html(const OrgUnit& unit, const LinkScope& scope) {
  const auto& site = scope.site;
  const auto language = language_named(site.handbook().settings.language);
  std::string items;
  for (const auto* const diagnostic : site.edition().told) {
    const bool is_theirs = diagnostic->units == std::vector{unit.id} && !diagnostic->suppressed;
    const bool is_wrong = diagnostic->severity != Severity::note;
    if (!is_theirs || !is_wrong || is_shown_elsewhere(diagnostic->code)) continue;
    const auto& subject = diagnostic->subject;
    const auto id = subject.substr(0, subject.find('/'));
    auto link = entity_html(id, scope);
    if (link.text.empty()) link = text_html(subject);
    items += "<li>" + link.text + ": " + escape_html(what_text(*diagnostic, language)) + "</li>\n";
  }
  if (items.empty()) return {};
  return {"<h3>" + escape_html(site.words()[Word::due_findings]) + "</h3>\n<ul>\n" + items +
          "</ul>\n"};
}

}  // namespace

TableSection due_table(const std::vector<DueDay>& days, DueColumn column, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto last = column == DueColumn::who ? Word::due_who : Word::due_where;
  TableBuilder table("pa-gang", words[Word::due_heading],
                     {words[Word::due_what], words[Word::due_when], words[last]});
  for (const auto& day : days)
    add_row(table, day, column, scope);
  return table.take();
}

TableSection unit_due(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& due = scope.site.index().due;
  auto section = due_table(due.of(unit), DueColumn::who, scope);
  const auto last = date_html(due.last(), words).text;
  section.intro = {"<p>" + word_html(words, Word::due_intro, {last}).text + "</p>\n"};
  section.after = findings_html(unit, scope);
  return section;
}

}  // namespace handbok
