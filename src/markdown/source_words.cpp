#include "markdown/source_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "markdown/limits.hpp"

namespace handbok {
namespace {

constexpr auto none = std::string_view::npos;
constexpr char left_out = '\x01';
constexpr std::size_t max_target = 1000;
constexpr std::size_t max_entity = 10;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == line_mark;
}

/// Letters and digits of any language; not the dashes and quotation marks beyond ASCII.
bool is_word_sign(char32_t value) {
  if (value < 0x80) return is_letter_or_digit(static_cast<char>(value));
  return value >= 0xc0 && value != 0xd7 && (value < 0x2000 || value >= 0x2c00);
}

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80)
    --at;
  return is_word_at(text, at);
}

/// Rule "path": in \\server\Mapp and C:\Mapp every backslash is seen, because nobody who writes one
/// before a letter means to take away a sign's meaning.
bool is_path(std::string_view word) {
  const auto first = word.find('\\');
  if (first == none) return false;
  for (auto at = first; at != none; at = word.find('\\', at + 1)) {
    const bool is_after_other = at > 0 && word[at - 1] == '\\';
    if (!is_after_other && is_word_at(word, at + 1)) return true;
  }
  const bool is_drive =
      first == 2 && word[1] == ':' && is_letter(word.front()) && !word.substr(3).starts_with('\\');
  const bool is_server = word.starts_with("\\\\") && is_word_at(word, 2) &&
                         word.find('\\', 2) != none && word.find("\\\\", 2) == none;
  return is_drive || is_server;
}

/// Rule "address": nothing in https://… marks anything.
bool is_address(std::string_view word) {
  if (word.starts_with('(')) word.remove_prefix(1);
  return word.starts_with("https://") || word.starts_with("http://") || word.starts_with("www.");
}

constexpr auto entities = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"amp", "&"},      {"lt", "<"},     {"gt", ">"},    {"quot", "\""},  {"nbsp", "\u00A0"},
     {"shy", "\u00AD"}, {"ndash", "–"},  {"mdash", "—"}, {"hellip", "…"}, {"times", "×"},
     {"deg", "°"},      {"plusmn", "±"}, {"le", "≤"},    {"ge", "≥"},     {"micro", "µ"},
     {"frac12", "½"},   {"sup2", "²"},   {"sup3", "³"},  {"rarr", "→"},   {"copy", "©"}});

