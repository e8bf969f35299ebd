#include "render/words.hpp"

#include "base/strings.hpp"

namespace handbok {

WordTable::WordTable(const Words& words) {
  for (std::size_t i = 0; i < word_keys.size(); ++i) {
    if (const auto it = words.find(word_keys[i]); it != words.end()) texts_[i] = it->second;
  }
}

std::string WordTable::fill(Word word, const std::vector<std::string>& values) const {
  return fill_slots((*this)[word], values);
}

}  // namespace handbok
