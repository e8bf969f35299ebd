#include "questions/due.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/csv.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"
#include "diag/slot_words.hpp"
#include "questions/asof.hpp"

namespace handbok {
namespace {

struct DueCommand {
  std::string source;
  std::optional<Date> as_of;
  std::optional<int> days;  ///< none: the review horizon of the handbook
  std::string owner;
  std::string unit;
  TableFormat format = TableFormat::text;
};

std::vector<Option> describe(DueCommand& command) {
  constexpr int days_max = 3660;
  return {
      source_word(command.source),
      as_of_option(command.as_of),
      number("--days", command.days, {0, days_max},
             {"Så många dagar framåt (handbokens horisont för översyn)",
              "So many days ahead (the handbook's review horizon)"}),
      text("--owner", command.owner,
           {"Bara det som rollen ansvarar för", "Only what the role answers for"}),
      text("--unit", command.unit, {"Bara det som enheten ska göra", "Only what the unit must do"}),
      table_format_option(command.format)};
}

/// "21 dagar för sent", "i dag", "om 1 dag".
std::string days_text(int days_left, Language language) {
  if (days_left == 0) return std::string(choose(language, "i dag", "today"));
  const auto count = slot_values_in({days_slot(std::abs(days_left))}, language).front();
  if (days_left > 0) return std::string(choose(language, "om ", "in ")) + count;
  return count + std::string(choose(language, " för sent", " late"));
}

std::string since_text(const DueRow& row, Language language) {
  if (!row.since) return {};
  return std::string(choose(language, "väntar sedan ", "waits since ")) + row.since->to_string();
}

std::string due_text(const DueRow& row, Language language) {
  std::vector<std::string> parts{
      row.on.to_string(),
      days_text(row.days_left, language),
      to_lower(category_of(row.kind, language)),
      row.id,
      row.title,
      join(row.owners, ", "),
      join(row.units, ", "),
      since_text(row, language),

      row.escalated_to.empty() ? std::string() : "→ " + row.escalated_to};
  std::erase(parts, "");
  return join(parts, "  ") + "\n";
}

std::string due_json(const DueRow& row) {
  Json::Object fields{{"date", row.on.to_string()}, {"days_left", row.days_left},
                      {"kind", name_of(row.kind)},  {"id", row.id},
                      {"title", row.title},         {"owners", row.owners},
                      {"units", row.units}};
  if (row.since) fields.push_back({"since", row.since->to_string()});
  if (!row.escalated_to.empty()) fields.push_back({"escalated_to", row.escalated_to});
  return to_text(Json(std::move(fields))) + "\n";
}

std::string due_csv(const std::vector<DueRow>& rows, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(choose(language, swedish, english));
  };
  std::vector<CsvRow> table{{say("Datum", "Date"), say("Dagar kvar", "Days left"),
                             say("Slag", "Kind"), "Id", say("Rubrik", "Title"),
                             say("Ansvarig", "Owner"), say("Enhet", "Unit")}};
  for (const auto& row : rows) {
    table.push_back({row.on.to_string(), std::to_string(row.days_left),
                     to_lower(category_of(row.kind, language)), row.id, row.title,
                     join(row.owners, ", "), join(row.units, ", ")});
  }
  return write_csv(table);
}

std::string due_in(TableFormat format, const std::vector<DueRow>& rows, Language language) {
  if (format == TableFormat::csv) return due_csv(rows, language);
  std::string text;
  for (const auto& row : rows)
    text += format == TableFormat::json ? due_json(row) : due_text(row, language);
  return text;
}

/// Says which drafts wait for whoever coordinates, who has no role, and which lead nowhere.
void tell_drafts(const DayView& view, Language language) {
  std::vector<std::string> to_submit;
  std::vector<std::string> left_over;
  for (const auto& document : view.documents()) {
    const auto& repeal = document.document->repeal;
    const bool ends = repeal && (!repeal->decided_on || *repeal->decided_on <= view.day());
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto state = document.revisions[i].state;
      const bool is_draft = state == RevisionState::draft;
      if (!is_draft && !(ends && state == RevisionState::in_review)) continue;
      (ends ? left_over : to_submit)
          .push_back(document.document->id + "@" +
                     std::to_string(document.document->revisions[i].number));
    }
  }
  const auto tell = [&](const std::vector<std::string>& names, std::string_view text) {
    if (!names.empty()) print_message(fill_slots(text, {join(names, ", ")}));
  };
  tell(to_submit, choose(language, "Utkast att skicka in (handbok submit): {}",
                         "Drafts to submit (handbok submit): {}"));
  tell(left_over,
       choose(language, "Utkast till det som är upphävt, att ta bort (handbok discard): {}",
              "Drafts of what is repealed, to throw away (handbok discard): {}"));
}

ExitStatus run(const DueCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!use_code(*handbook, day, SubjectKind::role, command.owner, common.language) ||
      !use_code(*handbook, day, SubjectKind::unit, command.unit, common.language))
    return ExitStatus::could_not_run;
  const int days =
      std::clamp(command.days.value_or(handbook->settings.review_horizon_days), 0, due_days_max);
  const DayView view(*handbook, day);
  const auto rows =
      due_rows(view, {days, command.owner, handbook->find_unit(command.unit), common.language});
  print(due_in(command.format, rows, common.language));
  if (command.format != TableFormat::text || common.quiet) return ExitStatus::fine;
  if (command.owner.empty() && command.unit.empty()) tell_drafts(view, common.language);
  if (is_absent(*handbook, day, command.unit, common.language)) return ExitStatus::fine;
  if (const auto unknown = incomplete_text(view, day, common.language); !unknown.empty()) {
    print_message(unknown);
  } else if (rows.empty()) {
    print_message(
        fill_slots(choose(common.language, "Ingenting är försenat eller ska göras inom {} dagar.",
                          "Nothing is late or falls due within {} days."),
                   {std::to_string(days)}));
  }
  return ExitStatus::fine;
}

}  // namespace

CommandSpec due_command() {
  return command_spec<DueCommand>(
      "due",
      {"Visar vad som är försenat eller snart ska göras", "Shows what is late or soon falls due"},
      &describe, &run);
}

}  // namespace handbok
