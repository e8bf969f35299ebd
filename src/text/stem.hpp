#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace handbok {

/// Cuts the endings of words, so that "rutiner" and "rutinerna" meet in "rutin": the Snowball
/// stemmers. To be used by one thread at a time.
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
};

}  // namespace handbok
