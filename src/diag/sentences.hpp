#pragma once

#include <string_view>

#include "diag/codes.hpp"

namespace handbok {

/// What a code says in one language. "{}" is a slot for a value of the diagnostic.
struct Sentences {
  std::string_view family;  ///< what its family is about: "Dokumentstyrning" of "doc"
  std::string_view what;
  std::string_view remedy;
};

/// What readers call what the code finds: "Översynen är försenad", without slots and full stop.
/// What has no row in titles.def is called by its sentence, or by its family if that has slots.
std::string_view title_of(Code code, Language language);

/// The sentences of `code`. Every code has them in every language.
const Sentences& sentences_of(Code code, Language language);

}  // namespace handbok
