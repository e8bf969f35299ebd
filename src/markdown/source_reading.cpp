#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "markdown/limits.hpp"
#include "markdown/reading.hpp"
#include "markdown/source_words.hpp"
#include "markdown/write_table.hpp"

namespace handbok {
namespace {

constexpr auto none = std::string_view::npos;
constexpr int nesting_columns = 2;  // by which a list stands further in than the one it lies in

/// A line in which only `mark` stands, at least three times; blanks may stand between.
bool is_row_of(std::string_view line, char mark, bool may_have_blanks) {
  return std::ranges::count(line, mark) >= 3 && std::ranges::all_of(line, [&](char c) {
           return c == mark || (may_have_blanks && c == ' ');
         });
}

bool is_rule(std::string_view line) {
  return is_row_of(line, '-', true) || is_row_of(line, '*', true) || is_row_of(line, '_', true);
}

bool is_fence(std::string_view line) {
  return line.starts_with("~~~") ||
         (line.starts_with("```") && line.find('`', line.find_first_not_of('`')) == none);
}

/// How many # make a heading of the line. Two without a blank after them are meant as one too.
std::size_t heading_size(std::string_view line) {
  const auto size = std::min(line.find_first_not_of('#'), line.size());
  const bool is_heading =
      size > 0 && size <= 6 && (size > 1 || size == line.size() || line[size] == ' ');
  return is_heading ? size : 0;
}

/// "a)", "(b)", "iv)", "•", ":": a mark of a step, point or definition that Markdown does not know.
bool has_typed_mark(std::string_view line) {
  if (line.starts_with("• ") || line.starts_with("· ") || line.starts_with(": ")) return true;
  if (line.starts_with('(')) line.remove_prefix(1);
  const auto end = line.find(')');
  if (end == none || end == 0 || !line.substr(end + 1).starts_with(' ')) return false;
  const auto name = line.substr(0, end);
  return (end == 1 && is_letter(name.front())) || name.find_first_not_of("ivx") == none;
}

/// How many bytes of letters and digits the text begins with.
std::size_t word_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_word_at(text, at))
    at += code_point_at(text, at).size;
  return at;
}

/// How a line begins that may be meant as one of its own: "–", "(9)", "a.", "Steg 9", "Namn:" is
/// "w:". Empty if it begins as a line of running text.
std::string beginning_of(std::string_view line) {
  const auto first = code_point_at(line, 0);
  const bool is_sign = first.value == 0xa7 || (first.value >= 0x2010 && first.value < 0x2c00);
  const auto sign = std::string(line.substr(0, is_sign ? first.size : 0));
  if (is_sign && first.value != 0xa7)
    return line.substr(first.size).starts_with(' ') ? sign : std::string();
  const bool is_list_mark = std::string_view("-*+").find(line.front()) != none;
  if (is_list_mark) return is_word_at(line, 1) ? std::string(line.substr(0, 1)) : std::string();
  const auto name = std::string(line.starts_with('(') ? "(" : "") + sign;
  auto rest = line.substr(name.size());
  const auto word = rest.substr(0, word_size(rest));
  rest.remove_prefix(word.size());
  const bool is_number = word.find_first_not_of("0123456789") == none;
  const bool is_letter_mark =
      count_code_points(word) == 1 || word.find_first_not_of("ivxIVX") == none;
  const auto ends = [&](std::string_view marks) {
    return !rest.empty() && marks.find(rest.front()) != none;
  };
  if (!word.empty() && (is_number || is_letter_mark))
    return ends(".:)") && !rest.substr(1).starts_with('\\')
               ? name + (is_number ? "9" : "a") + rest.front()
               : std::string();
  if (ends(":")) return word.empty() ? std::string() : "w:";
  const bool has_number = rest.size() > 1 && rest.front() == ' ' && is_digit(rest[1]);
  return has_number && name.size() + word.size() > 1 ? name + std::string(word) + " 9"
                                                     : std::string();
}

/// "> 38,5", "≥" as people type it, and no step of a list in a quotation.
bool starts_with_limit(std::string_view line) {
  if (!line.starts_with('>')) return false;
  line = trim(line.substr(1));
  const auto size = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_step = size < line.size() && std::string_view(".)").find(line[size]) != none &&
                       (size + 1 == line.size() || line[size + 1] == ' ');
  return line.starts_with('=') || (size > 0 && !is_step);
}

