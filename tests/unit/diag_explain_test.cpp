#include <catch2/catch.hpp>

#include "base/limits.hpp"
#include "diag/explain.hpp"
#include "diag/sentences.hpp"
#include "support/code.hpp"
#include "support/golden.hpp"

namespace handbok {
namespace {

std::string family_of(const CodeInfo& info) {
  return std::string(info.name.substr(0, info.name.find('.')));
}

TEST_CASE("a code is explained with open slots", "[diag][explain]") {
  check_golden("tests/golden/diagnostics/explain.txt",
               explain("doc.no-audience"_code, Language::swedish) + "\n" +
                   explain("toml.unknown-key"_code, Language::swedish) + "\n" +
                   explain("link.external"_code, Language::english));
}

TEST_CASE("every code is explained without an unfilled slot", "[diag][explain]") {
  for (const auto& info : all_codes()) {
    for (const auto language : {Language::swedish, Language::english}) {
      const auto text = explain(info.code, language);
      INFO(text);
      CHECK(text.find("{}") == std::string::npos);
    }
  }
}

TEST_CASE("readers call what a code finds by a title without slots", "[diag][explain]") {
  CHECK(title_of("doc.review-overdue"_code, Language::swedish) == "Översynen är försenad");
  CHECK(title_of("doc.review-overdue"_code, Language::english) == "The review is overdue");
  CHECK(title_of("toml.syntax"_code, Language::english) == "The line cannot be read as TOML");
  CHECK(title_of("toml.unknown-key"_code, Language::swedish) == "Huvuden och register");
  for (const auto& info : all_codes()) {
    for (const auto language : {Language::swedish, Language::english}) {
      const std::string title(title_of(info.code, language));
      INFO(info.name << " " << title);
      CHECK_FALSE(title.empty());
      CHECK(title.find("{}") == std::string::npos);
      CHECK_FALSE(title.ends_with('.'));
    }
  }
}

TEST_CASE("every family of codes has a title in both languages", "[diag][explain]") {
  for (const auto& info : all_codes()) {
    INFO(info.name);
    CHECK_FALSE(sentences_of(info.code, Language::swedish).family.empty());
    CHECK_FALSE(sentences_of(info.code, Language::english).family.empty());
  }
}

TEST_CASE("every family stands together in the code table", "[diag][explain]") {
  const auto page = explain_all_markdown(Language::english);
  for (const auto& info : all_codes()) {
    const auto heading = "\n## " + family_of(info) + ": ";
    INFO(heading);
    CHECK(page.find(heading) != std::string::npos);
    CHECK(page.find(heading) == page.rfind(heading));
  }
}

TEST_CASE("the page of all codes in docs is current", "[diag][explain]") {
  check_golden("docs/checks.md", explain_all_markdown(Language::english));
}

/// docs/limits.md.
std::string limits_markdown() {
  std::string page =
      "# Limits\n\n"
      "What one input may be at most. Made from `src/base/limits.def` by the tests; the codes are "
      "those of [checks.md](checks.md).\nWhere there is none, the answer is a coarser one beyond "
      "the limit.\n\n| limit | of | code |\n|--:|---|---|\n";
  for (const auto& limit : all_limits) {
    const auto code = limit.code.empty() ? std::string() : "`" + std::string(limit.code) + "`";
    page.append("| ").append(std::to_string(limit.most)).append(" | ").append(limit.what);
    page.append(" | ").append(code).append(" |\n");
  }
  return page;
}

TEST_CASE("the page of limits in docs is current, and its codes exist", "[diag][docs]") {
  check_golden("docs/limits.md", limits_markdown());
  for (const auto& limit : all_limits) {
    INFO(limit.what);
    CHECK((limit.code.empty() || find_code(limit.code)));
  }
}

TEST_CASE("markup in a message is shown as it is written", "[diag][explain]") {
  const auto page = explain_all_markdown(Language::english);
  CHECK(page.find("Write what the image shows between the brackets: !\\[text\\](file.png).") !=
        std::string::npos);
  CHECK(page.find("lang/\\<language\\>.toml") != std::string::npos);
}

}  // namespace
}  // namespace handbok
