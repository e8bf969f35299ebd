#include "markdown/reference_growth.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "markdown/block_markers.hpp"

namespace handbok {
namespace {

constexpr std::size_t max_label = 1000;  // that of the parser

/// The label that ends the bracket opened before `begin`; empty if there is none.
std::string_view label_at(std::string_view text, std::size_t begin) {
  const auto end = text.substr(begin, max_label).find_first_of("[]");
  if (end == std::string_view::npos || text[begin + end] != ']') return {};
  return text.substr(begin, end);
}

/// Labels are compared without regard to case and to how many blanks they hold.
std::string normal_form(std::string_view label) {
  std::string form;
  for (const char c : to_lower(label)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      form += c;
    } else if (!form.empty() && form.back() != ' ') {
      form += ' ';
    }
  }
  if (form.ends_with(' ')) form.pop_back();
  return form;
}

using LengthByLabel = std::map<std::string, std::size_t>;

/// Definitions run on over lines until a blank line or the next definition.
LengthByLabel find_definitions(std::string_view text) {
  LengthByLabel lengths;
  std::size_t* current = nullptr;
  for (const auto line : split(text, '\n')) {
    const auto content = read_block_markers(line).text;
    const auto label = content.starts_with('[') ? label_at(content, 1) : std::string_view{};
    const bool is_definition = !label.empty() && content.substr(label.size() + 1).starts_with("]:");
    if (is_definition) {
      current = &lengths[normal_form(label)];
      *current = std::max(*current, content.size());
    } else if (trim(content).empty()) {
      current = nullptr;
    } else if (current != nullptr) {
      *current += content.size();
    }
  }
  return lengths;
}

}  // namespace

std::size_t reference_growth(std::string_view text) {
  if (text.find("]:") == std::string_view::npos) return 0;
  const auto lengths = find_definitions(text);
  if (lengths.empty()) return 0;
  std::size_t growth = 0;
  for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const auto label = label_at(text, at + 1);
    if (label.empty()) continue;
    const auto definition = lengths.find(normal_form(label));
    if (definition != lengths.end()) growth += definition->second;
  }
  return growth;
}

}  // namespace handbok
