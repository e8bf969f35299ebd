#include "text/card_rows.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

struct RowName {
  CardRow row;
  std::string_view swedish;
  std::string_view english;
};

constexpr auto row_names = std::to_array<RowName>({
    {CardRow::type, "Dokumenttyp", "Document type"},
    {CardRow::id, "Id", "Id"},
    {CardRow::revision, "Utgåva", "Revision"},
    {CardRow::title, "Titel", "Title"},
    {CardRow::summary, "Sammanfattning", "Summary"},
    {CardRow::unit, "Enhet", "Unit"},
    {CardRow::owner, "Ägare", "Owner"},
    {CardRow::audience, "Till för", "For"},
    {CardRow::topics, "Ämnen", "Topics"},
    {CardRow::requirements, "Krav", "Requirements"},
    {CardRow::change_kind, "Slag av ändring", "Kind of change"},
    {CardRow::change_note, "Vad som ändras", "What is changed"},
    {CardRow::checksum, "Kontrollsumma", "Checksum"},
});

}  // namespace

std::string_view name_of(CardRow row, CardLanguage language) {
  const auto* const found = std::ranges::find(row_names, row, &RowName::row);
  return language == CardLanguage::english ? found->english : found->swedish;
}

std::optional<CardRow> card_row(std::string_view name) {
  name = trim(name);
  if (name.ends_with(':')) name.remove_suffix(1);
  const auto wanted = to_lower(trim(name));
  const auto* const found = std::ranges::find_if(row_names, [&](const RowName& row) {
    return to_lower(row.swedish) == wanted || to_lower(row.english) == wanted;
  });
  if (found == row_names.end()) return std::nullopt;
  return found->row;
}

bool says_nothing(std::string_view value) {
  const auto said = trim(value);
  return said.empty() || said == "–" || said == "-";
}

bool says_new(std::string_view value) {
  const auto said = to_lower(trim(value));
  return said == "nytt" || said == "new";
}

std::string code_in(std::string_view value) {
  value = trim(value);
  const auto open = value.rfind('(');
  if (!value.ends_with(')') || open == std::string_view::npos) return std::string(value);
  return std::string(trim(value.substr(open + 1, value.size() - open - 2)));
}

std::vector<std::string> values_in(std::string_view value) {
  std::vector<std::string> values(1);
  int depth = 0;
  for (const char c : says_nothing(value) ? std::string_view() : value) {
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (depth == 0 && (c == ',' || c == ';')) {
      values.emplace_back();
    } else {
      values.back() += c;
    }
  }
  for (auto& one : values)
    one = std::string(trim(one));
  std::erase(values, std::string());
  return values;
}

std::array<std::string_view, 3> task_columns(CardLanguage language) {
  if (language == CardLanguage::english) return {"Task", "Roles", "Leads"};
  return {"Uppgift", "Roller", "Leder"};
}

std::string_view editorial_word(CardLanguage language) {
  return language == CardLanguage::english ? "editorial" : "redaktionell";
}

std::string_view substantive_word(CardLanguage language) {
  return language == CardLanguage::english ? "substantive" : "i sak";
}

std::string_view copy_words(bool is_draft, CardLanguage language) {
  if (language == CardLanguage::english)
    return is_draft ? "Draft – not in force." : "Working copy – the original is in the handbook.";
  return is_draft ? "Utkast – gäller inte." : "Arbetskopia – originalet finns i handboken.";
}

std::string_view page_word(CardLanguage language) {
  return language == CardLanguage::english ? "Page" : "Sida";
}

bool says_editorial(std::string_view value) {
  const auto said = to_lower(trim(value));
  return said == editorial_word(CardLanguage::swedish) ||
         said == editorial_word(CardLanguage::english);
}

}  // namespace handbok
