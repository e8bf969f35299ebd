#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

enum class RequirementOrigin : std::uint8_t { law, own, user, contract, standard };

/// Who answers for a requirement or duty; one leads, others take part.
struct Responsible {
  RoleId role;
  bool lead = false;
};

/// The decision that a requirement does not concern the work.
struct Inapplicability {
  std::string reason;
  RoleId decided_by;
  std::optional<Date> decided_on;
  std::vector<UnitId> units;  ///< empty: nowhere in the organisation
};

/// Something that must be met, what shows that it is, how that is followed up and who answers for
/// it: a row of the matrix requirement – routine – follow-up – responsibility.
struct Requirement {
  RequirementId id;
  RequirementOrigin origin = RequirementOrigin::law;
  SourceId source;  ///< with `clause`, if it is a clause of the register
  std::string clause;
  std::vector<RegimeId> regimes;  ///< empty: those of its clause, or else of its source
  std::string text;               ///< own words; empty if the clause's title says it
  std::vector<DocumentId> evidence;
  std::string evidence_note;                ///< evidence that is not a document, such as a register
  std::vector<std::string> followed_up_by;  ///< ids of self-checks, forums, goals, documents
  std::vector<Responsible> responsible;     ///< in order
  std::optional<Inapplicability> not_applicable;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it is no longer demanded, or met otherwise
  Location location;
};

/// An exemption that an authority has granted (SOSFS 2011:9, 8 kap. 1 §).
struct Waiver {
  WaiverId id;
  SourceId source;
  std::string clause;
  std::vector<UnitId> units;
  std::string decided_by;
  std::string ref;
  std::optional<Date> decided_on;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day without the exemption
  std::string conditions;
  Location location;
};

}  // namespace handbok
