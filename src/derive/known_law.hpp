#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"
#include "model/known_law.hpp"

namespace handbok {

/// True if the words name what is called so: every longer word of one of the names stands among
/// them, whatever its ending.
bool is_named_in(std::string_view words, const std::vector<std::string>& names);

/// The names of a source of the register: its title, short name and aliases.
std::vector<std::string> names_of(const LegalSource& source);

/// The names of a statute of the pack.
std::vector<std::string> names_of(const KnownStatute& statute);

/// True if the statute has no such section, as far as its wording of `seen_on` shows: the chapter
/// or the section would come after the last one, or the statute has no chapters. False where
/// nothing is known. `chapter` and `section` as in a citation: "3", "8 a"; either may be empty.
bool lacks_section(const KnownStatute& statute, std::string_view chapter, std::string_view section);

/// What the register of sources lacks or says differently than the pack of law.
enum class LawChange : std::uint8_t {
  cited,          ///< documents cite it, and the register has no row for it
  successor,      ///< it replaced one of the register, which has no row for it
  number,         ///< the row has another number, or writes it otherwise
  in_force_from,  ///< the first day in force
  repealed_on,    ///< the first day without force
  replaced_by,    ///< what replaced it
  moved,          ///< clauses of what it replaced have other numbers
};

/// One thing to change, and what follows: a key of the row.
struct LawDifference {
  LawChange change{};
  std::string detail;  ///< for people: documents, numbers or days with commas; or the old value
  std::string key;     ///< "repealed_on"; empty if the whole row is new
  std::string value;   ///< in TOML
};

/// A row of registers/sources.toml to add or to change, for a person to accept or not.
struct LawProposal {
  SourceId id;
  const LegalSource* row = nullptr;  ///< to be changed; nullptr: to be added
  const KnownStatute* known = nullptr;
  std::vector<LawDifference> differences;  ///< never empty
};

/// Who cites which number: ids of documents by "SFS 2017:30".
using CitedNumbers = std::map<std::string, std::vector<DocumentId>, std::less<>>;

/// What the register should learn from the pack on that day, by id. A row is only told to name what
/// the register has already: what else it needs is a proposal of its own, which comes first. Refers
/// to both, which must outlive it.
std::vector<LawProposal> law_proposals(const Handbook& handbook, const LawPack& pack,
                                       const CitedNumbers& cited, Date day);

/// The sources of the register that the pack does not know, by number.
std::vector<std::string> numbers_not_known(const Handbook& handbook, const LawPack& pack);

/// The id that a source has by its number: "SFS 2017:30" is "sfs-2017-30".
SourceId source_id_of(std::string_view number);

}  // namespace handbok
