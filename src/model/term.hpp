#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// A word that the handbook uses in one meaning.
struct Term {
  TermId id;
  std::string term;
  std::string definition;
  std::string source;  ///< number of a legal source, or empty for own usage
  std::vector<std::string> synonyms;
  std::vector<std::string> deprecated;
  Location location;
};

/// Words that people say and texts do not (decision 0050). They help the search, and stand nowhere.
struct EverydayWords {
  std::vector<std::string> said;      ///< words or phrases: "snoka i journaler"
  std::string means;                  ///< the word that texts use for them; may be empty
  std::vector<std::string> leads_to;  ///< documents, terms or rows of registers that answer them
  Location location;
};

/// A word that law has replaced by another from a day.
struct OutdatedWord {
  std::string word;
  std::vector<std::string> forms;
  std::string use;
  Date since;
  Location location;
};

}  // namespace handbok
