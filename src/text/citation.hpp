#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/cited_clauses.hpp"
#include "text/cited_source.hpp"

namespace handbok {

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
