#include "edit/toml_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/strings.hpp"
#include "edit/toml_items.hpp"
#include "model/approval_statement.hpp"

namespace handbok {
namespace {

/// The items of a table without its header: from `first` to before `last`.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
  bool is_there = false;
};

/// The items before the next header, from `first` on.
Span span_until_header(const std::vector<TomlItem>& items, std::size_t first) {
  auto last = first;
  while (last < items.size() && !items[last].is_header())
    ++last;
  return {first, last, true};
}

Span span_of(const std::vector<TomlItem>& items, std::string_view table) {
  if (table.empty()) return span_until_header(items, 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_wanted = items[i].kind == TomlItemKind::table && items[i].name == table;
    if (is_wanted) return span_until_header(items, i + 1);
  }
  return {};
}

const TomlItem* find_entry(const std::vector<TomlItem>& items, const Span& span,
                           std::string_view key) {
  for (auto i = span.first; i < span.last; ++i) {
    if (items[i].kind == TomlItemKind::entry && items[i].name == key) return &items[i];
  }
  return nullptr;
}

/// The items of the [[table]] with that id, without its header.
Span row_span(const std::vector<TomlItem>& items, std::string_view text, std::string_view table,
              std::string_view id) {
  const auto quoted = toml_string(id);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != TomlItemKind::table_of_list || items[i].name != table) continue;
    const auto span = span_until_header(items, i + 1);
    const auto* const entry = find_entry(items, span, "id");
    const bool is_wanted =
        entry != nullptr &&
        text.substr(entry->value_begin, entry->value_end - entry->value_begin) == quoted;
    if (is_wanted) return span;
  }
  return {};
}

/// Where a new line of the table belongs: after its last entry.
std::size_t end_of_entries(const std::vector<TomlItem>& items, const Span& span) {
  std::size_t end = span.first == 0 ? 0 : items[span.first - 1].end;
  for (auto i = span.first; i < span.last; ++i) {
    if (items[i].kind == TomlItemKind::entry) end = items[i].end;
  }
  return end;
}

void end_with_line_feed(std::string& text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
}

/// A line to write; `after` is the key that it is to follow, if it is new.
struct Line {
  std::string_view key;
  std::string_view value;
  std::string_view after;
};

/// Gives the key of that part of the text that value.
void set_in(std::string& text, const std::vector<TomlItem>& items, const Span& span,
            const Line& wanted) {
  if (const auto* const entry = find_entry(items, span, wanted.key)) {
    text.replace(entry->value_begin, entry->value_end - entry->value_begin, wanted.value);
    return;
  }
  const auto* const before = find_entry(items, span, wanted.after);
  const auto at = before != nullptr ? before->end : end_of_entries(items, span);
  auto line = toml_line(wanted.key, wanted.value);
  const bool needs_gap = at == 0 && !text.empty() && text.front() == '[';
  if (needs_gap) line += "\n";
  text.insert(at, line);
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
  const auto items = toml_items(text_);
  const auto span = span_of(items, table);
  if (!span.is_there) {
    append("[" + std::string(table) + "]\n" + toml_line(key, value));
    return;
  }
  set_in(text_, items, span, {key, value, after});
}

void TomlText::set_in_row(std::string_view table, std::string_view id, std::string_view key,
                          std::string_view value) {
  end_with_line_feed(text_);
  const auto items = toml_items(text_);
  const auto span = row_span(items, text_, table, id);
  if (span.is_there) set_in(text_, items, span, {key, value, {}});
}

void TomlText::remove_row(std::string_view table, std::string_view id) {
  const auto items = toml_items(text_);
  const auto span = row_span(items, text_, table, id);
  if (!span.is_there) return;
  const auto begin = items[span.first - 1].begin;
  text_.erase(begin, (span.last < items.size() ? items[span.last].begin : text_.size()) - begin);
}

void TomlText::insert_after(std::string_view table, std::string_view id, std::string_view block) {
  const auto items = toml_items(text_);
  const auto span = row_span(items, text_, table, id);
  if (!span.is_there || span.last == items.size()) return append(block);
  text_.insert(items[span.last].begin, std::string(block) + "\n");
}

void TomlText::remove(std::string_view key) {
  const auto items = toml_items(text_);
  const auto* const entry = find_entry(items, span_of(items, {}), key);
  if (entry == nullptr) return;
  text_.erase(entry->begin, entry->end - entry->begin);
  text_.erase(0, text_.find_first_not_of('\n'));
}

void TomlText::insert_before(std::string_view table, std::string_view block) {
  for (const auto& item : toml_items(text_)) {
    if (item.kind != TomlItemKind::table_of_list || item.name != table) continue;
    text_.insert(item.begin, std::string(block) + "\n");
    return;
  }
  append(block);
}

void TomlText::rename_tables(std::string_view from, std::string_view to) {
  auto items = toml_items(text_);
  std::ranges::reverse(items);  // so that the offsets of those to come stay true
  for (const auto& item : items) {
    if (item.kind != TomlItemKind::table_of_list || item.name != from) continue;
    text_.replace(text_.find(from, item.begin), from.size(), to);
  }
}

void TomlText::replace_tables(std::string_view table, std::string_view block) {
  const auto items = toml_items(text_);
  auto first = std::string::npos;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != TomlItemKind::table_of_list || items[i].name != table) continue;
    auto next = i + 1;
    while (next < items.size() && !items[next].is_header())
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
