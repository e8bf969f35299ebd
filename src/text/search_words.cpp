#include "text/search_words.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace handbok {
namespace {

constexpr std::size_t letters_min = 2;
constexpr char32_t soft_hyphen = U'\u00AD';

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

/// Letters of the languages that are written with Latin letters, and digits.
bool is_word_letter(char32_t value) {
  constexpr char32_t latin_first = U'\u00C0';
  constexpr char32_t latin_last = U'\u024F';
  const bool is_ascii = (value >= U'a' && value <= U'z') || is_digit(value);
  const bool is_sign = value == U'\u00D7' || value == U'\u00F7';  // × ÷
  return is_ascii || (value >= latin_first && value <= latin_last && !is_sign);
}

bool is_joint(char32_t value) {
  return value == U':' || value == U'-' || value == U'/';
}

/// Puts words together, letter by letter.
class WordCutter {
public:
  std::vector<std::string> cut(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto letter = code_point_at(text, at);
      if (letter.size == 0) break;
      add(letter.value);
      at += letter.size;
    }
    end_whole();
    return std::move(words_);
  }

private:
  void add(char32_t letter) {
    if (letter == soft_hyphen) return;
    if (is_word_letter(letter)) {
      if (joint_ != 0) join();
      append_utf8(parts_.back(), letter);
      ++count_;
      has_digit_ = has_digit_ || is_digit(letter);
    } else if (is_joint(letter) && joint_ == 0 && count_ > 0) {
      joint_ = letter;
    } else {
      end_whole();
    }
  }

  /// What follows the joint belongs to the same whole.
  void join() {
    joints_ += static_cast<char>(joint_);
    joint_ = 0;
    parts_.emplace_back();
  }

  void end_whole() {
    if (parts_.size() > 1 && has_digit_) words_.push_back(whole());
    for (auto& part : parts_) {
      if (count_code_points(part) >= letters_min) words_.push_back(std::move(part));
    }
    parts_.assign(1, {});
    joints_.clear();
    joint_ = 0;
    count_ = 0;
    has_digit_ = false;
  }

  std::string whole() const {
    std::string text = parts_.front();
    for (std::size_t i = 1; i < parts_.size(); ++i)
      text.append(1, joints_[i - 1]).append(parts_[i]);
    return text;
  }

  std::vector<std::string> words_;
  std::vector<std::string> parts_ = std::vector<std::string>(1);  ///< of what is written together
  std::string joints_;                                            ///< between them
  char32_t joint_ = 0;  ///< read, but perhaps only a mark at the end
  std::size_t count_ = 0;
  bool has_digit_ = false;
};

struct Fold {
  std::string_view letters;  ///< of two bytes each
  char plain;
};

constexpr auto folds = std::to_array<Fold>({
    {"åäáàâãæ", 'a'},
    {"öóòôõø", 'o'},
    {"éèêë", 'e'},
    {"üúùû", 'u'},
    {"íìîï", 'i'},
    {"ñ", 'n'},
    {"ç", 'c'},
    {"ýÿ", 'y'},
});

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  return WordCutter().cut(to_lower(text));
}

std::string folded(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const auto letter = word.substr(at, code_point_at(word, at).size);
    const auto* const fold = std::ranges::find_if(folds, [&](const Fold& known) {
      const auto place = known.letters.find(letter);
      return letter.size() == 2 && place != std::string_view::npos && place % 2 == 0;
    });
    if (fold != folds.end()) {
      plain += fold->plain;
    } else {
      plain += letter;
    }
    at += std::max<std::size_t>(letter.size(), 1);
  }
  return plain;
}

}  // namespace handbok
