#pragma once

#include <string>
#include <string_view>

namespace handbok::word {

/// The words of a part of an Office document, or of a page or picture in XML or HTML: what is read
/// as one stretch of text stands together however often its style changes, and paragraphs, cells
/// and values are kept apart by '|'. Words that a reader does not see in the text – comments, texts
/// that were deleted with tracked changes, targets of links, descriptions of pictures – come last.
/// Any bytes are taken; numeric entities stay as they are.
std::string xml_text(std::string_view xml);

/// The bytes as text. What begins as UTF-16 does is turned into UTF-8; what has zero bytes is no
/// text and gives nothing; all else, valid or not, is given as it is.
std::string plain_text(std::string_view bytes);

}  // namespace handbok::word
