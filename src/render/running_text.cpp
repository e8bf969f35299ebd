#include "render/running_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "render/addresses.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// Elements whose text is left as it is.
bool is_closed_to_links(std::string_view name) {
  constexpr auto names = std::to_array<std::string_view>(
      {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"});
  return std::ranges::find(names, name) != names.end();
}

bool is_id_letter(char c) {
  return is_upper(c) || is_digit(c) || c == '-';
}

/// True for bytes that a word goes on with, so that nothing begins or ends inside it.
bool is_word_byte(char c) {
  return is_letter_or_digit(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80U;
}

class TextLinker {
public:
  TextLinker(std::string_view html, std::string_view own, const LinkScope& scope)
      : rest_(html),
        own_(own),
        scope_(scope) {}

  std::string write() {
    result_.reserve(rest_.size() + rest_.size() / 8);
    while (!rest_.empty()) {
      if (rest_.front() == '<') {
        copy_tag();
      } else if (closed_ > 0) {
        take(std::min(rest_.find('<'), rest_.size()));
      } else {
        write_text();
      }
    }
    return std::move(result_);
  }

private:
  char before() const { return result_.empty() ? ' ' : result_.back(); }

  void take(std::size_t bytes) {
    result_ += rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }

  void copy_tag() {
    const auto end = std::min(rest_.find('>'), rest_.size() - 1) + 1;
    auto name = rest_.substr(1, end - 1);
    const bool is_end = name.starts_with('/');
    if (is_end) name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" />\n"));
    if (is_closed_to_links(name)) closed_ += is_end ? -1 : 1;
    take(end);
  }

  void write_text() {
    if (write_citation()) return;
    if (!is_word_byte(before()) && (write_link() || write_emergency())) return;
    take(1 + quiet_bytes(rest_.substr(1)));
  }

  /// How many bytes come first with which nothing can begin that is written otherwise.
  std::size_t quiet_bytes(std::string_view text) const {
    const auto& number = scope_.site.handbook().settings.emergency_phone;
    const char digit = number.empty() ? ' ' : number.front();
    const auto end = std::ranges::find_if(
        text, [&](char c) { return c == '<' || c == ' ' || c == digit || is_upper(c); });
    return static_cast<std::size_t>(end - text.begin());
  }

  /// "5 kap. 3 §": the blanks in it, one after the other.
  bool write_citation() {
    if (rest_.size() < 3 || (rest_[1] != 'k' && rest_[1] != '\xC2')) return false;
    const bool is_in_chapter =
        rest_.starts_with(" kap. ") && is_digit(before()) && rest_.size() > 6 && is_digit(rest_[6]);
    const bool is_before_sign =
        rest_.starts_with(" \xC2\xA7") && (is_digit(before()) || is_lower(before()));
    if (is_in_chapter) {
      result_.append(no_break_space).append("kap.").append(no_break_space);
      rest_.remove_prefix(6);
    } else if (is_before_sign) {
      result_ += no_break_space;
      rest_.remove_prefix(1);
    }
    return is_in_chapter || is_before_sign;
  }

  bool write_link() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_id_letter);
    auto size = static_cast<std::size_t>(end - rest_.begin());
    if (size < 3 || !is_upper(rest_.front())) return false;
    if (rest_.substr(size).starts_with(' ')) {
      if (const auto number = source_number(size); !number.empty()) return link_source(number);
    }
    while (size > 0 && rest_[size - 1] == '-')
      --size;
    if (size < rest_.size() && is_word_byte(rest_[size]) && rest_[size] != '-') return false;
    return link_id(rest_.substr(0, size));
  }

  /// "SFS 2017:30" at the start of the text, whose first word has that size; or nothing.
  std::string_view source_number(std::size_t size) const {
    auto end = size + 1;
    while (end < rest_.size() && (is_digit(rest_[end]) || (rest_[end] == ':' && end > size + 1)))
      ++end;
    auto number = rest_.substr(0, end);
    if (number.ends_with(':')) number.remove_suffix(1);
    return number.find(':') == std::string_view::npos ? std::string_view{} : number;
  }

  bool link_source(std::string_view number) {
    const auto& sources = scope_.site.handbook().sources;
    const auto source = std::ranges::find(sources, number, &LegalSource::number);
    return source != sources.end() && link(number, clause_target(source->id, scope_).href);
  }

  bool link_id(std::string_view id) {
    const bool has_number = std::ranges::any_of(id, is_digit);
    if (id == own_ || !has_number || id.find('-') == std::string_view::npos) return false;
    if (rest_.substr(id.size()).starts_with('@')) return false;  // one of its revisions
    if (scope_.site.view().find(id) != nullptr) return link(id, document_target(id, scope_).href);
    return link(id, register_link(std::string(id), scope_).href);
  }

  static bool joins_digits(char c) { return c == ',' || c == '.' || c == ':'; }

  /// True if what was written ends with "7," or the like.
  bool is_in_number() const {
    const auto size = result_.size();
    return size > 1 && joins_digits(result_[size - 1]) && is_digit(result_[size - 2]);
  }

  static bool begins_in_number(std::string_view text) {
    return text.size() > 1 && joins_digits(text[0]) && is_digit(text[1]);
  }

  bool write_emergency() {
    const auto& number = scope_.site.handbook().settings.emergency_phone;
    if (number.empty() || !rest_.starts_with(number)) return false;
    const auto after = rest_.substr(number.size());
    // "112 §", "112:3", "1999:112", "112,5" and "1123" are other numbers.
    if (is_in_number() || begins_in_number(after)) return false;
    if (!after.empty() && (is_word_byte(after.front()) || after.front() == ':')) return false;
    if (after.starts_with(" \xC2\xA7")) return false;
    return link(number, "tel:" + number);
  }

  bool link(std::string_view text, const std::string& href) {
    if (href.empty()) return false;
    result_ += link_html(href, text).text;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view rest_;
  std::string_view own_;
  const LinkScope& scope_;
  std::string result_;
  int closed_ = 0;  ///< how many elements are open that take no links
};

}  // namespace

std::string with_links_in_text(std::string_view html, std::string_view own,
                               const LinkScope& scope) {
  return TextLinker(html, own, scope).write();
}

Html running_html(std::string_view text, const LinkScope& scope) {
  return {with_links_in_text(escape_html(text), {}, scope)};
}

}  // namespace handbok
