// The only file that knows Mustache (kainjow). The library would search outer views for a name that
// is missing and builds a tree of copied data; here it asks our own context instead, which reads
// the view's members by position.
#include "render/template.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include <kainjow/mustache.hpp>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_depth = 50;
constexpr std::string_view word_prefix = "word.";

/// One tag as written: "{{#rows}}" has sigil '#' and name "rows"; '{' stands for three braces.
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sigil = ' ';
  std::string_view name;
};

/// The next tag at or after `offset`. A tag that is not closed has end npos.
std::optional<Tag> next_tag(std::string_view text, std::size_t offset) {
  const auto begin = text.find("{{", offset);
  if (begin == std::string_view::npos) return std::nullopt;
  Tag tag{begin, std::string_view::npos, ' ', {}};
  const bool is_raw = text.substr(begin).starts_with("{{{");
  const std::string_view closing = is_raw ? "}}}" : "}}";
  const auto inner = begin + closing.size();
  const auto end = text.find(closing, inner);
  if (end == std::string_view::npos) return tag;
  tag.end = end + closing.size();
  tag.name = trim(text.substr(inner, end - inner));
  if (is_raw) {
    tag.sigil = '{';
  } else if (!tag.name.empty() &&
             std::string_view("#^/>!&=").find(tag.name.front()) != std::string_view::npos) {
    tag.sigil = tag.name.front();
    tag.name = trim(tag.name.substr(1));
  }
  return tag;
}

/// What a value may be at its place in the HTML.
enum class Place : std::uint8_t { text, address, forbidden };

/// Attributes that a browser follows, loads or runs.
bool is_address_attribute(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"href", "src", "action", "formaction", "poster", "cite", "xlink:href", "data"});
  return std::ranges::find(names, name) != names.end();
}

struct Attribute {
  std::string name;
  std::string_view value;
  bool is_open = false;  ///< the text ends in the value
};

/// The attributes with quoted values of the tag that `tag` begins with, after its '<'.
std::vector<Attribute> attributes_of(std::string_view tag) {
  std::vector<Attribute> attributes;
  std::string name;
  bool awaits_value = false;
  for (std::size_t at = 0; at < tag.size() && tag[at] != '>'; ++at) {
    const char c = tag[at];
    if (c == '"' || c == '\'') {
      const auto end = tag.find(c, at + 1);
      attributes.push_back({name, tag.substr(at + 1, end - at - 1), end == std::string_view::npos});
      if (attributes.back().is_open) break;
      at = end;
      awaits_value = false;
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '/') {
      const bool is_before_equals = tag.find_first_not_of(" \n\t", at) == tag.find('=', at);
      if (!awaits_value && !is_before_equals) name.clear();
    } else {
      awaits_value = c == '=';
      if (!awaits_value) name += ascii_lower(c);
    }
  }
  return attributes;
}

/// True if a theme writes an address that no page may lead to, whatever values come in.
bool is_unsafe(const Attribute& attribute) {
  const auto written = attribute.value.substr(0, attribute.value.find("{{"));
  if (!is_address_attribute(attribute.name) || written.empty()) return false;
  const auto scheme = written.substr(0, written.find_first_of("/?#"));
  const bool goes_on = written.size() < attribute.value.size();
  if (goes_on && (written == "mailto:" || written == "tel:")) return false;
  return scheme.find('&') != std::string_view::npos || safe_href(written).empty();
}

