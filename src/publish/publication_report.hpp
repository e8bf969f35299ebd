#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "publish/ledger.hpp"
#include "publish/publish_rules.hpp"
#include "publish/release_manifest.hpp"

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

/// The diagnostics of `from` that `what` lacks. Two are the same if code, subject and file are: the
/// sentence may count days, and lines move when a text is edited.
std::vector<KnownDiagnostic> without(const std::vector<KnownDiagnostic>& from,
                                     const std::vector<KnownDiagnostic>& what);

/// What a publication changed, for those who answer for the handbook. The report lies beside the
/// releases, not in them, because it also names drafts.
struct PublicationReport {
  int release = 0;
  Moment time = 0;
  int previous_release = 0;  ///< 0: this is the first
  CheckedState state;
  std::vector<RevisionFacts> new_revisions;
  std::vector<std::string> new_pages;  ///< addresses
  std::vector<std::string> changed_pages;
  std::size_t unchanged_pages = 0;
  std::vector<std::string> kept_pages;  ///< of withheld revisions, as they were
  std::vector<KnownDiagnostic> new_diagnostics;
  std::vector<KnownDiagnostic> solved_diagnostics;
  std::vector<KnownDiagnostic> remaining_diagnostics;
};

/// Fills in what the manifests tell: new revisions and pages, changed pages. `last` may be nullptr.
void tell_changes(const ReleaseManifest* last, const ReleaseManifest& next, const SiteFacts& facts,
                  PublicationReport& report);

/// The report for people, as plain text and as a page, and for machines.
std::string report_text(const PublicationReport& report, Language language);
std::string report_html(const PublicationReport& report, Language language);
std::string report_json(const PublicationReport& report);

}  // namespace handbok
