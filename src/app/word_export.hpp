#pragma once

#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// A revision as a Word document, to be changed and handed in again.
struct WordExport {
  std::string bytes;
  RevisionKey revision;
};

/// Writes the revision that `reference` names: "RUT-001@3", or "RUT-001" for its open draft, else
/// the one that was adopted last. The card at the start says which it is and what its bytes were.
/// `style` is a Word document whose styles are used. The reason if nothing can be written. Throws
/// IoError.
Expected<WordExport, Diagnostic> export_word(const FileTree& sources, std::string_view reference,
                                             const std::string& style, const Isolate& isolate);

}  // namespace handbok
