#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// What the organisation does for people.
struct Service {
  ServiceId id;
  std::string name;
  std::string description;
  std::vector<RegimeId> regimes;
  std::vector<UnitId> units;
  std::vector<DocumentId> processes;
  Location location;
};

/// A way of working or an instrument.
struct Method {
  MethodId id;
  std::string name;
  std::string use;  ///< when it is used
  std::string principles;
  std::string basis;
  std::vector<DocumentId> documents;
  Location location;
};

/// Where knowledge about quality comes from.
struct InformationSource {
  std::string id;
  std::string kind;
  std::string name;
  RoleId owner;
  std::string period;
  std::string kept_at;
  std::vector<std::string> used_in;
  Location location;
};

/// A subject that must have a routine in force.
struct Topic {
  std::string id;
  std::string name;
  std::vector<RegimeId> regimes;  ///< empty: whatever the regime
  Location location;
};

/// A subject that a handbook does well to cover, and what does: any document with one of the
/// topics, or one of the documents.
struct SuggestedContent {
  std::string id;
  std::string name;
  std::vector<std::string> topics;
  std::vector<DocumentId> documents;
  Location location;
};

/// A group that complaints and views come from (SOSFS 2011:9, 5 kap. 3 §), and the documents that
/// say how they are received.
struct ComplaintSource {
  std::string id;
  std::string name;
  std::vector<DocumentId> covered_by;
  Location location;
};

/// What an evidence reference points at.
enum class EvidenceKind : std::uint8_t {
  minutes,
  workplace_meeting,
  yearly_report,
  internal_control,
  self_check,
  case_series
};

/// Where something is kept that shows how work is done (SOSFS 2011:9, 7 kap. 1 §): a pointer, never
/// the thing itself.
struct EvidenceRef {
  std::string id;
  EvidenceKind kind = EvidenceKind::minutes;
  std::string title;
  UnitId unit;
  std::string kept_at;
  std::optional<Date> from;                 ///< the time that it covers
  std::optional<Date> to;                   ///< its last day; none: still added to
  std::vector<RequirementId> requirements;  ///< what it shows
  Location location;
};

/// How a document is made known.
enum class RolloutMeasure : std::uint8_t { information, training, practice, feedback };

/// One measure to make a document known in a unit.
struct Rollout {
  std::string id;
  DocumentId document;
  UnitId unit;
  RolloutMeasure measure = RolloutMeasure::information;
  RoleId responsible;
  std::optional<Date> due_on;
  std::optional<Date> done_on;
  std::string note;
  Location location;
};

/// A system outside the handbook and what is found there.
struct ExternalSystem {
  std::string id;
  std::string name;
  std::string holds;
  std::string url;
  Location location;
};

}  // namespace handbok
