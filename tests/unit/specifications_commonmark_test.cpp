// The examples of the CommonMark specification, and those that GitHub's has beyond them, read as a
// document's text. What comes of each is what the specification shows, or is refused with a code,
// or stands in the list of what differs here on purpose.
#include <fstream>
#include <functional>
#include <gumbo.h>
#include <map>
#include <memory>
#include <set>

#include <catch2/catch.hpp>

#include "support/project.hpp"
#include "unit/markdown_sample.hpp"

namespace handbok {
namespace {

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

/// Reads what a reader sees: elements, words and addresses, without what Handbok adds for a page
/// (ids, classes, labels) and without the level of a heading, which other tests are about.
class SeenHtml {
public:
  static std::string of(const std::string& html) {
    const auto destroy = [](GumboOutput* output) {
      gumbo_destroy_output(&kGumboDefaultOptions, output);
    };
    const std::unique_ptr<GumboOutput, decltype(destroy)> page(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
    SeenHtml reader;
    reader.read_children(*page->root);
    return reader.text_;
  }

private:
  static bool is_inline(std::string_view tag) {
    return tag == "a" || tag == "em" || tag == "strong" || tag == "code" || tag == "del" ||
           tag == "img" || tag == "input";
  }

  void read_children(const GumboNode& node) {
    for (unsigned int i = 0; i < node.v.element.children.length; ++i)
      read(*static_cast<const GumboNode*>(node.v.element.children.data[i]));
  }

  void read(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT) return read_element(node);
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
      read_text(node.v.text.text);
  }

  void read_element(const GumboNode& node) {
    const std::string name = gumbo_normalized_tagname(node.v.element.tag);
    static const std::set<std::string> without = {"html", "head", "body", "section", "label"};
    if (without.contains(name)) return read_children(node);
    const bool is_heading = name.size() == 2 && name.front() == 'h' && name != "hr";
    const auto tag = is_heading ? "h" : name;
    write_tag(tag, "<" + tag + attributes(node) + ">");
    const bool was_code = std::exchange(is_code_, is_code_ || name == "pre");
    read_children(node);
    is_code_ = was_code;
    if (tag != "br" && tag != "hr" && tag != "img" && tag != "input")
      write_tag(tag, "</" + tag + ">");
  }

  static std::string attributes(const GumboNode& node) {
    std::string all;
    for (const char* const name : {"href", "src", "alt", "title", "start", "checked"}) {
      const auto* const found = gumbo_get_attribute(&node.v.element.attributes, name);
      if (found != nullptr && *found->value != '\0')
        all.append(" ").append(name).append("=").append(found->value);
    }
    return all;
  }

  void write_tag(const std::string& name, const std::string& tag) {
    if (!is_inline(name)) {
      while (text_.ends_with(' '))
        text_.pop_back();
    }
    text_ += tag;
    is_after_block_ = !is_inline(name);
  }

  void read_text(std::string_view text) {
    for (const char c : text) {
      const bool is_blank = c == ' ' || c == '\n' || c == '\t';
      if (is_code_) {
        text_ += c;
      } else if (!is_blank) {
        text_ += c;
      } else if (!text_.ends_with(' ') && !is_after_block_) {
        text_ += ' ';
      }
      if (!is_blank) is_after_block_ = false;
    }
  }

  std::string text_;
  bool is_code_ = false;
  bool is_after_block_ = true;
};

std::string replaced(std::string text, std::string_view old, std::string_view with) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size()))
    text.replace(at, old.size(), with);
  return text;
}

/// The HTML of a body as a page without a handbook around it would write it.
std::string plain_html(const Body& body) {
  std::string html;
  for (const auto& piece : body.pieces) {
    html += piece.html;
    if (piece.kind == PieceKind::link_end) {
      if (!body.links[piece.index].is_image) html += "</a>";
    } else if (piece.kind == PieceKind::link_start) {
      const auto& link = body.links[piece.index];
      const auto title = link.title.empty() ? "" : " title=\"" + escape_html(link.title) + "\"";
      const auto target = (link.kind == LinkKind::anchor ? "#" : "") +
                          replaced(escape_html(link.target), " ", "%20");
      html += link.is_image ? "<img src=\"" + target + "\" alt=\"" + escape_html(link.text) + "\"" +
                                  title + ">"
                            : "<a href=\"" + target + "\"" + title + ">";
    }
  }
  return html;
}

/// The specification's links lead to "/url", which leaves the handbook and is refused: they are
/// tried as links to files beside the text instead.
std::string beside_the_text(std::string text) {
  for (const std::string_view name : {"url", "uri", "foo", "bar", "train", "my"})
    text = replaced(std::move(text), "/" + std::string(name), name);
  return text;
}

std::vector<Example> published_examples() {
  const std::string fence(32, '`');
  std::ifstream file(test::in_project("tests/specs/node_modules/commonmark-spec/spec.txt"));
  INFO("tools/setup test installs the published examples");
  REQUIRE(file.is_open());
  std::vector<Example> examples;
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    line = replaced(line, "→", "\t");
    if (line == fence + " example") {
      examples.push_back({static_cast<int>(examples.size()) + 1, {}, {}});
      part = &examples.back().markdown;
    } else if (line == fence) {
      part = nullptr;
    } else if (part != nullptr && line == "." && part == &examples.back().markdown) {
      part = &examples.back().html;
    } else if (part != nullptr) {
      *part += line + "\n";
    }
  }
  return examples;
}

