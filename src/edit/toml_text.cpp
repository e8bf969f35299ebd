#include "edit/toml_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "base/strings.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

enum class ItemKind : std::uint8_t { entry, table, table_of_list, other };

/// A line of the text, or several if a value runs over them. Offsets are into the text.
struct Item {
  ItemKind kind = ItemKind::other;
  std::string_view name;  ///< of the key or the table
  std::size_t begin = 0;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
  std::size_t end = 0;  ///< after the line end
};

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end;
}

/// The offset after the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string triple(3, quote);
  const bool is_long = text.substr(at, 3) == triple;
  at += is_long ? 3 : 1;
  while (at < text.size()) {
    if (text[at] == '\\' && quote == '"') {
      at += 2;
    } else if (is_long ? text.substr(at, 3) == triple : text[at] == quote) {
      return at + (is_long ? 3 : 1);
    } else {
      ++at;
    }
  }
  return text.size();
}

int change_of_depth(char c) {
  if (c == '[' || c == '{') return 1;
  return c == ']' || c == '}' ? -1 : 0;
}

/// The offset after the string, the comment, or else the one character at `at`.
std::size_t end_of_token(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'') return end_of_string(text, at);
  return c == '#' ? end_of_line(text, at) : at + 1;
}

/// The offset after the value that begins at `at`: a string, a list, an inline table, or what
/// stands on the line before a comment.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  const auto start = at;
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (depth == 0 && (c == '\n' || c == '#')) break;
    depth += change_of_depth(c);
    at = end_of_token(text, at);
  }
  at = std::min(at, text.size());
  return start + trim(text.substr(start, at - start)).size();
}

/// The item that begins at `begin`, the start of a line.
Item item_at(std::string_view text, std::size_t begin) {
  Item item;
  item.begin = begin;
  const auto line_end = end_of_line(text, begin);
  const auto line = trim(text.substr(begin, line_end - begin));
  item.end = std::min(line_end + 1, text.size());
  if (line.empty() || line.front() == '#') return item;
  if (line.front() == '[') {
    const bool is_list = line.starts_with("[[");
    item.kind = is_list ? ItemKind::table_of_list : ItemKind::table;
    const auto inside = line.substr(is_list ? 2 : 1);
    item.name = trim(inside.substr(0, inside.find(']')));
    return item;
  }
  const auto equals = text.find('=', begin);
  if (equals == std::string_view::npos || equals > line_end) return item;
  item.kind = ItemKind::entry;
  item.name = trim(text.substr(begin, equals - begin));
  item.value_begin = std::min(text.find_first_not_of(" \t", equals + 1), text.size());
  item.value_end = end_of_value(text, item.value_begin);
  item.end = std::min(end_of_line(text, item.value_end) + 1, text.size());
  return item;
}

std::vector<Item> items_of(std::string_view text) {
  std::vector<Item> items;
  for (std::size_t at = 0; at < text.size(); at = items.back().end)
    items.push_back(item_at(text, at));
  return items;
}

bool is_header(const Item& item) {
  return item.kind == ItemKind::table || item.kind == ItemKind::table_of_list;
}

/// The items of a table without its header: from `first` to before `last`.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_there = false;
};

Span span_of(const std::vector<Item>& items, std::string_view table) {
  Span span;
  const auto end_from = [&](std::size_t at) {
    while (at < items.size() && !is_header(items[at]))
      ++at;
    return at;
  };
  if (table.empty()) return {0, end_from(0), true};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::table || items[i].name != table) continue;
    return {i + 1, end_from(i + 1), true};
  }
  return span;
}

const Item* find_entry(const std::vector<Item>& items, const Span& span, std::string_view key) {
  for (auto i = span.first; i < span.last; ++i) {
    if (items[i].kind == ItemKind::entry && items[i].name == key) return &items[i];
  }
  return nullptr;
}

/// Where a new line of the table belongs: after its last entry.
std::size_t end_of_entries(const std::vector<Item>& items, const Span& span) {
  std::size_t end = span.first == 0 ? 0 : items[span.first - 1].end;
  for (auto i = span.first; i < span.last; ++i) {
    if (items[i].kind == ItemKind::entry) end = items[i].end;
  }
  return end;
}

void end_with_line_feed(std::string& text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
}

