#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"

namespace handbok {

/// One part of a draft: a heading, what the program knows, and a question for the writer. Heading
/// and question are written once; what the program knows is written again each time.
struct DraftSection {
  std::string name;       ///< of the generated stretch: lower-case letters, digits and hyphens
  std::string heading;    ///< "## Egenkontroll"; empty: the stretch goes on below the last one
  std::string generated;  ///< Markdown
  std::string prompt;     ///< may be empty
};

/// What became of one generated stretch of a file.
enum class StretchFate : std::uint8_t {
  written,  ///< as the program wrote it, or empty: now has today's text
  edited,   ///< somebody has changed it by hand: left as it is
  absent,   ///< the draft has it, the file does not: somebody took it away
  unknown   ///< the file has it, the draft does not: left as it is
};

struct StretchNote {
  std::string name;
  StretchFate fate = StretchFate::written;
  int line = 0;  ///< of its first marker; 0 if it is absent
};

/// A file that was brought up to date, and what became of each stretch.
struct UpdatedDraft {
  std::string text;
  std::vector<StretchNote> notes;
};

/// Why a file cannot be brought up to date.
enum class StretchProblem : std::uint8_t {
  no_stretches,  ///< it has no marker at all: it is not a draft of ours
  broken         ///< a marker is doubled, or has lost its pair
};

struct StretchFault {
  StretchProblem problem = StretchProblem::no_stretches;
  int line = 0;
};

/// The draft as a new file: Markdown that can become the text of a revision as it is. A generated
/// stretch stands between two markers,
///
///   [handbok:start risks]: # "0f1e2d3c4b5a6978"
///   …
///   [handbok:end risks]: #
///
/// which Markdown reads as link definitions that nobody uses, and so shows nowhere. The first
/// carries a digest of the stretch, by which a change by hand is seen (decision 0022).
std::string new_draft(const std::vector<DraftSection>& sections);

/// `existing` with each generated stretch that nobody has changed replaced by that of the draft.
/// Everything else is kept byte for byte, line ends included.
Expected<UpdatedDraft, StretchFault> update_draft(std::string_view existing,
                                                  const std::vector<DraftSection>& sections);

/// A draft, and what it lacks.
struct ReportDraft {
  std::vector<DraftSection> sections;
  std::vector<std::string> missing;  ///< one sentence each, in the handbook's language
};

}  // namespace handbok
