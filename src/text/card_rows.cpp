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
    {CardRow::purpose, "Syfte", "Purpose"},
    {CardRow::trigger, "Börjar när", "Starts when"},
    {CardRow::result, "Klart när", "Done when"},
    {CardRow::change_kind, "Slag av ändring", "Kind of change"},
    {CardRow::change_note, "Vad som ändras", "What is changed"},
    {CardRow::checksum, "Kontrollsumma", "Checksum"},
});

struct HeadingHelp {
  std::string_view heading;
  std::string_view help;
};

/// What usually stands below headings that handbooks usually have.
constexpr auto usual_help = std::to_array<HeadingHelp>({
    {"Syfte", "varför texten finns, i en eller två meningar"},
    {"Omfattning", "var och när den gäller, och vad den inte gäller"},
    {"Ansvar", "det som tabellen inte säger, till exempel vem som ersätter"},
    {"Gör så här", "ett steg i varje punkt: vem gör vad, och när"},
    {"Dokumentation", "vad som skrivs ned, och var"},
    {"Samverkan", "vilka andra som berörs, och hur ni når varandra"},
    {"Risker", "vad som kan gå fel, och hur det märks"},
    {"Risker att tänka på", "vad som kan gå fel, och hur det märks"},
    {"Uppföljning", "hur ni ser att det fungerar, och hur ofta"},
    {"Referenser", "lagar, blanketter och andra rutiner, en på varje rad"},
    {"Ändringar", "vad som är nytt; i den första utgåvan: Ny"},
    {"Purpose", "why the text exists, in a sentence or two"},
    {"Responsibilities", "what the table does not say, such as who stands in"},
    {"How to do it", "a step in each item: who does what, and when"},
});

constexpr std::array<std::string_view, 2> help_start = {"[Hjälp: ", "[Help: "};

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
    if (depth == 0 && (c == ',' || c == ';' || c == '\n')) {
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

std::vector<std::string_view> columns_of(HeadTable table, CardLanguage language) {
  const bool is_english = language == CardLanguage::english;
  if (table == HeadTable::tasks) {
    return is_english ? std::vector<std::string_view>{"Task", "Roles", "Leads"}
                      : std::vector<std::string_view>{"Uppgift", "Roller", "Leder"};
  }
  return is_english ? std::vector<std::string_view>{"No", "Who", "What", "Routine", "Then"}
                    : std::vector<std::string_view>{"Nr", "Vem", "Vad", "Rutin", "Sedan"};
}

std::string_view end_word(CardLanguage language) {
  return language == CardLanguage::english ? "End" : "Slut";
}

std::string_view help_below(std::string_view heading, CardLanguage language) {
  const auto* const found = std::ranges::find(usual_help, heading, &HeadingHelp::heading);
  if (found != usual_help.end()) return found->help;
  return language == CardLanguage::english ? "what is to stand here" : "det som ska stå här";
}

std::string_view help_with_card(CardLanguage language) {
  return language == CardLanguage::english ? "write to the right in the table. The unit, the owner "
                                             "and whom the text is for: their "
                                             "names in the handbook, with commas between"
                                           : "skriv till höger i tabellen. Enheten, ägaren och dem "
                                             "som texten är till för: namnen "
                                             "i handboken, med komma mellan";
}

std::string_view help_with_steps(CardLanguage language) {
  return language == CardLanguage::english ? "a row for each step. No: Start, 1, 2 … End. Then: "
                                             "the number of the next step, or a "
                                             "line for each answer, like this: yes: 5"
                                           : "en rad för varje steg. Nr: Start, 1, 2 … Slut. "
                                             "Sedan: numret på nästa steg, eller en "
                                             "rad för varje svar, så här: ja: 5";
}

std::string as_help(std::string_view words, CardLanguage language) {
  return std::string(help_start[language == CardLanguage::english ? 1 : 0])
      .append(words)
      .append("]");
}

std::vector<std::string> take_help(std::string& text) {
  std::vector<std::string> taken;
  for (const auto start : help_start) {
    for (auto at = text.find(start); at != std::string::npos; at = text.find(start)) {
      const auto end = std::min(text.find(']', at), text.size() - 1) + 1;
      taken.push_back(text.substr(at, end - at));
      text.erase(at, end - at);
    }
  }
  return taken;
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
