#include "text/diff.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/limits.hpp"
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

void append(std::vector<Edit>& edits, EditKind kind, std::string& text) {
  if (text.empty()) return;
  if (!edits.empty() && edits.back().kind == kind) {
    edits.back().text += text;
  } else {
    edits.push_back({kind, text});
  }
  text.clear();
}

struct ComparedWords {
  std::vector<Edit> edits;
  bool is_coarse = false;
};

ComparedWords compare_words(std::string_view before, std::string_view after) {
  const auto old_words = words_of(before);
  const auto new_words = words_of(after);
  std::vector<Edit> edits;
  std::string removed;
  std::string added;
  auto old_word = old_words.begin();
  auto new_word = new_words.begin();
  const auto steps = steps_between(without_blanks(old_words), without_blanks(new_words));
  for (const auto kind : steps.kinds) {
    if (kind == EditKind::removed) {
      removed += *old_word++;
    } else if (kind == EditKind::added) {
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
  return {std::move(edits), steps.is_coarse};
}

/// Block by block its words in order, to be compared many times; made when they are asked for.
class SortedWords {
public:
  explicit SortedWords(const Texts& blocks) : blocks_(blocks), words_(blocks.size()) {}

  const Texts& of(std::size_t block) {
    auto& words = words_[block];
    if (!words) {
      words = without_blanks(words_of(blocks_[block]));
      std::ranges::sort(*words);
    }
    return *words;
  }

private:
  const Texts& blocks_;
  std::vector<std::optional<Texts>> words_;
};

/// How many words two blocks share, of the longer one's, in hundredths.
std::size_t likeness(const Texts& left, const Texts& right) {
  Texts shared;
  std::ranges::set_intersection(left, right, std::back_inserter(shared));
  const auto longest = std::max(left.size(), right.size());
  return longest == 0 ? 0 : shared.size() * 100 / longest;
}

constexpr std::size_t likeness_of_changed = 50;

/// Blocks that were removed and added between two that stayed.
class Hunk {
public:
  Hunk(const Texts& before, const Texts& after)
      : before_(before),
        after_(after),
        words_before_(before),
        words_after_(after) {}

  void remove(std::size_t index) { removed_.push_back(index); }
  void add(std::size_t index) { added_.push_back(index); }

  /// Pairs each removed block with the first added one that is like it, without crossing.
  void tell(bool is_coarse, std::vector<BlockEdit>& edits) {
    std::size_t next = 0;
    for (const auto removed : removed_) {
      const auto match = counterpart(removed, next);
      if (!match) {
        const bool has_more = added_.size() - next > limits::compared_blocks;
        edits.push_back({BlockEditKind::removed,
                         removed,
                         0,
                         {{EditKind::removed, before_[removed]}},
                         is_coarse || has_more});
        continue;
      }
      tell_added(next, *match, edits);
      tell_changed(removed, added_[*match], edits);
      next = *match + 1;
    }
    tell_added(next, added_.size(), edits);
    removed_.clear();
    added_.clear();
  }

private:
  /// The place of the added block, from `first` on.
  std::optional<std::size_t> counterpart(std::size_t removed, std::size_t first) {
    const auto end = std::min(added_.size(), first + limits::compared_blocks);
    for (auto i = first; i < end; ++i) {
      if (likeness(words_before_.of(removed), words_after_.of(added_[i])) >= likeness_of_changed)
        return i;
    }
    return std::nullopt;
  }

  void tell_changed(std::size_t before, std::size_t after, std::vector<BlockEdit>& edits) const {
    auto words = compare_words(before_[before], after_[after]);
    edits.push_back(
        {BlockEditKind::changed, before, after, std::move(words.edits), words.is_coarse});
  }

  void tell_added(std::size_t from, std::size_t to, std::vector<BlockEdit>& edits) const {
    for (auto i = from; i < to; ++i) {
      edits.push_back({BlockEditKind::added, 0, added_[i], {{EditKind::added, after_[added_[i]]}}});
    }
  }

  const Texts& before_;
  const Texts& after_;
  SortedWords words_before_;
  SortedWords words_after_;
  std::vector<std::size_t> removed_;
  std::vector<std::size_t> added_;
};

}  // namespace

std::vector<Edit> diff_words(std::string_view before, std::string_view after) {
  return compare_words(before, after).edits;
}

std::vector<BlockEdit> diff_blocks(const std::vector<std::string>& before,
                                   const std::vector<std::string>& after) {
  std::vector<BlockEdit> edits;
  Hunk hunk(before, after);
  std::size_t old_index = 0;
  std::size_t new_index = 0;
  const auto steps = steps_between(before, after);
  for (const auto kind : steps.kinds) {
    switch (kind) {
      case EditKind::removed: hunk.remove(old_index++); break;
      case EditKind::added: hunk.add(new_index++); break;
      case EditKind::same:
        hunk.tell(steps.is_coarse, edits);
        edits.push_back(
            {BlockEditKind::same, old_index, new_index, {{EditKind::same, after[new_index]}}});
        ++old_index;
        ++new_index;
        break;
    }
  }
  hunk.tell(steps.is_coarse, edits);
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

std::vector<BlockEdit> diff_looks(const std::vector<BlockLook>& before,
                                  const std::vector<BlockLook>& after) {
  const auto texts = [](const std::vector<BlockLook>& looks) {
    Texts found;
    std::ranges::transform(looks, std::back_inserter(found), &BlockLook::text);
    return found;
  };
  auto edits = diff_blocks(texts(before), texts(after));
  tell_looks(edits, before, after);
  return edits;
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
