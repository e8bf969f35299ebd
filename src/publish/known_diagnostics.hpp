#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// A diagnostic as the next publication needs it: what it is about, and its sentence for people.
struct KnownDiagnostic {
  std::string code;
  std::string severity;  ///< "error", "warning" or "note"
  std::string owner;     ///< role code; may be empty
  std::string subject;
  std::string path;
  std::string sentence;
};

/// The diagnostics with their sentences in that language, sorted by owner.
std::vector<KnownDiagnostic> known_diagnostics(const std::vector<Diagnostic>& diagnostics,
                                               Language language);

/// A line for each, with tabs between the fields; read back by parse_known_diagnostics.
std::string write_known_diagnostics(const std::vector<KnownDiagnostic>& diagnostics);
std::vector<KnownDiagnostic> parse_known_diagnostics(std::string_view text);

/// Those of `from` that are not in `what`. Two are the same if code, subject and file are:
/// sentences may count days, and lines move.
std::vector<KnownDiagnostic> without(const std::vector<KnownDiagnostic>& from,
                                     const std::vector<KnownDiagnostic>& what);

}  // namespace handbok
