#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok::word {

/// What the head of each page of an exported document says.
struct PageHead {
  std::string line;       ///< "RUT-010 Ledningens genomgång, utgåva 2. Utkast – gäller inte."
  std::string page_word;  ///< before the number of the page: "Sida"
};

/// The style document, with these words where its head has room for them (tools/make_word_styles).
/// A style without room, or one that cannot be unpacked, is given as it is.
std::string with_page_head(const std::string& style, const PageHead& head);

/// The name of the property that repeats the head, so that it is known when the document is handed
/// in, and its value.
inline constexpr std::string_view page_head_property = "handbok-head";
std::string property_of(const PageHead& head);

/// True if the words at the edge of a document's pages are those of its property, whatever numbers
/// of pages stand among them. `properties` is the part docProps/custom.xml.
bool is_page_head(std::string_view words, std::string_view properties);

}  // namespace handbok::word
