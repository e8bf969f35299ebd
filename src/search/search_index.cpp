#include "search/search_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "text/search_words.hpp"

namespace handbok::search {
namespace {

constexpr std::size_t part_bytes = 30'000;   // what a phone loads for a word
constexpr std::size_t text_bytes = 10'000;   // for the text of an answer
constexpr std::size_t entries_in_part = 25;  // and for what it says of itself

SiteFile named_script(std::string bytes) {
  constexpr std::size_t digits = 12;
  const auto digest = sha256_hex(bytes).substr(0, digits);
  return {std::string(edition_folder).append(digest).append(".js"), std::move(bytes)};
}

/// A call with values as JSON text. No tag stands in it as such, whatever a title looks like.
std::string call(std::string_view function, const std::string& values) {
  return std::string("handbokSearch.")
      .append(function)
      .append("(")
      .append(replaced(values, "<", "\\u003c"))
      .append(");\n");
}

std::string call_numbered(std::string_view function, std::size_t number, const Json& value) {
  return call(function, std::to_string(number).append(", ").append(to_text(value)));
}

void append_in_base_36(std::uint32_t number, std::string& text) {
  constexpr std::uint32_t base = 36;
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  if (number >= base) append_in_base_36(number / base, text);
  text += digits[number % base];
}

/// The signs that stand for weights, from the least: none that a number in base 36, JSON or a line
/// of forms has a use for. The last stands for all that a word can count, each before it for six
/// sevenths of the next.
constexpr std::string_view weight_signs = "!#$%&*ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The least weight of each sign: halfway down to the one before.
constexpr std::array<int, weight_signs.size()> least_weights() {
  std::array<int, weight_signs.size()> least{};
  std::int64_t weight = std::int64_t{weight_most} * 1000;
  for (std::size_t i = weight_signs.size(); i-- > 0;) {
    least[i] = i == 0 ? 0 : static_cast<int>(weight * 13 / 14 / 1000);
    weight = weight * 6 / 7;
  }
  return least;
}

char weight_sign(int weight) {
  static constexpr auto least = least_weights();
  const auto next = std::ranges::upper_bound(least, weight);
  return weight_signs[static_cast<std::size_t>(next - least.begin()) - 1];
}

std::string postings_text(const std::vector<Posting>& postings) {
  std::string text;
  std::uint32_t last = 0;
  for (const auto& [entry, weight] : postings) {
    append_in_base_36(entry - last, text);
    text += weight_sign(weight);
    last = entry;
  }
  return text;
}

/// A folded form of a word, and what it finds.
struct Form {
  std::string text;
  std::size_t group = 0;
  const std::vector<Posting>* postings = nullptr;  ///< of a name or choice
  const PackedPostings* packed = nullptr;          ///< of a word

