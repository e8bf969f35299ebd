#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// A reference to a statute in running text. A section and the source named beside it are one
/// citation: "5 kap. 3 § SOSFS 2011:9".
struct Citation {
  std::size_t begin = 0;  ///< the first byte in the text
  std::size_t end = 0;    ///< one past the last byte
  std::string source;     ///< "SFS 2001:453", "HSLF-FS 2017:40"; empty if no number is written
  std::string name;       ///< the known abbreviation or alias beside it, as it was given; or empty
  std::vector<CitedClause> clauses;  ///< ranges written out: "2–4 §§" gives three

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// Finds legal citations in running Swedish text, however they are typed: missing, no-break and
/// soft blanks, line breaks, hyphenation and capitals do not matter. A number is read as a
/// statute's only with its series (SFS, SOSFS, HSLF-FS, AFS), after a known name or in parentheses
/// after a word such as "patientsäkerhetslagen"; so dates, times and registry numbers are left
/// alone, and so is a name without number or section. Time is linear in the text. Safe to share
/// between threads.
class CitationFinder {
public:
  /// `names` are the abbreviations and aliases to know ("HSL", "hälso- och sjukvårdslagen"). A name
  /// without capitals is also found with a capital first letter.
  explicit CitationFinder(std::span<const std::string> names) : names_(names) {}

  /// The citations of `text` in order; they do not overlap. Invalid UTF-8 is skipped.
  std::vector<Citation> find(std::string_view text) const;

private:
  StatuteNames names_;
};

}  // namespace handbok
