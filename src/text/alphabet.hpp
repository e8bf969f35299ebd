#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// The heading under which a text stands in a list from A to Ö.
struct IndexLetter {
  std::string text;    ///< "A", "Ö"; "0–9" for what begins with anything but a Swedish letter
  std::string anchor;  ///< an id in ASCII, never in small letters as the ids of terms are
  friend bool operator==(const IndexLetter&, const IndexLetter&) = default;
};

/// The letter of `text` as Swedish lists have it: é under E, ü under Y, æ under Ä, ø under Ö.
IndexLetter index_letter(std::string_view text);

}  // namespace handbok
