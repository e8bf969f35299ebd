#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/tokens.hpp"

namespace handbok {

/// A known name found in a text.
struct NameMatch {
  std::string name;     ///< as it was given
  std::size_t end = 0;  ///< the first token after it
};

/// The abbreviations and aliases of statutes that a text is searched for.
class StatuteNames {
public:
  explicit StatuteNames(std::span<const std::string> names);

  /// The longest name that starts at token `index` and is not only the beginning of a compound
  /// ("LSS-beslut"); a genitive ending (":s") belongs to it.
  std::optional<NameMatch> match(const Tokens& tokens, std::size_t index) const;

private:
  std::map<std::string, std::vector<std::string>, std::less<>> by_first_word_;  // longest first
};

/// A statute named in a text, by number, by a known name or by both.
struct CitedSource {
  std::string number;   ///< "SFS 2010:659", "SOSFS 2011:9", or empty
  std::string name;     ///< the known name, or empty
  std::size_t end = 0;  ///< the first token after it
};

/// The statute that is named from token `index` on: "SOSFS 2005:12(M)", "SoL, 2011:453", "LSS" or
/// "patientsäkerhetslagen (2010:659)". Looks only a few tokens ahead.
std::optional<CitedSource> read_source(const Tokens& tokens, std::size_t index,
                                       const StatuteNames& names);

/// The statute that qualifies the clauses before token `index`: "i" or a parenthesis may come
/// first.
std::optional<CitedSource> read_source_after_clauses(const Tokens& tokens, std::size_t index,
                                                     const StatuteNames& names);

/// The name that a text uses for an act of that title: "Socialtjänstlag" is "socialtjänstlagen",
/// "Hälso- och sjukvårdslag" "hälso- och sjukvårdslagen". Empty if the title is no such name ("Lag
/// om egenvård").
std::string definite_name(std::string_view title);

/// True if the title is that of an ordinance.
bool names_ordinance(std::string_view title);

}  // namespace handbok
