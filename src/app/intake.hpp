#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/pandoc.hpp"
#include "base/date.hpp"
#include "base/isolate.hpp"
#include "diag/codes.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// A folder in which people leave texts for a handbook.
struct IntakeRequest {
  std::string folder;
  std::string source;  ///< the handbook's folder
  Date day;
  TrackedChanges changes = TrackedChanges::accept;
  Language language = Language::swedish;
  bool dry_run = false;  ///< writes nothing
};

/// One file that was answered.
struct IntakeAnswer {
  std::string file;                     ///< below the folder
  std::string letter;                   ///< below the folder
  std::optional<RevisionKey> revision;  ///< the draft that it became; none: it has to be mended
};

/// Makes a draft of each text in the folder and those below it, or answers what has to be mended,
/// in a letter beside it. Files that were answered as they are, are left; nothing is ever removed
/// or changed but letters. No value if one of the folders does not exist. Throws IoError.
std::optional<std::vector<IntakeAnswer>> take_in(const IntakeRequest& request,
                                                 const Isolate& isolate);

}  // namespace handbok