/// The place right after `html`: a whole address begins, or a value would be read as code or has no
/// quotation marks.
Place place_after(std::string_view html) {
  if (html.ends_with('=')) return Place::forbidden;
  const auto start = html.rfind('<');
  if (start == std::string_view::npos) return Place::text;
  const auto attributes = attributes_of(html.substr(start + 1));
  if (attributes.empty() || !attributes.back().is_open) return Place::text;
  auto [name, value, is_open] = attributes.back();
  if (name.starts_with("on") || name == "style" || name == "srcdoc") return Place::forbidden;
  while (value.starts_with("{{"))  // sections around the value
    value.remove_prefix(std::min(value.find("}}"), value.size() - 2) + 2);
  return value.empty() && is_address_attribute(name) ? Place::address : Place::text;
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

/// A view's fields while its section is open.
struct OpenSection {
  std::string_view name;
  std::span<const Field> fields;
};

/// Where text being compiled stands: a template file, or a word used in it.
struct Source {
  std::string path;
  std::string_view text;
  std::optional<int> line;  ///< of the tag that brought in the text, if it is a word

  Location at(const Tag& tag) const { return {path, line ? *line : line_at(text, tag.begin), 0}; }
};

class Compiler {
public:
  Compiler(const TemplateSources& sources, std::set<std::string>& used_words,
           Diagnostics& diagnostics)
      : sources_(sources),
        used_words_(used_words),
        diagnostics_(diagnostics) {}

  std::string compile(std::string_view name, std::span<const Field> fields) {
    sections_.push_back({{}, fields});
    include(name, {});
    check_addresses("templates/" + std::string(name) + ".mustache");
    return is_sound_ ? std::move(output_) : std::string{};
  }

private:
  void report(Code code, Location location, std::vector<std::string> what) {
    is_sound_ = false;
    diagnostics_.report(theme_error(code, std::move(location), std::move(what)));
  }

  void check_addresses(const std::string& path) {
    for (auto at = output_.find('<'); at != std::string::npos; at = output_.find('<', at + 1)) {
      for (const auto& attribute : attributes_of(std::string_view(output_).substr(at + 1))) {
        if (is_unsafe(attribute))
          report(Code::theme_value_misplaced, {path, 0, 0}, {std::string(attribute.value)});
      }
    }
  }

  void include(std::string_view name, const Location& from) {
    const std::string path = "templates/" + std::string(name) + ".mustache";
    const auto* const text = sources_.files.find(path);
    if (text == nullptr) {
      report(Code::theme_template_missing, from.path.empty() ? Location{path} : from,
             {std::string(name)});
    } else if (std::ranges::find(open_files_, path) != open_files_.end()) {
      report(Code::theme_partial_cycle, from, {std::string(name)});
    } else {
      open_files_.push_back(path);
      compile_text({path, *text, std::nullopt});
      open_files_.pop_back();
    }
  }

  void compile_text(const Source& source) {
    const auto outer_depth = sections_.size();
    std::size_t offset = 0;
    while (const auto tag = next_tag(source.text, offset)) {
      output_ += source.text.substr(offset, tag->begin - offset);
      if (tag->end == std::string_view::npos) {
        report(Code::theme_template_malformed, source.at(*tag), {"{{"});
        return;
      }
      if (tag->sigil == '/' && sections_.size() == outer_depth) {
        report(Code::theme_template_malformed, source.at(*tag), {written(*tag)});
      } else {
        compile_tag(source, *tag);
      }
      offset = tag->end;
    }
    output_ += source.text.substr(offset);
    if (sections_.size() > outer_depth) {
      report(Code::theme_template_malformed, {source.path, 0, 0},
             {"{{#" + std::string(sections_.back().name) + "}}"});
      sections_.resize(outer_depth);
    }
  }

  static std::string written(const Tag& tag) {
    const std::string sigil = tag.sigil == ' ' ? "" : std::string(1, tag.sigil);
    return "{{" + sigil + std::string(tag.name) + "}}";
  }

  void compile_tag(const Source& source, const Tag& tag) {
    switch (tag.sigil) {
      case '!': return;
      case '>': return include(tag.name, source.at(tag));
      case '#':
      case '^': return open_section(source, tag);
      case '/': return close_section(source, tag);
      case '{':
      case ' ': return write_value(source, tag);
      default: report(Code::theme_template_malformed, source.at(tag), {written(tag)});
    }
  }

  const Field* find_field(const Source& source, const Tag& tag) {
    const auto fields = sections_.back().fields;
    const auto it = std::ranges::find(fields, plain_name(tag), &Field::name);
    if (it != fields.end()) return &*it;
    std::vector<std::string> known;
    for (const auto& field : fields)
      known.emplace_back(field.name);
    report(Code::theme_unknown_name, source.at(tag), {std::string(tag.name), join(known, ", ")});
    return nullptr;
  }

  /// The position of a field of the innermost view, as tags are written for Template.
  std::string position(const Field& field) const {
    return std::to_string(&field - sections_.back().fields.data());
  }

  void open_section(const Source& source, const Tag& tag) {
    const auto* const field = find_field(source, tag);
    if (sections_.size() >= max_depth) {
      report(Code::theme_template_malformed, source.at(tag), {written(tag)});
    }
    auto fields = sections_.back().fields;
    if (field != nullptr) {
      output_ += section_tag(tag.sigil, tag, *field);
      const bool enters = tag.sigil == '#' && !is_question(tag);
      if (field->kind == FieldKind::list && enters) fields = field->item_fields();
    }
    sections_.push_back({tag.name, fields});
  }

  void close_section(const Source& source, const Tag& tag) {
    const auto section = sections_.back();
    sections_.pop_back();
    const auto outer = sections_.back().fields;
    if (section.name != tag.name) {
      report(Code::theme_template_malformed, source.at(tag), {written(tag)});
      return;
    }
    const auto it = std::ranges::find(outer, plain_name(tag), &Field::name);
    if (it != outer.end()) output_ += section_tag('/', tag, *it);
  }

  /// "{{#rows?}}" asks once whether there are any, and stays in the same view.
  static bool is_question(const Tag& tag) { return tag.name.ends_with('?'); }

  static std::string_view plain_name(const Tag& tag) {
    return is_question(tag) ? tag.name.substr(0, tag.name.size() - 1) : tag.name;
  }

  std::string section_tag(char sigil, const Tag& tag, const Field& field) const {
    return std::string("{{") + sigil + (is_question(tag) ? "!" : "?") + position(field) + "}}";
  }

  void write_value(const Source& source, const Tag& tag) {
    if (tag.name.starts_with(word_prefix)) return write_word(source, tag);
    const auto* const field = find_field(source, tag);
    if (field == nullptr) return;
    if (is_question(tag)) {
      report(Code::theme_template_malformed, source.at(tag), {written(tag)});
      return;
    }
    const auto expected = tag.sigil == '{' ? FieldKind::html : FieldKind::text;
    const auto place = place_after(output_);
    if (field->kind != expected || place == Place::forbidden) {
      report(Code::theme_value_misplaced, source.at(tag), {std::string(tag.name)});
    }
    const std::string mark = place == Place::address ? "@" : "";
    output_ +=
        tag.sigil == '{' ? "{{{" + position(*field) + "}}}" : "{{" + mark + position(*field) + "}}";
  }

  void write_word(const Source& source, const Tag& tag) {
    const auto key = tag.name.substr(word_prefix.size());
    const auto word = sources_.words.find(key);
    if (word == sources_.words.end() || source.line) {
      report(Code::theme_word_missing, source.at(tag), {std::string(key)});
      return;
    }
    used_words_.insert(word->first);
    const auto text = escape_html(word->second);
    compile_text({source.path, text, source.at(tag).line});
  }

  const TemplateSources& sources_;
  std::set<std::string>& used_words_;
  Diagnostics& diagnostics_;
  std::vector<OpenSection> sections_;
  std::vector<std::string> open_files_;
  std::string output_;
  bool is_sound_ = true;
};

namespace mustache = kainjow::mustache;

/// A list that the library is walking: as many placeholders as the list has views.
struct OpenList {
  mustache::data placeholders;
  const Field* field = nullptr;
  const void* view = nullptr;
};

/// The view that names are read from at one depth of sections.
struct Scope {
  const void* view = nullptr;
  std::span<const Field> fields;
};

/// Answers the library's lookups from views.
class ViewContext final : public mustache::basic_context<std::string> {
public:
  ViewContext(const void* view, std::span<const Field> fields) {
    scopes_.push_back({view, fields});
    lists_.emplace_back();
  }

  void push(const mustache::data* data) override {
    const auto& open = lists_[scopes_.size() - 1];
    const bool is_condition = data == &true_ || data == &false_ || data == &open.placeholders;
    scopes_.push_back(is_condition ? scopes_.back() : item_scope(open, data));
    if (lists_.size() < scopes_.size()) lists_.emplace_back();
    lists_[scopes_.size() - 1] = {};
  }

  void pop() override { scopes_.pop_back(); }

  const mustache::data* get(const std::string& name) const override {
    const bool is_section = name.front() == '?';
    const bool is_question = name.front() == '!';
    const bool is_address = name.front() == '@';
    std::size_t index = 0;
    const auto* const first = name.data() + (is_section || is_question || is_address ? 1 : 0);
    std::from_chars(first, name.data() + name.size(), index);
    const auto& scope = scopes_.back();
    assert(index < scope.fields.size() && "a template is filled with the view it was compiled for");
    const auto& field = scope.fields[index];
    if (is_question) return condition(field.count(scope.view) > 0);
    if (!is_section) {
      text_ = mustache::data(shown(field, *field.text(scope.view), is_address));
      return &text_;
    }
    return field.kind == FieldKind::list ? open_list(field)
                                         : condition(field.count(scope.view) > 0);
  }

  const mustache::data* get_partial(const std::string& /*name*/) const override { return nullptr; }

private:
  /// A value as it may stand at its place. HTML was escaped where it was made.
  static std::string shown(const Field& field, const std::string& value, bool is_address) {
    if (is_address) return std::string(safe_href(value));
    const bool is_seen = field.kind == FieldKind::html || !has_unseen_characters(value);
    return is_seen ? value : with_seen_characters(value);
  }

  static Scope item_scope(const OpenList& open, const mustache::data* data) {
    const auto index = static_cast<std::size_t>(data - open.placeholders.list_value().data());
    return {open.field->item(open.view, index), open.field->item_fields()};
  }

  const mustache::data* condition(bool holds) const { return holds ? &true_ : &false_; }

  /// At each depth at most one list is open: the next name read there closes it.
  const mustache::data* open_list(const Field& field) const {
    const auto& scope = scopes_.back();
    auto& open = lists_[scopes_.size() - 1];
    const mustache::list items(field.count(scope.view), mustache::data(true));
    open = {mustache::data(items), &field, scope.view};
    return &open.placeholders;
  }

  std::vector<Scope> scopes_;
  mutable std::deque<OpenList> lists_;  ///< one for each depth; addresses must stay
  mutable mustache::data text_;
  mustache::data true_{true};
  mustache::data false_{false};
};

}  // namespace

