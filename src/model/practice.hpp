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
