#pragma once

#include "derive/day_view.hpp"
#include "derive/edition.hpp"

namespace handbok {

/// What readers see of a document: the revision that DayView names, or, if that one is withheld,
/// the last whole one before it.
struct DocumentFace {
  const Revision* shown = nullptr;     ///< nullptr: there is no whole revision to show
  const Revision* meant = nullptr;     ///< the withheld revision that should be shown, or nullptr
  const Diagnostic* reason = nullptr;  ///< why it is withheld
};

DocumentFace face_of(const DocumentDay& document, const Withheld& withheld);

}  // namespace handbok
