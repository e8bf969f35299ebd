#include "questions/reports/stretches.hpp"

#include <algorithm>
#include <set>

#include "base/sha256.hpp"
#include "base/strings.hpp"

namespace handbok {
namespace {

constexpr std::string_view start_words = "[handbok:start ";
constexpr std::string_view end_words = "[handbok:end ";
constexpr std::string_view any_words = "[handbok:";

/// The text without carriage returns and without blank lines at its ends: an editor may have turned
/// line ends, and that is no change.
std::string plain(std::string_view text) {
  std::string result;
  std::ranges::copy_if(text, std::back_inserter(result), [](char c) { return c != '\r'; });
  return std::string(trim(result));
}

std::string digest_of(std::string_view text) {
  constexpr std::size_t digits = 16;  // against mistakes, not against forgers
  return sha256_hex(plain(text)).substr(0, digits);
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += line_end;
    } else {
      result += c;
    }
  }
  return result;
}

/// The stretch with its markers, ending with a line end. Blank lines keep the markers from running
/// together with a table or a paragraph.
std::string stretch_text(const DraftSection& section, std::string_view line_end) {
  const auto body = plain(section.generated);
  std::string text(start_words);
  text.append(section.name).append("]: # \"").append(digest_of(body)).append("\"\n\n");
  if (!body.empty()) text.append(body).append("\n\n");
  text.append(end_words).append(section.name).append("]: #\n");
  return with_line_ends(text, line_end);
}

/// One line of a file, its end included.
struct Line {
  std::string_view whole;
  std::string_view text;  ///< without line end and blanks at its end
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto length = end == std::string_view::npos ? text.size() : end + 1;
    auto line = text.substr(0, length);
    auto words = line;
    while (!words.empty() && (words.back() == '\n' || words.back() == '\r' || words.back() == ' '))
      words.remove_suffix(1);
    lines.push_back({line, words});
    text.remove_prefix(length);
  }
  return lines;
}

/// The name in a marker that begins with `words`; empty if the line is no such marker.
std::string_view marker_name(std::string_view line, std::string_view words) {
  if (!line.starts_with(words)) return {};
  const auto end = line.find("]: #");
  if (end == std::string_view::npos) return {};
  return line.substr(words.size(), end - words.size());
}

/// The digest in quotation marks at the end of a first marker.
std::string_view marker_digest(std::string_view line) {
  const auto open = line.find('"');
  const auto close = line.rfind('"');
  return open == std::string_view::npos || close <= open ? std::string_view()
                                                         : line.substr(open + 1, close - open - 1);
}

/// Goes through a file once, stretch by stretch.
class DraftUpdater {
public:
  DraftUpdater(std::string_view existing, const std::vector<DraftSection>& sections)
      : lines_(lines_of(existing)),
        sections_(sections) {}

  Expected<UpdatedDraft, StretchFault> update() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (!lines_[i].text.starts_with(any_words)) {
        updated_.text += lines_[i++].whole;
        continue;
      }
      const auto next = take_stretch(i);
      if (!next) return Unexpected{StretchFault{StretchProblem::broken, number_of(i)}};
      i = *next;
    }
    if (names_.empty()) return Unexpected{StretchFault{StretchProblem::no_stretches, 0}};
    for (const auto& section : sections_) {
      if (!section.name.empty() && !names_.contains(section.name))
        updated_.notes.push_back({section.name, StretchFate::absent, 0});
    }
    return std::move(updated_);
  }

private:
  static int number_of(std::size_t index) { return static_cast<int>(index) + 1; }

  const DraftSection* section_named(std::string_view name) const {
    const auto it = std::ranges::find(sections_, name, &DraftSection::name);
    return it == sections_.end() ? nullptr : &*it;
  }

  /// The line after the stretch that begins at `first`; no value if its markers are broken.
  std::optional<std::size_t> take_stretch(std::size_t first) {
    const auto name = marker_name(lines_[first].text, start_words);
    if (name.empty() || !names_.insert(std::string(name)).second) return std::nullopt;
    auto last = first + 1;
    while (last < lines_.size() && !lines_[last].text.starts_with(any_words))
      ++last;
    const bool is_closed =
        last < lines_.size() && marker_name(lines_[last].text, end_words) == name;
    if (!is_closed) return std::nullopt;
    renew(first, last, name);
    return last + 1;
  }

  void renew(std::size_t first, std::size_t last, std::string_view name) {
    std::string body;
    for (auto i = first + 1; i < last; ++i)
      body += lines_[i].whole;
    const auto* const section = section_named(name);
    const bool is_ours =
        plain(body).empty() || digest_of(body) == marker_digest(lines_[first].text);
    auto fate = StretchFate::written;
    if (section == nullptr) {
      fate = StretchFate::unknown;
    } else if (!is_ours) {
      fate = StretchFate::edited;
    }
    updated_.notes.push_back({std::string(name), fate, number_of(first)});
    if (fate == StretchFate::written) {
      const bool has_return = lines_[first].whole.ends_with("\r\n");
      updated_.text += stretch_text(*section, has_return ? "\r\n" : "\n");
      return;
    }
    for (auto i = first; i <= last; ++i)
      updated_.text += lines_[i].whole;
  }

  std::vector<Line> lines_;
  const std::vector<DraftSection>& sections_;
  std::set<std::string, std::less<>> names_;
  UpdatedDraft updated_;
};

}  // namespace

std::string new_draft(const std::vector<DraftSection>& sections) {
  std::string text;
  for (const auto& section : sections) {
    if (!text.empty()) text += "\n";
    if (!section.heading.empty()) text.append(section.heading).append("\n\n");
    if (!section.name.empty()) text += stretch_text(section, "\n");
    if (section.prompt.empty()) continue;
    if (!section.name.empty()) text += "\n";
    text.append(section.prompt).append("\n");
  }
  return text;
}

Expected<UpdatedDraft, StretchFault> update_draft(std::string_view existing,
                                                  const std::vector<DraftSection>& sections) {
  return DraftUpdater(existing, sections).update();
}

}  // namespace handbok
