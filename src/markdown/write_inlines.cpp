#include "markdown/write_inlines.hpp"

#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "markdown/address.hpp"
#include "markdown/source_words.hpp"
#include "markdown/text_spans.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_quoted_html = 30;
constexpr std::size_t max_quoted_address = 60;
constexpr int max_emphasis = 50;  // browsers stop nesting tags at some hundreds

std::uint32_t index_of(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

/// Writes the inside of one block. An image is written when it is left: until then its alternative
/// text is only collected.
class InlineWriter {
public:
  InlineWriter(const TreeStep& block, std::span<const TreeStep> steps, WriteContext& context)
      : steps_(steps),
        context_(context),
        is_cell_(block.kind == TreeNodeKind::table_cell),
        builder_(context.builder),
        place_(context.lines, std::max(block.end_line, block.line)) {}

  InlineText write() {
    find_start();
    const auto runs = read_text_runs(steps_, context_.lines, place_, context_.reporter);
    auto run = runs.begin();
    for (std::size_t i = 0; i < steps_.size();) {
      if (run != runs.end() && run->first_step == i) {
        write_run(*run);
        i += run->step_count;
        ++run;
      } else {
        write_step(i++);
      }
    }
    return std::move(words_);
  }

private:
  /// A link or image that is being written.
  struct OpenLink {
    std::optional<LinkKind> kind;
    std::uint32_t index = 0;
    std::size_t text_start = 0;
  };

  /// The first text tells how many lines of link definitions stand before it.
  void find_start() {
    const auto text = std::ranges::find(steps_, TreeNodeKind::text, &TreeStep::kind);
    if (text != steps_.end()) place_of(*text, text->text.substr(0, 16));
    const auto first = std::ranges::find_if(steps_, [](const TreeStep& s) { return s.line > 0; });
    if (first == steps_.end()) return;
    const bool is_text = first->kind == TreeNodeKind::text;
    words_.position = place_of(*first, is_text ? first->text.substr(0, 16) : "");
  }

  TextPosition place_of(const TreeStep& step, std::string_view piece) {
    const auto column = static_cast<std::size_t>(std::max(step.column, 1));
    return place_.find(step.line, column - 1, piece).position;
  }

  void write_step(std::size_t index) {
    const auto& step = steps_[index];
    const bool is_start = step.motion == Motion::enter;
    switch (step.kind) {
      case TreeNodeKind::hard_break: write_break(); break;
      case TreeNodeKind::code: write_code(step.text); break;
      case TreeNodeKind::html_inline:
        is_cell_&& line_break_size(step.text) > 0 ? write_break() : refuse_html(step);
        break;
      case TreeNodeKind::emphasis: write_emphasis(step, is_start ? "<em>" : "</em>"); break;
      case TreeNodeKind::strong: write_emphasis(step, is_start ? "<strong>" : "</strong>"); break;
      case TreeNodeKind::link: is_start ? start_link(index) : end_link(step); break;
      case TreeNodeKind::image: is_start ? start_image(step) : end_image(step); break;
      case TreeNodeKind::footnote_reference:
        if (is_start) write_footnote_reference(step.number);
        break;
      case TreeNodeKind::document:
      case TreeNodeKind::block_quote:
      case TreeNodeKind::list:
      case TreeNodeKind::item:
      case TreeNodeKind::code_block:
      case TreeNodeKind::html_block:
      case TreeNodeKind::paragraph:
      case TreeNodeKind::heading:
      case TreeNodeKind::thematic_break:
      case TreeNodeKind::footnote_definition:
      case TreeNodeKind::table:
      case TreeNodeKind::table_header:
      case TreeNodeKind::table_row:
      case TreeNodeKind::table_cell:
      case TreeNodeKind::text:
      case TreeNodeKind::soft_break: break;
    }
  }

  bool is_silent() const { return images_ > 0; }

  void html(std::string_view html) {
    if (!is_silent()) builder_.html(html);
  }

  void show(std::string_view text) {
    words_.text += text;
    words_.title += text;
    if (!is_silent()) builder_.text(text);
  }

  void write_break() {
    html("<br>");
    show(" ");
  }

  void write_code(std::string_view code) {
    words_.title += code;
    if (is_silent()) return;
    builder_.html("<code>");
    builder_.text(code);
    builder_.html("</code>");
  }

  void refuse_html(const TreeStep& step) {
    context_.reporter.report(Code::markdown_raw_html, place_of(step, step.text.substr(0, 16)),
                             {excerpt(step.text, max_quoted_html)});
  }

  void write_emphasis(const TreeStep& step, std::string_view tag) {
    const bool is_start = step.motion == Motion::enter;
    if (!is_start) --emphasis_;
    if (emphasis_ < max_emphasis) html(tag);
    if (is_start && emphasis_++ == max_emphasis) {
      context_.reporter.report(Code::markdown_nested_too_deep, place_of(step, ""),
                               {std::to_string(max_emphasis)});
    }
  }

  /// The bracket and the first words find a link, or else the bracket.
  TextPosition place_of_link(std::size_t index) {
    const auto& step = steps_[index];
    const auto& next = steps_[index + 1];
    const auto column = static_cast<std::size_t>(std::max(step.column, 1));
    for (const std::string_view bracket : {"[", "<"}) {
      const auto start = std::string(bracket) + std::string(next.text.substr(0, 12));
      const auto found = place_.find(step.line, column - 1, start);
      if (found.is_certain) return found.position;
    }
    return place_of(step, "[");
  }

  // --- links ---------------------------------------------------------------------------------

  void start_link(std::size_t index) {
    const auto& step = steps_[index];
    if (is_silent()) return;
    const auto place = place_of_link(index);
    link_ = OpenLink{kind_of_address(step.text), 0, words_.title.size()};
    link_has_image_ = false;
    if (!link_->kind) return refuse_address(step, place);
    link_->index = add_link(*link_->kind, step.text, place);
    builder_.body().links[link_->index].title = step.title;
    if (*link_->kind == LinkKind::external) {
      open_external(step.text, step.title);
    } else {
      builder_.point(PieceKind::link_start, link_->index);
    }
  }

  void end_link(const TreeStep& step) {
    if (is_silent() || !link_) return;
    const auto link = *link_;
    link_.reset();
    auto text = std::string(trim(std::string_view(words_.title).substr(link.text_start)));
    if (!link.kind) return;
    if (*link.kind != LinkKind::external) {
      builder_.point(PieceKind::link_end, link.index);
    } else {
      if (text.empty() && !link_has_image_) show(step.text);
      builder_.html("</a>");
    }
    builder_.body().links[link.index].text = std::move(text);
  }

  void start_image(const TreeStep& step) {
    if (images_++ > 0) return;
    image_ = {};
    image_.text_start = words_.title.size();
    const auto kind = kind_of_address(step.text);
    const auto place = place_of(step, "![");
    if (kind != LinkKind::attachment) return refuse_address(step, place);
    image_.kind = kind;
    image_.index = add_link(LinkKind::attachment, step.text, place);
    builder_.body().links[image_.index].title = step.title;
    builder_.body().links[image_.index].is_image = true;
  }

  void end_image(const TreeStep& /*step*/) {
    if (--images_ > 0) return;
    auto text = words_.title.substr(image_.text_start);
    if (!image_.kind) {
      builder_.text(text);
      return;
    }
    link_has_image_ = true;
    builder_.body().links[image_.index].text = std::move(text);
    builder_.point(PieceKind::link_start, image_.index);
    builder_.point(PieceKind::link_end, image_.index);
  }

  void refuse_address(const TreeStep& step, TextPosition place) {
    context_.reporter.report(Code::markdown_url_scheme, place,
                             {excerpt(step.text, max_quoted_address)});
  }

  std::uint32_t add_link(LinkKind kind, std::string_view target, TextPosition position) {
    auto& links = builder_.body().links;
    BodyLink link;
    link.kind = kind;
    link.target = kind == LinkKind::anchor ? target.substr(1) : target;
    link.position = position;
    links.push_back(std::move(link));
    return index_of(links.size() - 1);
  }

  void open_external(std::string_view address, std::string_view title) {
    builder_.html("<a href=\"");
    builder_.html(href_of(address));
    builder_.html(R"(" rel="noopener")");
    if (!title.empty()) {
      builder_.html(" title=\"");
      builder_.text(title);
      builder_.html("\"");
    }
    // Checkers of HTML ask that a phone number is kept on one line.
    builder_.html(address.starts_with("tel:") ? " class=\"nobr\">" : ">");
  }

  /// A link inside a link is not allowed: there the number stands alone.
  void write_footnote_reference(int number) {
    if (is_silent()) return;
    const auto shown = std::to_string(number);
    builder_.html("<sup class=\"footnote-ref\">");
    if (!link_) {
      const auto id = footnote_reference_id(number, ++context_.footnote_references[number]);
      builder_.html("<a href=\"#fn-" + shown + "\" id=\"" + id +
                    R"(" role="doc-noteref" aria-label=")");
      builder_.point(PieceKind::footnote_label, static_cast<std::uint32_t>(number));
      builder_.html("\">");
    }
    builder_.html(shown);
    builder_.html(link_ ? "</sup>" : "</a></sup>");
  }

  // --- text ----------------------------------------------------------------------------------

  void write_run(const TextRun& run) {
    const std::string_view text = run.text;
    std::size_t written = 0;
    for (const auto& span : run.spans) {
      show(text.substr(written, span.begin - written));
      write_span(span, text.substr(span.begin, span.end - span.begin));
      written = span.end;
    }
    show(text.substr(written));
  }

  void write_span(const TextSpan& span, std::string_view text) {
    switch (span.kind) {
      case SpanKind::reference: write_reference(span); break;
      case SpanKind::autolink: write_autolink(span, text); break;
      case SpanKind::deletion_start: html("<del>"); break;
      case SpanKind::deletion_end: html("</del>"); break;
    }
  }

  void write_reference(const TextSpan& span) {
    const auto& reference = span.reference;
    const auto index = add_link(reference.kind, reference.target, span.position);
    builder_.body().links[index].text = reference.text;
    builder_.point(PieceKind::link_start, index);
    show(reference.text);
    if (reference.text.empty()) words_.title += reference.target;
    builder_.point(PieceKind::link_end, index);
  }

  void write_autolink(const TextSpan& span, std::string_view text) {
    const auto index = add_link(LinkKind::external, span.address, span.position);
    builder_.body().links[index].text = text;
    open_external(span.address, {});
    show(text);
    builder_.html("</a>");
  }

  std::span<const TreeStep> steps_;
  WriteContext& context_;
  bool is_cell_ = false;
  BodyBuilder& builder_;
  TextPlace place_;
  InlineText words_;
  std::optional<OpenLink> link_;
  bool link_has_image_ = false;
  OpenLink image_;
  int images_ = 0;
  int emphasis_ = 0;
};

}  // namespace

InlineText write_inlines(const TreeStep& block, std::span<const TreeStep> steps,
                         WriteContext& context) {
  return InlineWriter(block, steps, context).write();
}

bool has_visible_content(std::span<const TreeStep> steps) {
  return std::ranges::any_of(steps, [](const TreeStep& step) {
    return step.kind == TreeNodeKind::code || step.kind == TreeNodeKind::image ||
           step.kind == TreeNodeKind::link || step.kind == TreeNodeKind::footnote_reference ||
           (step.kind == TreeNodeKind::text && !trim(step.text).empty());
  });
}

std::string footnote_reference_id(int number, int count) {
  const auto id = "fnref-" + std::to_string(number);
  return count == 1 ? id : id + "-" + std::to_string(count);
}

}  // namespace handbok
