#pragma once

#include <string>
#include <string_view>

#include "word/tree.hpp"

namespace handbok::word {

/// Where inlines are written. In a table a bar needs a backslash; only in a paragraph a line can
/// end.
enum class Setting { paragraph, heading, table };

/// Takes the footnotes of a text in the order of their marks; gives the number of each.
class FootnoteSink {
public:
  FootnoteSink() = default;
  FootnoteSink(const FootnoteSink&) = delete;
  FootnoteSink& operator=(const FootnoteSink&) = delete;
  virtual ~FootnoteSink() = default;

  virtual int add(const Blocks& footnote) = 0;
};

/// Inlines as Markdown. What Markdown would take for something else gets a backslash; references
/// such as [[RUT-001]] that somebody typed are left as they are.
std::string write_inlines(const Inlines& inlines, Setting setting, FootnoteSink& footnotes);

/// The lines of a paragraph, so that none begins a list, heading, quotation or table.
std::string guard_line_starts(std::string_view paragraph);

}  // namespace handbok::word
