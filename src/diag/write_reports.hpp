#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// `diagnostics` as JSON lines, in the order given: one object on each line with the keys code,
/// severity, subject, file, line, column, message, remedy, owner, unit and clause, always all of
/// them; `clause` is empty unless it is of one of `sources`, the numbers of the laws and standards
/// that the handbook follows ("SOSFS 2011:9"). A finding that somebody decided to live with has
/// `accepted` too. A line or column of 0 means the file, or the line, as a whole.
std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language,
                       const std::vector<std::string>& sources);

/// `diagnostics` as JUnit XML: one test case for each of `subjects` (the ids of the documents) and
/// for each other subject that a diagnostic names, in byte order. A case fails for each of its
/// diagnostics at or above `threshold`; the others are its output.
std::string write_junit(const std::vector<Diagnostic>& diagnostics,
                        const std::vector<std::string>& subjects, Severity threshold,
                        Language language);

/// `diagnostics` as one SARIF 2.1.0 log, in the order given; `tool_version` is the version of the
/// program. Paths are relative to the base %SRCROOT%, the folder in which the program runs; the
/// sources lie in `folder` of it ("content/", or nothing). Only the codes that occur are described
/// as rules.
std::string write_sarif(const std::vector<Diagnostic>& diagnostics, Language language,
                        std::string_view tool_version, std::string_view folder);

/// `diagnostics` as a report of code quality, as GitLab reads it: a JSON list, in the order given,
/// without those that somebody decided to live with. The fingerprint of one stays when lines move.
std::string write_code_quality(const std::vector<Diagnostic>& diagnostics, Language language,
                               std::string_view folder);

}  // namespace handbok
