#include <algorithm>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "diagram/label_text.hpp"

namespace handbok {
namespace {

constexpr double font_size = 13;
using Lines = std::vector<std::string>;

Lines check_wrap(const std::string& text, double width) {
  Lines lines = wrap_text(text, font_size, width);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(text_width(line, font_size) <= width);
    CHECK(first_invalid_utf8(line) == std::string::npos);
  }
  return lines;
}

TEST_CASE("a label is wrapped into lines of about equal width", "[diagram][label]") {
  CHECK(check_wrap("Utreda", 150) == Lines{"Utreda"});
  CHECK(check_wrap("Föra till sammanställning och analys", 160) ==
        Lines{"Föra till", "sammanställning", "och analys"});
  CHECK(check_wrap("Bedöma behov av utredning", 150) == Lines{"Bedöma behov", "av utredning"});
  CHECK(check_wrap("", 150).empty());
  CHECK(check_wrap("  två   ord ", 150) == Lines{"två ord"});
}

TEST_CASE("a dash ends a line and a number begins one", "[diagram][label]") {
  CHECK(check_wrap("muntligt – skriftligt", 100) == Lines{"muntligt –", "skriftligt"});
  CHECK(check_wrap("12. sammanställning", 160) == Lines{"12. sammanställning"});
}

TEST_CASE("only a word too long for a line is broken, with a hyphen", "[diagram][label]") {
  CHECK(check_wrap("Läkemedelshantering", 130) == Lines{"Läkemedels-", "hantering"});
  CHECK(check_wrap("läkemedelshantering", 160) == Lines{"läkemedelshantering"});
  for (int width = 20; width < 200; width += 7) {
    std::string joined;
    for (const std::string& line : check_wrap("omsorgsförvaltningsdirektören", width))
      joined += line.back() == '-' ? line.substr(0, line.size() - 1) : line;
    CHECK(joined == "omsorgsförvaltningsdirektören");
  }
}

TEST_CASE("a number goes before its word is broken, and a box is as wide as both",
          "[diagram][label]") {
  CHECK(check_wrap("10. Händelseutredning och", 140) == Lines{"10.", "Händelseutredning", "och"});
  FlowNode node;
  node.label = "Händelseutredning och lex Maria";
  node.number = 10;
  for (const auto kind : {NodeKind::subprocess, NodeKind::reference, NodeKind::decision}) {
    node.kind = kind;
    const auto text = measure_node(node);
    CHECK(std::ranges::none_of(text.lines,
                               [](const std::string& line) { return line.ends_with('-'); }));
  }
}

TEST_CASE("letters beyond ASCII count as one character each", "[diagram][label]") {
  CHECK(text_width("åäö", font_size) == Approx(text_width("aao", font_size)));
  CHECK(text_width("", font_size) == 0);
}

}  // namespace
}  // namespace handbok
