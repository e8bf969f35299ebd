#include "model/body_blocks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "model/body_words.hpp"
#include "model/boxes.hpp"

namespace handbok {
namespace {

/// The name of the tag that starts at '<', without '/'.
std::string_view name_of_tag(std::string_view tag) {
  if (tag.starts_with("/")) tag.remove_prefix(1);
  return tag.substr(0, tag.find_first_of(" />\n"));
}

/// True for tags inside a line of text; the others end what they stand in.
bool is_inline_tag(std::string_view name) {
  constexpr std::array<std::string_view, 9> inline_tags = {"a",   "code", "del", "em",    "span",
                                                           "sub", "sup",  "img", "strong"};
  return std::ranges::find(inline_tags, name) != inline_tags.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// A line across the page.
constexpr std::string_view rule = "———";

/// Reads finished HTML stretch by stretch and collects its text.
class BlockReader {
public:
  BlockReader(const Body& body, const LinkName& name, Struck struck)
      : body_(body),
        name_(name),
        leaves_struck_out_(struck == Struck::left_out) {}

  std::vector<BodyBlock> read() {
    for (const auto& piece : pieces_of(body_)) {
      read_html(piece.html);
      if (piece.kind == PieceKind::link_start) {
        const auto& link = body_.links[piece.index];
        const bool is_bare = link.is_image || link.text.empty();
        if (link.is_image) next_.marked += '!';
        if (is_bare) show(link.is_image ? link.text : name_ ? name_(link) : link.target);
        target_ = is_bare ? std::string() : link.target;
        mark_link(false);
      } else if (piece.kind == PieceKind::link_end) {
        mark_link(true);
      } else if (piece.kind == PieceKind::box_label) {
        next_.kind = BlockKind::label;
        show(box_marks[piece.index].name);
      } else if (piece.kind == PieceKind::footnote_label) {
        mark("[^" + std::to_string(piece.index) + "]");
        is_in_note_link_ = true;
      } else if (piece.kind == PieceKind::footnote_return) {
        is_in_note_link_ = true;
      }
    }
    flush();
    return std::move(blocks_);
  }

private:
  void read_html(std::string_view html) {
    if (is_in_note_link_) {  // what follows begins inside one of its attributes
      html = html.substr(std::min(html.find("</a>"), html.size()));
      is_in_note_link_ = html.empty();
    }
    while (!html.empty()) {
      const auto open = html.find('<');
      add_text(html.substr(0, open));
      if (open == std::string_view::npos) return;
      const auto close = html.find('>', open);
      read_tag(html.substr(open + 1, close - open - 1));
      html.remove_prefix(close == std::string_view::npos ? html.size() : close + 1);
    }
  }

  void add_text(std::string_view escaped) {
    while (!escaped.empty()) {
      const auto plain = escaped.substr(0, escaped.find_first_of("&\n"));
      show(plain);
      escaped.remove_prefix(plain.size());
      if (escaped.empty()) return;
      const auto [text, size] = first_character(escaped);
      if (text != " " || !text_.ends_with(' ')) show(text);
      escaped.remove_prefix(size);
    }
  }

  /// The text that an entity or byte stands for, and how many bytes it takes.
  static std::pair<std::string_view, std::size_t> first_character(std::string_view escaped) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities = {
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}}};
    for (const auto& [entity, text] : entities) {
      if (escaped.starts_with(entity)) return {text, entity.size()};
    }
    if (escaped.front() == '\n') return {" ", 1};
    return {escaped.substr(0, 1), 1};
  }

  void read_tag(std::string_view tag) {
    const auto name = name_of_tag(tag);
    const bool is_end = tag.starts_with("/");
    if (is_inline_tag(name)) return mark_inline(name, tag, is_end);
    if (name == "br") return break_line();
    if (name == "td" || name == "th") {
      if (!is_end) begin_cell(name == "th");
      return;
    }
    flush();
    if (name == "blockquote") quotes_ += is_end ? -1 : 1;
    if (name == "ol" || name == "ul") follow_list(tag, name == "ol", is_end);
    if (is_end) return;
    if (name == "input") return show(tag.find(" checked") == std::string_view::npos ? "☐" : "☑");
    if (name == "p" || name == "pre") begin_paragraph();
    if (name == "hr") {
      begin_paragraph();
      next_.kind = BlockKind::label;
      show(rule);
      flush();
    }
    if (name == "li") begin_item();
    if (name == "tr") {
      next_ = {BlockKind::row, 0, {}};
      cells_ = 0;
    }
    if (is_heading(name)) {
      next_ = {BlockKind::heading, name[1] - '0', {}};
      next_.lead = std::string(static_cast<std::size_t>(next_.level), '#') + " ";
      next_.anchor = attribute_of(tag, "id=\"");
    }
  }

