#pragma once

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

/// A system outside the handbook and what is found there.
struct ExternalSystem {
  std::string id;
  std::string name;
  std::string holds;
  std::string url;
  Location location;
};

}  // namespace handbok
