#include "word/write_markdown.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.hpp"
#include "word/markdown_words.hpp"

namespace handbok::word {
namespace {

bool is_list(const Block& block) {
  return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list;
}

/// `text` with `prefix` before each line that is not empty, and `first` before the first.
std::string indented(std::string_view text, std::string_view first, std::string_view prefix) {
  std::string result(first);
  bool is_line_start = false;
  for (const char byte : text) {
    if (is_line_start && byte != '\n') result += prefix;
    is_line_start = byte == '\n';
    result += byte;
  }
  return result;
}

/// The signs that Word shows for boxes to tick, and how Markdown writes them.
struct Box {
  std::string_view sign;
  std::string_view mark;
};
constexpr auto boxes =
    std::to_array<Box>({{"\u2610", "[ ]"}, {"\u2612", "[x]"}, {"\u2611", "[x]"}});

class Writer final : public FootnoteSink {
public:
  explicit Writer(int heading_shift) : heading_shift_(heading_shift) {}

  std::string write_all(const Blocks& blocks) {
    auto text = write(blocks, "\n");
    for (std::size_t i = 0; i < footnotes_.size(); ++i) {  // a footnote may have footnotes
      const auto label = std::string("[^").append(std::to_string(i + 1)).append("]: ");
      const auto blocks_of_note = footnotes_[i];
      const auto footnote = write(blocks_of_note, "\n");
      if (!text.empty()) text += i == 0 || is_long_ ? "\n" : "";
      text += indented(footnote, label, "    ");
      is_long_ = footnotes_[i].size() > 1;
    }
    return text;
  }

  int add(const Blocks& footnote) override {
    footnotes_.push_back(footnote);
    return static_cast<int>(footnotes_.size());
  }

private:
  std::string write(const Blocks& blocks, std::string_view between) {
    std::string text;
    const Block* previous = nullptr;
    for (const auto& block : blocks) {
      if (previous != nullptr) {
        const bool is_tight = is_list(block) && between.empty();
        if (!is_tight) text += "\n";
        // Two lists of the same kind in a row would be one, if their marks were the same.
        const bool is_second = is_list(block) && previous->kind == block.kind;
        uses_other_marks_ = is_second && !uses_other_marks_;
      }
      text += write_block(block);
      previous = &block;
    }
    return text;
  }

  std::string write_block(const Block& block) {
    switch (block.kind) {
      case BlockKind::paragraph:
        return guard_line_starts(write_inlines(block.inlines, Setting::paragraph, *this)) + "\n";
      case BlockKind::heading:
        return heading(block);
      case BlockKind::code:
        return code(block);
      case BlockKind::quote:
        return quote(block);
      case BlockKind::bullet_list:
      case BlockKind::ordered_list:
        return list(block);
      case BlockKind::table:
        return table(block);
      case BlockKind::thematic_break:
        return "---\n";
    }
    return {};
  }

  std::string heading(const Block& block) {
    constexpr int level_max = 6;
    const auto level = std::clamp(block.level + heading_shift_, 1, level_max);
    std::string line(static_cast<std::size_t>(level), '#');
    line.append(" ").append(write_inlines(block.inlines, Setting::heading, *this));
    return line + "\n";
  }

  static std::string code(const Block& block) {
    std::string fence = "```";
    while (block.text.find(fence) != std::string::npos)
      fence += '`';
    std::string text = fence + block.language + "\n" + block.text;
    if (!text.ends_with('\n')) text += "\n";
    return text.append(fence).append("\n");
  }

  std::string quote(const Block& block) {
    const auto inner = write(block.blocks, "\n");
    std::string text;
    for (const auto line : split(trim_end(inner), '\n'))
      text.append(line.empty() ? ">" : "> ").append(line).append("\n");
    return text;
  }

  static std::string_view trim_end(std::string_view text) {
    return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
  }

  std::string list(const Block& block) {
    const bool has_other_marks = std::exchange(uses_other_marks_, false);
    std::string text;
    int number = block.level;
    for (const auto& item : block.items) {
      if (block.is_loose && !text.empty()) text += "\n";
      auto mark = std::string(has_other_marks ? "* " : "- ");
      if (block.kind == BlockKind::ordered_list) {
        mark = std::to_string(number).append(has_other_marks ? ") " : ". ");
      }
      ++number;
      text += indented(with_box(write(item, block.is_loose ? "\n" : "")), mark,
                       std::string(mark.size(), ' '));
    }
    uses_other_marks_ = has_other_marks;
    return text;
  }

  static std::string with_box(std::string text) {
    for (const auto& box : boxes) {
      if (text.starts_with(box.sign)) text.replace(0, box.sign.size(), box.mark);
    }
    return text;
  }

  std::string table(const Block& block) {
    std::string text = row(block.rows.front());
    text += "|";
    for (std::size_t i = 0; i < block.rows.front().size(); ++i)
      text += "---|";
    text += "\n";
    for (auto line = block.rows.begin() + 1; line != block.rows.end(); ++line)
      text += row(*line);
    return text;
  }

  std::string row(const Row& cells) {
    std::string line = "|";
    for (const auto& cell : cells) {
      const auto words = write_inlines(cell, Setting::table, *this);
      line.append(" ").append(words).append(words.empty() ? "|" : " |");
    }
    return line + "\n";
  }

  int heading_shift_;
  std::vector<Blocks> footnotes_;
  bool uses_other_marks_ = false;  ///< of the list that is written
  bool is_long_ = false;           ///< the footnote that was written last has several blocks
};

}  // namespace

std::string write_markdown(const Blocks& blocks, int heading_shift) {
  return Writer(heading_shift).write_all(blocks);
}

}  // namespace handbok::word
