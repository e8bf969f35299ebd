#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// Orders `a` and `b` as a Swedish list is sorted: negative, zero or positive. Blanks and marks
/// come before numbers and numbers before letters; digits in a row count as one number (RUT-9
/// before RUT-10); å, ä and ö follow z; v and w are separate letters; é sorts as e, ü as y, æ as ä,
/// ø as ö. Texts that are equal so far are ordered by case, lower before upper, and last by bytes,
/// so that only identical texts are equal. Expects NFC; invalid bytes sort last.
int compare_swedish(std::string_view a, std::string_view b);

/// compare_swedish as the order of a container or a sort.
struct SwedishLess {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the name is the library's

  bool operator()(std::string_view a, std::string_view b) const {
    return compare_swedish(a, b) < 0;
  }
};

/// The heading under which a text stands in a list from A to Ö.
struct IndexLetter {
  std::string text;    ///< "A", "Ö"; "0–9" for what begins with anything but a Swedish letter
  std::string anchor;  ///< an id in ASCII, never in small letters as the ids of terms are
  friend bool operator==(const IndexLetter&, const IndexLetter&) = default;
};

/// The letter of `text` as Swedish lists have it: é under E, ü under Y, æ under Ä, ø under Ö.
IndexLetter index_letter(std::string_view text);

}  // namespace handbok
