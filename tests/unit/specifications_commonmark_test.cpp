// The examples of the CommonMark specification, and those that GitHub's has beyond them, read as a
// document's text. What comes of each is what the specification shows, or is refused with a code,
// or stands in the list of what differs here on purpose.
#include <fstream>
#include <functional>
#include <gumbo.h>
#include <map>
#include <memory>
#include <sstream>

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
      const auto target = (link.kind == LinkKind::anchor ? "#" : "") + escape_html(link.target);
      html += link.is_image ? "<img src=\"" + target + "\" alt=\"" + escape_html(link.text) + "\"" +
                                  title + ">"
                            : "<a href=\"" + target + "\"" + title + ">";
    }
  }
  return html;
}

std::string replaced(std::string text, std::string_view old, std::string_view with) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size()))
    text.replace(at, old.size(), with);
  return text;
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

// What Handbok's texts read otherwise, by the number of the example.
const std::map<int, std::string_view> read_otherwise = {
    {0, ""},
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

}  // namespace
}  // namespace handbok
