#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace handbok {

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
