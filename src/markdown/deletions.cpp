#include <algorithm>

#include "markdown/text_spans.hpp"

namespace handbok {
namespace {

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

}  // namespace

void find_deletions(std::vector<TextRun>& runs, TextPlace& place) {
  auto ends = DeletionFinder(runs, place).find();
  for (auto& end : ends)
    runs[end.run].spans.push_back(std::move(end.span));
  if (ends.empty()) return;
  for (auto& run : runs)
    std::ranges::sort(run.spans, {}, &TextSpan::begin);
}

}  // namespace handbok
