#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_hash.hpp"
#include "text/stem.hpp"

namespace handbok::search {

/// Takes compounds apart by the words that a handbook uses alone.
class CompoundSplitter {
public:
  /// `words` are those that a part may be, written forms and stems alike, in lower case. The
  /// stemmer must outlive this.
  CompoundSplitter(TextSet words, const Stemmer& stemmer)
      : words_(std::move(words)),
        stemmer_(stemmer) {}

  /// "läkemedelshanteringen" is "läkemedel" and "hanteringen"; the s between them belongs to
  /// neither. No value for what is not made of two known words of at least four letters. Of several
  /// ways the one with the longest last part, which carries the meaning.
  std::optional<std::pair<std::string, std::string>> split(std::string_view word) const;

  /// The ways to split a word whose first part is known and whose last part is none, but has six
  /// letters or more: it may be a word that stands in compounds only.
  std::vector<std::pair<std::string, std::string>> open_splits(std::string_view word) const;

private:
  bool is_known(std::string_view part) const;
  std::string known_first(std::string_view part) const;

  TextSet words_;
  const Stemmer& stemmer_;
};

}  // namespace handbok::search
