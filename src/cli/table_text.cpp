#include "cli/table_text.hpp"

#include "diag/value_words.hpp"
#include "questions/column_words.hpp"

namespace handbok {

Option table_format_option(TableFormat& format) {
  return choice<TableFormat>(
      "--format", format,
      {{"csv", TableFormat::csv}, {"json", TableFormat::json}, {"text", TableFormat::text}},
      {"text, json eller csv", "text, json or csv"});
}

std::string table_in(TableFormat format, const ValueTable& table, Language language) {
  switch (format) {
    case TableFormat::text: return write_text_lines(table_in_words(table, language));
    case TableFormat::json: return write_json_lines(table);
    case TableFormat::csv:
      if (!table.headings.empty()) return write_csv(table, table.headings);
      return write_csv(table_in_words(table, language), column_headings(table.columns, language));
  }
  return {};
}

}  // namespace handbok
