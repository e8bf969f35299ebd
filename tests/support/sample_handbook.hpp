#pragma once

#include <map>
#include <string>

#include "base/file_tree.hpp"
#include "model/handbook.hpp"
#include "render/render.hpp"

namespace handbok::test {

/// The day that reads "2026-11-21".
Date day(const std::string& text);

/// A revision that was approved and is valid from the day; its text is one paragraph, "Text of
/// RUT-001 revision 2.".
Revision adopted_revision(const std::string& document, int number, const std::string& valid_from);

/// A handbook with one document in each state on 2026-11-21 (marked in the titles):
///
///   RUT-001  revisions 1 (superseded), 2 (in force), 3 (upcoming), 4 (draft)
///   RUT-002  repealed, replaced by RUT-001
///   RUT-003  expired
///   RUT-004  upcoming, nothing before
///   RUT-005  in review, never adopted
///   RUT-006  a draft
///   PRO-001  a process that follows RUT-001
Handbook sample_handbook();

/// The files of the theme that comes with the program.
FileTree default_theme_files();

/// That theme in the given language ("sv" or "en"); the test fails if it has errors.
Theme default_theme(const std::string& language);

/// A whole site: path to bytes.
using Site = std::map<std::string, std::string>;

/// The site of the edition, in Swedish.
Site render(const Edition& edition);

/// The site of the handbook on the day, in Swedish, given these diagnostics of its sources.
Site render(const Handbook& handbook, Date day, const std::vector<Diagnostic>& diagnostics = {});

}  // namespace handbok::test
