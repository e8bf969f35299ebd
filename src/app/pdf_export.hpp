#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/build.hpp"
#include "base/expected.hpp"

namespace handbok {

/// What is to be printed, each as a file of its own.
struct PdfOrder {
  std::vector<std::string> documents;
  bool all = false;                ///< every document in force
  std::vector<std::string> units;  ///< all that applies in the unit, as one file
  std::vector<std::string> roles;  ///< all that the role is to read, as one file
  std::string browser;             ///< the program that prints; empty: an installed one
  std::string folder;              ///< where the files go, and what they were printed from
};

enum class PdfProblem : std::uint8_t { no_browser, print_failed, print_slow };

struct PdfResult {
  BuildReport report;                ///< of the site that was printed from
  std::vector<std::string> written;  ///< names of files
  std::size_t unchanged = 0;         ///< files that are as they would be printed again
  std::vector<std::string> absent;   ///< what the site has no page for, or what nothing applies to
};

/// Prints what was ordered as the site of the day shows it. What was printed before from the same
/// page is left as it is, with the day that stands on it. The sources must be whole enough for a
/// site: else the report says why nothing was printed. Throws IoError.
Expected<PdfResult, PdfProblem> export_pdf(const FileTree& sources, const FileTree& theme,
                                           const BuildOptions& options, const Isolate& isolate,
                                           const PdfOrder& order);

}  // namespace handbok
