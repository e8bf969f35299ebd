// "Försenat och på gång", as a table: on the pages of units and of owners.
#include "render/tables/due_table.hpp"

#include "base/strings.hpp"
#include "render/document_face.hpp"
#include "render/tables/calendar_entries.hpp"
#include "render/tables/entity_links.hpp"

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

Html when_html(Date on, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (scope.site.view().day() <= on) return date_html(on, words);
  return lines_html({date_html(on, words), badge_html("overdue", words[Word::due_late])});
}

void add_row(TableBuilder& table, const DueDay& day, DueColumn column, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto entry = calendar_entry(day, scope.site);
  table
      .add({},
           word_html(words, Word::calendar_titled,
                     {escape_html(kind_text(entry, words)), what_html(entry, scope).text}),
           {when_html(entry.on, scope), column == DueColumn::who ? roles_html(entry.roles, scope)
                                                                 : units_html(entry.units, scope)})
      .is_late = entry.on < scope.site.view().day();
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

}  // namespace handbok
