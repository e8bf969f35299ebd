#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/known_law.hpp"

namespace handbok::test {

/// A small handbook on a day, and everything that is wrong with it.
struct FixtureCase {
  std::string name;
  Date as_of;
  FileTree sources;
  std::vector<std::string> expected;  ///< sorted, each as `describe` writes it
};

/// The cases of one fixture file.
struct Fixture {
  std::string name;  ///< of the file, without ".txt"
  std::vector<FixtureCase> cases;
};

/// Reads a fixture: a text file that holds one or more handbooks. The files of tests/fixtures/base
/// belong to each of them.
///
///   // as-of: 2026-11-21           the day; before the first case, for all of them
///   //= fires                      a case begins, with its name
///   // expect: doc.no-audience INS-002
///   //- documents/INS-002/1.md     a file begins; the next marker ends it
///   …
///   //- handbook.toml (absent)     the case goes without that file
///   //- a/b (like c/d)             a copy of a file
///   //- a/b (more)                 the lines are added to a file of the base
///   //- a/b (not regular)          a link or device, seen but not read
///   //- a/b (escaped)              \x{feff} is a character, \b{ff} a byte, \r{3}{ab} is ababab
///
/// In an approval, "sha256:auto" stands for the true digest of the revision.
Fixture parse_fixture(std::string name, std::string_view text);

/// All fixtures of a folder below tests/fixtures, by name: "checks", one file for each code, or
/// "handbooks", one for each small handbook of the specification.
std::vector<Fixture> all_fixtures(const std::string& folder);

/// The handbook that every fixture builds on; nothing is wrong with it.
FileTree base_handbook();

/// "doc.no-audience INS-002", with the severity behind if it is not that of the code, and
/// "(accepted)" if the handbook has decided to live with it.
std::string describe(const Diagnostic& diagnostic);

/// Everything that is wrong with the sources on that day.
std::vector<Diagnostic> diagnose(const FileTree& sources, Date as_of);

/// The pack of law of this checkout.
const LawPack& project_law();

}  // namespace handbok::test
