#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/strings.hpp"
#include "markdown/reading.hpp"

namespace handbok {
namespace {

bool is_bare_reference(const BodyLink& link) {
  const bool is_written_in_brackets = link.kind == LinkKind::document ||
                                      link.kind == LinkKind::clause || link.kind == LinkKind::term;
  return is_written_in_brackets && link.text.empty();
}

/// The HTML of a body; a reference without words of its own is "[[]]" until a page is rendered.
std::string html_of(const Body& body) {
  std::string html;
  for (const auto& piece : body.pieces) {
    html += piece.html;
    if (piece.kind == PieceKind::link_start && is_bare_reference(body.links[piece.index])) {
      html += "[[]]";
    }
  }
  return html;
}

constexpr auto entities = std::to_array<std::pair<std::string_view, char>>(
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}});

/// Tags that stand inside a line and end no word.
constexpr auto inline_tags =
    std::to_array<std::string_view>({"a", "code", "del", "em", "strong", "sup"});

class PageReader {
public:
  explicit PageReader(std::string_view html) : html_(html) {}

  Reading read() {
    while (!html_.empty()) {
      if (html_.front() == '<') {
        read_tag();
      } else {
        read_letter();
      }
    }
    end_word();
    return std::move(reading_);
  }

private:
  struct List {
    int number = -1;  ///< of its next item; -1 if its items have none
    int id = 0;
  };

  void read_letter() {
    const auto* const entity = std::ranges::find_if(entities, [this](const auto& each) {
      return html_.front() == '&' && html_.starts_with(each.first);
    });
    const bool is_entity = entity != entities.end();
    const char letter = is_entity ? entity->second : html_.front();
    html_.remove_prefix(is_entity ? entity->first.size() : 1);
    if (letter == ' ' || letter == '\n' || letter == '\t') {
      end_word();
    } else {
      word_ += letter;
    }
  }

  void end_word() {
    if (word_.empty()) return;
    see({SeenKind::word, std::exchange(word_, {})});
  }

  void see(Seen seen) { reading_.push_back(std::move(seen)); }

  /// Leaves out everything up to the end of `tag`.
  void skip_to_end(std::string_view tag) {
    const auto end = html_.find(tag);
    html_.remove_prefix(end == std::string_view::npos ? html_.size() : end + tag.size());
  }

  void read_tag() {
    const auto end = std::min(html_.find('>') + 1, html_.size());
    const auto tag = html_.substr(0, end);
    html_.remove_prefix(end);
    const auto name = tag.substr(1, tag.find_first_of(" >", 1) - 1);
    const bool is_inline =
        std::ranges::find(inline_tags, name.substr(name.starts_with('/') ? 1 : 0)) !=
        inline_tags.end();
    if (!is_inline) {
      end_word();
      read_block(name, tag);
    } else if (tag.find("class=\"footnote-ref\"") != std::string_view::npos) {
      word_ += "[^]";
      skip_to_end("</sup>");
    } else if (tag.find("class=\"footnote-return\"") != std::string_view::npos) {
      skip_to_end("</a>");
    }
  }

  void read_block(std::string_view name, std::string_view tag) {
    if (name == "ol" || name == "ul") {
      open_list(name == "ol", tag);
    } else if (name == "/ol" || name == "/ul") {
      lists_.pop_back();
    } else if (name == "li") {
      read_item(tag);
    } else if (name == "input") {
      see({SeenKind::box, tag.find(" checked") == std::string_view::npos ? "☐" : "☑"});
    } else if (name == "pre") {
      see({SeenKind::code, {}});
    } else if (name == "hr") {
      see({SeenKind::rule, {}});
    } else if (name == "tr") {
      see({SeenKind::row, {}});
    } else if (name.size() == 2 && name.front() == 'h') {
      see({SeenKind::heading, {}});
    }
  }

  void open_list(bool is_ordered, std::string_view tag) {
    constexpr std::string_view start = "start=\"";
    int number = is_ordered ? 1 : -1;
    if (const auto at = tag.find(start); at != std::string_view::npos) {
      std::from_chars(tag.data() + at + start.size(), tag.data() + tag.size(), number);
    }
    lists_.push_back({number, ++list_count_});
  }

  /// The items of the list of notes are no steps.
  void read_item(std::string_view tag) {
    if (tag.starts_with("<li id=\"fn-")) {
      notes_ = 1;
      return;
    }
    auto& list = lists_.back();
    const int depth = static_cast<int>(lists_.size()) - notes_;
    if (list.number < 0) {
      see({SeenKind::bullet, {}, depth});
    } else {
      see({SeenKind::number, {}, depth, list.number++, list.id});
    }
  }

  std::string_view html_;
  Reading reading_;
  std::string word_;
  std::vector<List> lists_;
  int list_count_ = 0;
  int notes_ = 0;  ///< lists that hold the notes
};

}  // namespace

Reading read_page(const Body& body) {
  return PageReader(html_of(body)).read();
}

}  // namespace handbok
