#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "diag/codes.hpp"

namespace handbok {

/// The language of messages for a handbook that is written in the language of that code, "sv" or
/// "en".
constexpr Language language_named(std::string_view code) {
  return code == "en" ? Language::english : Language::swedish;
}

/// A few words in every language of the program. A table of phrases that lacks a language does not
/// compile.
struct Phrase {
  std::string_view swedish;
  std::string_view english;

  constexpr std::string_view in(Language language) const {
    switch (language) {
      case Language::swedish: return swedish;
      case Language::english: return english;
    }
    return swedish;
  }
};

/// A row of a table that puts things into words.
template <typename Key>
struct PhraseOf {
  Key key;
  Phrase phrase;
};

/// The phrase of `key`, or nullptr.
template <typename Key, std::size_t rows>
constexpr const Phrase* find_phrase(const std::array<PhraseOf<Key>, rows>& table, const Key& key) {
  const auto found = std::ranges::find(table, key, &PhraseOf<Key>::key);
  return found == table.end() ? nullptr : &found->phrase;
}

}  // namespace handbok
