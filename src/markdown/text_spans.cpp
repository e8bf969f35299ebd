#include "markdown/text_spans.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "markdown/address.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_reference_size = 300;
constexpr std::size_t max_quoted = 40;

/// Finds what a run means besides text.
class SpanFinder {
public:
  SpanFinder(TextRun& run, TextPlace& place, Reporter& reporter)
      : run_(run),
        place_(place),
        reporter_(reporter) {}

  void find() {
    if (!run_.is_plain) find_addresses();
    find_references();
    std::ranges::sort(run_.spans, {}, &TextSpan::begin);
  }

private:
  void find_addresses() {
    for (auto& link : find_autolinks(run_.text)) {
      TextSpan span;
      span.begin = link.begin;
      span.end = link.end;
      span.kind = SpanKind::autolink;
      span.position = place_of(link.begin, 16).position;
      span.address = std::move(link.address);
      addresses_.push_back(std::move(span));
    }
  }

  TextPlace::Found place_of(std::size_t offset, std::size_t length) {
    return find_place(run_, offset, std::string_view(run_.text).substr(offset, length), place_);
  }

  void find_references() {
    const std::string_view text = run_.text;
    std::size_t from = 0;
    auto address = addresses_.begin();
    for (auto at = text.find("[["); at != std::string_view::npos; at = text.find("[[", from)) {
      while (at + 2 < text.size() && text[at + 2] == '[')
        ++at;
      for (; address != addresses_.end() && address->begin < at; ++address)
        keep(*address, from);
      from = read_reference(at);
    }
    for (; address != addresses_.end(); ++address)
      keep(*address, from);
  }

  /// An address counts if it does not stand in a reference.
  void keep(TextSpan& address, std::size_t from) {
    if (address.begin >= from) run_.spans.push_back(std::move(address));
  }

  /// The inside of a reference as its author sees it: the run ends where a bar cut the cell of a
  /// table, or where emphasis begins.
  std::string_view as_written(std::string_view inner, const TextPlace::Found& found) const {
    const auto source = place_.rest_of_line(found);
    const auto end = source.find("]]");
    const bool is_there = found.is_certain && source.starts_with("[[") && end != source.npos;
    return is_there ? source.substr(2, end - 2) : inner;
  }

  /// Reads the reference at `at` and gives where to go on.
  std::size_t read_reference(std::size_t at) {
    const auto rest = std::string_view(run_.text).substr(at + 2, max_reference_size);
    const auto end = rest.find("]]");
    const auto inner = rest.substr(0, end);
    // Up to the first character that could be written otherwise in the source.
    const auto written = inner.substr(0, inner.find_first_of("| \\&]"));
    const auto found = place_of(at, written.size() + 2);
    if (found.is_escaped) return at + 2;
    const auto reference = run_.is_plain || end == std::string_view::npos
                               ? std::nullopt
                               : parse_cross_reference(inner);
    if (!reference) {
      reporter_.report(Code::markdown_reference_malformed, found.position,
                       {excerpt(as_written(inner, found), max_quoted)});
      return at + 2;
    }
    TextSpan span;
    span.begin = at;
    span.end = at + 2 + end + 2;
    span.reference = *reference;
    span.position = found.position;
    run_.spans.push_back(std::move(span));
    return at + 2 + end + 2;
  }

  TextRun& run_;
  TextPlace& place_;
  Reporter& reporter_;
  std::vector<TextSpan> addresses_;
};

/// The first bytes of the characters that is_unseen_character knows.
bool may_be_hidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xd8 || byte == 0xe1 ||
         byte == 0xe2 || byte >= 0xee;
}

void report_hidden_characters(const TextRun& run, TextPlace& place, Reporter& reporter) {
  for (std::size_t offset = 0; offset < run.text.size(); ++offset) {
    if (!may_be_hidden(run.text[offset])) continue;
    const auto point = code_point_at(run.text, offset);
    if (point.size == 0 || !is_unseen_character(point.value)) continue;
    // Where it stands as such, the check of the file has said so.
    const auto found = find_place(run, offset, run.text.substr(offset, point.size), place);
    if (found.is_certain) continue;
    reporter.report(Code::text_hidden_character, found.position, {code_point_name(point.value)});
  }
}

/// An odd number of backslashes before `offset` takes away the meaning of what stands there.
bool is_after_backslash(std::string_view line, std::size_t offset) {
  std::size_t count = 0;
  while (count < offset && line[offset - 1 - count] == '\\')
    ++count;
  return count % 2 == 1;
}

