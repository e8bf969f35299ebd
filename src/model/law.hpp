#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

enum class SourceKind : std::uint8_t {
  act,
  ordinance,
  regulation,
  advice,
  standard,
  guidance,
  decision
};

/// A wording of a source: an amendment that entered into force.
struct SourceVersion {
  Date in_force_from;
  std::string amending;  ///< number of the amending statute; may be empty
};

/// A clause of an earlier source that has another number here.
struct MovedClause {
  SourceId source;  ///< the earlier one
  std::string ref;  ///< "14:3"
  std::string to;   ///< "27:2"
};

/// A statute, regulation, standard or other source that documents rest on. The register says who
/// checked it when; the program does not claim to know the law.
struct LegalSource {
  SourceId id;         ///< slug of the number: "sfs-2017-30"
  std::string number;  ///< "SFS 2017:30"
  std::string title;
  std::string short_name;  ///< "HSL"; may be empty
  std::vector<std::string> aliases;
  SourceKind kind = SourceKind::act;
  std::vector<RegimeId> regimes;  ///< whose work it is about; empty: all
  std::optional<Date> in_force_from;
  std::optional<Date> repealed_on;  ///< first day without force
  std::vector<SourceId> replaced_by;
  std::vector<SourceVersion> versions;  ///< by rising day
  std::vector<MovedClause> moved;       ///< where clauses of what it replaced are now
  std::optional<Date> checked_on;
  RoleId checked_by;
  std::string url;
  Location location;
};

/// Binding rule or recommendation.
enum class ClauseForce : std::uint8_t { binding, advice };

/// One clause of a source that has a list of clauses. Holds a short title in own words, never the
/// statute's text.
struct Clause {
  SourceId source;
  std::string ref;  ///< "4:4 st2 led 1"
  std::string title;
  ClauseForce force = ClauseForce::binding;
  std::vector<RegimeId> regimes;
  Location location;
};

}  // namespace handbok
