#pragma once

#include <string_view>

#include "diag/codes.hpp"

namespace handbok {

/// Writes a result to stdout.
void print(std::string_view text);

/// Writes a message to stderr, with a line end.
void print_message(std::string_view text);

/// Writes "handbok: fel: …" to stderr.
void print_error(Language language, std::string_view text);

/// Sees to it that all results have reached stdout; false if some could not be written.
bool flush_results();

/// The text in the language asked for.
inline std::string_view choose(Language language, std::string_view swedish,
                               std::string_view english) {
  return language == Language::swedish ? swedish : english;
}

}  // namespace handbok
