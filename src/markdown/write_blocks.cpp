#include "markdown/write_blocks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "markdown/sections.hpp"
#include "markdown/write_table.hpp"
#include "model/boxes.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_quoted_html = 30;

std::uint32_t count_words(std::string_view text) {
  std::uint32_t count = 0;
  bool is_in_word = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank && !is_in_word) ++count;
    is_in_word = !is_blank;
  }
  return count;
}

/// The class that names the language of a code block: "toml" of "toml title=x".
std::string language_class(std::string_view info) {
  const auto name = info.substr(0, info.find_first_of(" \t"));
  const bool is_name = !name.empty() && name.size() <= 30 && std::ranges::all_of(name, [](char c) {
    return is_letter_or_digit(c) || c == '-';
  });
  return is_name ? " class=\"language-" + std::string(name) + "\"" : std::string();
}

class BlockWriter {
public:
  BlockWriter(std::span<const TreeStep> steps, WriteContext& context)
      : steps_(steps),
        context_(context),
        builder_(context.builder),
        sections_(context.builder, context.reporter),
        tables_(context.builder) {}

  void write() {
    for (std::size_t i = 0; i < steps_.size();)
      i = write_step(i);
  }

private:
  /// A quote, list, item or footnote that is being written.
  struct Frame {
    const TreeStep* step = nullptr;
    bool is_tight = false;                       ///< paragraphs in it have no tags
    bool awaits_first = false;                   ///< a task whose first paragraph is still to come
    std::optional<BoxLevel> box = std::nullopt;  ///< the quotation is one
  };

  /// Writes the step at `index` and gives the next one to write.
  std::size_t write_step(std::size_t index) {
    const auto& step = steps_[index];
    const bool is_start = step.motion == Motion::enter;
    switch (step.kind) {
      case TreeNodeKind::paragraph: return write_paragraph(index);
      case TreeNodeKind::heading: return write_heading(index);
      case TreeNodeKind::table_cell: return write_cell(index);
      case TreeNodeKind::document: sections_.close_from(0); break;
      case TreeNodeKind::block_quote: is_start ? open_quotation(index) : close_quotation(); break;
      case TreeNodeKind::list: is_start ? open_list(step) : close_list(step); break;
      case TreeNodeKind::item: is_start ? open_item(step) : close("</li>\n"); break;
      case TreeNodeKind::footnote_definition:
        is_start ? open_footnote(step) : close_footnote(index);
        break;
      case TreeNodeKind::code_block: write_code(step); break;
      case TreeNodeKind::html_block: refuse_html(step); break;
      case TreeNodeKind::thematic_break: builder_.html("<hr>\n"); break;
      case TreeNodeKind::table:
        if (is_start) note_content();
        tables_.write_frame(step);
        break;
      case TreeNodeKind::table_row:
        if (is_start) report_lost_cells(step);
        tables_.write_frame(step);
        break;
      case TreeNodeKind::table_header: tables_.write_frame(step); break;
      case TreeNodeKind::text:
      case TreeNodeKind::soft_break:
      case TreeNodeKind::hard_break:
      case TreeNodeKind::code:
      case TreeNodeKind::html_inline:
      case TreeNodeKind::emphasis:
      case TreeNodeKind::strong:
      case TreeNodeKind::link:
      case TreeNodeKind::image:
      case TreeNodeKind::footnote_reference: break;
    }
    return index + 1;
  }

  void note_content() {
    if (!is_in_footnotes_) sections_.note_content();
  }

  // --- what holds blocks ----------------------------------------------------------------------

  void open(const TreeStep& step, std::string_view tag) {
    if (step.kind == TreeNodeKind::block_quote) note_content();
    builder_.html(tag);
    frames_.push_back({&step});
  }

  void close(std::string_view tag) {
    sections_.close_from(frames_.size());
    frames_.pop_back();
    builder_.html(tag);
  }

  // --- quotations and boxes -------------------------------------------------------------------

  /// Which of `box_marks` stands alone on the first line of the quotation at `index`, if one does.
  std::optional<std::size_t> mark_of(std::size_t index) const {
    const auto& first = steps_[index + 1];
    if (first.kind != TreeNodeKind::paragraph || first.motion != Motion::enter) return std::nullopt;
    const auto line = trim(read_block_markers(context_.lines.line(first.line)).text);
    const auto mark = std::ranges::find_if(box_marks, [&](const BoxMark& each) {
      return line == "[!" + std::string(each.name) + "]";
    });
    if (mark == box_marks.end()) return std::nullopt;
    return static_cast<std::size_t>(mark - box_marks.begin());
  }

