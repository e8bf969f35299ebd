#pragma once

#include <string>
#include <vector>

#include "questions/reports/stretches.hpp"

namespace handbok {

/// A draft, and what it lacks.
struct ReportDraft {
  std::vector<DraftSection> sections;
  std::vector<std::string> missing;  ///< one sentence each, in the handbook's language
};

}  // namespace handbok
