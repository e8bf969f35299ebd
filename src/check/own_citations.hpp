#pragma once

#include <string>
#include <vector>

#include "derive/day_view.hpp"
#include "text/citation.hpp"

namespace handbok {

/// A statute that a revision cites in its own words: in its legal basis or its text. Quotations are
/// another's words and are left out.
struct OwnCitation {
  const Revision* revision = nullptr;
  std::string number;                   ///< "SFS 2017:30"
  const LegalSource* source = nullptr;  ///< nullptr if the register does not have the number
  std::vector<CitedClause> clauses;
  Location location;
  std::string nearby{};  ///< the words around it, if it stands in a text
};

/// What texts call the sources for short, "HSL", in the order of the register.
std::vector<std::string> names_of_sources(const Handbook& handbook);

/// The clause as the register writes it, "5:3"; empty if no section is named.
std::string reference_to(const CitedClause& clause);

/// The citations of `revisions`, in their order; within one the legal basis first. A name such as
/// "HSL" means the statute of that name that applied when the revision entered into force; on `day`
/// if nobody has decided when it does.
std::vector<OwnCitation> own_citations(const Handbook& handbook,
                                       const std::vector<const Revision*>& revisions, Date day);

}  // namespace handbok
