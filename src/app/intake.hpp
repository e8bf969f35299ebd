#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

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

enum class IntakeFate : std::uint8_t {
  filed,     ///< it became a draft
  returned,  ///< its letter says what has to be mended
  waits,     ///< somebody is writing it, or its draft, just now: it is read the next time
  failed     ///< the machine could not read it, or write the answer; there is no letter
};

/// What became of one file.
struct IntakeAnswer {
  std::string file;  ///< below the folder; of a failure also a folder
  IntakeFate fate = IntakeFate::waits;
  std::string letter;    ///< below the folder; of what was filed or returned
  RevisionKey revision;  ///< the draft that it became
  std::string reason;    ///< of a failure
};

/// Why nothing was read at all.
enum class IntakeProblem : std::uint8_t {
  missing,  ///< one of the folders does not exist
  nested,   ///< one of the folders lies in the other
  busy      ///< another run is at work in one of them
};

/// Makes a draft of each text in the folder and those below it, or answers what has to be mended,
/// in a letter beside it, and tells of each as soon as it is done. A draft and its letter are
/// written together or not at all. Files that were answered as they are, are left; nothing is ever
/// removed or changed but letters, and the hidden file that remembers what was answered. What fails
/// for one file stops no other. A value if nothing was read. Throws IoError if the handbook cannot
/// be read or pandoc not be started.
std::optional<IntakeProblem> take_in(const IntakeRequest& request, const Isolate& isolate,
                                     const std::function<void(const IntakeAnswer&)>& tell);

}  // namespace handbok
