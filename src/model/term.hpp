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

/// A word that law has replaced by another from a day.
struct OutdatedWord {
  std::string word;
  std::vector<std::string> forms;
  std::string use;
  Date since;
  Location location;
};

}  // namespace handbok
