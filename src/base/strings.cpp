#include "base/strings.hpp"

#include "base/utf8.hpp"

namespace handbok {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, start)) {
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (&part != &parts.front()) text += separator;
    text += part;
  }
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t start = 0;
  for (auto end = text.find(from); end != std::string_view::npos; end = text.find(from, start)) {
    result.append(text.substr(start, end - start)).append(to);
    start = end + from.size();
  }
  return result.append(text.substr(start));
}

std::string escape_html(std::string_view text) {
  if (has_unseen_characters(text)) return escape_html(with_seen_characters(text));
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string fill_slots(std::string_view pattern, const std::vector<std::string>& values) {
  std::string text;
  std::size_t next = 0;
  while (!pattern.empty()) {
    const auto slot = pattern.find("{}");
    if (slot == std::string_view::npos || next == values.size()) break;
    text += pattern.substr(0, slot);
    text += values[next++];
    pattern.remove_prefix(slot + 2);
  }
  return text.append(pattern);
}

}  // namespace handbok
