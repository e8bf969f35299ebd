#include "text/cited_source.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

constexpr std::size_t name_words_max = 10;  // between "lagen" and its number

struct Number {
  std::string text;
  std::size_t end = 0;
};

/// Reads "2011:9" at `index` as "<series> 2011:9".
std::optional<Number> read_year_and_number(const Tokens& tokens, std::size_t index,
                                           std::string_view series) {
  const int year = tokens.number(index, 4);
  const int number = tokens.number(index + 2, 4);
  if (year < 1800 || year > 2199 || number < 1) return std::nullopt;
  if (tokens.at(index + 1).kind != TokenKind::colon || !tokens.is_attached(index + 1)) {
    return std::nullopt;
  }
  return Number{std::string(series) + " " + std::to_string(year) + ":" + std::to_string(number),
                index + 3};
}

/// Where "(M)" or "(S)" after a number of the National Board's series ends.
std::size_t after_field_letter(const Tokens& tokens, std::size_t index) {
  const bool has_letter = tokens.at(index).kind == TokenKind::open &&
                          tokens.at(index + 2).kind == TokenKind::close &&
                          (tokens.is_word(index + 1, "m") || tokens.is_word(index + 1, "s"));
  return has_letter ? index + 3 : index;
}

/// Reads "SOSFS 2011:9", also "SOSFS: 2011:9" and "SOSFS 2005:12(M)".
std::optional<Number> read_numbered_series(const Tokens& tokens, std::size_t index) {
  std::string_view series;
  auto next = index + 1;
  if (tokens.is_word(index, "hslf") && tokens.at(next).kind == TokenKind::dash &&
      tokens.is_word(next + 1, "fs")) {
    series = "HSLF-FS";
    next += 2;
  } else {
    constexpr std::array<std::string_view, 3> words = {"sfs", "sosfs", "afs"};
    constexpr std::array<std::string_view, 3> series_names = {"SFS", "SOSFS", "AFS"};
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (tokens.is_word(index, words.at(i))) series = series_names.at(i);
    }
  }
  if (series.empty()) return std::nullopt;
  if (tokens.at(next).kind == TokenKind::colon) ++next;
  auto number = read_year_and_number(tokens, next, series);
  if (number) number->end = after_field_letter(tokens, number->end);
  return number;
}

/// Reads "(1980:100)" or "(SFS 2017:80)".
std::optional<Number> read_in_parentheses(const Tokens& tokens, std::size_t index,
                                          bool needs_series) {
  if (tokens.at(index).kind != TokenKind::open) return std::nullopt;
  auto number = read_numbered_series(tokens, index + 1);
  if (!number && !needs_series) number = read_year_and_number(tokens, index + 1, "SFS");
  if (!number || tokens.at(number->end).kind != TokenKind::close) return std::nullopt;
  ++number->end;
  return number;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

/// Words such as "underlag" and "avslagen" end like an act but are none.
bool is_other_lag(std::string_view word) {
  for (const std::string_view article : {"ens", "en"}) {
    if (word.ends_with(article)) word.remove_suffix(article.size());
  }
  return ends_with_any(
      word, {"underlag", "förslag", "anslag", "bolag", "avslag", "utslag", "inslag", "beslag",
             "uppslag", "omslag", "nedslag", "påslag", "arbetslag"});
}

bool names_act(std::string_view word) {
  return ends_with_any(
             word, {"lag", "lagen", "lagens", "Lag", "Lagen", "balk", "balken", "balkens",
                    "förordning", "förordningen", "förordningens", "Förordning", "Förordningen"}) &&
         !is_other_lag(word);
}

bool names_regulation(std::string_view word) {
  return ends_with_any(word, {"öreskrift", "öreskrifter", "öreskrifterna"}) || word == "råd";
}

bool is_capitalised_genitive(std::string_view word) {
  return !word.empty() && is_upper(word.front()) && word.ends_with('s');
}

bool continues_title(const Tokens& tokens, std::size_t index) {
  return tokens.at(index).kind == TokenKind::open || tokens.is_word(index, "om") ||
         tokens.is_word(index, "med") || tokens.is_word(index, "mot");
}

/// Reads an act or a regulation by its name and number: "lagen om … (2001:499)".
std::optional<Number> read_titled(const Tokens& tokens, std::size_t index) {
  if (tokens.at(index).kind != TokenKind::word) return std::nullopt;
  const auto title = index + (is_capitalised_genitive(tokens.text(index)) ? 1U : 0U);
  const bool is_act = names_act(tokens.text(title));
  if (!is_act && !names_regulation(tokens.text(title))) return std::nullopt;
  auto next = title + 1;
  if (is_act && next == index + 1) {
    if (auto number = read_year_and_number(tokens, next, "SFS")) return number;
  }
  if (is_act && !continues_title(tokens, next)) return std::nullopt;
  const auto limit = next + name_words_max;
  while (next < limit &&
         (tokens.at(next).kind == TokenKind::word || tokens.at(next).kind == TokenKind::dash)) {
    ++next;
  }
  return read_in_parentheses(tokens, next, !is_act);
}

CitedSource read_number_of_name(const Tokens& tokens, NameMatch match) {
  auto number = read_in_parentheses(tokens, match.end, false);
  if (!number) {
    const auto next = match.end + (tokens.at(match.end).kind == TokenKind::comma ? 1U : 0U);
    number = read_year_and_number(tokens, next, "SFS");
  }
  if (!number) return {{}, std::move(match.name), match.end};
  return {std::move(number->text), std::move(match.name), number->end};
}

bool is_same(const Tokens& a, std::size_t i, const Tokens& b, std::size_t j) {
  return a.at(i).kind == b.at(j).kind && a.text(i) == b.text(j);
}

/// The token after `name` if `tokens` continue with it after their word at `index`.
std::optional<std::size_t> end_of_name(const Tokens& tokens, std::size_t index,
                                       const Tokens& name) {
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (!is_same(tokens, index + i, name, i)) return std::nullopt;
  }
  return index + name.size();
}

