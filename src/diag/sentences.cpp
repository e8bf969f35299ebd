#include "diag/sentences.hpp"

#include <algorithm>
#include <array>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

// A language is a namespace in which the sentences have the names of their codes, so that the
// compiler says which are missing, which stand twice, and which are of no code.
#define HANDBOK_FAMILY(family, title) constexpr std::string_view title_of_##family = title;
#define HANDBOK_SAYS(family, name, what, remedy)               \
  static_assert(Code::family##_##name >= Code{}, "of a code"); \
  constexpr Sentences family##_##name{title_of_##family, what, remedy};
#define HANDBOK_CODE(family, name, ...) family##_##name,

namespace swedish {

#include "diag/sentences_sv.def"

constexpr auto table = std::to_array<Sentences>({
#include "diag/codes.def"
});

}  // namespace swedish

namespace english {

#include "diag/sentences_en.def"

constexpr auto table = std::to_array<Sentences>({
#include "diag/codes.def"
});

}  // namespace english

constexpr int slots_in(std::string_view pattern) {
  int slots = 0;
  for (auto slot = pattern.find("{}"); slot != std::string_view::npos;
       slot = pattern.find("{}", slot + 2)) {
    ++slots;
  }
  return slots;
}

constexpr bool have_same_slots(const Sentences& one, const Sentences& other) {
  return slots_in(one.what) == slots_in(other.what) &&
         slots_in(one.remedy) == slots_in(other.remedy);
}

struct Title {
  Code code;
  std::string_view swedish;
  std::string_view english;
};

constexpr auto titles = std::to_array<Title>({
#define HANDBOK_TITLE(family, name, swedish, english) {Code::family##_##name, swedish, english},
#include "diag/titles.def"
#undef HANDBOK_TITLE
});

constexpr bool has_title(Code code) {
  return std::ranges::find(titles, code, &Title::code) != titles.end();
}

/// False for families of how files are written, and of what no page of a site tells.
constexpr bool needs_titles(std::string_view family) {
  constexpr auto others =
      std::to_array<std::string_view>({"build", "diagram", "edit", "file", "markdown", "publish",
                                       "register", "signature", "text", "theme", "toml", "word"});
  return std::ranges::find(others, family) == others.end();
}

#undef HANDBOK_CODE
#define HANDBOK_CODE(family, name, ...)                                                   \
  static_assert(!needs_titles(#family) || slots_in(swedish::family##_##name.what) == 0 || \
                    has_title(Code::family##_##name),                                     \
                #family "." #name " needs a title in titles.def");
#include "diag/codes.def"

#undef HANDBOK_CODE
#define HANDBOK_CODE(family, name, ...)                                              \
  static_assert(have_same_slots(swedish::family##_##name, english::family##_##name), \
                #family "." #name " has other slots in one language than in the other");
#include "diag/codes.def"

#undef HANDBOK_CODE
#undef HANDBOK_SAYS
#undef HANDBOK_FAMILY

}  // namespace

std::string_view title_of(Code code, Language language) {
  const auto title = std::ranges::find(titles, code, &Title::code);
  if (title != titles.end()) return language == Language::english ? title->english : title->swedish;
  const auto& sentences = sentences_of(code, language);
  if (slots_in(sentences.what) > 0) return sentences.family;
  return sentences.what.substr(0, sentences.what.find_last_not_of('.') + 1);
}

const Sentences& sentences_of(Code code, Language language) {
  const auto index = static_cast<std::size_t>(code);
  switch (language) {
    case Language::swedish: return swedish::table.at(index);
    case Language::english: return english::table.at(index);
  }
  return swedish::table.at(index);
}

}  // namespace handbok
