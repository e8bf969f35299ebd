#pragma once

#include "cli/command.hpp"
#include "questions/reports/draft_report.hpp"

namespace handbok {

/// Where the draft of a report goes.
struct DraftOptions {
  std::string source;
  std::optional<Date> as_of;
  std::string output;  ///< empty: stdout; a file that is there is brought up to date
};

Option draft_output_option(DraftOptions& draft);

/// Prints the draft, or writes it to the file asked for. A file that is there is brought up to
/// date: what somebody wrote is kept, and what could not be renewed is told on stderr. Tells how
/// much is missing. `found_something` if a stretch was left because somebody has changed it,
/// `could_not_run`, with nothing written, if the file is no draft.
ExitStatus give_draft(const ReportDraft& draft, const DraftOptions& options,
                      const CommonOptions& common);

}  // namespace handbok
