#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbok::word {

/// What pandoc leaves out of a Word document without saying so.
enum class LostKind : std::uint8_t {
  linked_image,  ///< a picture that lies somewhere else than in the document
  text_box,
  chart,
  drawing,  ///< SmartArt
  object,   ///< of another program, such as a sheet of Excel
  hidden_text,
  symbol,           ///< of a font that shows signs, and no sign of Unicode is known for it
  page_edge,        ///< text at the head or foot of each page
  heading_numbers,  ///< that Word counts
  tabs,             ///< which set the words of some paragraphs in columns, or after a typed bullet
  words,
  unseen  ///< words that Word does not show, and a reader of the draft sees
};

struct LostPart {
  LostKind kind = LostKind::object;
  std::string words;  ///< by which a person finds it; empty if there are none near it
};

/// What becomes of changes that were tracked: what they took away is not lost.
enum class MarkedText : std::uint8_t { accepted, rejected };

/// What pandoc will leave out of the Word document `bytes`, in the order of the text, its footnotes
/// and endnotes. Nothing is found in a document that cannot be unpacked.
std::vector<LostPart> find_lost_parts(std::string_view bytes, MarkedText marked);

}  // namespace handbok::word
