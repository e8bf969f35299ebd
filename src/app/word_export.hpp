#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/edition.hpp"
#include "diag/diagnostic.hpp"
#include "site/site.hpp"

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

/// Writes an empty document of the type that `type` names by its prefix or its word, with help on
/// what to write where. Likewise.
Expected<WordExport, Diagnostic> export_template(const FileTree& sources, std::string_view type,
                                                 const std::string& style, const Isolate& isolate);

/// What a site had at an address when it was published last; no value if it had nothing.
using WordFilesBefore = std::function<std::optional<std::string>(const std::string& path)>;

/// The text of each document in force as a Word document beside its page, and an empty document of
/// each type, if the handbook says where changed texts are handed in. What was there before stays
/// as long as it would come out the same, or nothing else can be made; addresses that readers know
/// keep a file.
std::vector<SiteFile> word_files(const Edition& edition, const FileTree& sources,
                                 const std::string& style, const WordFilesBefore& before);

}  // namespace handbok
