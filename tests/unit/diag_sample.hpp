#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"
#include "diag/slot_words.hpp"
#include "support/code.hpp"

namespace handbok {

/// A diagnostic as a reporter would make it, with the severity of its code.
inline Diagnostic diagnostic_at(Code code, Location location, std::vector<std::string> what = {},
                                std::vector<std::string> remedy = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.location = std::move(location);
  diagnostic.what = std::move(what);
  diagnostic.remedy = std::move(remedy);
  diagnostic.severity = info_of(code).severity;
  return diagnostic;
}

/// One of everything that a writer has to tell apart: each severity; a column, a line, a file and
/// the whole handbook; a repeated code; hostile values.
inline std::vector<Diagnostic> sample_diagnostics() {
  const std::string routine = "documents/rutiner/RUT-001/3.md";
  auto whole = diagnostic_at("collab.partner-kind-missing"_code, {}, {"annan vårdgivare"});
  auto unnamed = diagnostic_at("file.name-invalid"_code, {"documents/räv & å.md", 0, 0},
                               {"räv & å\x1b[31m.md"});
  unnamed.subject = "documents/räv & å.md";
  auto key =
      diagnostic_at("toml.unknown-key"_code, {routine, 3, 1}, {"ägare"}, {near_slot("owner")});
  key.subject = "RUT-001";
  auto other_key =
      diagnostic_at("toml.unknown-key"_code, {routine, 4, 9}, {"<b>&\"'"}, {near_slot("unit")});
  other_key.subject = "RUT-001";
  auto overdue = diagnostic_at("doc.review-overdue"_code, {"documents/styrande/POL-002/1.md", 2, 0},
                               {"POL-002", "2026-05-12", days_slot(193)}, {"POL-002", "POL-002"});
  overdue.subject = "POL-002";
  overdue.owner = "KSA";
  overdue.units = {"von"};
  auto head =
      diagnostic_at("unit.no-head"_code, {"registers/units.toml", 7, 1}, {"SÄBO Lönn", "lonn"});
  head.subject = "lonn";
  head.units = {"lonn"};
  return {whole, unnamed, key, other_key, overdue, head};
}

}  // namespace handbok
