#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/file_tree.hpp"
#include "base/json.hpp"

namespace handbok {

// The program pandoc, run in a folder of its own under limits of time and memory.

enum class PandocFault {
  missing,
  failed,
  stopped,  ///< by somebody else: another time it may go well
  strict    ///< the document is Strict Open XML, in which pandoc finds nothing
};

/// What becomes of changes that were tracked.
enum class TrackedChanges { accept, reject, show };

/// A Word document as pandoc reads it. Targets of images are paths in `media`.
struct PandocDocument {
  Json json;
  FileTree media;
};

/// Reads a Word document. Nothing is fetched from anywhere.
Expected<PandocDocument, PandocFault> read_word(const std::string& bytes, TrackedChanges changes);

/// Reads Markdown as handbooks write it.
Expected<Json, PandocFault> read_markdown(const std::string& text);

/// Writes pandoc's tree as a Word document in the styles of `reference`, itself a Word document.
/// `images` are found by their paths.
Expected<std::string, PandocFault> write_word(const Json& json, const std::string& reference,
                                              const FileTree& images);

}  // namespace handbok
