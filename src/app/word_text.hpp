#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/pandoc.hpp"
#include "diag/diagnostic.hpp"
#include "edit/requests.hpp"
#include "word/card.hpp"
#include "word/lost_parts.hpp"
#include "word/read_tree.hpp"

namespace handbok {

/// A file that somebody wrote: a Word document (.docx), or Markdown (.md) that begins with the
/// card or with a TOML head.
struct HandedFile {
  std::string name;
  std::string bytes;
};

/// The text of a Word document and the images that come with it.
struct WordText {
  std::optional<word::Card> card;
  std::string title;
  word::Blocks blocks;  ///< cleaned; images lead to "@/name", or to an attachment that is known
  std::vector<FiledAttachment> attachments;
  std::vector<Diagnostic> refusals;
  std::vector<Diagnostic> remarks;
};

/// The path of the revision that a card names, or nothing if the sources have none such.
std::string base_path(const FileTree& sources, const word::Card& card);

/// Tells of something of the file `name` that is not in the draft, a linked picture aside.
Diagnostic lost_remark(const std::string& name, const word::LostPart& part);

/// Reads it with pandoc. An image that is already an attachment of the revision it builds on keeps
/// its name.
Expected<WordText, PandocFault> read_word_text(const HandedFile& file, const FileTree& sources,
                                               TrackedChanges changes);

}  // namespace handbok