/// By byte whether it may mark something or end what does.
constexpr auto may_mark = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\\`[]!<&*_~"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Reads one block: what marks something is left out, by the rules that the functions are named
/// after; everything else is seen.
class WordReader {
public:
  WordReader(std::string_view text, const Labels& labels) : text_(text), labels_(labels) {
    has_paths_ = text.find('\\') != none || text.find("://") != none || text.find("www.") != none;
    find_code();
    match_brackets();
  }

  void read() {
    while (at_ < text_.size())
      read_sign();
  }

  void split(int line, Reading& reading) const {
    std::string word;
    int start = line;
    const auto end_word = [&] {
      if (!word.empty()) reading.push_back({SeenKind::word, std::exchange(word, {}), 0, 0, start});
    };
    for (auto at = seen_.begin(); at != seen_.end();) {
      const char c = *at;
      if (is_blank(c) || c == left_out) {
        if (c != left_out) end_word();
        if (c == '\n') ++line;
        if (c == line_mark) reading.push_back({SeenKind::line, {}, 0, 0, line});
        ++at;
        continue;
      }
      if (word.empty()) start = line;
      const auto end = std::find_if(
          at, seen_.end(), [](char other) { return is_blank(other) || other == left_out; });
      word.append(at, end);
      at = end;
    }
    end_word();
  }

private:
  struct Code {
    std::size_t begin = 0;  ///< of what stands between the marks
    std::size_t end = 0;
  };

  std::size_t run_at(std::size_t at) const {
    return std::min(text_.find_first_not_of(text_[at], at), text_.size()) - at;
  }

  void find_code() {
    std::map<std::size_t, std::vector<std::size_t>> runs;
    for (auto at = text_.find('`'); at != none; at = text_.find('`', at + run_at(at)))
      runs[run_at(at)].push_back(at);
    for (auto at = text_.find('`'); at != none;) {
      const auto size = run_at(at);
      const auto& same = runs[size];
      const auto close = std::ranges::upper_bound(same, at);
      const bool is_code = close != same.end() && !is_escaped(at);
      if (is_code) codes_[at] = {at + size, *close};
      at = text_.find('`', is_code ? *close + size : at + (is_escaped(at) ? 1 : size));
    }
  }

  bool is_escaped(std::size_t at) const {
    std::size_t count = 0;
    while (count < at && text_[at - 1 - count] == '\\')
      ++count;
    return count % 2 == 1;
  }

  void match_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (const auto code = codes_.find(at); code != codes_.end()) {
        at = code->second.end + (code->second.begin - at) - 1;
      } else if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == '[') {
        open.push_back(at);
      } else if (text_[at] == ']' && !open.empty()) {
        closes_[open.back()] = at;
        open.pop_back();
      }
    }
  }

  void read_sign() {
    if (const auto jump = jumps_.find(at_); jump != jumps_.end()) {
      at_ = jump->second;
      return;
    }
    if (has_paths_ && (at_ == 0 || is_blank(text_[at_ - 1]))) start_word();
    const char c = text_[at_];
    if (at_ < address_end_) return keep(1);
    if (c == '\\') return read_backslash();
    if (c == '`') return read_code();
    if (c == '[') return read_bracket();
    if (c == '!' && text_.substr(at_ + 1).starts_with('[')) return read_image();
    if (c == '<') return read_angle();
    if (c == '&') return read_entity();
    if (c == '*' || c == '_' || c == '~') return read_emphasis();
    keep_plain();
  }

  /// What marks nothing is kept together; word by word, where one may be an address or a path.
  void keep_plain() {
    const auto rest = text_.substr(at_);
    const auto end = std::ranges::find_if(rest, [this](char c) {
      return may_mark[static_cast<unsigned char>(c)] || (has_paths_ && is_blank(c));
    });
    keep(std::max<std::size_t>(static_cast<std::size_t>(end - rest.begin()), 1));
  }

  void start_word() {
    const auto end = std::min(text_.find_first_of(" \n\t", at_), text_.size());
    const auto word = text_.substr(at_, end - at_);
    if (is_address(word)) address_end_ = end;
    if (is_path(word)) path_end_ = end;
  }

  void keep(std::size_t count) {
    seen_ += text_.substr(at_, count);
    at_ += count;
  }

  void show(std::string_view seen, std::size_t end) {
    seen_ += seen;
    at_ = end;
  }

  /// Rules "escape" and "line break".
  void read_backslash() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (at_ < path_end_ || (next != '\n' && !is_punctuation(next))) return keep(1);
    ++at_;
    keep(1);
  }

  void read_code() {
    const auto code = codes_.find(at_);
    if (code == codes_.end()) return keep(run_at(at_));
    const auto [begin, end] = code->second;
    show(text_.substr(begin, end - begin), end + (begin - at_));
  }

  /// Where the target that begins at `open` ends; none if it does not.
  std::size_t end_of_target(std::size_t open) const {
    int depth = 0;
    const auto limit = std::min(text_.size(), open + max_target);
    for (auto at = open; at < limit; ++at) {
      if (text_[at] == '(') ++depth;
      if (text_[at] == ')' && --depth == 0) return at + 1;
    }
    return none;
  }

  /// Where what follows the brackets of a link ends; none if they are no link.
  std::size_t end_of_link(std::size_t open, std::size_t close) const {
    const auto rest = text_.substr(close + 1);
    if (rest.starts_with('(')) return end_of_target(close + 1);
    const auto own = normal_label(text_.substr(open + 1, close - open - 1));
    const bool is_own = labels_.defined.contains(own);
    if (rest.starts_with("[]") && is_own) return close + 3;
    if (rest.starts_with('[')) {
      const auto label = label_at(rest, 1);
      if (labels_.defined.contains(normal_label(label))) return close + 3 + label.size();
    }
    return is_own ? close + 1 : none;
  }

  void read_bracket() {
    if (text_.substr(at_).starts_with("[[") && read_reference()) return;
    const auto close = closes_.find(at_);
    if (close == closes_.end()) return keep(1);
    // A definition that nothing uses is no link to itself.
    const bool is_definition =
        (at_ == 0 || text_[at_ - 1] == '\n') && text_.substr(close->second + 1).starts_with(':');
    if (is_definition) return keep(1);
    if (text_[at_ + 1] == '^') return show("[^]", close->second + 1);
    const auto end = end_of_link(at_, close->second);
    if (end == none) return keep(1);
    jumps_[close->second] = end;
    ++at_;
  }

  /// Rule "reference": its own words, or "[[]]" for those of the document that it names.
  bool read_reference() {
    const auto inner = text_.substr(at_ + 2, max_target);
    const auto end = inner.find("]]");
    if (end == none) return false;
    const auto bar = inner.substr(0, end).find('|');
    show(bar == none ? "[[]]" : inner.substr(bar + 1, end - bar - 1), at_ + end + 4);
    return true;
  }

  /// Rule "picture": its words are told apart, by image.no-alt.
  void read_image() {
    const auto close = closes_.find(at_ + 1);
    const auto end = close == closes_.end() ? none : end_of_link(at_ + 1, close->second);
    if (end == none) return keep(1);
    at_ = end;
  }

  /// Rules "line break in a cell" and "address in angle brackets".
  void read_angle() {
    if (const auto size = line_break_size(text_.substr(at_)); size > 0)
      return show(" ", at_ + size);
    const auto rest = text_.substr(at_ + 1, max_target);
    const auto end = rest.find_first_of("> \n");
    const bool is_address = end != none && rest[end] == '>' &&
                            rest.substr(0, end).find_first_of(":@") != none &&
                            is_letter_or_digit(rest.front());
    if (!is_address) return keep(1);
    show(rest.substr(0, end), at_ + end + 2);
  }

  void read_entity() {
    const auto rest = text_.substr(at_ + 1, max_entity);
    const auto end = rest.find(';');
    if (end == none) return keep(1);
    const auto name = rest.substr(0, end);
    if (name.starts_with('#')) return read_numeric(name.substr(1), at_ + end + 2);
    const auto* const entity =
        std::ranges::find(entities, name, &std::pair<std::string_view, std::string_view>::first);
    if (entity == entities.end()) return keep(1);
    show(entity->second, at_ + end + 2);
  }

  void read_numeric(std::string_view digits, std::size_t end) {
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hex ? 16 : 10);
    if (value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return keep(1);
    std::string sign;
    append_utf8(sign, value);
    show(sign, end);
  }

  /// Rule "emphasis": ** and ~~ always mark, unless they stand alone or between digits; * _ ~ mark
  /// where a pair of them stands around whole words.
  void read_emphasis() {
    const char c = text_[at_];
    const auto size = run_at(at_);
    const auto end = at_ + size;
    const bool is_open = end < text_.size() && !is_blank(text_[end]) && !is_word_before(text_, at_);
    const bool is_close = at_ > 0 && !is_blank(text_[at_ - 1]) && !is_word_at(text_, end);
    const bool is_inside = is_word_before(text_, at_) && is_word_at(text_, end);
    if (c == '*' && (size == 2 || size == 3)) return read_strong(size, is_open, is_close);
    const bool is_deletion = c == '~' && size == 2 && (is_open || is_close || is_inside);
    if (is_deletion) return show({}, end);
    const bool can_pair = !is_inside && (size == 1 || (c == '_' && size <= 3));
    read_pair(size, can_pair && is_open, can_pair && is_close);
  }

  void read_pair(std::size_t size, bool is_open, bool is_close) {
    const char c = text_[at_];
    if (is_close && close_pair(c, size)) return show({}, at_ + size);
    if (is_open) open_[{c, size}].push_back(seen_.size());
    keep(size);
  }

  void read_strong(std::size_t size, bool is_open, bool is_close) {
    const auto end = at_ + size;
    const bool is_alone =
        (at_ == 0 || is_blank(text_[at_ - 1])) && (end == text_.size() || is_blank(text_[end]));
    const bool is_between_digits =
        at_ > 0 && end < text_.size() && is_digit(text_[at_ - 1]) && is_digit(text_[end]);
    if (is_alone || is_between_digits) return keep(size);
    // Three are one and two: "***both** one*".
    if (size == 3 && !(is_close && close_pair('*', 1)) && is_open) open_[{'*', 1}].push_back(none);
    show({}, end);
  }

  /// Leaves the mark out that opened the pair.
  bool close_pair(char c, std::size_t size) {
    auto& open = open_[{c, size}];
    if (open.empty()) return false;
    const auto start = open.back();
    open.pop_back();
    if (start != none)
      std::fill_n(seen_.begin() + static_cast<std::ptrdiff_t>(start), size, left_out);
    return true;
  }

  std::string_view text_;
  const Labels& labels_;
  std::size_t at_ = 0;
  std::size_t address_end_ = 0;
  std::size_t path_end_ = 0;
  bool has_paths_ = false;  ///< perhaps: what they hold stands somewhere
  std::string seen_;
  std::map<std::size_t, Code> codes_;
  std::map<std::size_t, std::size_t> closes_;  ///< of brackets
  std::map<std::size_t, std::size_t> jumps_;   ///< over the targets of links
  std::map<std::pair<char, std::size_t>, std::vector<std::size_t>> open_;
};

}  // namespace

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_sign(code_point_at(text, at).value);
}

std::size_t line_break_size(std::string_view text) {
  for (const std::string_view tag : {"<br>", "<br/>", "<br />"}) {
    if (to_lower(text.substr(0, tag.size())) == tag) return tag.size();
  }
  return 0;
}

void read_words(std::string_view text, int line, const Labels& labels, Reading& reading) {
  WordReader reader(text, labels);
  reader.read();
  reader.split(line, reading);
}

}  // namespace handbok
