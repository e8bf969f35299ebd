#include "cli/usage_problem.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "app/nearest_word.hpp"
#include "base/strings.hpp"
#include "cli/console.hpp"

namespace handbok {
namespace {

/// The two parts of a text around `between`; no value if it does not occur.
std::optional<std::pair<std::string, std::string>> around(std::string_view text,
                                                          std::string_view between) {
  const auto at = text.find(between);
  if (at == std::string_view::npos) return std::nullopt;
  return std::pair{std::string(text.substr(0, at)), std::string(text.substr(at + between.size()))};
}

/// "a, b eller c" of "{a,b,c}".
std::string alternatives(std::string_view braces, Language language) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : braces) {
    if (c == '{' || c == ' ') continue;
    if (c != ',' && c != '}') {
      word += c;
      continue;
    }
    words.push_back(std::move(word));
    word.clear();
  }
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 < words.size() ? ", " : choose(language, " eller ", " or ");
    text += words[i];
  }
  return text;
}

std::string unexpected(std::string_view text, const std::vector<std::string>& commands,
                       Language language) {
  const auto parts = around(text, ": ");
  const auto words = parts ? parts->second : std::string(text);
  auto sentence =
      fill_slots(choose(language, "\"{}\" hör inte hit.", "\"{}\" does not belong here."), {words});
  const auto first = words.substr(0, words.find(' '));
  if (const auto nearest = nearest_word(first, commands)) {
    sentence += fill_slots(choose(language, " Menade du {}?", " Did you mean {}?"), {*nearest});
  }
  return sentence;
}

std::string missing(const ParserComplaint& complaint, const std::vector<std::string>& commands,
                    Language language) {
  const auto& [kind, text, first_word] = complaint;
  if (text == "A subcommand is required") {
    const bool is_name = !first_word.empty() && !first_word.starts_with('-');
    if (is_name && std::ranges::find(commands, first_word) == commands.end())
      return unexpected(first_word, commands, language);
    return std::string(choose(language, "ange ett kommando.", "name a command."));
  }
  const auto name = around(text, " is required");
  return fill_slots(choose(language, "{} måste anges.", "{} must be given."),
                    {name ? name->first : text});
}

/// "--days: Value 9 not in range 1 to 5" and "--lang: de not in {sv,en}".
std::string refused(std::string_view text, Language language) {
  const auto parts = around(text, ": ");
  if (!parts) return std::string(text);
  const auto& [name, complaint] = *parts;
  if (const auto range = around(complaint, " not in range ")) {
    const auto bounds = around(range->second, " to ");
    return fill_slots(
        choose(language, "{}: ange ett heltal från {} till {}.",
               "{}: give a whole number from {} to {}."),
        {name, bounds ? bounds->first : range->second, bounds ? bounds->second : std::string()});
  }
  if (const auto choice = around(complaint, " not in {")) {
    return fill_slots(choose(language, "{}: \"{}\" finns inte att välja; ange {}.",
                             "{}: \"{}\" is no choice; give {}."),
                      {name, choice->first, alternatives(choice->second, language)});
  }
  if (const auto date = around(complaint, " is no date")) {
    return fill_slots(choose(language, "{}: \"{}\" är inget datum; skriv det som 2026-11-21.",
                             "{}: \"{}\" is no date; write it as 2026-11-21."),
                      {name, date->first});
  }
  return std::string(text);
}

std::string not_converted(std::string_view text, Language language) {
  const auto value = around(text, " = ");
  const auto name = value ? around(value->first, ": ") : std::nullopt;
  if (!name) return std::string(text);
  return fill_slots(choose(language, "{}: \"{}\" går inte att läsa; ange ett heltal.",
                           "{}: \"{}\" cannot be read; give a whole number."),
                    {name->second, value->second});
}

}  // namespace

std::string usage_problem(const ParserComplaint& complaint,
                          const std::vector<std::string>& commands, Language language) {
  const auto& [kind, text, first_word] = complaint;
  if (kind == "RequiredError") return missing(complaint, commands, language);
  if (kind == "ExtrasError") return unexpected(text, commands, language);
  if (kind == "ValidationError") return refused(text, language);
  if (kind == "ConversionError") return not_converted(text, language);
  if (const auto parts = around(text, ": "); parts && kind == "ArgumentMismatch") {
    return fill_slots(choose(language, "{}: ett värde fattas.", "{}: a value is missing."),
                      {parts->first});
  }
  if (const auto parts = around(text, " excludes "); parts && kind == "ExcludesError") {
    return fill_slots(choose(language, "{} och {} går inte att ange samtidigt.",
                             "{} and {} cannot be given together."),
                      {parts->first, parts->second});
  }
  return text;
}

}  // namespace handbok
