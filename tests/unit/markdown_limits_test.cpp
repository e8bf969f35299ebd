#include <catch2/catch.hpp>

#include "markdown/limits.hpp"
#include "support/code.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

std::string repeat(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += part;
  return text;
}

void check_refused(const std::string& text, std::string_view expected) {
  const auto parsed = parse(text);
  CHECK(lines_of(parsed) == expected);
  CHECK(parsed.body == Body{});
}

void check_accepted(const std::string& text) {
  const auto parsed = parse(text);
  CHECK(faults_of(parsed).empty());
  CHECK_FALSE(parsed.body.pieces.empty());
}

TEST_CASE("a line may have twenty thousand bytes", "[markdown][limits]") {
  check_accepted(repeat("å", 10'000));
  check_refused("a\n" + repeat("å", 10'000) + "x", "2:1 markdown.line-too-long 20001 20000");
}

TEST_CASE("a table may have 64 columns", "[markdown][limits]") {
  const auto table = [](std::size_t columns) {
    return repeat("|a", columns) + "|\n" + repeat("|-", columns) + "|\n";
  };
  check_accepted(table(64));
  check_refused(table(65), "2:1 markdown.table-too-wide 65 64");
  check_refused("> " + repeat("|a", 65) + "\n> " + repeat("|:-:", 65) + "\n",
                "2:1 markdown.table-too-wide 65 64");
}

TEST_CASE("the tables of a text may have twenty thousand cells", "[markdown][limits]") {
  const auto head = repeat("|a", 50) + "|\n" + repeat("|-", 50) + "|\n";
  check_accepted(head + repeat("|b\n", 399));
  check_refused(head + repeat("|b\n", 400), "402:1 markdown.table-too-large 20050 20000");
  const auto two = head + repeat("|b\n", 200) + "\n" + head + repeat("|b\n", 200);
  check_refused(two, "404:1 markdown.table-too-large 20100 20000");
}

TEST_CASE("lists and quotations may be nested fifty levels deep", "[markdown][limits]") {
  check_accepted(repeat(">", 50) + "a");
  check_refused("b\n\n" + repeat("> ", 51) + "a", "3:1 markdown.nested-too-deep 50");
  check_refused(repeat("- ", 51) + "a", "1:1 markdown.nested-too-deep 50");
  check_refused(repeat("1. ", 51) + "a", "1:1 markdown.nested-too-deep 50");
  std::string steps;
  for (std::size_t i = 0; i < 51; ++i)
    steps += repeat("  ", i) + "- a\n";
  check_refused(steps, "51:1 markdown.nested-too-deep 50");
  check_refused(repeat("- ", 30) + "a\n\n" + repeat("  ", 30) + repeat("- ", 21) + "b",
                "3:1 markdown.nested-too-deep 50");
}

TEST_CASE("indentation and rules are not nesting", "[markdown][limits]") {
  check_accepted("- a\n\n  ~~~\n" + repeat(" ", 300) + "kod\n  ~~~\n");
  check_accepted(repeat("- ", 60) + "\n");
  check_accepted(repeat("-    ", 40) + "a\n");
}

TEST_CASE("emphasis in emphasis ends at fifty", "[markdown][limits]") {
  const auto text = repeat("*a **b ", 30) + repeat("c** d*", 30);
  const auto parsed = parse(text);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "markdown.nested-too-deep"_code);
}

TEST_CASE("link definitions count as often as they are used", "[markdown][limits]") {
  const auto definition = "[å b]: " + repeat("u", 1000) + "\n\n";
  check_accepted(definition + repeat("[Å\tB] ", 1000));
  check_refused(definition + repeat("[Å\tB] ", 1100),
                "0:0 markdown.references-too-large 1109808 1048576");
  CHECK(reference_growth("[a]: b\n\n[a] [a]\n") == 18);
  CHECK(reference_growth("[a] [b] ]: [") == 0);
  CHECK(reference_growth("> [a]: b\n> \"long\n> title\"\n\n[a]") == 34);
}

TEST_CASE("growth is measured in the tree too, whatever the labels look like",
          "[markdown][limits]") {
  const auto definition = "[a\\]]: " + repeat("u", 1000) + "\n\n";
  check_accepted(definition + repeat("[a\\]] ", 1000));
  check_refused(definition + repeat("[a\\]] ", 1100),
                "0:0 markdown.references-too-large 1092391 1048576");
}

TEST_CASE("parts whose end the parser seeks too long are few", "[markdown][limits]") {
  check_refused(repeat("![[]()\n", 40'000), "0:0 markdown.too-many-images 40000 1000");
  check_refused(repeat("a <!A \n", 40'000), "0:0 markdown.raw-html <! <?");
  check_refused(repeat("<![CDATA[\n", 40'000), "0:0 markdown.raw-html <! <?");
}

TEST_CASE("hostile texts within the limits are parsed at once", "[markdown][limits]") {
  for (const auto& text :
       {repeat("[[", 5'000), repeat(repeat("[[", 900) + "\n", 50), repeat("[[RUT-001|\n", 40'000),
        repeat("[[RUT-001]]\n", 40'000), repeat("*a **b \n", 40'000), repeat("~~a\n", 80'000),
        repeat("[a](\n", 80'000), repeat("a@", 9'000), repeat("www.", 4'000), repeat("`", 19'000),
        repeat("&lbrack;[x]]\n", 30'000), repeat(repeat(">", 40) + repeat("a*", 40) + "\n", 3'000),
        repeat("# a\n", 50'000), repeat("[^a]: b [^a]\n\n", 20'000), repeat("\\", 19'000)}) {
    Diagnostics diagnostics;
    CHECK_NOTHROW(parse_body(sample_source(text), diagnostics));
  }
}

}  // namespace
}  // namespace handbok
