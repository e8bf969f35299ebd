#include "render/template_source.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/ascii.hpp"
#include "base/strings.hpp"
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
      case '!':
        return;
      case '>':
        return include(tag.name, source.at(tag));
      case '#':
      case '^':
        return open_section(source, tag);
      case '/':
        return close_section(source, tag);
      case '{':
      case ' ':
        return write_value(source, tag);
      default:
        report(Code::theme_template_malformed, source.at(tag), {written(tag)});
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

}  // namespace handbok
