#include <catch2/catch.hpp>

#include "edit/document_template.hpp"
#include "edit/tidy_text.hpp"
#include "edit/toml_text.hpp"
#include "text/card_rows.hpp"

namespace handbok {
namespace {

using Texts = std::vector<std::string>;

std::string with_set(const std::string& before, std::string_view table, std::string_view key,
                     std::string_view value) {
  TomlText text(before);
  text.set(table, key, value);
  return text.text();
}

TEST_CASE("a value is replaced and everything else stays", "[edit][toml]") {
  CHECK(with_set("# a\na = 1  # why\n\nb = 2\n", "", "a", "3") == "# a\na = 3  # why\n\nb = 2\n");
  CHECK(with_set("a = [\n  \"x\", # ]\n  \"y\"\n] # end\nb = 2\n", "", "a", "[]") ==
        "a = [] # end\nb = 2\n");
  CHECK(with_set("a = \"\"\"\nb = 1\n\"\"\"\nb = 2\n", "", "b", "3") ==
        "a = \"\"\"\nb = 1\n\"\"\"\nb = 3\n");
  CHECK(with_set("a = \"\\\"#\" # c\n", "", "a", "\"\"") == "a = \"\" # c\n");
  CHECK(with_set("a = { b = \"}\" }\nc = 1\n", "", "a", "{}") == "a = {}\nc = 1\n");
}

TEST_CASE("a new key comes last in its table", "[edit][toml]") {
  CHECK(with_set("a = 1\n\n[[t]]\nb = 2\n", "", "c", "3") == "a = 1\nc = 3\n\n[[t]]\nb = 2\n");
  CHECK(with_set("[[t]]\nb = 2\n", "", "a", "1") == "a = 1\n\n[[t]]\nb = 2\n");
  CHECK(with_set("[t]\nb = 2\n\n[u]\n", "t", "c", "3") == "[t]\nb = 2\nc = 3\n\n[u]\n");
  CHECK(with_set("a = 1", "t", "b", "2") == "a = 1\n\n[t]\nb = 2\n");
  CHECK(with_set("", "", "a", "1") == "a = 1\n");
}

TEST_CASE("a key may be asked to stand after another", "[edit][toml]") {
  TomlText text("a = 1\nb = 2\n");
  text.set({}, "c", "3", "a");
  CHECK(text.text() == "a = 1\nc = 3\nb = 2\n");
}

TEST_CASE("a key is removed with all its lines", "[edit][toml]") {
  TomlText text("a = [\n  1,\n]\n\n[t]\na = 2\n");
  text.remove("a");
  CHECK(text.text() == "[t]\na = 2\n");
}

TEST_CASE("tables are renamed and blocks put before them", "[edit][toml]") {
  TomlText text("# on top\n[[s]]\nstep = \"[[s]]\"\n\n[[s]]  # two\n[s.t]\n");
  text.insert_before("s", "[[r]]\non = 1\n");
  text.rename_tables("s", "r.s");
  CHECK(text.text() ==
        "# on top\n[[r]]\non = 1\n\n[[r.s]]\nstep = \"[[s]]\"\n\n[[r.s]]  # two\n[s.t]\n");
}

TEST_CASE("rows of a list take the place of those that stood there", "[edit][toml]") {
  const auto replaced_in = [](const std::string& before, std::string_view block) {
    TomlText text(before);
    text.replace_tables("s", block);
    return text.text();
  };
  const std::string one = "[[s]]\na = 9\n";
  CHECK(replaced_in("x = 1\n", one) == "x = 1\n\n[[s]]\na = 9\n");
  CHECK(replaced_in("x = 1\n\n[[s]]\na = 1\n\n[[t]]\nb = 1\n\n[[s]]\na = 2\n\n[[u]]\n", one) ==
        "x = 1\n\n[[s]]\na = 9\n\n[[t]]\nb = 1\n\n[[u]]\n");
  CHECK(replaced_in("x = 1\n\n[[s]]\na = 1\n", one) == "x = 1\n\n[[s]]\na = 9\n");
  CHECK(replaced_in("x = 1\n\n[[s]]\na = 1\n\n[[t]]\n", "") == "x = 1\n\n[[t]]\n");
}

TEST_CASE("values of a row stand between commas or semicolons", "[text]") {
  CHECK(values_in("A (a, b), B; C").size() == 3);
  CHECK(values_in("A (a, b), B; C")[0] == "A (a, b)");
  CHECK(values_in(" – ").empty());
  CHECK(values_in("A,,").size() == 1);
}

TEST_CASE("texts are written as TOML strings", "[edit][toml]") {
  CHECK(toml_string("a \"b\"\\\n\x01 å") == "\"a \\\"b\\\"\\\\\\n\\u0001 å\"");
  CHECK(toml_list({"a", "b"}) == "[\"a\", \"b\"]");
}

TEST_CASE("a draft is tidied, and what was done is told", "[edit][tidy]") {
  CHECK(tidy_text("i ordning\n").done.empty());
  const auto tidy = tidy_text("\xEF\xBB\xBFga\xCC\x8A\r\nen\rtv\xC3\xA5\n");
  CHECK(tidy.text == "g\xC3\xA5\nen\ntv\xC3\xA5\n");
  CHECK(tidy.done == Texts{"@tidy.byte_order_mark", "@tidy.line_ending", "@tidy.nfc"});
  CHECK(tidy_text("\xFF\r\n").text == "\xFF\r\n");
  CHECK(tidy_text("\x01").text == "\x01");
}

TEST_CASE("an id is never given twice", "[edit][new]") {
  FileTree sources;
  CHECK(next_free_id(sources, "RUT") == "RUT-001");
  sources.put("documents/a/RUT-002-klagomal/1.md", "");
  sources.put("documents/a/RUT-011/notes.txt", "");
  sources.put("documents/a/LRU-500/1.md", "");
  CHECK(next_free_id(sources, "RUT") == "RUT-012");
  CHECK(is_id_used(sources, "RUT-002"));
  CHECK(is_id_used(sources, "RUT-011"));
  CHECK_FALSE(is_id_used(sources, "RUT-01"));
  CHECK_FALSE(is_id_used(sources, "RUT-003"));
}

}  // namespace
}  // namespace handbok
