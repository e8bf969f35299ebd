#pragma once

#include <string>
#include <vector>

#include "derive/day_view.hpp"
#include "render/site_context.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A published revision in a document's history, or revisions that the handbook has never held.
struct HistoryRowView {
  std::string number;  ///< "3", or "1–2"
  std::string href;    ///< empty if it is not here
  std::string state;   ///< in words: "gäller", "ersatt" …
  std::string state_class;
  Html validity;
  std::string change_note;
  std::string compare_href;  ///< to what changed since the one before; empty for the first
  bool is_withheld = false;
  HANDBOK_FIELDS(HistoryRowView, number, href, state, state_class, validity, change_note,
                 compare_href, is_withheld)
};

/// The published revisions of a document, newest first, and those before them that are not here. A
/// withheld one shows nothing of its content.
std::vector<HistoryRowView> history_rows(const DocumentDay& document, const std::string& root,
                                         const SiteContext& site);

}  // namespace handbok
