#include "markdown/sections.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "diag/code_names.hpp"
#include "text/slug.hpp"

namespace handbok {
std::string Anchors::anchor_of(std::string_view heading) {
  auto base = slug(heading);
  const bool is_footnote = base.starts_with("fn-") || base.starts_with("fnref-");
  const bool has_letter_first = !base.empty() && is_lower(base.front());
  if (base.empty()) {
    base = "s";
  } else if (is_footnote || !has_letter_first) {
    base = "s-" + base;
  }
  auto anchor = base;
  auto& count = counts_.try_emplace(base, 1).first->second;
  while (!used_.insert(anchor).second)
    anchor = base + "-" + std::to_string(++count);
  return anchor;
}

int Sections::start(int written, std::size_t depth) {
  constexpr int lowest = 6;
  const bool is_late = written == 1 && lowered_by_ == 0 && level_ > 1;
  if (written == 1) lowered_by_ = 1;
  const int wanted = written + lowered_by_;
  is_skipped_ = is_late || wanted > std::min(level_ + 1, lowest);
  level_ = std::min({wanted, level_ + 1, lowest});
  depth_ = depth;
  while (!open_.empty() && open_.back().depth >= depth && open_.back().level >= level_)
    close_last();
  return level_;
}

std::string Sections::open(std::string title, TextPosition position) {
  constexpr std::size_t max_quoted = 60;
  if (is_skipped_) {
    reporter_.report(Code::markdown_heading_skipped, position, {excerpt(title, max_quoted)});
  }
  auto& headings = builder_.body().headings;
  open_.push_back({static_cast<std::uint32_t>(headings.size()), level_, depth_});
  BodyHeading heading;
  heading.level = level_;
  heading.anchor = anchors_.anchor_of(title);
  heading.text = std::move(title);
  heading.position = position;
  heading.is_nested = depth_ > 0;
  headings.push_back(std::move(heading));
  return headings.back().anchor;
}

void Sections::close_from(std::size_t depth) {
  while (!open_.empty() && open_.back().depth >= depth)
    close_last();
}

void Sections::note_content() {
  auto& headings = builder_.body().headings;
  if (!headings.empty()) headings.back().has_content = true;
}

void Sections::note_list(bool is_ordered, bool has_tasks) {
  for (const auto& section : open_) {
    auto& heading = builder_.body().headings[section.heading];
    heading.has_ordered_list |= is_ordered;
    heading.has_task_list |= has_tasks;
  }
}

void Sections::close_last() {
  builder_.point(PieceKind::section_end, open_.back().heading);
  open_.pop_back();
}

}  // namespace handbok
