#include "text/diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>

#include "base/strings.hpp"

namespace handbok {
namespace {

using Texts = std::vector<std::string>;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Words with the blanks that follow them; together they are the text.
Texts words_of(std::string_view text) {
  Texts words;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && !is_blank(text[end]))
      ++end;
    while (end < text.size() && is_blank(text[end]))
      ++end;
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

/// The same words without the blanks: what is compared.
Texts without_blanks(const Texts& words) {
  Texts bare;
  bare.reserve(words.size());
  for (const auto& word : words)
    bare.emplace_back(trim(word));
  return bare;
}

struct Step {
  EditKind kind = EditKind::same;
  std::string text;
};

/// The shortest way from one sequence to the other.
std::vector<Step> steps_between(const Texts& before, const Texts& after) {
  dtl::Diff<std::string, Texts> diff(before, after);
  diff.compose();
  std::vector<Step> steps;
  for (const auto& [text, info] : diff.getSes().getSequence()) {
    const auto kind = info.type == dtl::SES_COMMON   ? EditKind::same
                      : info.type == dtl::SES_DELETE ? EditKind::removed
                                                     : EditKind::added;
    steps.push_back({kind, text});
  }
  return steps;
}

void append(std::vector<Edit>& edits, EditKind kind, std::string& text) {
  if (text.empty()) return;
  if (!edits.empty() && edits.back().kind == kind) {
    edits.back().text += text;
  } else {
    edits.push_back({kind, text});
  }
  text.clear();
}

/// How many words two blocks share, of the longer one's, in hundredths.
std::size_t likeness(const std::string& a, const std::string& b) {
  auto left = without_blanks(words_of(a));
  auto right = without_blanks(words_of(b));
  std::ranges::sort(left);
  std::ranges::sort(right);
  Texts shared;
  std::ranges::set_intersection(left, right, std::back_inserter(shared));
  const auto longest = std::max(left.size(), right.size());
  return longest == 0 ? 0 : shared.size() * 100 / longest;
}

constexpr std::size_t likeness_of_changed = 50;

/// Blocks that were removed and added between two that stayed.
class Hunk {
public:
  Hunk(const Texts& before, const Texts& after) : before_(before), after_(after) {}

  void remove(std::size_t index) { removed_.push_back(index); }
  void add(std::size_t index) { added_.push_back(index); }

  /// Pairs each removed block with the first added one that is like it, without crossing.
  void tell(std::vector<BlockEdit>& edits) {
    std::size_t next = 0;
    for (const auto removed : removed_) {
      const auto match = std::find_if(
          added_.begin() + static_cast<std::ptrdiff_t>(next), added_.end(), [&](std::size_t added) {
            return likeness(before_[removed], after_[added]) >= likeness_of_changed;
          });
      if (match == added_.end()) {
        edits.push_back(
            {BlockEditKind::removed, removed, 0, {{EditKind::removed, before_[removed]}}});
        continue;
      }
      const auto end = static_cast<std::size_t>(match - added_.begin());
      tell_added(next, end, edits);
      edits.push_back(
          {BlockEditKind::changed, removed, *match, diff_words(before_[removed], after_[*match])});
      next = end + 1;
    }
    tell_added(next, added_.size(), edits);
    removed_.clear();
    added_.clear();
  }

private:
  void tell_added(std::size_t from, std::size_t to, std::vector<BlockEdit>& edits) const {
    for (auto i = from; i < to; ++i) {
      edits.push_back({BlockEditKind::added, 0, added_[i], {{EditKind::added, after_[added_[i]]}}});
    }
  }

  const Texts& before_;
  const Texts& after_;
  std::vector<std::size_t> removed_;
  std::vector<std::size_t> added_;
};

}  // namespace

std::vector<Edit> diff_words(std::string_view before, std::string_view after) {
  const auto old_words = words_of(before);
  const auto new_words = words_of(after);
  std::vector<Edit> edits;
  std::string removed;
  std::string added;
  auto old_word = old_words.begin();
  auto new_word = new_words.begin();
  for (const auto& step : steps_between(without_blanks(old_words), without_blanks(new_words))) {
    if (step.kind == EditKind::removed) {
      removed += *old_word++;
    } else if (step.kind == EditKind::added) {
      added += *new_word++;
    } else {
      append(edits, EditKind::removed, removed);
      append(edits, EditKind::added, added);
      auto same = *new_word++;
      ++old_word;
      append(edits, EditKind::same, same);
    }
  }
  append(edits, EditKind::removed, removed);
  append(edits, EditKind::added, added);
  return edits;
}

std::vector<BlockEdit> diff_blocks(const std::vector<std::string>& before,
                                   const std::vector<std::string>& after) {
  std::vector<BlockEdit> edits;
  Hunk hunk(before, after);
  std::size_t old_index = 0;
  std::size_t new_index = 0;
  for (const auto& step : steps_between(before, after)) {
    switch (step.kind) {
      case EditKind::removed:
        hunk.remove(old_index++);
        break;
      case EditKind::added:
        hunk.add(new_index++);
        break;
      case EditKind::same:
        hunk.tell(edits);
        edits.push_back(
            {BlockEditKind::same, old_index++, new_index++, {{EditKind::same, step.text}}});
        break;
    }
  }
  hunk.tell(edits);
  return edits;
}

void tell_looks(std::vector<BlockEdit>& edits, const std::vector<BlockLook>& before,
                const std::vector<BlockLook>& after) {
  for (auto& edit : edits) {
    if (edit.kind != BlockEditKind::same && edit.kind != BlockEditKind::changed) continue;
    const auto& was = before[edit.before];
    const auto& is = after[edit.after];
    const bool is_same = edit.kind == BlockEditKind::same;
    const bool has_other_marks = is_same ? was.marked != is.marked : was.marks != is.marks;
    if (has_other_marks) edit.words = diff_words(was.marked, is.marked);
    if (was.lead != is.lead) {
      edit.words.insert(edit.words.begin(),
                        {{EditKind::removed, was.lead}, {EditKind::added, is.lead}});
    }
    edit.is_look = is_same && (has_other_marks || was.lead != is.lead);
    if (edit.is_look) edit.kind = BlockEditKind::changed;
  }
}

TextChange change_in(const std::vector<BlockEdit>& edits) {
  auto change = TextChange::none;
  for (const auto& edit : edits) {
    if (edit.kind == BlockEditKind::same) continue;
    change = std::max(change, edit.is_look ? TextChange::look : TextChange::words);
  }
  return change;
}

}  // namespace handbok