  void open_quotation(std::size_t index) {
    const auto mark = mark_of(index);
    if (!mark) {
      open(steps_[index], "<blockquote>\n");
      ++quotes_;
      return;
    }
    const auto level = box_marks[*mark].level;
    if (is_lifted(level)) builder_.point(PieceKind::lifted_start, 0);
    open(steps_[index],
         "<div class=\"box box-" + std::string(class_of(level)) + "\">\n<p class=\"box-label\">");
    builder_.point(PieceKind::box_label, static_cast<std::uint32_t>(*mark));
    builder_.html("</p>\n");
    frames_.back().box = level;
    is_mark_next_ = true;
  }

  void close_quotation() {
    const auto box = frames_.back().box;
    close(box ? "</div>\n" : "</blockquote>\n");
    if (!box) --quotes_;
    if (box && is_lifted(*box)) builder_.point(PieceKind::lifted_end, 0);
  }

  /// Only a box that stands by itself can be shown somewhere else.
  bool is_lifted(BoxLevel level) const {
    return level == BoxLevel::urgent && frames_.empty() && !is_in_footnotes_;
  }

  static std::string_view class_of(BoxLevel level) {
    switch (level) {
      case BoxLevel::urgent: return "urgent";
      case BoxLevel::warning: return "warning";
      case BoxLevel::tip: return "tip";
    }
    return {};
  }

  /// Where the text of the paragraph at `index` begins: of the first one in a box, after the mark.
  std::size_t text_start(std::size_t index, std::size_t leave) {
    if (!std::exchange(is_mark_next_, false)) return index;
    while (index < leave && steps_[index].kind != TreeNodeKind::soft_break &&
           steps_[index].kind != TreeNodeKind::hard_break)
      ++index;
    return index;
  }

  // --- lists ----------------------------------------------------------------------------------

  void open_list(const TreeStep& step) {
    note_content();
    const bool has_tasks = step.task != TaskState::none;
    if (!is_in_footnotes_) sections_.note_list(step.is_ordered, has_tasks);
    std::string tag = step.is_ordered ? "<ol" : "<ul";
    if (step.is_ordered && step.number != 1)
      tag += " start=\"" + std::to_string(step.number) + "\"";
    if (has_tasks) tag += " class=\"task-list\"";
    open(step, tag + ">\n");
    frames_.back().is_tight = step.is_tight;
  }

  void close_list(const TreeStep& step) { close(step.is_ordered ? "</ol>\n" : "</ul>\n"); }

  void open_item(const TreeStep& step) {
    const bool is_tight = frames_.back().is_tight;
    open(step, "<li>");
    frames_.back().is_tight = is_tight;
    frames_.back().awaits_first = step.task != TaskState::none;
  }

  // --- footnotes ------------------------------------------------------------------------------

