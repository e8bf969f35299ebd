#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"
#include "render/pages/document_item.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// One clause of a section.
struct ClauseView {
  std::string anchor;  ///< empty for the section as a whole, which has the section's anchor
  std::string part;    ///< "2 st. led 1"; empty for the section as a whole
  std::string title;
  std::string regimes;
  bool is_advice = false;
  std::vector<DocumentItemView> documents;  ///< that name just this clause
  bool has_documents = false;
  static std::span<const Field> fields();
};

/// A section of a source with its clauses: "4 kap. 4 §".
struct ClauseSectionView {
  std::string anchor;
  std::string name;
  std::vector<ClauseView> clauses;
  std::vector<DocumentItemView> documents;  ///< that name the section as a whole
  bool has_documents = false;
  static std::span<const Field> fields();
};

/// The reference of the section that a clause stands in: "4:4" of "4:4 st2 led 1".
std::string_view section_of(std::string_view ref);

/// The clauses of a source by section, in the order of the register, with the documents that name
/// them, seen from the page that lies `root` below the site's root.
std::vector<ClauseSectionView> clause_sections(const LegalSource& source, const std::string& root,
                                               const SiteContext& site);

}  // namespace handbok
