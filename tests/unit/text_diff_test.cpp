#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "text/diff.hpp"

namespace handbok {
namespace {

/// "Ring [-jouren-]{+nattpatrullen+} genast."
std::string marked(const std::vector<Edit>& edits) {
  std::string text;
  for (const auto& edit : edits) {
    if (edit.kind == EditKind::same) text += edit.text;
    if (edit.kind == EditKind::removed) text += "[-" + edit.text + "-]";
    if (edit.kind == EditKind::added) text += "{+" + edit.text + "+}";
  }
  return text;
}

std::vector<std::string> marked(const std::vector<BlockEdit>& edits) {
  std::vector<std::string> lines;
  for (const auto& edit : edits) {
    constexpr std::string_view signs = " -+~";
    lines.push_back(signs[static_cast<std::size_t>(edit.kind)] + marked(edit.words));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("a changed word is told with what it became", "[text][diff]") {
  CHECK(marked(diff_words("Ring jouren genast.", "Ring nattpatrullen genast.")) ==
        "Ring [-jouren -]{+nattpatrullen +}genast.");
}

TEST_CASE("words that follow each other make one stretch", "[text][diff]") {
  CHECK(marked(diff_words("a b c d", "a x y d")) == "a [-b c -]{+x y +}d");
}

TEST_CASE("a word stays the same when only the blanks around it change", "[text][diff]") {
  CHECK(marked(diff_words("Ring nu", "Ring  nu igen")) == "Ring  nu {+igen+}");
  CHECK(marked(diff_words("a\nb", "a b")) == "a b");
}

TEST_CASE("nothing becomes everything, and the other way round", "[text][diff]") {
  CHECK(diff_words("", "").empty());
  CHECK(marked(diff_words("", "Ring.")) == "{+Ring.+}");
  CHECK(marked(diff_words("Ring.", "")) == "[-Ring.-]");
}

TEST_CASE("blocks that stayed, went, came and changed", "[text][diff]") {
  CHECK(marked(diff_blocks({"Syfte", "Ring jouren genast om larmet går.", "Gammalt."},
                           {"Syfte", "Nytt stycke här.", "Ring vakten genast om larmet går."})) ==
        Lines{" Syfte", "+{+Nytt stycke här.+}",
              "~Ring [-jouren -]{+vakten +}genast om larmet går.", "-[-Gammalt.-]"});
}

TEST_CASE("half of the words decide whether a block changed or was exchanged", "[text][diff]") {
  CHECK(marked(diff_blocks({"a b c d"}, {"a b x y"})) == Lines{"~a b [-c d-]{+x y+}"});
  CHECK(marked(diff_blocks({"a b c d"}, {"a x y z"})) == Lines{"-[-a b c d-]", "+{+a x y z+}"});
}

TEST_CASE("a block knows where it stood on both sides", "[text][diff]") {
  const auto edits = diff_blocks({"a", "b"}, {"c", "a", "b"});
  REQUIRE(edits.size() == 3);
  CHECK(edits[1].before == 0);
  CHECK(edits[1].after == 1);
}

TEST_CASE("what only looks otherwise is a change too", "[text][diff]") {
  const std::vector<std::string> texts = {"Besluta högst sju", "Ring.", "Lås nu."};
  const std::vector<BlockLook> before = {
      {"1. ", "Besluta högst sju", ""}, {"2. ", "Ring.", ""}, {}};
  const std::vector<BlockLook> after = {
      {"1. ", "Besluta ~~högst~~ sju", "~~~~"}, {"4. ", "Ring.", ""}, {}};
  auto edits = diff_blocks(texts, texts);
  CHECK(change_in(edits) == TextChange::none);
  tell_looks(edits, before, after);
  CHECK(marked(edits) ==
        Lines{"~Besluta [-högst -]{+~~högst~~ +}sju", "~[-2. -]{+4. +}Ring.", " Lås nu."});
  CHECK(change_in(edits) == TextChange::look);
  auto words = diff_blocks({"Ring nu genast."}, {"Ring sedan genast."});
  tell_looks(words, {{"", "Ring nu genast.", ""}}, {{"", "Ring sedan ~~genast.~~", "~~~~"}});
  CHECK(marked(words) == Lines{"~Ring [-nu genast.-]{+sedan ~~genast.~~+}"});
  CHECK(change_in(words) == TextChange::words);
}

/// "0 a", "1 a" …: blocks of which no two are alike.
Lines blocks_of(std::size_t count, const std::string& letter) {
  Lines blocks;
  for (std::size_t i = 0; i < count; ++i)
    blocks.push_back(std::to_string(i) + letter);
  return blocks;
}

std::size_t count_coarse(const std::vector<BlockEdit>& edits) {
  return static_cast<std::size_t>(std::ranges::count_if(edits, &BlockEdit::is_coarse));
}

TEST_CASE("of what is too much to compare all goes and all comes, and it is told", "[text][diff]") {
  const auto edits = diff_blocks(blocks_of(1'000, "a"), blocks_of(1'000, "b"));
  REQUIRE(edits.size() == 2'000);
  CHECK(edits.front().kind == BlockEditKind::removed);
  CHECK(edits.back().kind == BlockEditKind::added);
  CHECK(count_coarse(edits) == 1'000);
  CHECK(count_coarse(diff_blocks(blocks_of(60, "a"), blocks_of(60, "b"))) == 0);
}

TEST_CASE("a long text is compared exactly where it was changed", "[text][diff]") {
  auto before = blocks_of(3'000, "a");
  auto after = before;
  after.erase(after.begin() + 2'000);
  after.insert(after.begin() + 10, {"", ""});
  after[1'500] = "changed";
  before[1'498] = "changed too";
  const auto edits = diff_blocks(before, after);
  CHECK(count_coarse(edits) == 0);
  CHECK(std::ranges::count(edits, BlockEditKind::same, &BlockEdit::kind) == 2'998);
  CHECK(edits.size() == 3'002);
}

TEST_CASE("twice the text takes no more than twice the steps", "[text][diff]") {
  // Nothing stands once in both, so that nothing can be cut: what a short way would take for ever.
  Lines before(20'000, "a b");
  Lines after(20'000, "c d");
  for (std::size_t i = 0; i < before.size(); i += 3)
    after[i] = before[i + 1] = "e";
  const auto edits = diff_blocks(before, after);
  CHECK(edits.size() <= 40'000);
  CHECK(count_coarse(edits) > 0);
}

/// One side of the difference: what is not of the other alone.
Lines side_of(const std::vector<BlockEdit>& edits, EditKind other, BlockEditKind absent) {
  Lines blocks;
  for (const auto& edit : edits) {
    if (edit.kind == absent) continue;
    auto& block = blocks.emplace_back();
    for (const auto& words : edit.words)
      if (words.kind != other) block += words.text;
  }
  return blocks;
}

TEST_CASE("a difference applied to the old text gives the new one, and back", "[text][diff]") {
  std::mt19937 random(15);
  const auto roll = [&](std::size_t sides) { return random() % sides; };
  const auto block = [&] {
    std::string text = "a";
    for (auto words = roll(7); words > 0; --words)
      text += std::string(1, ' ') + "abcde|"[roll(6)];
    return text;
  };
  for (int round = 0; round < 2'000; ++round) {
    Lines before;
    for (auto count = roll(8); count > 0; --count)
      before.push_back(block());
    auto after = before;
    for (auto changes = roll(4); changes > 0; --changes) {
      const auto at = after.begin() + static_cast<std::ptrdiff_t>(roll(after.size() + 1));
      if (at == after.end() || roll(3) == 0)
        after.insert(at, block());
      else if (roll(2) == 0)
        std::iter_swap(at, after.begin());  // a block that moved
      else
        *at = block();
    }
    const auto edits = diff_blocks(before, after);
    INFO(join(before, "\n") << "\n---\n" << join(after, "\n"));
    CHECK(side_of(edits, EditKind::removed, BlockEditKind::removed) == after);
    const auto bare = [](Lines lines) {
      for (auto& line : lines)
        std::erase(line, ' ');
      return lines;
    };
    CHECK(bare(side_of(edits, EditKind::added, BlockEditKind::added)) == bare(before));
    CHECK((change_in(edits) == TextChange::none) == (before == after));
  }
}

}  // namespace
}  // namespace handbok
