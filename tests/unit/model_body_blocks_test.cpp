// What a reader sees of a text, block by block: what comparisons and the search are made of.
#include <catch2/catch.hpp>

#include "markdown_sample.hpp"
#include "model/body_blocks.hpp"

namespace handbok {
namespace {

/// A line for each block: its lead and text with marks.
std::string shown(std::string_view text) {
  std::string lines;
  for (const auto& block : blocks_of(parse(text).body))
    lines += block.lead + block.marked + "\n";
  return lines;
}

/// The words that a search shows.
std::string in_force(std::string_view text) {
  std::string lines;
  const auto name = [](const BodyLink& link) { return "Titeln på " + link.target; };
  for (const auto& block : blocks_of(parse(text).body, name, Struck::left_out))
    lines += block.kind == BlockKind::label ? "" : block.text + "\n";
  return lines;
}

}  // namespace

TEST_CASE("boxes, quotations, notes and lines across the page are seen", "[model][diff]") {
  CHECK(shown("- [ ] a\n- [x] b") == "• ☐ a\n• ☑ b\n");
  CHECK(shown("> a\n>\n> 1. b\n\nc") == "> a\n> 1. b\nc\n");
  CHECK(shown("1. a\n\n   b\n\nc") == "1. a\n  b\nc\n");
  CHECK(shown("Ge 5 mg[^1] nu.\n\n[^1]: Högst.") == "Ge 5 mg[^1] nu.\n1. Högst.\n");
  CHECK(shown("a\n\n---\n\nb") == "a\n———\nb\n");
  CHECK(shown("![Röd](1/a.png) ruta") == "!Röd ruta\n");
}

TEST_CASE("a search shows code and names of references, but nothing struck through",
          "[model][search]") {
  CHECK(in_force("Ta `2*5` mg, ~~10~~ 5 mg. Se [[RUT-003]].") ==
        "Ta 2*5 mg, 5 mg. Se Titeln på RUT-003.\n");
  CHECK(in_force("> [!AKUT]\n> Ring.\n\n---\n") == "Ring.\n");
}

}  // namespace handbok
