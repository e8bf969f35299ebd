#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/cited_source.hpp"
#include "text/tokens.hpp"

namespace handbok {

/// One place in a statute. What the text leaves out is empty or 0: "3 kap." has no section.
struct CitedClause {
  std::string chapter;      ///< "5", "9 a"
  std::string section;      ///< "3", "24 b"
  int paragraph = 0;        ///< 1 for "första stycket"
  std::vector<int> points;  ///< 1 and 4 for "1 och 4"

  friend bool operator==(const CitedClause&, const CitedClause&) = default;
};

/// Clauses named together.
struct CitedClauses {
  std::vector<CitedClause> clauses;  ///< never empty
  std::size_t end = 0;               ///< the first token after them
};

/// The clauses from token `index` on: "4 kap. 2–4 §§", "24 b §", "3 kap.", "8 kap. 5 § första
/// stycket 1 och 4 och andra stycket". A section without a chapter takes the chapter before it in
/// the same phrase. `names` tell whether figures after a section are its points: only before a
/// statute or at the end of a phrase.
std::optional<CitedClauses> read_clauses(const Tokens& tokens, std::size_t index,
                                         const StatuteNames& names);

}  // namespace handbok
