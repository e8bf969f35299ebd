#include <catch2/catch.hpp>

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

}  // namespace
}  // namespace handbok
