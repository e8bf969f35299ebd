#include "questions/stats.hpp"

#include <array>
#include <variant>

#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"
#include "diag/value_words.hpp"

namespace handbok {
namespace {

struct StatsCommand {
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
  int jobs = 0;
};

std::vector<Option> describe(StatsCommand& command) {
  return {source_word(command.source), as_of_option(command.as_of),
          table_format_option(command.format), jobs_option(command.jobs)};
}

constexpr auto group_words = std::to_array<PhraseOf<std::string_view>>({
    {"type", {"Dokument efter typ", "Documents by type"}},
    {"state", {"Dokument efter läge", "Documents by state"}},
    {"owner", {"Gällande dokument efter ägare", "Documents in force by owner"}},
    {"unit", {"Gällande dokument efter enhet", "Documents in force by unit"}},
    {"words", {"Ord i gällande texter", "Words of texts in force"}},
    {"review_load", {"Översyner, ägare och månad", "Reviews by owner and month"}},
    {"diagnostics", {"Anmärkningar från kontrollerna", "What the checks say"}},
    {"orphan", {"Dokument som inget pekar på", "Documents that nothing points at"}},
    {"similar_title", {"Nästan samma rubrik", "Nearly the same title"}},
});

/// The table for a reader: what is counted is coded by its group.
ValueTable counted_in_words(ValueTable table, Language language) {
  for (auto& row : table.rows) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (std::holds_alternative<std::string>(row[i].content()))
        row[i] = Json(std::string(value_text(cell_text(row[0]), cell_text(row[i]), language)));
    }
  }
  return table;
}

/// The rows by group, a heading for each.
std::string stats_text(const ValueTable& table, Language language) {
  std::string text;
  for (const auto& [group, heading] : group_words) {
    ValueTable lines;
    for (const auto& row : table.rows) {
      if (cell_text(row[0]) == group) lines.rows.push_back({"-", row[1], row[2], row[3]});
    }
    if (lines.rows.empty()) continue;
    text.append(heading.in(language)).append("\n").append(write_text_lines(lines));
  }
  return text;
}

ExitStatus run(const StatsCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.source, common, make_isolate(command.jobs));
  if (!handbook) return ExitStatus::could_not_run;
  const DayView view(*handbook, day_or_today(command.as_of));
  auto table = stats_of(view, Backlinks(view), shipped_law());
  if (command.format != TableFormat::json)
    table = counted_in_words(std::move(table), common.language);
  print(command.format == TableFormat::text ? stats_text(table, common.language)
                                            : table_in(command.format, table, common.language));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec stats_command() {
  return command_spec<StatsCommand>(
      "stats",
      {"Räknar dokument och översyner, och visar dem som inget pekar på",
       "Counts documents and reviews, and shows what nothing points at"},
      &describe, &run);
}

}  // namespace handbok