// What is read otherwise here, and why. The parser follows edition 0.29 of the specification.
const std::map<int, std::string_view> read_otherwise = {
    {28, "0.29: a number beyond Unicode is one that cannot be shown"},
    {79, "a heading without text is left out"},
    {354, "0.29: signs of currency are no punctuation"},
    {548, "[[…]] is a reference to a document"},
    {590, "[[…]] is a reference to a document"},
    {606, "an address is a link, also between what is no longer <…>"},
    {611, "an address is a link, as in GitHub's"},
    {612, "an address is a link, as in GitHub's"},
    {625, "0.29: what has -- inside is no comment, but text, and is shown"},
    {626, "0.29: what begins with > is no comment, but text, and is shown"},
};

/// "same", the codes that it is refused with, or what is seen and what should have been.
std::string outcome_of(const Example& example) {
  const auto parsed = parse(beside_the_text(example.markdown));
  const auto seen = SeenHtml::of(plain_html(parsed.body));
  const auto wanted = SeenHtml::of(beside_the_text(example.html));
  if (seen == wanted) return "same";
  for (const auto& diagnostic : parsed.diagnostics) {
    if (diagnostic.severity == Severity::error)
      return "refused: " + std::string(info_of(diagnostic.code).name);
  }
  return "seen   " + seen + "\nwanted " + wanted + "\nof     " + example.markdown;
}

TEST_CASE("CommonMark's examples are read as published, refused or explained",
          "[markdown][specification]") {
  const auto examples = published_examples();
  CHECK(examples.size() == 652);
  std::map<std::string, int> counts;
  for (const auto& example : examples) {
    const auto outcome = outcome_of(example);
    const bool is_explained = read_otherwise.contains(example.number);
    const bool differs = outcome.starts_with("seen ");
    INFO("example " << example.number << "\n" << outcome);
    CHECK(differs == is_explained);
    ++counts[differs ? "explained" : outcome];
  }
  // So many are proved: an adapter that refused more would show here.
  CHECK(counts["same"] >= 500);
}

// GitHub's specification has these beyond CommonMark's: its numbers, told in words of our own.
const std::vector<Example> beyond_commonmark = {
    {198, "| a | b |\n| --- | --- |\n| c | d |\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
     "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"},
    {199, "| a | b |\n:-: | -----------:\nc | d\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
     "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"},
    {200, "| f\\|oo |\n| ------ |\n| b `\\|` c |\n| b **\\|** d |\n",
     "<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> c</td></tr>"
     "<tr><td>b <strong>|</strong> d</td></tr></tbody></table>"},
    {201, "| a | b |\n| --- | --- |\n| c | d |\n> e\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr>"
     "</tbody></table><blockquote><p>e</p></blockquote>"},
    {202, "| a | b |\n| --- | --- |\n| c | d |\n\ne\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr>"
     "</tbody></table><p>e</p>"},
    {203, "| a | b |\n| --- |\n| c |\n", "<p>| a | b | | --- | | c |</p>"},
    {204, "| a | b |\n| --- | --- |\n| c |\n| d | e | f |\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr>"
     "<tr><td>d</td><td>e</td></tr></tbody></table>"},
    {205, "| a | b |\n| --- | --- |\n",
     "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>"},
    {279, "- [ ] a\n- [x] b\n",
     "<ul><li><input type=checkbox> a</li><li><input type=checkbox checked> b</li></ul>"},
    {280, "- [x] a\n  - [ ] b\n- [ ] c\n",
     "<ul><li><input type=checkbox checked> a<ul><li><input type=checkbox> b</li></ul></li>"
     "<li><input type=checkbox> c</li></ul>"},
    {491, "~~a~~ b\n", "<p><del>a</del> b</p>"},
    {492, "a ~~b\n\nc~~ d\n", "<p>a ~~b</p><p>c~~ d</p>"},
    {622, "www.example.org\n", "<p><a href=http://www.example.org>www.example.org</a></p>"},
    {623, "Se www.example.org/a för mer.\n",
     "<p>Se <a href=http://www.example.org/a>www.example.org/a</a> för mer.</p>"},
    {624, "Se www.example.org.\n\nwww.example.org/a.b.\n",
     "<p>Se <a href=http://www.example.org>www.example.org</a>.</p>"
     "<p><a href=http://www.example.org/a.b>www.example.org/a.b</a>.</p>"},
    {625, "(www.example.org/?q=a(b))\n",
     "<p>(<a href=http://www.example.org/?q=a(b)>www.example.org/?q=a(b)</a>)</p>"},
    {628, "www.example.org/a<b\n",
     "<p><a href=http://www.example.org/a>www.example.org/a</a>&lt;b</p>"},
    {629, "http://example.org\n\n(Se https://example.org/?q=a+(b))\n",
     "<p><a href=http://example.org>http://example.org</a></p>"
     "<p>(Se <a href=https://example.org/?q=a+(b)>https://example.org/?q=a+(b)</a>)</p>"},
    {630, "a@b.example\n", "<p><a href=mailto:a@b.example>a@b.example</a></p>"},
    {631, "a+b@c.example hör inte till a@b\n",
     "<p><a href=mailto:a+b@c.example>a+b@c.example</a> hör inte till a@b</p>"},
};

TEST_CASE("a cell that GitHub's tables drop is told", "[markdown][specification]") {
  CHECK(lines_of(parse("| a | b |\n| --- | --- |\n| c |\n| d | e | f |\n"))
            .find("markdown.table-cells") != std::string::npos);
}

TEST_CASE("what GitHub's Markdown has beyond CommonMark is read so too, or refused",
          "[markdown][specification]") {
  for (const auto& example : beyond_commonmark) {
    const auto outcome = outcome_of(example);
    INFO("example " << example.number << "\n" << outcome);
    CHECK(outcome == "same");
  }
}

}  // namespace
}  // namespace handbok
