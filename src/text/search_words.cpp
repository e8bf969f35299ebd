// The only user of libstemmer.
#include "text/search_words.hpp"

#include <algorithm>
#include <array>
#include <libstemmer.h>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok {
namespace {

constexpr std::size_t letters_min = 2;
constexpr std::string_view soft_hyphen = "\u00AD";

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

/// Finds the words of a text in lower case, and where parts of it are written together.
class WordCutter {
public:
  WordCutter(std::string_view lower, const std::function<void(std::string_view)>& use)
      : text_(lower),
        use_(use) {}

  void cut() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto letter = code_point_at(text_, at);
      if (letter.size == 0) break;
      add(letter, at);
      at += letter.size;
    }
    end_whole();
  }

private:
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void add(const CodePoint& letter, std::size_t at) {
    if (is_word_letter(letter.value)) {
      if (parts_.empty() || after_joint_) parts_.push_back({at, at});
      parts_.back().end = at + letter.size;
      after_joint_ = false;
      has_digit_ = has_digit_ || is_digit(letter.value);
    } else if (is_joint(letter.value) && !parts_.empty() && !after_joint_) {
      after_joint_ = true;  // or it is only a mark at the end
    } else {
      end_whole();
    }
  }

  void end_whole() {
    if (parts_.size() > 1 && has_digit_) add_word({parts_.front().begin, parts_.back().end});
    for (const auto& part : parts_) {
      if (count_code_points(text_.substr(part.begin, part.end - part.begin)) >= letters_min)
        add_word(part);
    }
    parts_.clear();
    after_joint_ = false;
    has_digit_ = false;
  }

  void add_word(const Part& part) const { use_(text_.substr(part.begin, part.end - part.begin)); }

  std::string_view text_;
  const std::function<void(std::string_view)>& use_;
  std::vector<Part> parts_;  ///< of what is written together, so far
  bool after_joint_ = false;
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

/// Snowball leaves the endings of "dokumentet" and "sköterskan".
std::string_view without_article(std::string_view stem) {
  constexpr std::size_t letters_left = 3;
  constexpr std::size_t letters = 2;
  const bool has_article =
      (stem.ends_with("et") && !stem.ends_with("itet")) || stem.ends_with("an");
  if (!has_article || count_code_points(stem) < letters_left + letters) return stem;
  return stem.substr(0, stem.size() - letters);
}

}  // namespace

void for_each_search_word(std::string_view text, const std::function<void(std::string_view)>& use) {
  auto lower = to_lower(text);
  if (lower.find(soft_hyphen) != std::string::npos) lower = replaced(lower, soft_hyphen, "");
  WordCutter(lower, use).cut();
}

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  for_each_search_word(text, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

std::string folded(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const auto letter = word.substr(at, code_point_at(word, at).size);
    const auto* const fold = std::ranges::find_if(folds, [&](const Fold& known) {
      const auto place = letter.size() == 2 ? known.letters.find(letter) : std::string_view::npos;
      return place != std::string_view::npos && place % 2 == 0;
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

struct Stemmer::Snowball {
  explicit Snowball(const char* name) : stemmer(sb_stemmer_new(name, "UTF_8")) {}
  ~Snowball() { sb_stemmer_delete(stemmer); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;

  sb_stemmer* stemmer;
};

Stemmer::Stemmer(std::string_view language) : is_swedish_(language == "sv") {
  if (language == "sv") snowball_ = std::make_unique<Snowball>("swedish");
  if (language == "en") snowball_ = std::make_unique<Snowball>("english");
}

Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) const {
  if (snowball_ == nullptr || snowball_->stemmer == nullptr) return std::string(word);
  const auto* const letters = reinterpret_cast<const sb_symbol*>(word.data());
  const auto* const stem =
      sb_stemmer_stem(snowball_->stemmer, letters, static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // out of memory
  const auto size = static_cast<std::size_t>(sb_stemmer_length(snowball_->stemmer));
  const std::string_view cut(reinterpret_cast<const char*>(stem), size);
  return std::string(is_swedish_ ? without_article(cut) : cut);
}

}  // namespace handbok
