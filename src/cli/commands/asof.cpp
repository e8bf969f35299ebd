#include "questions/asof.hpp"

#include "base/csv.hpp"
#include "base/json.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"

namespace handbok {
namespace {

struct AsOfCommand {
  Date day;
  std::string source;
  std::string unit;
  std::string document;
  TableFormat format = TableFormat::text;
};

std::vector<Option> describe(AsOfCommand& command) {
  return {required(as_word({"datum", "date"},
                           date({}, command.day, {"Dagen, ÅÅÅÅ-MM-DD", "The day, YYYY-MM-DD"}))),
          source_word(command.source),
          text("--unit", command.unit,
               {"Bara det som gäller enheten", "Only what applies to the unit"}),
          text("--doc", command.document, {"Bara dokumentet", "Only the document"}),
          table_format_option(command.format)};
}

std::string state_text(const AsOfRow& row, Language language) {
  if (row.missing) return missing_text(*row.missing, language);
  switch (row.state) {
    case DocumentState::in_force: return std::string(choose(language, "gällande", "in force"));
    case DocumentState::upcoming: return std::string(choose(language, "kommande", "upcoming"));
    case DocumentState::expired: return std::string(choose(language, "utgånget", "expired"));
    case DocumentState::repealed: return std::string(choose(language, "upphävt", "repealed"));
    case DocumentState::withdrawn:
      return std::string(choose(language, "tillbakadraget", "withdrawn"));
    case DocumentState::unknown:
    case DocumentState::draft:
    case DocumentState::in_review:
      return std::string(choose(language, "inget gällande", "nothing in force"));
  }
  return {};
}

std::string json_line(const AsOfRow& row) {
  const Json::Object object{{"id", row.id},
                            {"revision", row.revision ? Json(*row.revision) : Json()},
                            {"state", state_name(row)},
                            {"valid_from", date_or_null(row.valid_from)},
                            {"valid_until", date_or_null(row.valid_until)},
                            {"title", row.title},
                            {"missing", row.missing ? Json(row.missing->numbers()) : Json()},
                            {"kept_in", row.missing ? Json(row.missing->kept_in()) : Json()}};
  return to_text(Json(object)) + "\n";
}

std::string text_line(const AsOfRow& row, Language language) {
  auto line = row.id + "  ";
  if (row.revision) {
    line += choose(language, "utgåva ", "revision ");
    line += std::to_string(*row.revision) + ", ";
  }
  line += state_text(row, language);
  if (row.valid_from) {
    line += "  " + row.valid_from->to_string() + "–" + date_or_empty(row.valid_until);
  }
  return line + "  " + row.title + "\n";
}

CsvRow csv_row(const AsOfRow& row) {
  return {row.id,
          row.revision ? std::to_string(*row.revision) : "",
          std::string(state_name(row)),
          date_or_empty(row.valid_from),
          date_or_empty(row.valid_until),
          row.title,
          row.missing ? row.missing->numbers() : "",
          row.missing ? row.missing->kept_in() : ""};
}

std::string csv_table(const std::vector<AsOfRow>& rows) {
  std::vector<CsvRow> table{
      {"id", "revision", "state", "valid_from", "valid_until", "title", "missing", "kept_in"}};
  for (const auto& row : rows)
    table.push_back(csv_row(row));
  return write_csv(table);
}

std::string table_text(const std::vector<AsOfRow>& rows, const AsOfCommand& command,
                       Language language) {
  if (command.format == TableFormat::csv) return csv_table(rows);
  std::string text;
  for (const auto& row : rows)
    text += command.format == TableFormat::json ? json_line(row) : text_line(row, language);
  return text;
}

ExitStatus run(const AsOfCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  const auto& day = command.day;
  if (!use_code(*handbook, day, SubjectKind::unit, command.unit, common.language) ||
      !use_code(*handbook, day, SubjectKind::document, command.document, common.language))
    return ExitStatus::could_not_run;
  const DayView view(*handbook, command.day);
  const auto rows = as_of_rows(view, handbook->find_unit(command.unit), command.document);
  print(table_text(rows, command, common.language));
  if (common.quiet) return ExitStatus::fine;
  if (is_absent(*handbook, command.day, command.unit, common.language)) return ExitStatus::fine;
  const auto* const unit = handbook->find_unit(command.unit);
  const auto note = rows.empty() ? nothing_text(view, unit, command.document, common.language)
                    : command.document.empty() ? incomplete_text(view, command.day, common.language)
                                               : "";
  if (!note.empty()) print_message(note);
  return ExitStatus::fine;
}

}  // namespace

CommandSpec as_of_command() {
  return command_spec<AsOfCommand>(
      "asof", {"Visar vad som gällde en dag", "Shows what applied on a day"}, &describe, &run);
}

}  // namespace handbok
