#pragma once

#include <string>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// A decision to live with one warning or note until a day. The finding stays listed, marked with
/// the decision, and counts again from that day.
struct Suppression {
  std::string code;     ///< public name, "doc.orphan"
  std::string subject;  ///< as in the diagnostic, "RUT-001"; empty: all of the code
  std::string reason;
  RoleId decided_by;
  Date decided_on;
  Date valid_to;  ///< first day on which it no longer holds
  Location location;
};

/// How severe the handbook wants a code to be; only warnings and notes can be chosen.
struct SeverityChoice {
  std::string code;
  Severity severity = Severity::warning;
  Location location;
};

}  // namespace handbok
