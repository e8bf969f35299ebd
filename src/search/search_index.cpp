#include "search/search_index.hpp"

#include <algorithm>
#include <span>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "search/word_groups.hpp"
#include "text/search_words.hpp"

namespace handbok::search {
namespace {

constexpr std::size_t part_bytes = 40'000;    // what a phone loads for a word
constexpr std::size_t entries_in_part = 200;  // and for what it finds

SiteFile named_script(std::string bytes) {
  constexpr std::size_t digits = 16;
  const auto digest = sha256_hex(bytes).substr(0, digits);
  return {std::string(edition_folder).append(digest).append(".js"), std::move(bytes)};
}

/// A call with a number and a value. No tag stands in it as such, whatever a title looks like.
std::string call(std::string_view function, std::size_t number, const Json& value) {
  return std::string("handbokSearch.")
      .append(function)
      .append("(")
      .append(std::to_string(number))
      .append(", ")
      .append(replaced(to_text(value), "<", "\\u003c"))
      .append(");\n");
}

std::string in_base_36(std::uint32_t number) {
  constexpr std::uint32_t base = 36;
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::string text;
  do {
    text.insert(text.begin(), digits[number % base]);
    number /= base;
  } while (number > 0);
  return text;
}

/// "A" for the least weight, "Z" for all that is more than it can tell.
char weight_letter(int weight) {
  constexpr int most = 'Z' - 'A';
  return static_cast<char>('A' + std::clamp(weight / 2, 0, most));
}

std::string postings_text(const std::vector<Posting>& postings) {
  std::string text;
  std::uint32_t last = 0;
  for (const auto& [entry, weight] : postings) {
    text += in_base_36(entry - last);
    text += weight_letter(weight);
    last = entry;
  }
  return text;
}

/// A folded form of a word, and its group.
struct Form {
  std::string text;
  std::size_t group = 0;
  friend auto operator<=>(const Form&, const Form&) = default;
};

std::vector<Form> sorted_forms(const std::vector<WordGroup>& groups) {
  std::vector<Form> forms;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].postings.empty()) continue;
    for (const auto& form : groups[i].forms)
      forms.push_back({folded(form), i});
  }
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

/// The line of forms that follow each other in one group.
std::string line_of(std::span<const Form> forms, const std::vector<WordGroup>& groups) {
  std::string line;
  for (const auto& form : forms)
    line.append(line.empty() ? "" : " ").append(form.text);
  return line.append("|").append(postings_text(groups[forms.front().group].postings));
}

/// A part with words, and the first of them.
struct WordPart {
  std::string first;
  std::string lines;
};

std::vector<WordPart> word_parts(const std::vector<WordGroup>& groups) {
  const auto forms = sorted_forms(groups);
  std::vector<WordPart> parts;
  for (auto first = forms.begin(); first != forms.end();) {
    const auto last = std::find_if(first, forms.end(),
                                   [&](const Form& form) { return form.group != first->group; });
    if (parts.empty() || parts.back().lines.size() >= part_bytes)
      parts.push_back({first->text, {}});
    auto& lines = parts.back().lines;
    lines.append(lines.empty() ? "" : "\n").append(line_of({first, last}, groups));
    first = last;
  }
  return parts;
}

Json row_of(const Entry& entry) {
  return Json::Array{entry.address, entry.title, entry.note, entry.state, entry.lead};
}

}  // namespace

SearchIndex make_search_index(const std::vector<Entry>& entries,
                              const std::vector<Synonyms>& synonyms, std::string_view language) {
  const WordGroups groups(entries, synonyms, language);
  SearchIndex index;
  Json::Array word_files;
  for (auto& part : word_parts(groups.all())) {
    index.parts.push_back(named_script(call("words", word_files.size(), std::move(part.lines))));
    word_files.emplace_back(Json::Array{std::move(part.first), index.parts.back().path.text()});
  }
  Json::Array entry_files;
  for (std::size_t first = 0; first < entries.size(); first += entries_in_part) {
    Json::Array rows;
    for (const auto& entry :
         std::span(entries).subspan(first, std::min(entries_in_part, entries.size() - first)))
      rows.push_back(row_of(entry));
    index.parts.push_back(named_script(call("entries", first, std::move(rows))));
    entry_files.emplace_back(index.parts.back().path.text());
  }
  const Json::Array files{std::move(word_files), std::move(entry_files)};
  index.start = named_script(call("start", entries_in_part, files));
  return index;
}

}  // namespace handbok::search
