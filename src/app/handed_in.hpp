#pragma once

#include <string>
#include <vector>

#include "app/authoring.hpp"
#include "app/pandoc.hpp"
#include "app/word_text.hpp"

namespace handbok {

/// The property of an exported document that says what it was made of (edit/requests, trace_of).
inline constexpr std::string_view trace_property = "handbok-trace";

/// What was read of it.
struct HandedText {
  FiledText request;
  std::vector<Diagnostic> refusals;  ///< why nothing can be made of it; empty: something can
  std::vector<Diagnostic> remarks;
  word::Blocks blocks{};  ///< of a Word document, as its page is to show them
};

/// True if the name is that of a file that can be handed in, whatever the letters' case.
bool can_be_handed_in(std::string_view name);

/// In megabytes, rounded up: what is beyond a limit never looks as if it met it.
std::string megabytes(std::size_t bytes);

/// Reads the file. Lines that say the same as the text it builds on stay as `sources` have them.
/// Throws IoError.
HandedText read_handed_file(const HandedFile& file, const FileTree& sources,
                            TrackedChanges changes);

/// The outcome of making a draft of it, with all that was found while it was read.
Outcome file_handed_text(const Authoring& authoring, const HandedText& text);

}  // namespace handbok
