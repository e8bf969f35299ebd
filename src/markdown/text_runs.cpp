#include "markdown/text_runs.hpp"

#include "markdown/text_spans.hpp"

namespace handbok {
namespace {

bool is_text(const TreeStep& step) {
  return step.kind == TreeNodeKind::text || step.kind == TreeNodeKind::soft_break;
}

/// Joins texts to runs.
class RunJoiner {
public:
  RunJoiner(std::span<const TreeStep> steps, const SourceLines& lines, TextPlace& place)
      : steps_(steps),
        lines_(lines),
        place_(place) {}

  std::vector<TextRun> join() {
    std::size_t i = 0;
    while (i < steps_.size()) {
      const auto& step = steps_[i];
      if (is_text(step)) {
        append(i, 1, step.kind == TreeNodeKind::soft_break ? " " : step.text);
      } else if (const auto reference = reference_hidden_by_definition(i); !reference.empty()) {
        const auto count = steps_of_link(i);
        append(i, count, reference);
        i += count;
        continue;
      } else {
        follow(i);
      }
      ++i;
    }
    return std::move(runs_);
  }

private:
  void append(std::size_t index, std::size_t count, std::string_view text) {
    const bool goes_on =
        !runs_.empty() && runs_.back().first_step + runs_.back().step_count == index;
    if (!goes_on) {
      TextRun run;
      run.first_step = index;
      run.parent = parents_.empty() ? 0 : parents_.back();
      run.is_plain = links_ > 0;
      runs_.push_back(std::move(run));
    }
    auto& run = runs_.back();
    run.parts.push_back({run.text.size(), &steps_[index]});
    run.text += text;
    run.step_count += count;
  }

  void follow(std::size_t index) {
    const auto& step = steps_[index];
    const bool is_link = step.kind == TreeNodeKind::link || step.kind == TreeNodeKind::image;
    const bool can_leave = is_link || step.kind == TreeNodeKind::emphasis ||
                           step.kind == TreeNodeKind::strong ||
                           step.kind == TreeNodeKind::footnote_reference;
    if (!can_leave) return;
    if (step.motion == Motion::enter) {
      parents_.push_back(index + 1);
    } else {
      parents_.pop_back();
    }
    if (is_link) links_ += step.motion == Motion::enter ? 1 : -1;
  }

  /// A link definition "[RUT-003]: …" makes the inner brackets of [[RUT-003]] a link. The author
  /// meant a cross-reference, and a reader of the source would take it for one.
  std::string_view reference_hidden_by_definition(std::size_t index) {
    const auto& step = steps_[index];
    if (step.kind != TreeNodeKind::link || step.motion != Motion::enter || links_ > 0) return {};
    if (step.line != step.end_line || step.column < 2 || step.end_column < step.column) return {};
    const auto start = "[" + std::string(steps_[index + 1].text);
    const auto found = place_.find(step.line, static_cast<std::size_t>(step.column) - 1, start);
    const auto size = static_cast<std::size_t>(step.end_column - step.column) + 1;
    const auto raw = lines_.line(found.line);
    if (found.offset == 0 || found.offset + size >= raw.size()) return {};
    const auto link = raw.substr(found.offset, size);
    const bool has_brackets = raw[found.offset - 1] == '[' && raw[found.offset + size] == ']' &&
                              link.starts_with('[') && link.ends_with(']');
    return has_brackets && link.find_first_of("[]", 1) == size - 1 ? link : std::string_view{};
  }

  std::size_t steps_of_link(std::size_t index) const {
    std::size_t count = 1;
    while (steps_[index + count].kind != TreeNodeKind::link)
      ++count;
    return count + 1;
  }

  std::span<const TreeStep> steps_;
  const SourceLines& lines_;
  TextPlace& place_;
  std::vector<TextRun> runs_;
  std::vector<std::size_t> parents_;
  int links_ = 0;
};

}  // namespace

std::vector<TextRun> read_text_runs(std::span<const TreeStep> steps, const SourceLines& lines,
                                    TextPlace& place, Reporter& reporter) {
  auto runs = RunJoiner(steps, lines, place).join();
  for (auto& run : runs)
    find_spans(run, place, reporter);
  find_deletions(runs, place);
  return runs;
}

}  // namespace handbok
