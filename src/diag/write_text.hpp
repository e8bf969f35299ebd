#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

/// A line of a source file as it is shown, and where the mark under it goes.
struct SourceExcerpt {
  std::string line;
  int mark = -1;  ///< columns before the mark; -1 if the line is not marked
};

/// Line `line` of `source` (counted from 1), made printable. `column` counts code points from 1; 0
/// marks nothing. Of a long line only what lies around the column is kept, with … where it is cut.
/// Empty if there is no such line, or nothing on it.
SourceExcerpt excerpt_of(std::string_view source, int line, int column);

/// Whether text for people has ANSI colours.
enum class Colour : std::uint8_t { off, on };

/// The bytes of the source file at a path, or nullptr if it cannot be shown.
using SourceLookup = std::function<const std::string*(const std::string& path)>;

/// How diagnostics are told to people.
struct TextStyle {
  Language language = Language::swedish;
  Colour colour = Colour::off;
  std::string source_folder;  ///< written before each path, such as "content"; may be empty
};

/// `diagnostics` for people, in the order given: place, severity, what and code on one line, the
/// source line with a mark under the column if `source_of` knows it, and what to do; last, the
/// counts. No control character of the sources reaches the text.
std::string write_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& source_of,
                       const TextStyle& style);

/// How many there are of each severity: "2 fel, 5 varningar, 1 notering". Severities without any
/// are left out; if there are none at all, a sentence that says so.
std::string write_counts(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace handbok