/// Where `piece` stands in `line`, as near to `offset` as there is one.
std::optional<std::size_t> find_near(std::string_view line, std::size_t offset,
                                     std::string_view piece) {
  if (offset < line.size() && line.substr(offset).starts_with(piece)) return offset;
  const auto after = line.find(piece, offset);
  const auto before = line.rfind(piece, offset);
  if (after == std::string_view::npos && before == std::string_view::npos) return std::nullopt;
  if (after == std::string_view::npos) return before;
  if (before == std::string_view::npos) return after;
  return after - offset < offset - before ? after : before;
}

/// Pairs the ~~ of a block.
class DeletionFinder {
public:
  DeletionFinder(const std::vector<TextRun>& runs, TextPlace& place) : runs_(runs), place_(place) {}

  /// One end of a deletion and the run in which it stands.
  struct End {
    std::size_t run = 0;
    TextSpan span;
  };

  std::vector<End> find() {
    for (std::size_t i = 0; i < runs_.size(); ++i)
      find_in(i);
    return std::move(ends_);
  }

private:
  struct Opening {
    std::size_t run = 0;
    std::size_t offset = 0;
    std::size_t parent = 0;
  };

  void find_in(std::size_t index) {
    const std::string_view text = runs_[index].text;
    for (auto at = text.find("~~"); at != std::string_view::npos;) {
      const auto end = std::min(text.find_first_not_of('~', at), text.size());
      if (end - at == 2 && counts(runs_[index], at)) pair(index, at);
      at = text.find("~~", end);
    }
  }

  /// True if the ~~ is neither part of an address or reference nor escaped.
  bool counts(const TextRun& run, std::size_t at) {
    const auto after = std::ranges::upper_bound(run.spans, at, {}, &TextSpan::begin);
    if (after != run.spans.begin() && at < std::prev(after)->end) return false;
    return !find_place(run, at, "~~", place_).is_escaped;
  }

  void pair(std::size_t index, std::size_t at) {
    const auto& run = runs_[index];
    while (!openings_.empty() && openings_.back().parent > run.parent)
      openings_.pop_back();
    const bool is_open = !openings_.empty() && openings_.back().parent == run.parent;
    if (is_open && (at == 0 || run.text[at - 1] != ' ')) {
      add(openings_.back().run, openings_.back().offset, SpanKind::deletion_start);
      add(index, at, SpanKind::deletion_end);
      openings_.pop_back();
    } else if (!is_open && (at + 2 == run.text.size() || run.text[at + 2] != ' ')) {
      openings_.push_back({index, at, run.parent});
    }
  }

  void add(std::size_t index, std::size_t at, SpanKind kind) {
    TextSpan span;
    span.begin = at;
    span.end = at + 2;
    span.kind = kind;
    ends_.push_back({index, std::move(span)});
  }

  const std::vector<TextRun>& runs_;
  TextPlace& place_;
  std::vector<Opening> openings_;
  std::vector<End> ends_;
};

bool is_text(const TreeStep& step) {
  return step.kind == TreeNodeKind::text || step.kind == TreeNodeKind::soft_break;
}

/// Joins texts to runs.
class RunJoiner {
public:
  RunJoiner(std::span<const TreeStep> steps, const SourceLines& lines, TextPlace& place)
      : steps_(steps),
        lines_(lines),
        place_(place) {}

  std::vector<TextRun> join() {
    std::size_t i = 0;
    while (i < steps_.size()) {
      const auto& step = steps_[i];
      if (is_text(step)) {
        append(i, 1, step.kind == TreeNodeKind::soft_break ? " " : step.text);
      } else if (const auto reference = reference_hidden_by_definition(i); !reference.empty()) {
        const auto count = steps_of_link(i);
        append(i, count, reference);
        i += count;
        continue;
      } else {
        follow(i);
      }
      ++i;
    }
    return std::move(runs_);
  }

private:
  void append(std::size_t index, std::size_t count, std::string_view text) {
    const bool goes_on =
        !runs_.empty() && runs_.back().first_step + runs_.back().step_count == index;
    if (!goes_on) {
      TextRun run;
      run.first_step = index;
      run.parent = parents_.empty() ? 0 : parents_.back();
      run.is_plain = links_ > 0;
      runs_.push_back(std::move(run));
    }
    auto& run = runs_.back();
    run.parts.push_back({run.text.size(), &steps_[index]});
    run.text += text;
    run.step_count += count;
  }

