#include <array>

#include <catch2/catch.hpp>

#include "render/template.hpp"
#include "support/code.hpp"

namespace handbok {
namespace {

struct RowView {
  std::string name;
  static std::span<const Field> fields() {
    static constexpr auto list = std::to_array<Field>({field<&RowView::name>("name")});
    return list;
  }
};

struct SampleView {
  std::string title;
  std::string approved_by;
  Html body;
  bool is_new = false;
  std::vector<RowView> rows;
  std::optional<RowView> owner;
  static std::span<const Field> fields() {
    static constexpr auto list = std::to_array<Field>({
        field<&SampleView::title>("title"),
        field<&SampleView::approved_by>("approved_by"),
        field<&SampleView::body>("body"),
        field<&SampleView::is_new>("is_new"),
        field<&SampleView::rows>("rows"),
        field<&SampleView::owner>("owner"),
    });
    return list;
  }
};

SampleView sample() {
  return {.title = "A & <B>",
          .approved_by = {},
          .body = {"<p>Text</p>"},
          .is_new = true,
          .rows = {{"one"}, {"two"}},
          .owner = RowView{"KSA"}};
}

const Words words = {{"greeting", "Hello \"{{title}}\""}, {"plain", "Plain"}};

/// What `template_text` gives for `view`; partials are "part" and "loop".
std::string check_fill(const std::string& template_text, const SampleView& view) {
  FileTree files;
  files.put("templates/page.mustache", template_text);
  files.put("templates/part.mustache", "[{{title}}]");
  std::set<std::string> used;
  Diagnostics diagnostics;
  const auto source =
      compile_template({files, words}, "page", &SampleView::fields, used, diagnostics);
  CHECK(diagnostics.is_empty());
  return Template(source, &SampleView::fields).fill(view);
}

/// The only thing that is wrong with `template_text`.
Diagnostic check_fault(const std::string& template_text) {
  FileTree files;
  files.put("templates/page.mustache", template_text);
  files.put("templates/loop.mustache", "{{>page}}");
  std::set<std::string> used;
  Diagnostics diagnostics;
  const auto source =
      compile_template({files, words}, "page", &SampleView::fields, used, diagnostics);
  CHECK(source.empty());
  CHECK(diagnostics.stops_build());
  const auto found = diagnostics.sorted();
  INFO(template_text);
  REQUIRE(found.size() == 1);
  return found.front();
}

TEST_CASE("a template writes text escaped and finished HTML as it is", "[render][template]") {
  CHECK(check_fill("{{title}} {{{body}}}", sample()) == "A &amp; &lt;B&gt; <p>Text</p>");
}

TEST_CASE("a section is written for each view of a list", "[render][template]") {
  CHECK(check_fill("{{#rows}}<{{name}}>{{/rows}}{{^rows}}none{{/rows}}", sample()) == "<one><two>");
  CHECK(check_fill("{{#rows}}<{{name}}>{{/rows}}{{^rows}}none{{/rows}}", {}) == "none");
  CHECK(check_fill("{{#owner}}{{name}}{{/owner}}", sample()) == "KSA");
}

TEST_CASE("a question about a list is written once and stays in its view", "[render][template]") {
  const std::string text =
      "{{#rows?}}{{#is_new}}new: {{/is_new}}{{#rows}}{{name}} {{/rows}}{{/rows?}}";
  CHECK(check_fill(text, sample()) == "new: one two ");
  CHECK(check_fill(text + "{{^rows?}}none{{/rows?}}", {}) == "none");
}

TEST_CASE("a section of a text asks whether there is any", "[render][template]") {
  const std::string text = "{{#title}}<{{title}}>{{/title}}{{^approved_by}}nobody{{/approved_by}}";
  CHECK(check_fill(text, sample()) == "<A &amp; &lt;B&gt;>nobody");
  CHECK(check_fill("{{#is_new}}new{{#rows}}.{{/rows}}{{/is_new}}", sample()) == "new..");
}

TEST_CASE("partials and words are taken in, and words may hold values", "[render][template]") {
  CHECK(check_fill("{{>part}} {{word.plain}}", sample()) == "[A &amp; &lt;B&gt;] Plain");
  CHECK(check_fill("{{word.greeting}}", sample()) == "Hello &quot;A &amp; &lt;B&gt;&quot;");
}

TEST_CASE("text that looks like a tag is not read again", "[render][template]") {
  auto view = sample();
  view.title = "{{body}}";
  CHECK(check_fill("{{title}}", view) == "{{body}}");
}

TEST_CASE("where an address begins, only one that a page may lead to is written",
          "[render][template][doors]") {
  auto view = sample();
  view.title = "javascript:alert(1)";
  CHECK(check_fill("<a href=\"{{title}}\">{{title}}</a>", view) ==
        "<a href=\"\">javascript:alert(1)</a>");
  CHECK(check_fill("<a class='a' HREF = '{{#is_new}}{{title}}{{/is_new}}'>x</a>", view) ==
        "<a class='a' HREF = ''>x</a>");
  CHECK(check_fill("<a href=\"#{{title}}\">x</a>", view) ==
        "<a href=\"#javascript:alert(1)\">x</a>");
  view.title = "https://a.se/?b=1&c=2";
  CHECK(check_fill("<img alt=\"x\" src=\"{{title}}\">", view) ==
        "<img alt=\"x\" src=\"https://a.se/?b=1&amp;c=2\">");
  view.title = "a\x1b\u202E";
  CHECK(check_fill("<b title=\"{{title}}\">{{title}}</b>", view) ==
        "<b title=\"a\uFFFD\uFFFD\">a\uFFFD\uFFFD</b>");
}

TEST_CASE("a theme's own addresses are judged too, and no value is code",
          "[render][template][doors]") {
  for (const auto* const text :
       {"<a href=\"javascript:alert(1)\">x</a>", "<a href='JAVASCRIPT:{{title}}'>x</a>",
        "<a href=\"&#106;avascript:x\">x</a>", "<iframe src=\"data:text/html,x\"></iframe>",
        "<b onclick=\"{{title}}\">x</b>", "<b style=\"{{title}}\">x</b>"}) {
    CHECK(check_fault(text).code == "theme.value-misplaced"_code);
  }
  CHECK(check_fill("<p>on'{{title}}</p><a href=\"mailto:{{title}}\">a</a>", sample()) ==
        "<p>on'A &amp; &lt;B&gt;</p><a href=\"mailto:A &amp; &lt;B&gt;\">a</a>");
}

TEST_CASE("a name that this view lacks is an error, even if an outer view has it",
          "[render][template]") {
  CHECK(check_fault("{{titel}}").code == "theme.unknown-name"_code);
  const auto inner = check_fault("\n{{#rows}}\n{{title}}{{/rows}}");
  CHECK(inner.code == "theme.unknown-name"_code);
  CHECK(inner.location == Location{"templates/page.mustache", 3, 0});
}

TEST_CASE("a malformed template is an error", "[render][template]") {
  for (const auto* const text :
       {"{{#rows}}", "{{/rows}}", "{{title", "{{{body}}", "{{=<% %>=}}", "{{#rows}}{{/owner}}",
        "{{&title}}", "{{#rows?}}{{/rows}}", "{{title?}}"}) {
    CHECK(check_fault(text).code == "theme.template-malformed"_code);
  }
}

TEST_CASE("a value is written only as its kind allows", "[render][template]") {
  for (const auto* const text :
       {"{{body}}", "{{{title}}}", "{{is_new}}", "{{rows}}", "<a href={{title}}>"}) {
    CHECK(check_fault(text).code == "theme.value-misplaced"_code);
  }
}

TEST_CASE("missing words, missing partials and circles of partials are errors",
          "[render][template]") {
  CHECK(check_fault("{{word.missing}}").code == "theme.word-missing"_code);
  CHECK(check_fault("{{>nothing}}").code == "theme.template-missing"_code);
  CHECK(check_fault("{{>loop}}").code == "theme.partial-cycle"_code);
}

}  // namespace
}  // namespace handbok
