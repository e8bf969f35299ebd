#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/body.hpp"

namespace handbok {

/// The Markdown text of one revision and what its diagnostics say of it.
struct BodySource {
  RevisionKey revision;
  std::string path;
  std::string_view text;  ///< without the TOML head; the bytes must outlive the work
  int first_line = 1;     ///< the line of the file where `text` starts
  std::string owner;
  std::string unit;
  std::vector<std::string> reads_as{};  ///< what its reader may see instead of what is written
};

/// Reports what is wrong in one text, up to a hundred faults: nobody reads more, and a hostile text
/// must not fill the memory.
class Reporter {
public:
  /// Both must outlive the reporter.
  Reporter(const BodySource& source, Diagnostics& diagnostics)
      : source_(source),
        diagnostics_(diagnostics) {}

  /// Reports `code` at a position of the file (line 0: the file as a whole).
  void report(Code code, TextPosition position, std::vector<std::string> what);

  /// True if an error was reported: what is wrong with the text is known then.
  bool has_errors() const { return has_errors_; }

  /// True if the head of the text says that its reader may see this.
  bool accepts(std::string_view reading) const;

private:
  const BodySource& source_;
  Diagnostics& diagnostics_;
  int count_ = 0;
  int cut_line_ = 0;  ///< of a row with too many cells: the bar of a reference may be the cause
  bool has_errors_ = false;
};

/// Fills in what follows from a diagnostic's severity and revision: what it costs and is about.
void settle(Diagnostic& diagnostic);

/// The first `limit` characters of `text` for a message: line ends and tabs are written as blanks,
/// control and invisible characters as '?', and "…" says that there was more.
std::string excerpt(std::string_view text, std::size_t limit);

/// True for characters that show nothing or that turn the direction of the text.
bool is_unseen_character(char32_t value);

}  // namespace handbok