  void follow(std::size_t index) {
    const auto& step = steps_[index];
    const bool is_link = step.kind == TreeNodeKind::link || step.kind == TreeNodeKind::image;
    const bool can_leave = is_link || step.kind == TreeNodeKind::emphasis ||
                           step.kind == TreeNodeKind::strong ||
                           step.kind == TreeNodeKind::footnote_reference;
    if (!can_leave) return;
    if (step.motion == Motion::enter) {
      parents_.push_back(index + 1);
    } else {
      parents_.pop_back();
    }
    if (is_link) links_ += step.motion == Motion::enter ? 1 : -1;
  }

  /// A link definition "[RUT-003]: …" makes the inner brackets of [[RUT-003]] a link. The author
  /// meant a cross-reference, and a reader of the source would take it for one.
  std::string_view reference_hidden_by_definition(std::size_t index) {
    const auto& step = steps_[index];
    if (step.kind != TreeNodeKind::link || step.motion != Motion::enter || links_ > 0) return {};
    if (step.line != step.end_line || step.column < 2 || step.end_column < step.column) return {};
    const auto start = "[" + std::string(steps_[index + 1].text);
    const auto found = place_.find(step.line, static_cast<std::size_t>(step.column) - 1, start);
    const auto size = static_cast<std::size_t>(step.end_column - step.column) + 1;
    const auto raw = lines_.line(found.line);
    if (found.offset == 0 || found.offset + size >= raw.size()) return {};
    const auto link = raw.substr(found.offset, size);
    const bool has_brackets = raw[found.offset - 1] == '[' && raw[found.offset + size] == ']' &&
                              link.starts_with('[') && link.ends_with(']');
    return has_brackets && link.find_first_of("[]", 1) == size - 1 ? link : std::string_view{};
  }

  std::size_t steps_of_link(std::size_t index) const {
    std::size_t count = 1;
    while (steps_[index + count].kind != TreeNodeKind::link)
      ++count;
    return count + 1;
  }

  std::span<const TreeStep> steps_;
  const SourceLines& lines_;
  TextPlace& place_;
  std::vector<TextRun> runs_;
  std::vector<std::size_t> parents_;
  int links_ = 0;
};

}  // namespace

TextPlace::Found find_place(const TextRun& run, std::size_t offset, std::string_view piece,
                            TextPlace& place) {
  const auto after = std::ranges::upper_bound(run.parts, offset, {}, &TextRun::Part::offset);
  const auto& part = *std::prev(after);
  const auto column = static_cast<std::size_t>(std::max(part.step->column, 1));
  return place.find(part.step->line, column - 1 + (offset - part.offset), piece);
}

void find_spans(TextRun& run, TextPlace& place, Reporter& reporter) {
  report_hidden_characters(run, place, reporter);
  SpanFinder(run, place, reporter).find();
}

TextPlace::Found TextPlace::find(int line, std::size_t offset, std::string_view piece) {
  auto place = find_near(lines_.line(line + shift_), offset, piece);
  if (!place && find_on_later_line(line, piece)) {
    place = find_near(lines_.line(line + shift_), offset, piece);
  }
  Found found;
  found.line = line + shift_;
  found.offset = place.value_or(offset);
  found.position = lines_.position(found.line, found.offset);
  found.is_certain = place.has_value();
  const auto raw = lines_.line(found.line);
  found.is_escaped = found.is_certain ? is_after_backslash(raw, found.offset)
                                      : raw.find_first_of("\\&") != std::string_view::npos;
  return found;
}

bool TextPlace::find_on_later_line(int line, std::string_view piece) {
  if (searches_left_ == 0) return false;
  --searches_left_;
  for (int shift = shift_ + 1; line + shift <= last_line_; ++shift) {
    if (lines_.line(line + shift).find(piece) == std::string_view::npos) continue;
    shift_ = shift;
    return true;
  }
  return false;
}

void find_deletions(std::vector<TextRun>& runs, TextPlace& place) {
  auto ends = DeletionFinder(runs, place).find();
  for (auto& end : ends)
    runs[end.run].spans.push_back(std::move(end.span));
  if (ends.empty()) return;
  for (auto& run : runs)
    std::ranges::sort(run.spans, {}, &TextSpan::begin);
}

std::vector<TextRun> read_text_runs(std::span<const TreeStep> steps, const SourceLines& lines,
                                    TextPlace& place, Reporter& reporter) {
  auto runs = RunJoiner(steps, lines, place).join();
  for (auto& run : runs)
    find_spans(run, place, reporter);
  find_deletions(runs, place);
  return runs;
}

}  // namespace handbok
