#include "diag/sentences.hpp"

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

#undef HANDBOK_CODE
#define HANDBOK_CODE(family, name, ...)                                              \
  static_assert(have_same_slots(swedish::family##_##name, english::family##_##name), \
                #family "." #name " has other slots in one language than in the other");
#include "diag/codes.def"

#undef HANDBOK_CODE
#undef HANDBOK_SAYS
#undef HANDBOK_FAMILY

}  // namespace

const Sentences& sentences_of(Code code, Language language) {
  const auto index = static_cast<std::size_t>(code);
  switch (language) {
    case Language::swedish:
      return swedish::table.at(index);
    case Language::english:
      return english::table.at(index);
  }
  return swedish::table.at(index);
}

}  // namespace handbok
