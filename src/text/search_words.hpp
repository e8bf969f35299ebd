#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

// How texts are cut into the words that a search finds. themes/default/search.js cuts what people
// ask for in the same way.

/// Hands over the words of a text in lower case, in their order. A word has letters and digits only
/// and at least two of them. What is written together around a digit, such as "2011:9" or
/// "RUT-001", is a word too, before its parts. Soft hyphens are left out.
void for_each_search_word(std::string_view text, const std::function<void(std::string_view)>& use);

/// The words that for_each_search_word hands over.
std::vector<std::string> search_words(std::string_view text);

/// The word as somebody writes it who has no å, ä or ö, or does not care: "åtgärd" is "atgard".
std::string folded(std::string_view word);

/// Cuts the endings of words, so that "rutiner" and "rutinerna" meet in "rutin": the Snowball
/// stemmers, and for Swedish the articles that they leave. To be used by one thread at a
/// time.
class Stemmer {
public:
  /// For a language as handbook.toml writes it, "sv" or "en"; others leave words as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a word in lower case. It need not be a word itself.
  std::string stem(std::string_view word) const;

private:
  struct Snowball;
  std::unique_ptr<Snowball> snowball_;
  bool is_swedish_ = false;
};

}  // namespace handbok
