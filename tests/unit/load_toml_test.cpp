#include <algorithm>
#include <ctime>
#include <random>

#include <catch2/catch.hpp>

#include "base/limits.hpp"
#include "load/toml_value.hpp"

namespace handbok {
namespace {

/// The fault and its line that reading `text` gives; line 0 if it is read.
std::pair<TomlFault, int> fault_of(std::string_view text) {
  const auto result = parse_toml(text, 1);
  if (result.table) return {TomlFault::syntax, 0};
  return {result.error.fault, result.error.position.line};
}

std::string text_of(const TomlTable& table, std::string_view key) {
  const auto* const entry = table.find(key);
  REQUIRE(entry != nullptr);
  const auto* const text = std::get_if<std::string>(&entry->value.content);
  REQUIRE(text != nullptr);
  return *text;
}

TEST_CASE("values come with the place where they stand", "[load][toml]") {
  const auto result =
      parse_toml("title = \"Åtgärda\"\nday = 2026-05-12\nroles = [\"SSK\", \"EC\"]\n", 2);
  REQUIRE(result.table);
  CHECK(text_of(*result.table, "title") == "Åtgärda");
  CHECK(result.table->find("title")->key_position == TextPosition{2, 1});
  const auto* const day = std::get_if<Date>(&result.table->find("day")->value.content);
  REQUIRE(day != nullptr);
  CHECK(day->to_string() == "2026-05-12");
  CHECK(result.table->find("roles")->key_position.line == 4);
}

TEST_CASE("columns count characters of the file, not of what the parser was handed",
          "[load][toml]") {
  const auto result = parse_toml("a = { å_ = 1 }\n", 1);
  REQUIRE_FALSE(result.table);
  CHECK(result.error.position.line == 1);
  CHECK(result.error.position.column <= 8);
}

TEST_CASE("keys stay in the order of the file", "[load][toml]") {
  const auto result =
      parse_toml("zebra = 1\napa = 2\n[[node]]\nid = \"B\"\n[[node]]\nid = \"A\"\n", 1);
  REQUIRE(result.table);
  CHECK(result.table->entries[0].key == "zebra");
  const auto* const nodes =
      std::get_if<std::vector<TomlTable>>(&result.table->find("node")->value.content);
  REQUIRE(nodes != nullptr);
  CHECK(text_of((*nodes)[0], "id") == "B");
}

TEST_CASE("what cannot be read is told apart", "[load][toml]") {
  CHECK(fault_of("title = \"no end\nx = 1\n") == std::pair(TomlFault::syntax, 1));
  CHECK(fault_of("a = 1\na = 2\n") == std::pair(TomlFault::duplicate_key, 2));
  CHECK(fault_of("a = \"\"\"one \\\n two\"\"\"\n") == std::pair(TomlFault::line_continuation, 1));
  CHECK(fault_of("a = \"\"\"\none \\  \n two\"\"\"\n") ==
        std::pair(TomlFault::line_continuation, 2));
  CHECK(fault_of("a = 1\nå = 2\n") == std::pair(TomlFault::syntax, 2));
}

TEST_CASE("a string between single marks is read as it stands", "[load][toml]") {
  const auto result = parse_toml("# G:\\Pärm\\\n'ägare' = 'Åsa \\U000000E5 i G:\\'  # \\\n", 1);
  REQUIRE(result.table);
  CHECK(text_of(*result.table, "ägare") == "Åsa \\U000000E5 i G:\\");
}

TEST_CASE("input that breaks the parser elsewhere is refused quietly", "[load][toml]") {
  for (const auto* const text : {"[", "[!]", "[.]", "[..]", "[[[1]]]", "ägare = \"KSA\"",
                                 "a = 2023-02-29", "å", "6=9'=+å", "a = \"\"\"\\\n§\"\"\""}) {
    INFO(text);
    CHECK_FALSE(parse_toml(text, 1).table);
  }
}

TEST_CASE("a dotted key of thousands of parts does not reach the parser", "[load][toml]") {
  std::string key = "a";
  for (int i = 0; i < 30'000; ++i)
    key += ".a";
  CHECK(fault_of("x = 1\n" + key + " = 1\n") == std::pair(TomlFault::key_too_deep, 2));
  CHECK(fault_of("x = { " + key + " = 1 }\n") == std::pair(TomlFault::key_too_deep, 1));
}

/// `count` times `text`.
std::string times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += text;
  return all;
}

TEST_CASE("no spelling of a deep nesting reaches the parser", "[load][toml]") {
  constexpr int deep = 40'000;
  const std::pair too_deep(TomlFault::key_too_deep, 1);
  CHECK(fault_of("a" + times(deep, "\t.a") + " = 1\n") == too_deep);
  CHECK(fault_of("a" + times(deep, " . \t a") + " = 1\n") == too_deep);
  CHECK(fault_of("\"!\"" + times(deep, ".\"!\"") + " = 1\n") == too_deep);
  CHECK(fault_of("'.'" + times(deep, ".'#'") + " = 1\n") == too_deep);
  CHECK(fault_of("[a" + times(deep, "\t.a") + "]\n") == too_deep);
  CHECK(fault_of("[[a" + times(deep, ".\"]\"") + "]]\n") == too_deep);
  CHECK(fault_of("a = " + times(deep, "[") + times(deep, "]") + "\n") == too_deep);
  CHECK(fault_of("a = " + times(deep, "{ a = ") + "1" + times(deep, "}") + "\n") == too_deep);
  CHECK(fault_of("a = " + times(deep, "[{a.b=") + "\n") == too_deep);
  CHECK(fault_of("a = { " + times(deep, "b.") + "c = 1 }\n") == too_deep);
  CHECK(fault_of("x = \"\"\"\na.b\"\"\"\ny = '''\n[['''\na" + times(deep, ".a") + " = 1\n") ==
        std::pair(TomlFault::key_too_deep, 5));
  CHECK(fault_of("a = [" + times(deep, "\n# ]]\n[") + "\n").first == TomlFault::key_too_deep);
}

TEST_CASE("dots and brackets in texts and comments are no nesting", "[load][toml]") {
  CHECK(parse_toml("a = \"" + times(50, "a.[{") + "\"\nb = '" + times(50, ".[") + "'\n", 1).table);
  CHECK(parse_toml("# " + times(50, "a.[{") + "\na = 1\n", 1).table);
  CHECK(parse_toml("a = \"\"\"\n" + times(50, "a.[{\n") + "\"\"\"\"\nb = 1\n", 1).table);
  CHECK(parse_toml(times(50, "[[a]]\nb.c = [[1.5], [2.5, { d = 1 }]]\n"), 1).table);
}

TEST_CASE("a megabyte of anything is read or refused at once", "[load][toml]") {
  constexpr int many = 100'000;
  const auto is_quick = [](const std::string& text) {
    const auto begin = std::clock();
    static_cast<void>(parse_toml(text, 1));
    return std::clock() - begin < 20 * CLOCKS_PER_SEC;
  };
  CHECK(is_quick("a = [" + times(2 * many, "\"å\",") + "]\n"));
  CHECK(is_quick(times(many / 2, "\"å\" = [1, 2, 3]\n")));
  CHECK(is_quick(times(10 * many, "[")));
  CHECK(is_quick(times(10 * many, "\"")));
  CHECK(is_quick(times(10 * many, ".")));
  CHECK(is_quick("a = \"" + times(5 * many, "\\\"")));
  CHECK(is_quick(times(many, "[[a.b]]\n")));
  CHECK(is_quick(times(5 * many, "#\n")));
}

/// A value with random nestings, in a random spelling, at most `depth` deep.
std::string random_value(std::mt19937& dice, int depth) {
  const auto kind = depth == 0 ? 0 : dice() % 8;
  const auto blank = std::string(dice() % 3, dice() % 2 == 0 ? ' ' : '\t');
  switch (kind) {
    case 0: return dice() % 2 == 0 ? "\"[{.\\\"\"" : "'''.\n[{'''";
    case 1:
    case 2: return "{" + blank + "\"k.]\"" + blank + "=" + random_value(dice, depth - 1) + "}";
    case 3:
    case 4:
      return "{ a" + blank + "." + blank + "'b.'" + blank + "= " + random_value(dice, depth - 1) +
             " }";
    default: return "[" + blank + random_value(dice, depth - 1) + "," + blank + "# ]}.\n" + "]";
  }
}

/// How deep the value goes.
int depth_of(const TomlValue& value) {
  int depth = 0;
  if (const auto* const values = std::get_if<TomlValue::Array>(&value.content)) {
    for (const auto& element : *values)
      depth = std::max(depth, 1 + depth_of(element));
  } else if (const auto* const tables = std::get_if<std::vector<TomlTable>>(&value.content)) {
    for (const auto& table : *tables)
      for (const auto& entry : table.entries)
        depth = std::max(depth, 1 + depth_of(entry.value));
  }
  return depth;
}

TEST_CASE("random nestings are read, or refused for their depth", "[load][toml]") {
  std::mt19937 dice(13);
  int read = 0;
  int refused = 0;
  for (int i = 0; i < 2'000; ++i) {
    const auto text = "x = " + random_value(dice, static_cast<int>(dice() % 60)) + "\n";
    const auto result = parse_toml(text, 1);
    INFO(text);
    if (result.table) {
      ++read;
      CHECK(depth_of(result.table->find("x")->value) <= 2 * static_cast<int>(limits::key_parts));
    } else {
      refused += result.error.fault == TomlFault::key_too_deep ? 1 : 0;
    }
  }
  CHECK(read > 100);
  CHECK(refused > 100);
}

TEST_CASE("random signs of TOML do no harm", "[load][toml]") {
  constexpr std::string_view signs = "a.=[]{}\"'#\\,\n\t 1u";
  std::mt19937 dice(14);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto length = dice() % 60; length > 0; --length)
      text += signs[dice() % signs.size()];
    static_cast<void>(parse_toml(text, 1));
  }
}

