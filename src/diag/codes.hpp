#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace handbok {

/// How serious a diagnostic is. Never raised by the calendar alone to `error` (design invariant 5).
enum class Severity : std::uint8_t { note, warning, error };

/// The language of messages.
enum class Language : std::uint8_t { swedish, english };

/// Everything that can be wrong. Its names are in code_names.hpp, which only a .cpp that names a
/// code includes: what holds and passes on codes is not compiled again for a new one.
enum class Code : std::uint16_t;

/// What the code table says of one code; its sentences are in sentences.hpp.
struct CodeInfo {
  Code code;
  std::string_view name;  ///< public: "doc.review-overdue"
  Severity severity;
  std::string_view clause;  ///< the rule it serves, such as "SOSFS 2011:9 4:4"; may be empty
  /// Where what it misses might stand, words apart: "texts", "everything" or names of registers.
  /// Empty: it misses nothing.
  std::string_view lacks{};
};

/// The row of `code`.
const CodeInfo& info_of(Code code);

/// All rows, in the order of codes.def.
std::span<const CodeInfo> all_codes();

/// The code with that public name, if there is one.
std::optional<Code> find_code(std::string_view name);

/// "error", "warning" or "note", as written in machine formats.
std::string_view name_of(Severity severity);

}  // namespace handbok
