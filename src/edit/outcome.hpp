#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// What an act is done with: the sources, and the handbook that was read from them on the day of
/// the act. Refers to both, which must outlive it.
struct Desk {
  const FileTree& sources;
  const DayView& view;

  const Handbook& handbook() const { return view.handbook(); }
  Date day() const { return view.day(); }
};

/// A source file with its new bytes.
struct ChangedFile {
  std::string path;
  std::string bytes;
};

/// What came of a request: either reasons why not, or files to write.
struct Outcome {
  std::vector<Diagnostic> refusals;  ///< why nothing is done; empty: it is
  std::vector<Diagnostic> remarks;   ///< worth knowing, whatever came of it
  std::vector<ChangedFile> files;    ///< in the order in which they are to appear
  RevisionKey revision;              ///< the one it is about; number 0: the document as a whole

  bool is_refused() const { return !refusals.empty(); }
};

}  // namespace handbok
