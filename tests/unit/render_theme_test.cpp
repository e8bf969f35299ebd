#include <algorithm>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "load/load.hpp"
#include "support/golden.hpp"
#include "support/sample_handbook.hpp"

namespace handbok {
namespace {

std::vector<std::string> keys(const std::string& language) {
  Diagnostics diagnostics;
  const auto words =
      load_words(test::default_theme_files(), "lang/" + language + ".toml", diagnostics);
  CHECK(diagnostics.is_empty());
  std::vector<std::string> all;
  for (const auto& [key, text] : words)
    all.push_back(key);
  return all;
}

/// "title, {text}, is_new?, rows[number, rows…]".
std::string values_of(Field::Fields fields, std::vector<Field::Fields> around = {}) {
  around.push_back(fields);
  std::vector<std::string> values;
  for (const auto& field : fields()) {
    std::string value(field.name);
    if (field.kind == FieldKind::html) value = "{" + value + "}";
    if (field.kind == FieldKind::flag) value += "?";
    if (field.kind == FieldKind::list) {
      const bool is_known = std::ranges::find(around, field.item_fields) != around.end();
      value += is_known ? "…" : "[" + values_of(field.item_fields, around) + "]";
    }
    values.push_back(value);
  }
  return join(values, ", ");
}

TEST_CASE("the page on themes has the values of every template", "[render][theme][docs]") {
  const std::string begin = "<!-- values of the templates -->\n";
  std::string table = "\n| template | values |\n|---|---|\n";
  std::string last;
  const auto add = [&](std::string_view name, Field::Fields fields) {
    const auto values = "`" + values_of(fields) + "`";
    table += "| `" + std::string(name) + "` | " + (values == last ? "the same" : values) + " |\n";
    last = values;
  };
  add("frame", &FrameView::fields);
  for (const auto& kind : all_page_kinds())
    add(kind.name, kind.fields);
  const auto page = project_file("docs/theme.md");
  check_golden("docs/theme.md", page.substr(0, page.find(begin)) + begin + table);
}

TEST_CASE("the theme speaks Swedish and English with the same words", "[render][theme]") {
  CHECK(keys("sv") == keys("en"));
  CHECK_FALSE(keys("sv").empty());
}

TEST_CASE("the theme's templates are sound in both languages and use every word",
          "[render][theme]") {
  CHECK(test::default_theme("sv").unused_words.empty());
  CHECK(test::default_theme("en").unused_words.empty());
}

TEST_CASE("style and script are named by their bytes", "[render][theme]") {
  auto files = test::default_theme_files();
  Diagnostics diagnostics;
  const auto words = load_words(files, "lang/sv.toml", diagnostics);
  const auto before = load_theme(files, words, diagnostics).style;
  files.put("extra.css", "p { color: red }");
  const auto after = load_theme(files, words, diagnostics).style;
  CHECK(before.path.text() != after.path.text());
  CHECK(after.path.text().starts_with("assets/handbook-"));
  CHECK(after.bytes.find("color: red") != std::string::npos);
}

TEST_CASE("a theme without a word or template stops the build", "[render][theme]") {
  const auto files = test::default_theme_files();
  Diagnostics reading;
  auto words = load_words(files, "lang/sv.toml", reading);
  words.erase("month.5");
  Diagnostics wordless;
  load_theme(files, words, wordless);
  CHECK(wordless.stops_build());
  Diagnostics empty;
  load_theme(FileTree{}, words, empty);
  CHECK(empty.stops_build());
}

}  // namespace
}  // namespace handbok
