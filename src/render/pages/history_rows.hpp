#pragma once

#include <string>
#include <vector>

#include "derive/day_view.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/view_fields.hpp"

namespace handbok {

/// A published revision in a document's history.
struct HistoryRowView {
  std::string number;
  std::string href;
  std::string state;  ///< in words: "gäller", "ersatt" …
  std::string state_class;
  Html validity;
  std::string change_note;
  Html because;
  std::string compare_href;  ///< to what changed since the one before; empty for the first
  bool is_withheld = false;
  HANDBOK_FIELDS(HistoryRowView, number, href, state, state_class, validity, change_note, because,
                 compare_href, is_withheld)
};

/// Why the revision was made, as links: what it names that readers may know of, and words of its
/// own.
Html reasons_html(const Revision& revision, const LinkScope& scope);

/// The published revisions of a document, newest first. A withheld one shows nothing of its
/// content.
std::vector<HistoryRowView> history_rows(const DocumentDay& document, const std::string& root,
                                         const SiteContext& site);

}  // namespace handbok