Diagnostic theme_error(Code code, Location location, std::vector<std::string> what) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = Severity::error;
  diagnostic.location = std::move(location);
  diagnostic.what = std::move(what);
  diagnostic.consequence = Consequence::build_stopped;
  return diagnostic;
}

std::string compile_template(const TemplateSources& sources, std::string_view name,
                             Field::Fields fields, std::set<std::string>& used_words,
                             Diagnostics& diagnostics) {
  return Compiler(sources, used_words, diagnostics).compile(name, fields());
}

struct Template::Parsed {
  mustache::mustache document;
};

Template::Template() = default;
Template::~Template() = default;
Template::Template(Template&& other) noexcept = default;
Template& Template::operator=(Template&& other) noexcept = default;

Template::Template(const std::string& compiled, Field::Fields fields)
    : parsed_(std::make_unique<Parsed>(Parsed{mustache::mustache(compiled)})),
      fields_(fields) {
  assert(parsed_->document.is_valid() && "compile_template gives well-formed templates");
}

std::string Template::fill_view(const void* view, Field::Fields fields) const {
  if (!parsed_) return {};
  assert(fields().data() == fields_().data() &&
         "a template is filled with the view it was compiled for");
  ViewContext context(view, fields());
  struct Output {
    std::string text;
    Output& operator<<(const std::string& part) {
      text += part;
      return *this;
    }
  } output;
  parsed_->document.render(context, output);
  return std::move(output.text);
}

}  // namespace handbok
