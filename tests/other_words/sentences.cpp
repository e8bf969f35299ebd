// Stands in for src/diag/sentences.cpp in the program that other_words.py compares with ours: every
// sentence begins with words that no handbook has, and with ids that hidden documents have.
#include "diag/sentences.hpp"

#include <array>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

#define HANDBOK_FAMILY(family, title) constexpr std::string_view title_of_##family = title;
#define HANDBOK_SAYS(family, name, what, remedy)                                   \
  constexpr Sentences family##_##name{title_of_##family, HANDBOK_OTHER_WORDS what, \
                                      HANDBOK_OTHER_WORDS remedy};

namespace swedish {
#include "diag/sentences_sv.def"
}

namespace english {
#include "diag/sentences_en.def"
}

struct InBothLanguages {
  Sentences swedish;
  Sentences english;
};

constexpr auto table = std::to_array<InBothLanguages>({
#define HANDBOK_CODE(family, name, ...) {swedish::family##_##name, english::family##_##name},
#include "diag/codes.def"
#undef HANDBOK_CODE
});

struct Title {
  Code code;
  std::string_view swedish;
  std::string_view english;
};

constexpr auto titles = std::to_array<Title>({
#define HANDBOK_TITLE(family, name, swedish, english) \
  {Code::family##_##name, HANDBOK_OTHER_WORDS swedish, HANDBOK_OTHER_WORDS english},
#include "diag/titles.def"
});

}  // namespace

const Sentences& sentences_of(Code code, Language language) {
  const auto& both = table.at(static_cast<std::size_t>(code));
  return language == Language::swedish ? both.swedish : both.english;
}

std::string_view title_of(Code code, Language language) {
  for (const auto& title : titles) {
    if (title.code == code) return language == Language::swedish ? title.swedish : title.english;
  }
  const auto& sentences = sentences_of(code, language);
  if (sentences.what.find("{}") != std::string_view::npos) return sentences.family;
  return sentences.what.substr(0, sentences.what.find_last_not_of('.') + 1);
}

}  // namespace handbok
