#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/build_report.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

// What a Record keeps. Bytes that are no such result give no value.

/// Without the phases: how long it took is of that time.
std::string encode_result(const BuildSiteResult& result);
std::optional<BuildSiteResult> decode_site_result(std::string_view bytes);

/// What `check` tells of.
struct CheckResult {
  std::vector<Diagnostic> diagnostics;  ///< sorted; they cost nothing any more
  std::vector<std::string> documents;   ///< as in Examination
  std::vector<std::string> sources;
  bool stops_build = false;
};

std::string encode_result(const CheckResult& result);
std::optional<CheckResult> decode_check_result(std::string_view bytes);

}  // namespace handbok