class SourceReader {
public:
  explicit SourceReader(const SourceLines& lines) : lines_(lines), labels_(find_labels(lines)) {
    for (int number = 1; number <= lines.line_count(); ++number) {
      const auto line = read_block_markers(lines.line(number)).text;
      for (const char mark : {'`', '~'}) {
        if (is_row_of(trim(line), mark, false)) last_fence_[mark] = number;
      }
    }
  }

  Reading read() {
    for (number_ = 1; number_ <= lines_.line_count(); ++number_)
      read_line(lines_.line(number_));
    flush();
    for (const auto& note : labels_.notes) {
      const auto found = notes_.find(note);
      if (found == notes_.end()) continue;
      std::ranges::move(found->second, std::back_inserter(body_));
    }
    return std::move(body_);
  }

private:
  struct List {
    int column = 0;
    char mark = '-';
  };

  void see(SeenKind kind, std::string text = {}) {
    target_->push_back({kind, std::move(text), 0, 0, number_});
  }

  void flush() {
    if (is_heading_) target_->push_back({SeenKind::heading, {}, 0, 0, start_});
    read_words(pending_, start_, labels_, *target_);
    pending_.clear();
    is_heading_ = false;
  }

  // --- lines
  // --------------------------------------------------------------------------------------

  void read_line(std::string_view line) {
    column_ = 0;
    rest_ = line;
    skip_blanks();
    skip_quotation(fence_ == '\0' ? none : fence_depth_);
    if (fence_ != '\0') return read_code_line();
    if (rest_.empty()) {
      flush();
      is_after_blank_ = true;
      is_in_table_ = false;
      return;
    }
    read_block();
    is_after_blank_ = false;
  }

  void skip_blanks() {
    for (; !rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t');
         rest_.remove_prefix(1))
      column_ += rest_.front() == '\t' ? 4 - column_ % 4 : 1;
    rest_ = trim(rest_);
  }

  /// A quotation in which each line begins with a number is no quotation but a limit.
  bool is_limit() {
    if (number_ >= limits_end_) {
      are_limits_ = starts_with_limit(rest_);
      for (limits_end_ = number_ + 1;; ++limits_end_) {
        const auto line = trim(lines_.line(limits_end_));
        if (!line.starts_with('>')) break;
        are_limits_ &= starts_with_limit(line);
      }
    }
    return are_limits_;
  }

  /// Rule "quotation": > at the start of a line.
  void skip_quotation(std::size_t levels_max) {
    for (quotes_ = 0; quotes_ < levels_max && rest_.starts_with('>'); ++quotes_) {
      if (quotes_ == 0 && is_limit()) return;
      rest_.remove_prefix(1);
      column_ = -1;
      skip_blanks();
    }
  }

  /// Rule "code": the fences; what stands between them is seen as it is.
  void read_code_line() {
    const bool is_end = is_row_of(rest_, fence_, false);
    if (is_end) {
      fence_ = '\0';
      return;
    }
    const auto line = replaced(rest_, "\t", " ");
    for (const auto word : split(line, ' ')) {
      if (!word.empty()) see(SeenKind::word, std::string(word));
    }
  }

  void read_block() {
    if (read_definition() || read_table()) return;
    if (is_after_blank_ || heading_size(rest_) > 0) close_lists();
    while (read_list_mark()) {
    }
    if (rest_.empty()) return;
    if (is_rule(rest_)) {
      flush();
      see(SeenKind::rule);
    } else if (is_fence(rest_)) {
      open_fence();
    } else if (const auto size = heading_size(rest_); size > 0) {
      read_heading(size);
    } else if (!pending_.empty() && rest_.find_first_not_of('=') == none) {
      is_heading_ = true;
      flush();
    } else {
      read_text();
    }
  }

  /// A mark without an end makes code of all that follows, which nobody means.
  void open_fence() {
    flush();
    const char mark = rest_.front();
    const auto last = last_fence_.find(mark);
    if (last == last_fence_.end() || last->second <= number_) return;
    fence_ = mark;
    fence_depth_ = quotes_;
    see(SeenKind::code);
  }

