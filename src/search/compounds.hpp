#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/search_words.hpp"

namespace handbok::search {

/// Takes compounds apart by the words that a handbook uses. There is no ordinary dictionary
/// (decision 0049): the first part must be known, and the last is known or at least no ending.
class CompoundSplitter {
public:
  using Known = std::function<bool(std::string_view)>;

  /// `is_form` knows the words as they are written, `is_stem` their stems; in lower case. The
  /// stemmer must outlive this.
  CompoundSplitter(Known is_form, Known is_stem, const Stemmer& stemmer)
      : is_form_(std::move(is_form)),
        is_stem_(std::move(is_stem)),
        stemmer_(stemmer) {}

  /// The parts that the word is found by too; none if it is no compound. "läkemedelshanteringen"
  /// gives "läkemedel" and "hanteringen": the s between them belongs to neither. Of several ways to
  /// make it of two known words the one with the longest last part, which carries the meaning.
  /// Otherwise every last part that may be a word of its own, such as "rond" of "hygienrond".
  std::vector<std::string> parts(std::string_view word) const;

private:
  struct Cut {
    std::string first;  ///< a known word
    std::string last;
    bool is_closed = false;  ///< the last part is known too
  };

  bool is_known(std::string_view part) const;
  std::string known_first(std::string_view part, std::string_view last) const;
  std::vector<Cut> cuts(std::string_view word) const;

  Known is_form_;
  Known is_stem_;
  const Stemmer& stemmer_;
};

}  // namespace handbok::search
