#include <catch2/catch.hpp>

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
  CHECK(fault_of("a = 1\nb = 'Åsa'\n") == std::pair(TomlFault::literal_string, 2));
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

TEST_CASE("an ellipsis in a text is no key", "[load][toml]") {
  CHECK(parse_toml("a = \"Namn ........................ Datum ..............\"\n", 1).table);
}

}  // namespace
}  // namespace handbok