  void open_footnote(const TreeStep& step) {
    if (!is_in_footnotes_) {
      sections_.close_from(0);
      builder_.html("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
    }
    is_in_footnotes_ = true;
    open(step, "<li id=\"fn-" + std::to_string(step.number) + "\">");
  }

  void close_footnote(std::size_t index) {
    const auto number = steps_[index].number;
    if (steps_[index - 1].kind != TreeNodeKind::paragraph && has_references(number)) {
      builder_.html("<p>");
      write_returns(number);
      builder_.html("</p>\n");
    }
    close("</li>\n");
    const bool is_last = steps_[index + 1].kind != TreeNodeKind::footnote_definition;
    if (is_last) builder_.html("</ol>\n</div>\n");
  }

  bool has_references(int number) const { return context_.footnote_references.contains(number); }

  /// Links back to each place that refers to the note.
  void write_returns(int number) {
    for (int count = 1; count <= context_.footnote_references[number]; ++count) {
      builder_.html(" <a href=\"#" + footnote_reference_id(number, count) +
                    R"(" class="footnote-return" role="doc-backlink" aria-label=")");
      builder_.point(PieceKind::footnote_return, static_cast<std::uint32_t>(number));
      builder_.html("\">↩</a>");
    }
  }

  /// The paragraph that ends before step `index` is the last of a footnote.
  bool ends_footnote(std::size_t index) const {
    return index < steps_.size() && steps_[index].kind == TreeNodeKind::footnote_definition &&
           steps_[index].motion == Motion::leave && has_references(steps_[index].number);
  }

  // --- what holds text ------------------------------------------------------------------------

  /// The step that leaves the block entered at `index`.
  std::size_t leave_of(std::size_t index) const {
    auto leave = index + 1;
    while (steps_[leave].kind != steps_[index].kind)
      ++leave;
    return leave;
  }

  std::span<const TreeStep> inside(std::size_t index, std::size_t leave) const {
    return steps_.subspan(index + 1, leave - index - 1);
  }

  InlineText write_text(std::size_t index, std::size_t leave, std::size_t start) {
    auto words = write_inlines(steps_[index], inside(start, leave), context_);
    auto& body = builder_.body();
    body.word_count += count_words(words.text);
    if (!trim(words.text).empty()) {
      body.texts.push_back({words.text, words.position, quotes_ > 0});
    }
    return words;
  }

  std::size_t write_paragraph(std::size_t index) {
    note_content();
    report_broken_table(steps_[index]);
    const auto leave = leave_of(index);
    const auto start = text_start(index, leave);
    if (start == leave) return leave + 1;
    const bool is_tight = !frames_.empty() && frames_.back().is_tight;
    const bool is_task = take_task() && has_visible_content(inside(index, leave));
    if (!is_tight) builder_.html("<p>");
    if (is_task) {
      const bool is_done = frames_.back().step->task == TaskState::done;
      builder_.html(is_done ? "<label><input type=\"checkbox\" checked> "
                            : "<label><input type=\"checkbox\"> ");
    }
    write_text(index, leave, start);
    if (is_task) builder_.html("</label>");
    if (ends_footnote(leave + 1)) write_returns(steps_[leave + 1].number);
    builder_.html(is_tight ? "\n" : "</p>\n");
    return leave + 1;
  }

  /// True for the first paragraph of a task.
  bool take_task() {
    const bool is_task = !frames_.empty() && frames_.back().awaits_first;
    if (is_task) frames_.back().awaits_first = false;
    return is_task;
  }

  std::size_t write_heading(std::size_t index) {
    const auto leave = leave_of(index);
    if (!has_visible_content(inside(index, leave))) {
      write_text(index, leave, index);
      return leave + 1;
    }
    const auto level = std::to_string(sections_.start(steps_[index].number, frames_.size()));
    builder_.html("<h" + level + " id=\"");
    const auto mark = builder_.mark();
    builder_.html("\">");
    const auto words = write_text(index, leave, index);
    builder_.html("</h" + level + ">\n");
    const auto column = static_cast<std::size_t>(std::max(steps_[index].column, 1));
    const auto position = context_.lines.position(steps_[index].line, column - 1);
    builder_.insert(mark, sections_.open(std::string(trim(words.title)), position));
    return leave + 1;
  }

  std::size_t write_cell(std::size_t index) {
    const auto leave = leave_of(index);
    const bool is_empty = !has_visible_content(inside(index, leave));
    const auto closing_tag = tables_.open_cell(steps_[index], is_empty);
    const auto words = write_text(index, leave, index);
    tables_.note_cell(words.title);
    builder_.html(closing_tag);
    return leave + 1;
  }

  /// The parser drops the cells of a row that its table has no columns for.
  void report_lost_cells(const TreeStep& row) {
    const auto cells = cells_in_row(context_.lines.line(row.line));
    if (cells <= tables_.columns()) return;
    context_.reporter.report(Code::markdown_table_cells, context_.lines.position(row.line, 0),
                             {std::to_string(cells), std::to_string(tables_.columns())});
  }

  void report_broken_table(const TreeStep& paragraph) {
    if (!looks_like_table(context_.lines, paragraph.line, paragraph.end_line)) return;
    context_.reporter.report(Code::markdown_table_broken,
                             context_.lines.position(paragraph.line, 0), {});
  }

  // --- what holds neither ---------------------------------------------------------------------

  void write_code(const TreeStep& step) {
    note_content();
    builder_.html("<pre tabindex=\"0\"><code" + language_class(step.title) + ">");
    builder_.text(step.text);
    builder_.html("</code></pre>\n");
  }

  void refuse_html(const TreeStep& step) {
    const auto column = static_cast<std::size_t>(std::max(step.column, 1));
    context_.reporter.report(Code::markdown_raw_html,
                             context_.lines.position(step.line, column - 1),
                             {excerpt(trim(step.text), max_quoted_html)});
  }

  std::span<const TreeStep> steps_;
  WriteContext& context_;
  BodyBuilder& builder_;
  Sections sections_;
  TableWriter tables_;
  std::vector<Frame> frames_;
  int quotes_ = 0;
  bool is_in_footnotes_ = false;
  bool is_mark_next_ = false;  ///< the next paragraph begins with the mark of a box
};

}  // namespace

void write_blocks(std::span<const TreeStep> steps, WriteContext& context) {
  BlockWriter(steps, context).write();
}

}  // namespace handbok
