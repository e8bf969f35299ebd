// The only user of dtl.
#include "text/sequence_steps.hpp"

#include <algorithm>
#include <cstdint>
#include <dtl/dtl.hpp>
#include <string_view>
#include <unordered_map>

#include "base/limits.hpp"

namespace handbok {
namespace {

// How often what lies between the cuts is cut again.
constexpr int cuts_max = 8;

using Number = std::uint32_t;
using Part = std::span<const Number>;

/// Numbers instead of texts: equal texts have equal numbers.
class Numbering {
public:
  std::vector<Number> of(std::span<const std::string> texts) {
    std::vector<Number> numbers;
    numbers.reserve(texts.size());
    for (const auto& text : texts)
      numbers.push_back(numbers_.try_emplace(text, numbers_.size()).first->second);
    return numbers;
  }

private:
  std::unordered_map<std::string_view, Number> numbers_;
};

/// Where the same stands in both parts.
struct Anchor {
  std::size_t before = 0;
  std::size_t after = 0;
};

/// How often a number stands in both parts, and where.
struct Places {
  unsigned count_before = 0;
  unsigned count_after = 0;
  Anchor anchor;
};

/// What stands once in both, by its place before.
std::vector<Anchor> once_in_both(Part before, Part after) {
  std::unordered_map<Number, Places> places;
  for (std::size_t i = 0; i < before.size(); ++i) {
    auto& at = places[before[i]];
    ++at.count_before;
    at.anchor.before = i;
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    auto& at = places[after[i]];
    ++at.count_after;
    at.anchor.after = i;
  }
  std::vector<Anchor> anchors;
  for (const auto number : before) {
    const auto& at = places[number];
    if (at.count_before == 1 && at.count_after == 1) anchors.push_back(at.anchor);
  }
  return anchors;
}

/// As many of the anchors as possible that also follow each other after.
std::vector<Anchor> in_same_order(const std::vector<Anchor>& anchors) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // of the best row of each length: an index of anchors
  std::vector<std::size_t> before(anchors.size(), none);
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto place = std::ranges::lower_bound(
        ends, anchors[i].after, {}, [&](std::size_t end) { return anchors[end].after; });
    if (place != ends.begin()) before[i] = *std::prev(place);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Anchor> row;
  for (auto i = ends.empty() ? none : ends.back(); i != none; i = before[i])
    row.push_back(anchors[i]);
  std::ranges::reverse(row);
  return row;
}

class StepFinder {
public:
  SequenceSteps find(Part before, Part after) {
    add(before, after, cuts_max);
    return std::move(steps_);
  }

private:
  void add(Part before, Part after, int cuts) {
    if (before.empty() || after.empty() || before.size() <= limits::compared_pairs / after.size()) {
      add_shortest(before, after);
    } else {
      add_between_ends(before, after, cuts);
    }
  }

  void add_shortest(Part before, Part after) {
    dtl::Diff<Number, std::vector<Number>> diff({before.begin(), before.end()},
                                                {after.begin(), after.end()});
    diff.compose();
    for (const auto& [number, info] : diff.getSes().getSequence()) {
      steps_.kinds.push_back(info.type == dtl::SES_COMMON   ? EditKind::same
                             : info.type == dtl::SES_DELETE ? EditKind::removed
                                                            : EditKind::added);
    }
  }

  /// What is equal at the beginning and at the end stays.
  void add_between_ends(Part before, Part after, int cuts) {
    const auto beginning =
        static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    add_all(EditKind::same, beginning);
    before = before.subspan(beginning);
    after = after.subspan(beginning);
    const auto shorter = std::min(before.size(), after.size());
    std::size_t end = 0;
    while (end < shorter && before[before.size() - 1 - end] == after[after.size() - 1 - end])
      ++end;
    add_between_anchors(before.first(before.size() - end), after.first(after.size() - end), cuts);
    add_all(EditKind::same, end);
  }

  void add_between_anchors(Part before, Part after, int cuts) {
    const auto anchors =
        cuts == 0 ? std::vector<Anchor>() : in_same_order(once_in_both(before, after));
    if (anchors.empty()) {
      steps_.is_coarse = steps_.is_coarse || (!before.empty() && !after.empty());
      add_all(EditKind::removed, before.size());
      add_all(EditKind::added, after.size());
      return;
    }
    Anchor last;
    for (const auto& anchor : anchors) {
      add(before.subspan(last.before, anchor.before - last.before),
          after.subspan(last.after, anchor.after - last.after), cuts - 1);
      add_all(EditKind::same, 1);
      last = {anchor.before + 1, anchor.after + 1};
    }
    add(before.subspan(last.before), after.subspan(last.after), cuts - 1);
  }

  void add_all(EditKind kind, std::size_t count) {
    steps_.kinds.insert(steps_.kinds.end(), count, kind);
  }

  SequenceSteps steps_;
};

}  // namespace

SequenceSteps steps_between(std::span<const std::string> before,
                            std::span<const std::string> after) {
  Numbering numbering;
  const auto numbers_before = numbering.of(before);
  const auto numbers_after = numbering.of(after);
  return StepFinder().find(numbers_before, numbers_after);
}

}  // namespace handbok