  friend auto operator<=>(const Form& a, const Form& b) {
    return std::tie(a.text, a.group) <=> std::tie(b.text, b.group);
  }
  friend bool operator==(const Form& a, const Form& b) { return (a <=> b) == 0; }
};

/// The choices of the facets by their labels, and the entries that each has.
using Choices = std::map<Facet, std::vector<Posting>>;

Choices choices_of(const std::vector<Entry>& entries) {
  Choices choices;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    for (const auto& facet : entries[i].facets)
      choices[facet].push_back({i, weight_most});
  }
  return choices;
}

constexpr std::array<std::string_view, 3> facet_letters = {"t", "u", "r"};

std::string choice_key(const Facet& facet, std::size_t number) {
  return "@" + std::string(facet_letters[static_cast<std::size_t>(facet.kind)]) +
         std::to_string(number);
}

std::vector<Form> sorted_forms(const WordGroups& groups, const Choices& choices) {
  std::vector<Form> forms;
  std::size_t number = 0;
  for (const auto& [facet, postings] : choices) {
    forms.push_back({choice_key(facet, number), number, &postings, nullptr});
    ++number;
  }
  for (const auto& [key, postings] : groups.names())
    forms.push_back({key, number++, &postings, nullptr});
  for (const auto& group : groups.all()) {
    ++number;
    if (group.postings.empty()) continue;
    for (const auto& form : group.forms)
      forms.push_back({folded(form), number, nullptr, &group.postings});
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

/// The line of forms that follow each other in one group.
std::string line_of(std::span<const Form> forms) {
  std::string line;
  for (const auto& form : forms)
    line.append(line.empty() ? "" : " ").append(form.text);
  const auto& [text, group, postings, packed] = forms.front();
  return line.append("|").append(postings_text(packed ? packed->all() : *postings));
}

/// Hands a part over; what it is called.
std::string hand_over(SiteFile part, const SiteSink& sink) {
  auto name = part.path.text();
  sink(std::move(part));
  return name;
}

/// Hands over the parts with words; the first word of each, and its file.
Json::Array add_words(const std::vector<Form>& forms, const SiteSink& sink) {
  Json::Array files;
  for (auto first = forms.begin(); first != forms.end();) {
    const auto& word = first->text;
    std::string lines;
    while (first != forms.end() && lines.size() < part_bytes) {
      const auto last = std::find_if(first, forms.end(),
                                     [&](const Form& form) { return form.group != first->group; });
      lines.append(lines.empty() ? "" : "\n").append(line_of({first, last}));
      first = last;
    }
    auto part = named_script(call_numbered("words", files.size(), std::move(lines)));
    files.emplace_back(Json::Array{word, hand_over(std::move(part), sink)});
  }
  return files;
}

Json json_of(const Sections& texts) {
  Json::Array sections;
  for (const auto& section : texts.all) {
    Json::Array parts{section.anchor, section.heading};
    for (const auto& text : section.texts)
      parts.emplace_back(text);
    sections.emplace_back(std::move(parts));
  }
  return sections;
}

/// Puts the texts of entries together into files of about one size; the name of each entry's file,
/// empty for an entry without text.
std::vector<std::string> add_texts(const std::vector<Entry>& entries, const SiteSink& sink) {
  std::vector<std::string> files(entries.size());
  std::vector<std::string> texts;
  std::vector<std::size_t> numbers;  // of the entries whose texts they are
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (const auto read = sections_of(entries[i]); !read.all.empty()) {
      const auto sections = to_text(json_of(read));
      bytes += sections.size();
      texts.push_back("[" + std::to_string(i) + "," + sections + "]");
      numbers.push_back(i);
    }
    if (texts.empty() || (bytes < text_bytes && i + 1 < entries.size())) continue;
    const auto name = hand_over(named_script(call("texts", "[" + join(texts, ",") + "]")), sink);
    for (const auto number : numbers)
      files[number] = name;
    texts.clear();
    numbers.clear();
    bytes = 0;
  }
  return files;
}

Json::Array add_rows(const std::vector<Entry>& entries, const SiteSink& sink) {
  const auto texts = add_texts(entries, sink);
  Json::Array files;
  for (std::size_t first = 0; first < entries.size(); first += entries_in_part) {
    Json::Array rows;
    for (std::size_t i = first; i < std::min(first + entries_in_part, entries.size()); ++i) {
      const auto& entry = entries[i];
      rows.emplace_back(Json::Array{entry.address, entry.title, entry.note, entry.state, entry.lead,
                                    entry.is_thing ? 1 : 0, texts[i]});
    }
    auto part = named_script(call_numbered("entries", first, std::move(rows)));
    files.emplace_back(hand_over(std::move(part), sink));
  }
  return files;
}

Json facets_of(const Choices& choices) {
  std::array<Json::Array, facet_letters.size()> facets;
  std::int64_t number = 0;
  for (const auto& [facet, postings] : choices)
    facets[static_cast<std::size_t>(facet.kind)].emplace_back(Json::Array{facet.label, number++});
  return Json::Array{facets[0], facets[1], facets[2]};
}

}  // namespace

SiteFile make_search_index(const std::vector<Entry>& entries, const WordGroups& groups,
                           const Language& language, const SiteSink& sink) {
  const auto choices = choices_of(entries);
  auto word_files = add_words(sorted_forms(groups, choices), sink);
  auto entry_files = add_rows(entries, sink);
  const Json::Object start{{"language", language.code},
                           {"common", language.common_words},
                           {"count", static_cast<std::int64_t>(entries.size())},
                           {"inPart", static_cast<std::int64_t>(entries_in_part)},
                           {"words", std::move(word_files)},
                           {"entries", std::move(entry_files)},
                           {"facets", facets_of(choices)}};
  return named_script(call("start", to_text(start)));
}

}  // namespace handbok::search
