#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// A row of the card, the table at the start of a document that is written in Word: what it is
/// called and what stands beside that.
enum class CardRow : std::uint8_t {
  type,
  id,
  revision,
  title,
  summary,
  unit,
  owner,
  audience,
  topics,
  requirements,
  purpose,  ///< of a process, as the next two
  trigger,
  result,
  change_kind,
  change_note,
  checksum
};

inline constexpr std::array<CardRow, 16> all_card_rows = {
    CardRow::type,    CardRow::id,           CardRow::revision,    CardRow::title,
    CardRow::summary, CardRow::unit,         CardRow::owner,       CardRow::audience,
    CardRow::topics,  CardRow::requirements, CardRow::purpose,     CardRow::trigger,
    CardRow::result,  CardRow::change_kind,  CardRow::change_note, CardRow::checksum};

/// True for the rows that only the card of a process has.
constexpr bool is_of_process(CardRow row) {
  return row >= CardRow::purpose && row <= CardRow::result;
}

enum class CardLanguage : std::uint8_t { swedish, english };

/// What the row is called.
std::string_view name_of(CardRow row, CardLanguage language);

/// The row with that name in either language, whatever the letters' case; no value if there is
/// none.
std::optional<CardRow> card_row(std::string_view name);

/// True for the value of a row that nobody filled in: blank, or a dash.
bool says_nothing(std::string_view value);

/// True for the value of the row Id of a document that is meant to be a new one: "nytt", "new".
bool says_new(std::string_view value);

/// The code in a value such as "Rutin (RUT)"; the whole value if it has none.
std::string code_in(std::string_view value);

/// The values of a row that lists several, without blanks around them: they stand between commas,
/// semicolons or line ends, but for those in brackets. Empty if the row says nothing.
std::vector<std::string> values_in(std::string_view value);

/// A table of the text that stands for rows of the head: who does what; the steps of a process.
enum class HeadTable : std::uint8_t { tasks, steps };
inline constexpr std::array<HeadTable, 2> all_head_tables = {HeadTable::tasks, HeadTable::steps};
using TableRows = std::vector<std::vector<std::string>>;

/// What its columns are called.
std::vector<std::string_view> columns_of(HeadTable table, CardLanguage language);

/// What the first and the last steps of a process have for a number.
inline constexpr std::string_view start_word = "Start";
std::string_view end_word(CardLanguage language);

/// Help for whoever fills in an empty document: what to write below a heading, in its card, and in
/// the steps of a process.
std::string_view help_below(std::string_view heading, CardLanguage language);
std::string_view help_with_card(CardLanguage language);
std::string_view help_with_steps(CardLanguage language);

/// Words of help as they stand in an empty document: "[Hjälp: varför rutinen finns]".
std::string as_help(std::string_view words, CardLanguage language);

/// Takes all help in either language off the text and gives it, with its brackets.
std::vector<std::string> take_help(std::string& text);

/// How a change that does not alter what applies is called, and one that does.
std::string_view editorial_word(CardLanguage language);
std::string_view substantive_word(CardLanguage language);

/// What the head of each page says of a draft, or of a copy of what was adopted; and the word
/// before the number of the page.
std::string_view copy_words(bool is_draft, CardLanguage language);
std::string_view page_word(CardLanguage language);

/// True if the value says, in either language, that the change is editorial.
bool says_editorial(std::string_view value);

}  // namespace handbok