/// A text of several lines, as it is: what is signed is to be read.
std::string lines_of(std::string_view key, std::string_view text) {
  std::string value = R"(""")"
                      "\n";
  for (const char c : text) {
    if (c == '"' || c == '\\') value += '\\';
    value += c;
  }
  return toml_line(key, value + R"(""")");
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted.append("\\").append(1, c);
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      std::array<char, 8> escape{};
      static_cast<void>(
          std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(c)));
      quoted += escape.data();
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  quoted.reserve(texts.size());
  for (const auto& text : texts)
    quoted.push_back(toml_string(text));
  return "[" + join(quoted, ", ") + "]";
}

std::string toml_line(std::string_view key, std::string_view value) {
  return std::string(key).append(" = ").append(value).append("\n");
}

void TomlText::set(std::string_view table, std::string_view key, std::string_view value,
                   std::string_view after) {
  end_with_line_feed(text_);
  const auto items = items_of(text_);
  const auto span = span_of(items, table);
  if (!span.is_there) {
    append("[" + std::string(table) + "]\n" + toml_line(key, value));
    return;
  }
  if (const auto* const entry = find_entry(items, span, key)) {
    text_.replace(entry->value_begin, entry->value_end - entry->value_begin, value);
    return;
  }
  const auto* const before = find_entry(items, span, after);
  const auto at = before != nullptr ? before->end : end_of_entries(items, span);
  auto line = toml_line(key, value);
  const bool needs_gap = at == 0 && !text_.empty() && text_.front() == '[';
  if (needs_gap) line += "\n";
  text_.insert(at, line);
}

void TomlText::remove(std::string_view key) {
  const auto items = items_of(text_);
  const auto* const entry = find_entry(items, span_of(items, {}), key);
  if (entry == nullptr) return;
  text_.erase(entry->begin, entry->end - entry->begin);
  text_.erase(0, text_.find_first_not_of('\n'));
}

void TomlText::insert_before(std::string_view table, std::string_view block) {
  for (const auto& item : items_of(text_)) {
    if (item.kind != ItemKind::table_of_list || item.name != table) continue;
    text_.insert(item.begin, std::string(block) + "\n");
    return;
  }
  append(block);
}

void TomlText::rename_tables(std::string_view from, std::string_view to) {
  auto items = items_of(text_);
  std::ranges::reverse(items);  // so that the offsets of those to come stay true
  for (const auto& item : items) {
    if (item.kind != ItemKind::table_of_list || item.name != from) continue;
    text_.replace(text_.find(from, item.begin), from.size(), to);
  }
}

void TomlText::replace_tables(std::string_view table, std::string_view block) {
  const auto items = items_of(text_);
  auto first = std::string::npos;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::table_of_list || items[i].name != table) continue;
    auto next = i + 1;
    while (next < items.size() && !is_header(items[next]))
      ++next;
    spans.emplace_back(items[i].begin, next < items.size() ? items[next].begin : text_.size());
    first = std::min(first, items[i].begin);
  }
  if (spans.empty()) {
    if (!block.empty()) append(block);
    return;
  }
  const bool is_last = spans.back().second == text_.size();
  for (auto span = spans.rbegin(); span != spans.rend(); ++span)
    text_.erase(span->first, span->second - span->first);
  text_.insert(first, is_last || block.empty() ? std::string(block) : std::string(block) + "\n");
}

void TomlText::append(std::string_view block) {
  end_with_line_feed(text_);
  if (!text_.empty()) text_ += "\n";
  text_ += block;
}

std::string signature_block(const Signature& signature) {
  std::string block = "[[signature]]\n";
  block += toml_line("step", toml_string(key_of(signature.step)));
  block += toml_line("role", toml_string(signature.role));
  block += toml_line("on", signature.on.to_string());
  block += optional_line("ref", signature.ref);
  block += optional_line("digest", signature.digest);
  block += optional_line("note", signature.note);
  block += optional_line("registered_by", signature.registered_by);
  if (signature.assurance == Assurance::registrar) return block;
  block += toml_line("assurance", toml_string(key_of(signature.assurance)));
  if (!signature.statement.is_given()) return block;
  block += lines_of("statement", signature.statement.text);
  return block + lines_of("ssh_signature", signature.statement.armour);
}

std::string optional_line(std::string_view key, std::string_view text) {
  return text.empty() ? std::string{} : toml_line(key, toml_string(text));
}

}  // namespace handbok
