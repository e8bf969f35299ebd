#include "markdown/report.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

constexpr int max_reports = 100;  // nobody reads further, and a text can have half a million

}  // namespace

bool Reporter::accepts(std::string_view reading) const {
  return std::ranges::find(source_.reads_as, reading) != source_.reads_as.end();
}

void Reporter::report(Code code, TextPosition position, std::vector<std::string> what) {
  has_errors_ |= info_of(code).severity == Severity::error;
  if (code == Code::markdown_table_cells) cut_line_ = position.line;
  const bool is_cut = code == Code::markdown_reference_malformed && position.line == cut_line_;
  if (count_ == max_reports || is_cut) return;
  ++count_;
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.location = {source_.path, position.line, position.column};
  diagnostic.subject = source_.revision.document;
  diagnostic.what = std::move(what);
  diagnostic.severity = info_of(code).severity;
  diagnostic.revision = source_.revision;
  diagnostic.owner = source_.owner;
  diagnostic.units = {source_.unit};
  settle(diagnostic);
  diagnostics_.report(std::move(diagnostic));
}

void settle(Diagnostic& diagnostic) {
  diagnostic.consequence =
      diagnostic.severity == Severity::error ? Consequence::revision_withheld : Consequence::none;
  diagnostic.about.part = Part::texts;
  if (diagnostic.revision) diagnostic.about.document = diagnostic.revision->document;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::string result;
  std::size_t offset = 0;
  for (std::size_t count = 0; count < limit && offset < text.size(); ++count) {
    const auto point = code_point_at(text, offset);
    const auto size = point.size == 0 ? 1 : point.size;
    if (text[offset] == '\n' || text[offset] == '\t') {
      result += ' ';
    } else if (point.size == 0 || is_unseen_character(point.value)) {
      result += '?';
    } else {
      result += text.substr(offset, size);
    }
    offset += size;
  }
  if (offset < text.size()) result += "…";
  return result;
}

bool is_unseen_character(char32_t value) {
  return value < 0x20 || is_control_character(value) || is_hidden_character(value) ||
         value == 0x200C || value == 0x200D;
}

}  // namespace handbok
