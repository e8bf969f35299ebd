#include <catch2/catch.hpp>

#include "load/load.hpp"
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
