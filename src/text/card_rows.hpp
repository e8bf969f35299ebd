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
  change_kind,
  change_note,
  checksum
};

inline constexpr std::array<CardRow, 13> all_card_rows = {
    CardRow::type,    CardRow::id,           CardRow::revision,    CardRow::title,
    CardRow::summary, CardRow::unit,         CardRow::owner,       CardRow::audience,
    CardRow::topics,  CardRow::requirements, CardRow::change_kind, CardRow::change_note,
    CardRow::checksum};

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

/// The values of a row that lists several, without blanks around them: they stand between commas or
/// semicolons, but for those in brackets. Empty if the row says nothing.
std::vector<std::string> values_in(std::string_view value);

/// What the columns of the table of who does what are called: what is done, who does it, who leads.
std::array<std::string_view, 3> task_columns(CardLanguage language);

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
