// "Försenat och på gång": what `handbok due --unit` tells, on the page of the unit.
#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/due_days.hpp"
#include "diag/code_names.hpp"
#include "diag/phrase.hpp"
#include "render/tables/due_table.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/unit_work.hpp"

namespace handbok {
namespace {

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

/// What else the checks found wrong with the unit's documents, as a list below the table.
Html findings_html(const OrgUnit& unit, const LinkScope& scope) {
  const auto& site = scope.site;
  const auto language = language_named(site.handbook().settings.language);
  std::string items;
  for (const auto* const diagnostic : site.input.edition.told) {
    const bool is_theirs = diagnostic->unit == unit.id && !diagnostic->suppressed;
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

TableSection unit_due(const OrgUnit& unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& due = scope.site.index.due;
  auto section = due_table(due.of(unit), DueColumn::who, scope);
  const auto last = date_html(due.last(), words).text;
  section.intro = {"<p>" + word_html(words, Word::due_intro, {last}).text + "</p>\n"};
  section.after = findings_html(unit, scope);
  return section;
}

}  // namespace handbok
