#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "derive/day_view.hpp"
#include "model/references.hpp"

namespace handbok {

/// Why a reference leads nowhere.
struct BrokenTarget {
  std::string nearest;  ///< what may have been meant, for a slot
  /// True if the target had the anchor once, or will have it: the page still opens, so the calendar
  /// alone can lead here and it is no error.
  bool is_only_anchor = false;
};

/// What is wrong with a reference to a document, revision or anchor; no value if nothing is. A
/// document that could not be read, or whose text is not the approved one, counts as right.
std::optional<BrokenTarget> find_broken(const DayView& view, const DocumentReference& reference);

/// The same for a source or one of its clauses.
std::optional<BrokenTarget> find_broken(const Handbook& handbook, const ClauseReference& reference);

/// The same for a heading or process step of the revision itself.
std::optional<BrokenTarget> find_broken_anchor(const Revision& revision, std::string_view anchor);

/// The same for a file beside the revision, written "blankett.pdf" or "3/blankett.pdf".
std::optional<BrokenTarget> find_broken_attachment(const Revision& revision, std::string_view path);

}  // namespace handbok