bool starts_compound(const Tokens& tokens, std::size_t end) {
  return tokens.at(end).kind == TokenKind::dash && tokens.is_attached(end) &&
         tokens.at(end + 1).kind == TokenKind::word && tokens.is_attached(end + 1);
}

std::size_t after_genitive(const Tokens& tokens, std::size_t end) {
  const bool is_genitive = tokens.at(end).kind == TokenKind::colon && tokens.is_attached(end) &&
                           tokens.is_word(end + 1, "s") && tokens.is_attached(end + 1);
  return is_genitive ? end + 2 : end;
}

/// The first word of a sentence as it is written inside one.
std::string with_small_first_letter(std::string_view word) {
  const auto first = code_point_at(word, 0);
  return to_lower(word.substr(0, first.size)) + std::string(word.substr(first.size));
}

}  // namespace

std::optional<CitedSource> read_source(const Tokens& tokens, std::size_t index,
                                       const StatuteNames& names) {
  if (tokens.at(index).kind != TokenKind::word) return std::nullopt;
  if (auto match = names.match(tokens, index)) {
    return read_number_of_name(tokens, std::move(*match));
  }
  auto number = read_numbered_series(tokens, index);
  if (!number) number = read_titled(tokens, index);
  if (!number) return std::nullopt;
  return CitedSource{std::move(number->text), {}, number->end};
}

std::optional<CitedSource> read_source_after_clauses(const Tokens& tokens, std::size_t index,
                                                     const StatuteNames& names) {
  if (tokens.is_word(index, "i")) return read_source(tokens, index + 1, names);
  if (tokens.at(index).kind != TokenKind::open) return read_source(tokens, index, names);
  auto source = read_source(tokens, index + 1, names);
  if (!source || tokens.at(source->end).kind != TokenKind::close) return std::nullopt;
  ++source->end;
  return source;
}

StatuteNames::StatuteNames(std::span<const std::string> names) {
  for (const auto& name : names) {
    const Tokens tokens(name);
    if (tokens.at(0).kind == TokenKind::word) {
      by_first_word_[std::string(tokens.text(0))].push_back(name);
    }
  }
  for (auto& [word, same_start] : by_first_word_) {
    std::stable_sort(same_start.begin(), same_start.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
}

std::optional<NameMatch> StatuteNames::match(const Tokens& tokens, std::size_t index) const {
  if (tokens.at(index).kind != TokenKind::word) return std::nullopt;
  auto found = by_first_word_.find(tokens.text(index));
  if (found == by_first_word_.end() && !is_lower(tokens.text(index).front())) {
    found = by_first_word_.find(with_small_first_letter(tokens.text(index)));
  }
  if (found == by_first_word_.end()) return std::nullopt;
  for (const auto& name : found->second) {
    const auto end = end_of_name(tokens, index, Tokens(name));
    if (end && !starts_compound(tokens, *end)) return NameMatch{name, after_genitive(tokens, *end)};
  }
  return std::nullopt;
}

std::string definite_name(std::string_view title) {
  const bool is_name = title.ends_with("lag") || title.ends_with("förordning");
  const bool is_phrase =
      title.find(" om ") != std::string_view::npos || title.find(" med ") != std::string_view::npos;
  if (!is_name || is_phrase) return {};
  const auto first = code_point_at(title, 0).size;
  return to_lower(title.substr(0, first)).append(title.substr(first)).append("en");
}

bool names_ordinance(std::string_view title) {
  return title.starts_with("Förordning") || title.ends_with("förordning");
}

}  // namespace handbok
