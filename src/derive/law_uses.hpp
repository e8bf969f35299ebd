#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// The source whose number a legal basis starts with ("SFS 2017:30 5 kap. 1 §"), or nullptr.
const LegalSource* source_of_basis(const Handbook& handbook, std::string_view basis);

/// The revisions that rest on one source or name its clauses, each once, in the order given.
struct LawUse {
  std::vector<const Revision*> resting;  ///< name the source as their legal basis
  /// By reference as written ("5:3 st1"): answer to the clause as a requirement, or link to it. The
  /// empty reference: the source as a whole.
  std::map<std::string, std::vector<const Revision*>, std::less<>> naming;

  /// The revisions that name that clause; none if nobody does.
  const std::vector<const Revision*>& naming_clause(std::string_view ref) const;
};

/// Which revisions use which law, found in one pass. Refers to the revisions, which must outlive
/// it. Safe to read from any thread once built.
class LawUses {
public:
  /// `revisions` are those that apply, one for each document.
  LawUses(const Handbook& handbook, std::span<const Revision* const> revisions);

  /// What uses that source; nothing for one that is never named.
  const LawUse& of(std::string_view source) const;

private:
  std::map<SourceId, LawUse, std::less<>> uses_;
};

/// True if the statute has entered into force and is not repealed on the day.
bool applies_on(const LegalSource& source, Date day);

/// The source with that number ("SFS 2017:30"), or nullptr.
const LegalSource* find_source_by_number(const Handbook& handbook, std::string_view number);

/// The source that a short name, an alias ("HSL") or its title meant on the day; if none that is
/// called so applied then, or without a day, the one that entered into force last. nullptr if none
/// is called so.
const LegalSource* find_source_by_name(const Handbook& handbook, std::string_view name,
                                       std::optional<Date> day);

}  // namespace handbok