/// Whether the text of `a` is one in which a backslash was meant as such.
bool is_meant_literally(std::string_view text) {
  const auto result = parse_toml(text, 1);
  REQUIRE(result.table);
  return result.table->find("a")->value.is_meant_literally;
}

TEST_CASE("a backslash that becomes a tab or a line break was meant as it stands", "[load][toml]") {
  CHECK(is_meant_literally("b = \"å\"\na = \"G:\\temp\\nytt\"\n"));
  CHECK(is_meant_literally("a = \"G:\\nytt\"\n"));
  CHECK(is_meant_literally("a = \"\\\\server\\nytt\"\n"));
  CHECK(is_meant_literally("a = \"rutiner\\blankett\"\n"));
  CHECK_FALSE(is_meant_literally("a = \"G:\\\\temp\"\n"));
  CHECK_FALSE(is_meant_literally("a = 'G:\\temp'\n"));
  CHECK_FALSE(is_meant_literally("a = \"en rad\\noch en till\"\n"));
  CHECK_FALSE(is_meant_literally("a = \"\\\"citat\\\"\"\n"));
  const auto list = parse_toml("a = [\"å\", \"G:\\temp\"]\n", 1);
  const auto& values = std::get<TomlValue::Array>(list.table->find("a")->value.content);
  CHECK_FALSE(values[0].is_meant_literally);
  CHECK(values[1].is_meant_literally);
}

TEST_CASE("an ellipsis in a text is no key", "[load][toml]") {
  CHECK(parse_toml("a = \"Namn ........................ Datum ..............\"\n", 1).table);
}

}  // namespace
}  // namespace handbok