  void begin_cell(bool is_head) {
    next_.level = is_head ? 1 : 0;
    if (cells_++ > 0) show(std::string(" ").append(cell_bar).append(" "));
  }

  /// Within a block, also one of a table; that it is there is a matter of looks.
  void break_line() {
    show(" ");
    mark("↵ ");
  }

  void show(std::string_view text) {
    if (leaves_struck_out_ && is_struck_) return;
    if (leaves_struck_out_ && text_.ends_with(' ') && text.starts_with(' ')) text.remove_prefix(1);
    text_ += text;
    next_.marked += text;
  }

  void mark(std::string_view mark) {
    next_.marked += mark;
    next_.marks += mark;
  }

  void mark_inline(std::string_view name, std::string_view tag, bool is_end) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
        {{"em", "*"}, {"strong", "**"}, {"del", "~~"}, {"code", "`"}}};
    for (const auto& [inline_name, sign] : marks) {
      if (name == inline_name) mark(sign);
    }
    if (name == "del") is_struck_ = !is_end;
    if (name != "a") return;
    if (!is_end) target_ = attribute_of(tag, "href=\"");
    mark_link(is_end);
  }

  /// A link says where it leads, but for one to a note or one whose words say it.
  void mark_link(bool is_end) {
    if (target_.empty() || target_.starts_with("#fn")) return;
    next_.marked += is_end ? "](" + target_ + ")" : "[";
  }

  static std::string attribute_of(std::string_view tag, std::string_view name) {
    const auto at = tag.find(name);
    if (at == std::string_view::npos) return {};
    const auto value = tag.substr(at + name.size());
    return std::string(value.substr(0, value.find('"')));
  }

  /// The number of the next item of each open list; 0 for one without numbers.
  void follow_list(std::string_view tag, bool is_ordered, bool is_end) {
    if (is_end) {
      if (!numbers_.empty()) numbers_.pop_back();
      return;
    }
    const auto start = attribute_of(tag, "start=\"");
    int first = is_ordered ? 1 : 0;
    std::from_chars(start.data(), start.data() + start.size(), first);
    numbers_.push_back(first);
  }

  void begin_item() {
    next_ = {BlockKind::item, 0, {}};
    if (numbers_.empty()) return;
    const std::string depth(2 * (numbers_.size() - 1), ' ');
    auto& number = numbers_.back();
    next_.lead = quotes() + depth + (number == 0 ? "•" : std::to_string(number++) + ".") + " ";
  }

  std::string quotes() const {
    std::string marks;
    for (int depth = 0; depth < quotes_; ++depth)
      marks += "> ";
    return marks;
  }

  /// Where it stands: in quotations, and in an item after what the item begins with.
  void begin_paragraph() {
    if (next_.lead.empty()) next_.lead = quotes() + std::string(2 * numbers_.size(), ' ');
  }

  /// Ends a block. A tag that only opens a list or table changes nothing for what follows.
  void flush() {
    const auto first = text_.find_first_not_of(' ');
    if (first == std::string::npos) {
      text_.clear();
      next_.marked.clear();
      return;
    }
    next_.text = text_.substr(first, text_.find_last_not_of(' ') - first + 1);
    next_.marked.erase(0, next_.marked.find_first_not_of(' '));
    next_.marked.erase(next_.marked.find_last_not_of(' ') + 1);
    blocks_.push_back(std::exchange(next_, {}));
    text_.clear();
  }

  const Body& body_;
  const LinkName& name_;
  std::vector<BodyBlock> blocks_;
  BodyBlock next_;
  std::string text_;
  std::string target_;
  int cells_ = 0;  ///< of the row so far
  std::vector<int> numbers_;
  int quotes_ = 0;  ///< open quotations
  bool leaves_struck_out_;
  bool is_struck_ = false;
  bool is_in_note_link_ = false;
};

}  // namespace

std::vector<BodyBlock> blocks_of(const Body& body, const LinkName& name, Struck struck) {
  return BlockReader(body, name, struck).read();
}

}  // namespace handbok
