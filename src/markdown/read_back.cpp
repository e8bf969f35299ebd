#include "markdown/read_back.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "diag/code_names.hpp"
#include "markdown/reading.hpp"
#include "text/alignment.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_stretches = 20;  // nobody mends more at a time
constexpr std::size_t max_between =
    3;  // words alike that two differences of a line may have between
constexpr std::size_t max_quoted = 120;

/// What stands beside each other: one of the source, one of the page, or one of either.
struct Pair {
  const Seen* source = nullptr;
  const Seen* page = nullptr;
  bool differs = false;
};

/// Numbers are compared when all of a list are known.
bool are_alike(const Seen& a, const Seen& b) {
  return a.kind == b.kind && a.depth == b.depth && a.text == b.text;
}

std::vector<Pair> pairs_of(const Reading& source, const Reading& page) {
  const auto aligned = align(
      source.size(), page.size(), 2,
      [&](std::size_t left, std::size_t right) { return are_alike(source[left], page[right]); });
  std::vector<Pair> pairs;
  pairs.reserve(aligned.size());
  for (const auto& [left, right] : aligned) {
    pairs.push_back({left == nothing ? nullptr : &source[left],
                     right == nothing ? nullptr : &page[right],
                     left == nothing || right == nothing});
  }
  return pairs;
}

bool is_step(const Pair& pair) {
  return pair.source != nullptr && pair.page != nullptr && pair.page->kind == SeenKind::number;
}

/// Rule "the same number again": whoever numbers every step alike leaves the counting to the page.
void compare_numbers(std::vector<Pair>& pairs) {
  std::map<int, std::set<int>> written;
  for (const auto& pair : pairs) {
    if (is_step(pair)) written[pair.page->place].insert(pair.source->number);
  }
  for (auto& pair : pairs) {
    if (!is_step(pair) || pair.source->number == pair.page->number) continue;
    pair.differs |= written[pair.page->place].size() > 1;
  }
}

std::string shown(const Seen& seen) {
  const std::string depth(seen.depth > 1 ? static_cast<std::size_t>(seen.depth) - 1 : 0, '>');
  const auto before = depth.empty() ? depth : depth + " ";
  switch (seen.kind) {
    case SeenKind::word:
    case SeenKind::box: return seen.text;
    case SeenKind::number: return before + std::to_string(seen.number) + ".";
    case SeenKind::bullet: return before + "•";
    case SeenKind::heading: return "#";
    case SeenKind::code: return "```";
    case SeenKind::rule: return "---";
    case SeenKind::row: return "|";
    case SeenKind::line: return "↵";
  }
  return {};
}

bool is_mark(const Pair& pair) {
  const auto* const seen = pair.source != nullptr ? pair.source : pair.page;
  return seen->kind != SeenKind::word;
}

class Stretches {
public:
  Stretches(const std::vector<Pair>& pairs, const SourceLines& lines, Reporter& reporter)
      : pairs_(pairs),
        lines_(lines),
        reporter_(reporter) {}

  void report() {
    for (std::size_t at = 0; at < pairs_.size() && count_ < max_stretches;) {
      if (!pairs_[at].differs) {
        ++at;
        continue;
      }
      const auto end = end_of(at);
      report(at, end);
      at = end;
    }
  }

private:
  /// Differences that stand near each other on one line are one.
  std::size_t end_of(std::size_t begin) const {
    auto end = begin;
    int line = 0;
    for (auto at = begin; at < pairs_.size() && at <= end + max_between; ++at) {
      const auto* const source = pairs_[at].source;
      if (source != nullptr && line == 0) line = source->place;
      if (at > end && source != nullptr && source->place != line) break;
      if (pairs_[at].differs) {
        end = at + 1;
        if (source != nullptr) line = source->place;
      }
    }
    return end;
  }

  void report(std::size_t begin, std::size_t end) {
    auto line = line_of(begin, end);
    widen(begin, end);
    if (line == 0) line = line_of(begin, end);
    auto written = side(begin, end, &Pair::source);
    const auto read = side(begin, end, &Pair::page);
    if (written == read) written = "↵ " + written;
    if (reporter_.accepts(read)) return;
    ++count_;
    reporter_.report(Code::markdown_reads_otherwise, lines_.position(std::max(line, 1), 0),
                     {read, std::move(written)});
  }

  bool is_alike(std::size_t at) const { return at < pairs_.size() && !pairs_[at].differs; }

  /// A mark alone, and what stands on one side only, is told with words beside it.
  void widen(std::size_t& begin, std::size_t& end) const {
    constexpr std::size_t words = 2;
    const auto first = pairs_.begin() + static_cast<std::ptrdiff_t>(begin);
    const bool has_mark =
        std::any_of(first, pairs_.begin() + static_cast<std::ptrdiff_t>(end), is_mark);
    const auto last = has_mark ? end + words : end;
    while (end < last && is_alike(end) && !is_mark(pairs_[end]))
      ++end;
    const auto has_empty_side = [&] {
      return side(begin, end, &Pair::source).empty() || side(begin, end, &Pair::page).empty();
    };
    const auto line = line_of(begin, end);
    while (has_empty_side() && is_alike(end) && pairs_[end].source->place == line)
      ++end;
    while (has_empty_side() && begin > 0 && is_alike(begin - 1))
      --begin;
    while (has_empty_side() && is_alike(end))
      ++end;
  }

  std::string side(std::size_t begin, std::size_t end, const Seen* Pair::*side) const {
    std::string text;
    for (auto at = begin; at < end && text.size() < 4 * max_quoted; ++at) {
      const auto* const seen = pairs_[at].*side;
      if (seen == nullptr) continue;
      if (!text.empty()) text += ' ';
      text += shown(*seen);
    }
    return excerpt(text, max_quoted);
  }

  /// On which line of the source the first of it stands; 0 if all is the page's.
  int line_of(std::size_t begin, std::size_t end) const {
    for (auto at = begin; at < end; ++at) {
      if (pairs_[at].source != nullptr) return pairs_[at].source->place;
    }
    return 0;
  }

  const std::vector<Pair>& pairs_;
  const SourceLines& lines_;
  Reporter& reporter_;
  std::size_t count_ = 0;
};

}  // namespace

void read_back(const SourceLines& lines, const Body& body, Reporter& reporter) {
  const auto source = read_source(lines);
  const auto page = read_page(body);
  auto pairs = pairs_of(source, page);
  compare_numbers(pairs);
  Stretches(pairs, lines, reporter).report();
}

}  // namespace handbok
