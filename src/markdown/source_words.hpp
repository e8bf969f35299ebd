#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/reading.hpp"

namespace handbok {

/// The labels in brackets of a text ("[^8]", "[ring oss]"), in normal form.
struct Labels {
  std::set<std::string> defined;   ///< "[label]:" at the start of a line
  std::set<std::string> used;      ///< "[label]" anywhere else
  std::vector<std::string> notes;  ///< the used ones of notes, in order: the first is note 1

  bool is_used(const std::string& label) const { return used.contains(label); }
};

Labels find_labels(const SourceLines& lines);

/// True if a letter or digit of any language stands there; no dash or quotation mark beyond ASCII.
bool is_word_at(std::string_view text, std::size_t at);

/// How long "<br>" at the start of the text is, which ends a line in a cell; 0 if there is none.
std::size_t line_break_size(std::string_view text);

/// Stands in a text before a line that is meant to be one of its own.
constexpr char line_mark = '\x1e';

/// Appends the words of one block as its author sees them. `text` holds a line feed where the lines
/// of the source end and starts on line `line`.
void read_words(std::string_view text, int line, const Labels& labels, Reading& reading);

}  // namespace handbok
