#pragma once

#include <string>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// What the parser of the command line said when the words made no sense.
struct ParserComplaint {
  std::string kind;        ///< its name for the mistake, such as "RequiredError"
  std::string text;        ///< its sentence, in English
  std::string first_word;  ///< of the command line, after the program's name; may be empty
};

/// The complaint for people, in their language: what is wrong, and what may be given. `commands`
/// are suggested for a word that is nearly one of them.
std::string usage_problem(const ParserComplaint& complaint,
                          const std::vector<std::string>& commands, Language language);

}  // namespace handbok
