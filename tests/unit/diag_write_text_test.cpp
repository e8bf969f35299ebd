#include <algorithm>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "diag/printable.hpp"
#include "diag/write_text.hpp"
#include "support/golden.hpp"
#include "unit/diag_sample.hpp"

namespace handbok {
namespace {

const std::string sample_source =
    "+++\nid = \"RUT-001\"\nägare = \"KSA\"\n\tmål = \x1b[2J<b>\nrevision = 3\n+++\n";

std::string written(const std::vector<Diagnostic>& diagnostics, const TextStyle& style = {}) {
  const auto source_of = [](const std::string& path) {
    return path == "documents/rutiner/RUT-001/3.md" ? &sample_source : nullptr;
  };
  return write_text(diagnostics, source_of, style);
}

/// The two lines that show `column` of `line`: the text, and the mark below it.
void check_excerpt(const std::string& line, int column, const std::string& shown, int mark) {
  const auto excerpt = excerpt_of(line, 1, column);
  CHECK(excerpt.line == shown);
  CHECK(excerpt.mark == mark);
}

TEST_CASE("diagnostics are told in Swedish", "[diag][text]") {
  check_golden("tests/golden/diagnostics/expected.txt", written(sample_diagnostics()));
}

TEST_CASE("diagnostics are told in English", "[diag][text]") {
  check_golden("tests/golden/diagnostics/expected.en.txt",
               written(sample_diagnostics(), {Language::english, Colour::off, "content"}));
}

TEST_CASE("colours change nothing but the colours", "[diag][text]") {
  auto coloured = written(sample_diagnostics(), {Language::swedish, Colour::on, {}});
  CHECK(coloured.find("\x1b[1;31mfel:\x1b[0m") != std::string::npos);
  for (const std::string code : {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1m", "\x1b[0m"}) {
    for (auto at = coloured.find(code); at != std::string::npos; at = coloured.find(code)) {
      coloured.erase(at, code.size());
    }
  }
  CHECK(coloured == written(sample_diagnostics()));
}

TEST_CASE("no control character of the sources reaches the terminal", "[diag][text]") {
  std::string value = "a\x1b]0;title\x07\r\n";
  append_utf8(value, 0x9B);    // the C1 twin of ESC [
  append_utf8(value, 0x202E);  // turns the direction of writing
  value += '\xFF';
  const auto text = written({diagnostic_at(
      "toml.unknown-key"_code, {"documents/rutiner/RUT-001/3.md", 4, 8}, {value}, {"\b"})});
  const auto is_control = [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F; };
  CHECK(std::none_of(text.begin(), text.end(), is_control));
  CHECK(text.find("a<U+001B>]0;title<U+0007><U+000D><U+000A><U+009B><U+202E><FF>") !=
        std::string::npos);
  CHECK(text.find("    4 |  mål = <U+001B>[2J<b>\n      |        ^\n") != std::string::npos);
}

TEST_CASE("the mark stands under the column, counted in code points", "[diag][text]") {
  check_excerpt("ägare = \"å\"", 10, "ägare = \"å\"", 9);
  check_excerpt("\t\tå", 3, "  å", 2);
  check_excerpt("o\xCC\x88 x", 4, "o\xCC\x88 x", 2);
  check_excerpt("a\x01 b", 4, "a<U+0001> b", 10);
  check_excerpt("title =", 8, "title =", 7);
}

TEST_CASE("a column outside the line is marked at its end", "[diag][text]") {
  check_excerpt("kort", 400, "kort", 4);
  check_excerpt("kort", 0, "kort", -1);
  check_excerpt("", 1, "", -1);
}

TEST_CASE("a line that does not exist is not shown", "[diag][text]") {
  CHECK(excerpt_of("ett\ntvå\n", 2, 1).line == "två");
  CHECK(excerpt_of("ett\ntvå\n", 3, 1).line.empty());
  CHECK(excerpt_of("ett\ntvå\n", 9, 1).line.empty());
  CHECK(excerpt_of("ett\ntvå\n", 0, 1).line.empty());
}

TEST_CASE("a long line is cut around its column", "[diag][text]") {
  const auto line = std::string(300, 'a') + "å" + std::string(300, 'b');
  check_excerpt(line, 301, "…" + std::string(60, 'a') + "å" + std::string(39, 'b') + "…", 61);
  check_excerpt(line, 5, std::string(100, 'a') + "…", 4);
  check_excerpt(line, 601, "…" + std::string(100, 'b'), 100);
  check_excerpt(std::string(100, 'a'), 100, std::string(100, 'a'), 99);
}

TEST_CASE("counts are singular and plural", "[diag][text]") {
  const auto error = diagnostic_at("toml.syntax"_code, {});
  const auto warning = diagnostic_at("unit.no-head"_code, {});
  const auto note = diagnostic_at("role.unused"_code, {});
  CHECK(write_counts({}, Language::swedish) == "Inget att anmärka på.");
  CHECK(write_counts({error, error, warning, warning, note}, Language::swedish) ==
        "2 fel, 2 varningar, 1 notering");
  CHECK(write_counts({warning, note, note}, Language::swedish) == "1 varning, 2 noteringar");
  CHECK(write_counts({}, Language::english) == "Nothing to report.");
  CHECK(write_counts({error, warning, warning, note}, Language::english) ==
        "1 error, 2 warnings, 1 note");
  CHECK(write_counts({error, error, warning, note, note}, Language::english) ==
        "2 errors, 1 warning, 2 notes");
}

TEST_CASE("ordinary letters and signs stay as they are", "[diag][text]") {
  CHECK(printable("Å ä – § ”x” 3 kap. 日本") == "Å ä – § ”x” 3 kap. 日本");
}

TEST_CASE("a line with what may be an identity number is not shown", "[diag][doors]") {
  CHECK(excerpt_of("ring 811228-9874", 1, 1).line.empty());
  CHECK(excerpt_of("ring 811228-\n9874 i dag", 1, 1).line.empty());
  CHECK(excerpt_of("ring 811228-\n9874 i dag", 2, 1).line.empty());
  CHECK(excerpt_of("ring 811228-9874\n\nägare = 1", 3, 1).line == "ägare = 1");
}

}  // namespace
}  // namespace handbok
