#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"

namespace handbok {

/// The words of the interface in one language: flat key, such as "status.in_force", to text.
using Words = std::map<std::string, std::string, std::less<>>;

/// The words that C++ writes, one enumerator for each: Word::nav_start is the word nav.start,
/// and Word::goal_what is tables.goal_what. The build makes words.def of their uses and of the keys
/// of the theme's lang/en.toml (cmake/words.cmake).
enum class Word : std::uint16_t {
#define HANDBOK_WORD(name, key) name,
#include "render/words.def"
#undef HANDBOK_WORD
};

/// Their keys, in the order of Word.
inline constexpr auto word_keys = std::to_array<std::string_view>({
#define HANDBOK_WORD(name, key) key,
#include "render/words.def"
#undef HANDBOK_WORD
});

/// The texts of the words that C++ writes, ready to be looked up.
class WordTable {
public:
  /// Takes the texts of all of them; a missing word is empty (load_theme reports it).
  explicit WordTable(const Words& words) {
    for (std::size_t i = 0; i < word_keys.size(); ++i) {
      if (const auto it = words.find(word_keys[i]); it != words.end()) texts_[i] = it->second;
    }
  }

  const std::string& operator[](Word word) const { return texts_[static_cast<std::size_t>(word)]; }

  /// The word with its {} slots filled.
  std::string fill(Word word, const std::vector<std::string>& values) const {
    return fill_slots((*this)[word], values);
  }

private:
  std::array<std::string, word_keys.size()> texts_;
};

/// "1 steg" or "12 steg": the word for one or that for many, with the number in its slot.
inline std::string counted(std::size_t count, Word one, Word many, const WordTable& words) {
  return words.fill(count == 1 ? one : many, {std::to_string(count)});
}

}  // namespace handbok