  /// Rule "heading": # before it, and after it.
  void read_heading(std::size_t size) {
    flush();
    auto words = trim(rest_.substr(size));
    const auto end = words.find_last_not_of('#');
    if (end == none) return;
    if (words[end] == ' ') words = trim(words.substr(0, end));
    start_ = number_;
    pending_ = words;
    is_heading_ = true;
    flush();
  }

  void read_text() {
    if (pending_.empty()) {
      start_ = number_;
    } else {
      const auto before = lines_.line(number_ - 1);
      const bool is_broken = before.ends_with("  ") || before.ends_with('\\');
      const auto beginning = beginning_of(rest_);
      const bool is_like_last = !beginning.empty() && beginning == beginning_of(last_text_);
      pending_ += '\n';
      if (!is_broken && (is_like_last || has_typed_mark(rest_))) pending_ += line_mark;
    }
    last_text_ = rest_;
    pending_ += without_block_mark(rest_);
  }

  /// Rule "marks of other programs": ":::", "!!!" and "[!NOTE]" say how a block looks.
  static std::string_view without_block_mark(std::string_view line) {
    const bool is_box = line.starts_with(":::") || line.starts_with("!!! ");
    if (is_box) return trim(line.substr(3));
    const auto end = line.starts_with("[!") ? line.find(']') : none;
    return end == none ? line : trim(line.substr(end + 1));
  }

  // --- lists
  // --------------------------------------------------------------------------------------

  void close_lists() {
    while (!lists_.empty() && column_ <= lists_.back().column && !starts_list())
      lists_.pop_back();
  }

  std::size_t digits() const {
    return std::min(rest_.find_first_not_of("0123456789"), rest_.size());
  }

  /// How many bytes the mark of a list at the start of the line has.
  std::size_t mark_size() const {
    const auto size = digits();
    if (size > 9 || rest_.size() <= size) return 0;
    const auto marks = std::string_view(size == 0 ? "-+*" : ".)");
    const bool is_mark = marks.find(rest_[size]) != none;
    const bool ends = rest_.size() == size + 1 || rest_[size + 1] == ' ' || rest_[size + 1] == '\t';
    return is_mark && ends && !is_rule(rest_) ? size + 1 : 0;
  }

  bool starts_list() const { return mark_size() > 0; }

  /// A year at the start of a line belongs to the text, and so do a plus that no list has begun
  /// with and a minus before a number that no list goes on after, unless a colon says that one
  /// comes.
  bool goes_on_with_text(std::size_t size) const {
    if (pending_.empty()) return false;
    const bool is_new = lists_.empty() || lists_.back().mark != rest_[size - 1];
    const bool is_minus = rest_.front() == '-' && rest_.size() > 2 && is_digit(rest_[2]);
    return size > 4 || (is_new && (rest_.front() == '+' ||
                                   (is_minus && !trim(pending_).ends_with(':') && is_alone())));
  }

  /// True if no line of the text that follows begins as this one does.
  bool is_alone() const {
    for (int number = number_ + 1;; ++number) {
      const auto line = lines_.line(number);
      const auto at = line.find_first_not_of("> ");
      if (at == none) return true;
      if (line.substr(at).starts_with(rest_.substr(0, 2))) return false;
    }
  }

  bool read_list_mark() {
    const auto size = mark_size();
    if (size == 0 || goes_on_with_text(size)) return false;
    flush();
    while (!lists_.empty() && column_ < lists_.back().column + nesting_columns)
      lists_.pop_back();
    lists_.push_back({column_, rest_[size - 1]});
    const int depth = static_cast<int>(lists_.size());
    int number = 0;
    std::from_chars(rest_.data(), rest_.data() + size - 1, number);
    const auto kind = size == 1 ? SeenKind::bullet : SeenKind::number;
    target_->push_back({kind, {}, depth, number, number_});
    rest_.remove_prefix(size);
    column_ += static_cast<int>(size);
    skip_blanks();
    read_box();
    skip_quotation(none);
    return true;
  }

  void read_box() {
    const bool is_done = rest_.starts_with("[x] ") || rest_.starts_with("[X] ");
    if (!is_done && !rest_.starts_with("[ ] ")) return;
    see(SeenKind::box, is_done ? "☑" : "☐");
    rest_ = trim(rest_.substr(4));
  }

