#include "diag/write_text.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "diag/printable.hpp"
#include "diag/words.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr std::size_t characters_shown_max = 100;
constexpr std::size_t characters_before_mark = 60;

std::string_view line_of(std::string_view source, int line) {
  for (int number = 1; number < line; ++number) {
    const auto end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  return source.substr(0, source.find('\n'));
}

/// False if there may be a personal identity number in the line, or one that it begins or ends.
bool may_be_shown(std::string_view source, int line) {
  std::string near;
  for (const int number : {line - 1, line, line + 1})
    near.append(number > 0 ? line_of(source, number) : std::string_view{}).append("\n");
  return find_identity_number(near) == IdentityNumber::none;
}

/// Which characters of a line are shown.
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

Window window_around(std::size_t marked, std::size_t length) {
  if (length <= characters_shown_max) return {0, length};
  const auto latest_first = length - characters_shown_max;
  const auto first = std::min(marked - std::min(marked, characters_before_mark), latest_first);
  return {first, first + characters_shown_max};
}

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "\x1b[1;36m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::error: return "\x1b[1;31m";
  }
  return {};
}

std::string painted(std::string_view text, std::string_view colour, const TextStyle& style) {
  if (style.colour == Colour::off) return std::string(text);
  return std::string(colour).append(text).append(plain);
}

std::string place_of(const Location& location, const TextStyle& style) {
  const bool is_in_folder = !location.path.empty() && !style.source_folder.empty();
  const auto folder = is_in_folder ? style.source_folder + "/" : std::string{};
  return printable(folder + place_name(location, style.language));
}

std::string headline(const Diagnostic& diagnostic, const TextStyle& style) {
  const auto severity = diagnostic.suppressed ? report_words(style.language).accepted
                                              : severity_word(diagnostic.severity, style.language);
  std::string line = painted(place_of(diagnostic.location, style) + ":", bold, style);
  line += " " + painted(std::string(severity) + ":", colour_of(diagnostic.severity), style);
  line += " " + printable(what_text(diagnostic, style.language));
  line.append(" [").append(info_of(diagnostic.code).name).append("]\n");
  return line;
}

/// Goes through sources as diagnostics are sorted: from line to line, each file once.
class SourceCursor {
public:
  explicit SourceCursor(const SourceLookup& source_of) : source_of_(source_of) {}

  SourceExcerpt excerpt_at(const Location& location) {
    const auto* const source = location.line > 0 ? source_of_(location.path) : nullptr;
    if (source == nullptr) return {};
    if (source != source_ || location.line < line_) {
      source_ = source;
      line_ = 1;
      rest_ = *source;
    }
    for (; line_ < location.line; ++line_) {
      const auto end = rest_.find('\n');
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    }
    return excerpt_of(rest_, 1, location.column);
  }

private:
  const SourceLookup& source_of_;
  const std::string* source_ = nullptr;
  int line_ = 1;
  std::string_view rest_;  ///< of the source, from that line on
};

std::string source_lines(const Diagnostic& diagnostic, SourceCursor& sources,
                         const TextStyle& style) {
  const auto& location = diagnostic.location;
  const auto excerpt = sources.excerpt_at(location);
  if (excerpt.line.empty()) return {};
  const auto number = std::to_string(location.line);
  const auto indentation = std::string(number.size() < 5 ? 5 - number.size() : 0, ' ');
  auto lines = indentation + number + " | " + excerpt.line + "\n";
  if (excerpt.mark >= 0) {
    lines.append(indentation.size() + number.size(), ' ').append(" | ");
    lines.append(static_cast<std::size_t>(excerpt.mark), ' ');
    lines += painted("^", colour_of(diagnostic.severity), style) + "\n";
  }
  return lines;
}

std::string remedy_line(const Diagnostic& diagnostic, const TextStyle& style) {
  const auto remedy = printable(remedy_text(diagnostic, style.language));
  return remedy.empty() ? remedy : "      " + remedy + "\n";
}

std::string acceptance_line(const Diagnostic& diagnostic, const TextStyle& style) {
  if (!diagnostic.suppressed) return {};
  const auto& decision = *diagnostic.suppressed;
  const auto sentence =
      fill_slots(report_words(style.language).accepted_until,
                 {decision.until.to_string(), decision.decided_by, decision.reason});
  return "      " + printable(sentence) + "\n";
}

}  // namespace

SourceExcerpt excerpt_of(std::string_view source, int line, int column) {
  if (!may_be_shown(source, line)) return {};
  const auto characters = shown_characters(line > 0 ? line_of(source, line) : std::string_view{});
  // A column just after the last character points at what is missing there.
  const auto marked =
      std::min(static_cast<std::size_t>(std::max(column - 1, 0)), characters.size());
  const auto window = window_around(marked, characters.size());
  SourceExcerpt excerpt;
  int width = 0;
  if (window.first > 0) {
    excerpt.line = "…";
    width = 1;
  }
  for (auto i = window.first; i < window.end; ++i) {
    if (i == marked && column > 0) excerpt.mark = width;
    excerpt.line += characters[i].text;
    width += characters[i].width;
  }
  if (marked == characters.size() && column > 0 && width > 0) excerpt.mark = width;
  if (window.end < characters.size()) excerpt.line += "…";
  return excerpt;
}

std::string write_counts(const std::vector<Diagnostic>& diagnostics, Language language) {
  const auto& words = report_words(language);
  std::vector<std::string> counts;
  const auto add = [&](std::ptrdiff_t count, std::string_view one, std::string_view many) {
    if (count == 0) return;
    counts.push_back(std::to_string(count).append(" ").append(count == 1 ? one : many));
  };
  const auto number_of = [&](Severity severity) {
    return std::ranges::count_if(diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.severity == severity && !diagnostic.suppressed;
    });
  };
  add(number_of(Severity::error), words.error, words.errors);
  add(number_of(Severity::warning), words.warning, words.warnings);
  add(number_of(Severity::note), words.note, words.notes);
  add(std::ranges::count_if(diagnostics, [](const auto& d) { return d.suppressed.has_value(); }),
      words.accepted, words.accepted_many);
  return counts.empty() ? std::string(words.nothing) : join(counts, ", ");
}

std::string write_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& source_of,
                       const TextStyle& style) {
  std::string text;
  SourceCursor sources(source_of);
  for (const auto& diagnostic : diagnostics) {
    text += headline(diagnostic, style);
    text += source_lines(diagnostic, sources, style);
    text += remedy_line(diagnostic, style);
    text += acceptance_line(diagnostic, style) + "\n";
  }
  return text + write_counts(diagnostics, style.language) + "\n";
}

}  // namespace handbok
