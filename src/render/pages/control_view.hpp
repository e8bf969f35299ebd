#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html.hpp"
#include "render/pages/count_view.hpp"
#include "render/site_context.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// A diagnostic in words.
struct FindingView {
  std::string severity;
  std::string severity_class;
  std::string subject;
  std::string href;   ///< of the page about the subject; empty if there is none
  std::string title;  ///< of that page, if it says more than the subject
  std::string what;
  std::string remedy;
  std::string code;
  std::string place;  ///< "documents/RUT-001/3.md:12"
  Html accepted;      ///< the decision to live with it; empty if there is none
  int weight = 0;     ///< not for templates: what to sort by
  static std::span<const Field> fields();
};

/// A document that is being reviewed; its text is not shown.
struct ReviewView {
  std::string id;
  std::string href;  ///< empty if readers see no earlier revision of it
  std::string title;
  std::string number;
  Html since;
  bool is_late = false;
  static std::span<const Field> fields();
};

/// A revision that an error keeps from the readers.
struct WithheldView {
  std::string id;
  std::string href;
  std::string title;
  std::string number;
  std::string what;
  std::string remedy;
  static std::span<const Field> fields();
};

/// A decision that stands in no plan.
struct UnplannedView {
  std::string id;
  std::string href;
  std::string title;
  std::string who;
  static std::span<const Field> fields();
};

/// The page "Kontroll": an overview that leads to the pages of the owners.
struct ControlView {
  Html day;
  std::vector<CountView> counts;
  std::vector<WithheldView> withheld;
  std::vector<UnplannedView> unplanned;
  std::vector<TableSection> tables;   ///< the owners; the kinds of findings
  std::vector<FindingView> findings;  ///< what no role of the handbook owns
  std::vector<ReviewView> reviews;    ///< the same
  bool has_nobody = false;            ///< one of the last two is not empty
  bool is_clean = false;
  static std::span<const Field> fields();
};

}  // namespace handbok
