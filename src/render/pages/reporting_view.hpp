#pragma once

#include <string>
#include <vector>

#include "render/html.hpp"

namespace handbok {

/// A group that is bound by a duty, such as "vikarier".
struct BoundGroupView {
  std::string text;
  static std::span<const Field> fields();
};

/// A duty to report: what, to whom, how soon, and what stands behind it.
struct ReportingDutyView {
  std::string id;
  std::string title;
  std::string regimes;
  std::string first;
  std::string what;
  std::string when;
  std::vector<BoundGroupView> who;  ///< empty: everybody
  Html to;
  Html system;
  Html routines;
  Html forms;
  Html investigated_by;
  Html decisions;
  Html law;
  static std::span<const Field> fields();
};

/// The page "Säg till".
struct ReportingView {
  std::vector<LinkView> contents;  ///< empty if there is one duty only
  std::vector<ReportingDutyView> duties;
  static std::span<const Field> fields();
};

}  // namespace handbok
