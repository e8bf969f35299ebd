#include "cli/named_sources.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>

#include "app/workspace.hpp"
#include "cli/command_table.hpp"

namespace handbok {
namespace {

constexpr std::string_view program = "handbok ";

/// How many words the commands have before that for the sources. Those without sources are left
/// out.
std::map<std::string, int> words_before_sources() {
  std::map<std::string, int> counts;
  for (const auto& spec : all_commands()) {
    if (!spec.prepare) continue;
    int count = 0;
    for (const auto& option : spec.prepare().options) {
      if (option.otherwise) counts.emplace(spec.name, count);
      if (option.is_word() && option.required) ++count;
    }
  }
  return counts;
}

/// The end of the word that begins at `start`, without the punctuation after it.
std::size_t end_of_word(std::string_view text, std::size_t start) {
  auto end = std::min(text.find_first_of(" \n”“)", start), text.size());
  while (end > start && std::string_view(".,:;").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

/// True of an id, a day or ROLE; a lower-case word goes on with the sentence.
bool is_value(std::string_view word) {
  return std::ranges::any_of(word,
                             [](unsigned char letter) {
                               return std::isupper(letter) != 0 || std::isdigit(letter) != 0;
                             }) &&
         !word.starts_with('-');
}

/// Where the sources belong in the command that begins at `start`, after "handbok "; no value if it
/// has no place for them or is only named, not written out.
std::optional<std::size_t> place_in(std::string_view text, std::size_t start,
                                    const std::map<std::string, int>& commands) {
  auto end = end_of_word(text, start);
  std::string name(text.substr(start, end - start));
  if (name == "export" && end < text.size()) {
    const auto second = end_of_word(text, end + 1);
    name.append(text.substr(end, second - end));
    end = second;
  }
  const auto command = commands.find(name);
  if (command == commands.end()) return std::nullopt;
  for (int i = 0; i < command->second; ++i) {
    const auto next = end < text.size() && text[end] == ' ' ? end_of_word(text, end + 1) : end;
    if (next == end || !is_value(text.substr(end + 1, next - end - 1))) return std::nullopt;
    end = next;
  }
  return end;
}

/// The folder as a shell reads it.
std::string quoted(const std::string& folder) {
  const bool is_plain = std::ranges::none_of(folder, [](unsigned char letter) {
    return std::string_view(" \t\n'\"\\$`&;|<>()*?[]{}~#!").find(static_cast<char>(letter)) !=
           std::string_view::npos;
  });
  if (is_plain) return folder;
  std::string text = "'";
  for (const char letter : folder)
    text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

}  // namespace

std::string with_sources(const std::string& text, const std::string& folder) {
  if (text.find(program) == std::string::npos || folder == default_sources()) return text;
  const auto commands = words_before_sources();
  auto result = text;
  for (auto at = result.find(program); at != std::string::npos; at = result.find(program, at + 1)) {
    const bool is_word = at == 0 || std::isalnum(static_cast<unsigned char>(result[at - 1])) == 0;
    const auto place = is_word ? place_in(result, at + program.size(), commands) : std::nullopt;
    if (place) result.insert(*place, " " + quoted(folder));
  }
  return result;
}

}  // namespace handbok
