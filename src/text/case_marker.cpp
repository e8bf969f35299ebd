#include "text/case_marker.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

/// True for letters and digits, and for the bytes of letters outside ASCII.
bool is_word_byte(char c) {
  return is_digit(c) || is_lower(c) || is_beyond_ascii(c);
}

/// True if a number of four digits or more follows `at`, after at most a few blanks and signs.
bool number_follows(std::string_view text, std::size_t at) {
  constexpr std::string_view signs = " :.#-";
  for (int skipped = 0; at < text.size() && skipped < 4; ++skipped) {
    if (signs.find(text[at]) == std::string_view::npos) break;
    ++at;
  }
  std::size_t digits = 0;
  while (at + digits < text.size() && is_digit(text[at + digits]))
    ++digits;
  return digits >= 4;
}

bool has_record_number(std::string_view text) {
  constexpr std::array<std::string_view, 6> words = {"journalnummer", "journalnr", "journal-id",
                                                     "journal nr",    "aktnummer", "personakt"};
  return std::ranges::any_of(words, [&](std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (number_follows(text, at + word.size())) return true;
    }
    return false;
  });
}

bool has_private_mail(std::string_view text) {
  constexpr std::array<std::string_view, 10> providers = {
      "@gmail.", "@hotmail.", "@outlook.", "@live.",     "@icloud.",
      "@yahoo.", "@telia.",   "@comhem.",  "@bredband.", "@spray."};
  return std::ranges::any_of(providers, [&](std::string_view provider) {
    return text.find(provider) != std::string_view::npos;
  });
}

/// True if `word` stands in the text, alone or with an ending: "dotter", "dotterns".
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at == 0 || !is_word_byte(text[at - 1])) return true;
  }
  return false;
}

bool names_relative(std::string_view text) {
  constexpr std::array<std::string_view, 12> words = {
      "anhörig", "närstående", "dotter", "sonen",  "hustru",  "maken",
      "makan",   "mamma",      "pappa",  "syster", "brodern", "god man"};
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

/// How many digits stand from `at` on, with blanks, hyphens, slashes and a plus between them.
std::size_t digits_from(std::string_view text, std::size_t at) {
  constexpr std::string_view separators = " -/+";
  std::size_t digits = 0;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++digits;
    } else if (separators.find(text[at]) == std::string_view::npos) {
      break;
    }
  }
  return digits;
}

/// True if a mobile number starts at `at`: 07 and eight digits, or +467 and eight.
bool starts_mobile_number(std::string_view text, std::size_t at) {
  constexpr std::size_t national_digits = 10;
  constexpr std::size_t international_digits = 11;
  if (at > 0 && is_word_byte(text[at - 1])) return false;
  const auto rest = text.substr(at);
  if (rest.starts_with("07")) return digits_from(text, at) == national_digits;
  return rest.starts_with("+467") && digits_from(text, at) == international_digits;
}

bool has_mobile_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (starts_mobile_number(text, at)) return true;
  }
  return false;
}

}  // namespace

CaseMarker find_case_marker(std::string_view text) {
  constexpr auto digits_needed = 4;  // most texts hold none of what is looked for
  const bool may_hold_any = text.find('@') != std::string_view::npos ||
                            std::ranges::count_if(text, is_digit) >= digits_needed;
  if (!may_hold_any) return CaseMarker::none;
  const auto lower = to_lower(text);
  if (has_record_number(lower)) return CaseMarker::record_number;
  if (has_private_mail(lower)) return CaseMarker::private_mail;
  if (has_mobile_number(lower) && names_relative(lower)) return CaseMarker::relative_phone;
  return CaseMarker::none;
}

}  // namespace handbok