  // --- definitions and tables
  // ---------------------------------------------------------------------

  /// Rules "note" and "definition of a link": they are seen where they are used. Rule "comment": a
  /// definition that leads to "#" is how notes for tools are written, as in drafts of reports.
  bool read_definition() {
    if (!rest_.starts_with('[')) return end_note();
    const auto label = label_at(rest_, 1);
    if (label.empty() || !rest_.substr(label.size() + 1).starts_with("]:")) return end_note();
    const bool is_used = labels_.is_used(normal_label(label));
    const auto meant = trim(rest_.substr(label.size() + 3));
    const bool is_comment = meant == "#" || meant.starts_with("# ");
    if (!label.starts_with('^')) return pending_.empty() && (is_used || is_comment);
    flush();
    lists_.clear();
    target_ = is_used ? &notes_[normal_label(label)] : &body_;
    rest_ = meant;
    return rest_.empty();
  }

  /// A line that does not stand further in ends a note, after an empty line.
  bool end_note() {
    if (target_ == &body_ || !is_after_blank_ || column_ >= nesting_columns) return false;
    flush();
    target_ = &body_;
    lists_.clear();
    return false;
  }

  /// Rule "table": bars between its cells, and the line under its head.
  bool read_table() {
    const bool has_bar = rest_.find('|') != none;
    if (is_in_table_ && has_bar) return read_row();
    is_in_table_ = false;
    const auto below = read_block_markers(lines_.line(number_ + 1)).text;
    const auto columns = columns_of_delimiter_row(below);
    if (columns == 0) return false;
    while (read_list_mark()) {
    }
    if (rest_.empty() || cells_in_row(rest_) != columns) return false;
    flush();
    read_row();
    ++number_;
    is_in_table_ = true;
    return true;
  }

  bool read_row() {
    see(SeenKind::row);
    std::string cell;
    for (std::size_t at = 0; at <= rest_.size(); ++at) {
      const bool is_bar = at == rest_.size() || rest_[at] == '|';
      const bool is_text = at < rest_.size() && is_bar && at > 0 && rest_[at - 1] == '\\';
      if (is_text) cell.pop_back();
      if (!is_bar || is_text) {
        cell += rest_[at];
      } else {
        read_words(cell, number_, labels_, *target_);
        cell.clear();
      }
    }
    return true;
  }

  const SourceLines& lines_;
  Labels labels_;
  Reading body_;
  std::map<std::string, Reading> notes_;
  Reading* target_ = &body_;
  std::map<char, int> last_fence_;  ///< the last line that could end a block of code
  std::vector<List> lists_;
  std::string pending_;  ///< text of a block that has not ended yet
  int start_ = 0;        ///< line on which it began
  int number_ = 0;
  int column_ = 0;
  std::string_view rest_;
  char fence_ = '\0';
  std::size_t fence_depth_ = 0;  ///< in how many quotations it stands
  std::size_t quotes_ = 0;       ///< that the line stands in
  bool is_after_blank_ = true;
  bool is_heading_ = false;
  std::string_view last_text_;  ///< the line of text before
  int limits_end_ = 0;          ///< the line after those that were looked at for limits
  bool are_limits_ = false;
  bool is_in_table_ = false;
};

}  // namespace

Labels find_labels(const SourceLines& lines) {
  Labels labels;
  std::set<std::string> seen_notes;
  for (int number = 1; number <= lines.line_count(); ++number) {
    const auto line = lines.line(number);
    const auto start = line.size() - read_block_markers(line).text.size();
    for (auto at = line.find('['); at != none; at = line.find('[', at + 1)) {
      const auto label = label_at(line, at + 1);
      if (label.empty()) continue;
      auto name = normal_label(label);
      const bool is_first = trim(line.substr(0, at)).empty() || at == start;
      if (is_first && line.substr(at + label.size() + 1).starts_with("]:")) {
        labels.defined.insert(std::move(name));
        continue;
      }
      if (name.starts_with('^') && seen_notes.insert(name).second) labels.notes.push_back(name);
      labels.used.insert(std::move(name));
    }
  }
  return labels;
}

Reading read_source(const SourceLines& lines) {
  return SourceReader(lines).read();
}

}  // namespace handbok
