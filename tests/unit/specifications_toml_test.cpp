// TOML 1.0 as its specification has it, told by cases that bear the names of the public suite's
// (toml-test) and are written anew here. What differs on purpose stands at the end.
#include <array>
#include <span>

#include <catch2/catch.hpp>

#include "load/toml_value.hpp"

namespace handbok {
namespace {

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view read;  ///< as `written` says it; empty if it must be refused
};

std::string written(const TomlTable& table);

std::string written(const TomlValue& value) {
  struct Writer {
    std::string operator()(const std::string& text) const { return "'" + text + "'"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const Date& date) const { return date.to_string(); }
    std::string operator()(const TomlValue::Array& values) const {
      std::string text;
      for (const auto& each : values)
        text += (text.empty() ? "" : " ") + written(each);
      return "[" + text + "]";
    }
    std::string operator()(const std::vector<TomlTable>& tables) const {
      std::string text;
      for (const auto& each : tables)
        text += "{" + written(each) + "}";
      return text;
    }
    std::string operator()(const TomlValue::Other& /*other*/) const { return "other"; }
  };
  return std::visit(Writer(), value.content);
}

/// "a=1 b='text' c=[1 2] d={e=true}": the keys as they are, in the order of the text.
std::string written(const TomlTable& table) {
  std::string text;
  for (const auto& [key, position, value] : table.entries)
    text += (text.empty() ? "" : " ") + key + "=" + written(value);
  return text;
}

constexpr auto valid = std::to_array<Case>({
    {"valid/array/bool", "a = [true, false]", "a=[true false]"},
    {"valid/array/empty", "a = [[[]]]", "a=[[[]]]"},
    {"valid/array/hetergeneous", "a = [[1, 2], [\"x\"]]", "a=[[1 2] ['x']]"},
    {"valid/array/mixed-int-string", "a = [1, \"b\"]", "a=[1 'b']"},
    {"valid/array/nospaces", "a=[1,2]", "a=[1 2]"},
    {"valid/array/string-quote-comma", "a = [\"x, y\", 'z\"']", "a=['x, y' 'z\"']"},
    {"valid/array/trailing-comma", "a = [\n1,\n2, # två\n]", "a=[1 2]"},
    {"valid/array/tables-1", "[[a]]\nb = 1\n[[a]]\nb = 2", "a={b=1}{b=2}"},
    {"valid/array/open-parent-table", "[[a.b]]\nc = 1\n[a]\nd = 2", "a={b={c=1} d=2}"},
    {"valid/bool/bool", "t = true\nf = false", "t=true f=false"},
    {"valid/comment/at-eof", "# nyckel\na = 1 # slut", "a=1"},
    {"valid/comment/everywhere", "# x\n[a] # y\nb = [ # z\n1 # w\n] # v\n", "a={b=[1]}"},
    {"valid/comment/tricky", "a = \"# nej\" # ja\nb = '#'", "a='# nej' b='#'"},
    {"valid/datetime/local-date", "a = 2026-02-28", "a=2026-02-28"},
    {"valid/datetime/leap-year", "a = 2028-02-29", "a=2028-02-29"},
    {"valid/datetime/datetime", "a = 2026-01-02T03:04:05Z", "a=other"},
    {"valid/datetime/local", "a = 2026-01-02 03:04:05.6", "a=other"},
    {"valid/datetime/local-time", "a = 03:04:05", "a=other"},
    {"valid/datetime/timezone", "a = 2026-01-02t03:04:05+01:00", "a=other"},
    {"valid/float/float", "a = 3.14\nb = -0.5", "a=other b=other"},
    {"valid/float/exponent", "a = 1e3\nb = 2.5E-2", "a=other b=other"},
    {"valid/float/inf-and-nan", "a = inf\nb = -nan", "a=other b=other"},
    {"valid/float/underscore", "a = 1_000.5", "a=other"},
    {"valid/inline-table/array", "a = [{b = 1}, {b = 2}]", "a={b=1}{b=2}"},
    {"valid/inline-table/empty", "a = {}", "a={}"},
    {"valid/inline-table/key-dotted", "a = {b.c = 1, b.d = 2}", "a={b={c=1 d=2}}"},
    {"valid/inline-table/nest", "a = {b = {c = {}}}", "a={b={c={}}}"},
    {"valid/inline-table/spaces", "a = { b = 1 , c = 2 }", "a={b=1 c=2}"},
    {"valid/integer/integer", "a = 42\nb = +42\nc = -42\nd = 0\ne = -0", "a=42 b=42 c=-42 d=0 e=0"},
    {"valid/integer/literals", "a = 0xFf\nb = 0o17\nc = 0b101", "a=255 b=15 c=5"},
    {"valid/integer/long", "a = 9223372036854775807\nb = -9223372036854775808",
     "a=9223372036854775807 b=-9223372036854775808"},
    {"valid/integer/underscore", "a = 1_000\nb = 0xdead_beef", "a=1000 b=3735928559"},
    {"valid/key/alphanum", "a1-B_2 = 1\n34 = 2", "a1-B_2=1 34=2"},
    {"valid/key/case-sensitive", "a = 1\nA = 2", "a=1 A=2"},
    {"valid/key/dotted", "a.b = 1\na . c = 2\n\"a\".'d' = 3", "a={b=1 c=2 d=3}"},
    {"valid/key/empty", "\"\" = 1", "=1"},
    {"valid/key/equals-nospace", "a=1", "a=1"},
    {"valid/key/numeric-dotted", "1.2 = 3", "1={2=3}"},
    {"valid/key/quoted-dots", "\"a.b\" = 1\n'c.d' = 2", "a.b=1 c.d=2"},
    {"valid/key/quoted-unicode", "\"ö\" = 1\n'ä' = 2\n\"\\u00E5\" = 3", "ö=1 ä=2 å=3"},
    {"valid/key/space", "\" a \" = 1", " a =1"},
    {"valid/key/special-word", "true = 1\ninf = 2", "true=1 inf=2"},
    {"valid/newline-crlf", "a = 1\r\nb = 2\r\n", "a=1 b=2"},
    {"valid/string/empty", "a = \"\"\nb = ''", "a='' b=''"},
    {"valid/string/escapes", R"(a = "\\ \" \t.")", "a='\\ \" \t.'"},
    {"valid/string/escaped-escape", R"(a = "\\u00E5")", "a='\\u00E5'"},
    {"valid/string/unicode-escape", R"(a = "\u00E5\U0001F600")", "a='å😀'"},
    {"valid/string/unicode-literal", "a = \"å😀\"", "a='å😀'"},
    {"valid/string/multiline", "a = \"\"\"\nett\ntvå\"\"\"", "a='ett\ntvå'"},
    {"valid/string/multiline-empty", "a = \"\"\"\"\"\"\nb = ''''''", "a='' b=''"},
    {"valid/string/multiline-quotes", "a = \"\"\"\"ett\" \"\"två\"\"\"\"\"",
     "a='\"ett\" \"\"två\"\"'"},
    {"valid/string/raw", R"(a = '\n\t"')", "a='\\n\\t\"'"},
    {"valid/string/raw-multiline", "a = '''\nett\n'två''''", "a='ett\n'två''"},
    {"valid/string/with-pound", "a = \"x # y\"", "a='x # y'"},
    {"valid/table/array-nest", "[[a]]\nb = 1\n[[a.c]]\nd = 2\n[[a.c]]\nd = 3\n[[a]]\nb = 4",
     "a={b=1 c={d=2}{d=3}}{b=4}"},
    {"valid/table/array-within-dotted", "[a]\n[[a.b]]\nc = 1", "a={b={c=1}}"},
    {"valid/table/empty", "[a]", "a={}"},
    {"valid/table/sub-empty", "[a]\n[a.b]", "a={b={}}"},
    {"valid/table/super-twice", "[a.b]\nc = 1\n[a]\nd = 2", "a={b={c=1} d=2}"},
    {"valid/table/names", "[\"a.b\".'c d']\ne = 1", "a.b={c d={e=1}}"},
    {"valid/table/whitespace", "[ a . b ]\nc = 1", "a={b={c=1}}"},
    {"valid/table/without-super", "[a.b.c]\n[a]", "a={b={c={}}}"},
    {"valid/key/dotted-after-table", "[a]\nb.c = 1\n[a.d]\ne = 2", "a={b={c=1} d={e=2}}"},
});

constexpr auto invalid = std::to_array<Case>({
    {"invalid/array/double-comma-1", "a = [1,,2]", ""},
    {"invalid/array/extend-defined-aot", "a = [{b = 1}]\n[[a]]\nc = 2", ""},
    {"invalid/array/missing-separator-1", "a = [1 2]", ""},
    {"invalid/array/no-close-1", "a = [1, 2", ""},
    {"invalid/array/only-comma-1", "a = [,]", ""},
    {"invalid/array/tables-1", "a = 1\n[[a]]\nb = 2", ""},
    {"invalid/array/text-after-array-entries", "a = [1 text, 2]", ""},
    {"invalid/bool/capitalized-true", "a = True", ""},
    {"invalid/bool/almost-true", "a = tru", ""},
    {"invalid/bool/mixed-with-string-true", "a = true\"x\"", ""},
    {"invalid/control/bare-cr", "a = 1\rb = 2", ""},
    {"invalid/control/string-null", std::string_view("a = \"\0\"", 7), ""},
    {"invalid/control/string-us", "a = \"\x1f\"", ""},
    {"invalid/control/comment-del", "a = 1 # \x7f", ""},
    {"invalid/control/rawstring-lf", "a = 'ett\ntvå'", ""},
    {"invalid/datetime/day-zero", "a = 2026-01-00", ""},
    {"invalid/datetime/feb-30", "a = 2026-02-30", ""},
    {"invalid/datetime/feb-29", "a = 2026-02-29", ""},
    {"invalid/datetime/month-over", "a = 2026-13-01", ""},
    {"invalid/datetime/no-leads", "a = 2026-1-02", ""},
    {"invalid/datetime/hour-over", "a = 2026-01-02T24:00:00Z", ""},
    {"invalid/datetime/trailing-t", "a = 2026-01-02T", ""},
    {"invalid/encoding/bom-not-at-start", "a = 1\n\xEF\xBB\xBF = 2", ""},
    {"invalid/float/double-point-1", "a = 1..2", ""},
    {"invalid/float/leading-point", "a = .5", ""},
    {"invalid/float/trailing-point", "a = 5.", ""},
    {"invalid/float/exp-double-e-1", "a = 1ee2", ""},
    {"invalid/float/leading-zero", "a = 03.14", ""},
    {"invalid/float/inf-capital", "a = Inf", ""},
    {"invalid/inline-table/add", "a = {b = 1}\n[a.c]\nd = 2", ""},
    {"invalid/inline-table/double-comma", "a = {b = 1,, c = 2}", ""},
    {"invalid/inline-table/duplicate-key-1", "a = {b = 1, b = 2}", ""},
    {"invalid/inline-table/linebreak-1", "a = {b = 1,\nc = 2}", ""},
    {"invalid/inline-table/no-close-1", "a = {b = 1", ""},
    {"invalid/inline-table/no-comma", "a = {b = 1 c = 2}", ""},
    {"invalid/inline-table/overwrite-1", "a = {}\na.b = 1", ""},
    {"invalid/inline-table/trailing-comma", "a = {b = 1,}", ""},
    {"invalid/integer/double-us", "a = 1__2", ""},
    {"invalid/integer/leading-us", "a = _1", ""},
    {"invalid/integer/trailing-us", "a = 1_", ""},
    {"invalid/integer/leading-zero-1", "a = 01", ""},
    {"invalid/integer/capital-hex", "a = 0XFF", ""},
    {"invalid/integer/negative-hex", "a = -0xFF", ""},
    {"invalid/integer/invalid-bin", "a = 0b12", ""},
    {"invalid/integer/text-after-integer", "a = 42 text", ""},
    {"invalid/integer/too-large", "a = 9223372036854775808", ""},
    {"invalid/key/after-array", "[[a]] b = 1", ""},
    {"invalid/key/after-table", "[a] b = 1", ""},
    {"invalid/key/after-value", "a = 1 b = 2", ""},
    {"invalid/key/bare-invalid-character-01", "!a = 1", ""},
    {"invalid/key/bare-letter-beyond-ascii", "ö = 1", ""},
    {"invalid/key/dot", ". = 1", ""},
    {"invalid/key/dotdot", "a..b = 1", ""},
    {"invalid/key/dotted-redefine-table-1", "a = 1\na.b = 2", ""},
    {"invalid/key/duplicate-keys-1", "a = 1\na = 2", ""},
    {"invalid/key/duplicate-keys-2", "a = 1\n\"a\" = 2", ""},
    {"invalid/key/empty", " = 1", ""},
    {"invalid/key/hash", "a# = 1", ""},
    {"invalid/key/multiline-key-1", "\"\"\"a\"\"\" = 1", ""},
    {"invalid/key/newline-1", "a\n= 1", ""},
    {"invalid/key/no-eol-1", "a = 1 b = 2", ""},
    {"invalid/key/only-str", "a", ""},
    {"invalid/key/two-equals-1", "a = = 1", ""},
    {"invalid/key/without-value-1", "a =", ""},
    {"invalid/key/space", "a b = 1", ""},
    {"invalid/string/bad-byte-escape", R"(a = "\xAg")", ""},
    {"invalid/string/bad-escape-1", R"(a = "\q")", ""},
    {"invalid/string/bad-uni-esc-1", R"(a = "\u00g1")", ""},
    {"invalid/string/bad-codepoint", R"(a = "\UFFFFFFFF")", ""},
    {"invalid/string/surrogate", R"(a = "\uD800")", ""},
    {"invalid/string/basic-multiline-quotes", "a = \"\"\"\"\"\"\"\"\"", ""},
    {"invalid/string/literal-multiline-quotes-1", "a = '''a''''''", ""},
    {"invalid/string/missing-quotes", "a = text", ""},
    {"invalid/string/missing-quotes-array", "a = [ett, två]", ""},
    {"invalid/string/no-close-1", "a = \"text", ""},
    {"invalid/string/no-close-5", "a = '''text", ""},
    {"invalid/string/text-after-string", "a = \"x\" y", ""},
    {"invalid/string/no-newline", "a = \"ett\ntvå\"", ""},
    {"invalid/table/append-to-array-with-dotted-keys", "[[a.b]]\n[a]\nb.c = 1", ""},
    {"invalid/table/append-with-dotted-keys-1", "[a.b.c]\nd = 1\n[a]\nb.c.e = 2", ""},
    {"invalid/table/array-empty", "[[]]", ""},
    {"invalid/table/array-implicit", "[a.b]\nc = 1\n[[a]]\nd = 2", ""},
    {"invalid/table/array-no-close-1", "[[a]\nb = 1", ""},
    {"invalid/table/duplicate", "[a]\nb = 1\n[a]\nc = 2", ""},
    {"invalid/table/duplicate-key-dotted-table", "[a]\nb.c = 1\n[a.b]\nd = 2", ""},
    {"invalid/table/duplicate-table-array", "[a]\n[[a]]", ""},
    {"invalid/table/duplicate-table-array2", "[[a]]\n[a]", ""},
    {"invalid/table/empty", "[]", ""},
    {"invalid/table/empty-implicit-table", "[a..b]", ""},
    {"invalid/table/equals-sign", "[a=b]", ""},
    {"invalid/table/newline-1", "[a\n]", ""},
    {"invalid/table/no-close-1", "[a", ""},
    {"invalid/table/overwrite-with-deep-table", "[a]\nb = 1\n[a.b]\nc = 2", ""},
    {"invalid/table/text-after-table", "[a] text", ""},
    {"invalid/table/whitespace", "[a b]", ""},
});

// Why: a line's end that is written as a backslash eats blanks that nobody sees, and a day that
// no calendar has is told with its own words by who reads the key.
constexpr auto refused_here = std::to_array<Case>({
    {"valid/string/multiline-escaped-crlf", "a = \"\"\"ett \\\n  två\"\"\"", ""},
    {"valid/key/deeper than limits::key_parts",
     "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1", ""},
});

void check_all(std::span<const Case> cases) {
  for (const auto& each : cases) {
    INFO(each.name << "\n" << each.text);
    const auto result = parse_toml(each.text, 1);
    CHECK(result.table.has_value() == !each.read.empty());
    if (result.table) CHECK(written(*result.table) == each.read);
  }
}

TEST_CASE("what TOML allows is read as it is meant", "[load][specification]") {
  check_all(valid);
}

TEST_CASE("what TOML forbids is refused", "[load][specification]") {
  check_all(invalid);
}

TEST_CASE("what TOML allows and handbooks do not is refused", "[load][specification]") {
  check_all(refused_here);
}

}  // namespace
}  // namespace handbok
