#include "questions/matrix.hpp"

#include "app/read_handbook.hpp"
#include "app/workspace.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"

namespace handbok {
namespace {

struct MatrixCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string legal_source;  ///< only its clauses; empty: all requirements
  std::string unit;          ///< only what concerns it, and how it stands there; empty: all
  bool by_unit = false;      ///< every thing in every unit, not only requirements
  TableFormat format = TableFormat::text;
};

std::vector<Option> describe(MatrixCommand& command) {
  return {source_word(command.source),
          as_of_option(command.as_of),
          text("--source", command.legal_source,
               {"Bara kraven i källan, till exempel sosfs-2011-9",
                "Only the requirements of the source, such as sosfs-2011-9"}),
          text("--unit", command.unit,
               {"Bara det som rör enheten, och läget där",
                "Only what concerns the unit, and how it stands there"}),
          flag("--by-unit", command.by_unit,
               {"Läget vid varje enhet, eller vid en med --unit: allt som ska finnas och göras där",
                "How everything that must exist or be done stands in each unit, or in --unit"}),
          table_format_option(command.format)};
}

std::string matrix_json(const MatrixRow& row) {
  Json::Array responsible;
  for (const auto& one : row.responsible)
    responsible.emplace_back(Json::Object{{"role", one.role}, {"lead", one.lead}});
  return to_text(
             Json(Json::Object{{"id", row.id},
                               {"clause", text_or_null(row.clause)},
                               {"text", row.text},
                               {"status", name_of(row.status)},
                               {"standing", row.standing ? Json(name_of(*row.standing)) : Json()},
                               {"findings", static_cast<int>(row.findings)},
                               {"documents", row.documents},
                               {"note", text_or_null(row.note)},
                               {"followed_up_by", row.followed_up_by},
                               {"responsible", std::move(responsible)}})) +
         "\n";
}

std::string matrix_text(const MatrixRow& row, Language language) {
  auto name = row.clause.empty() ? row.id : row.clause;
  if (!row.text.empty()) name += " – " + row.text;
  std::vector<std::string> parts{name, standing_text(row, language), evidence_text(row),
                                 join(row.followed_up_by, ", "), responsible_text(row, language)};
  std::erase(parts, "");
  return join(parts, "  ") + "\n";
}

std::string matrix_in(TableFormat format, const std::vector<MatrixRow>& rows, Language language) {
  if (format == TableFormat::csv) return matrix_csv(rows, language);
  std::string text;
  for (const auto& row : rows)
    text += format == TableFormat::json ? matrix_json(row) : matrix_text(row, language);
  return text;
}

void show(const MatrixCommand& command, const Edition& edition, const CommonOptions& common) {
  const Standings standings(edition.view, edition.told);
  const auto& handbook = edition.view.handbook();
  const auto* const unit = handbook.find_unit(command.unit);
  bool is_empty = false;
  if (command.by_unit) {
    const auto table = standing_table(standings, unit);
    is_empty = table.rows.empty();
    print(table_in(command.format, table, common.language));
  } else {
    const auto rows = matrix_rows(edition.view, standings, command.legal_source, unit);
    is_empty = rows.empty();
    print(matrix_in(command.format, rows, common.language));
  }
  if (!is_empty || unit == nullptr || common.quiet) return;
  if (!is_absent(handbook, edition.view.day(), command.unit, common.language)) {
    print_message(choose(common.language, "Inga krav rör enheten den dagen.",
                         "No requirement concerns the unit on that day."));
  }
}

ExitStatus run(const MatrixCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  auto status = ExitStatus::fine;
  with_edition(*sources, day, make_isolate(), [&](const Edition& edition) {
    const auto& handbook = edition.view.handbook();
    if (use_code(handbook, day, SubjectKind::source, command.legal_source, common.language) &&
        use_code(handbook, day, SubjectKind::unit, command.unit, common.language)) {
      show(command, edition, common);
    } else {
      status = ExitStatus::could_not_run;
    }
  });
  return status;
}

}  // namespace

CommandSpec matrix_command() {
  return command_spec<MatrixCommand>("matrix",
                                     {"Visar krav, rutiner, uppföljning och ansvar",
                                      "Shows requirements, routines, follow-up and responsibility"},
                                     &describe, &run);
}

}  // namespace handbok
