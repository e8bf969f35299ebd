// Stands in for src/diag/sentences.cpp in the program that other_words.py compares with ours: every
// sentence begins with words that no handbook has, and with ids that hidden documents have.
#include "diag/sentences.hpp"

#include <array>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

#define HANDBOK_FAMILY(family, title)
#define HANDBOK_SAYS(family, name, what, remedy) \
  constexpr Sentences family##_##name{"", HANDBOK_OTHER_WORDS what, HANDBOK_OTHER_WORDS remedy};

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

}  // namespace

const Sentences& sentences_of(Code code, Language language) {
  const auto& both = table.at(static_cast<std::size_t>(code));
  return language == Language::swedish ? both.swedish : both.english;
}

std::string_view title_of(Code /*code*/, Language /*language*/) {
  return HANDBOK_OTHER_WORDS "a title";
}

}  // namespace handbok
