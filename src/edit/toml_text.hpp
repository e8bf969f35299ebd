#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace handbok {

/// `text` as a TOML string on one line, in double quotation marks.
std::string toml_string(std::string_view text);

/// `texts` as a TOML list on one line.
std::string toml_list(const std::vector<std::string>& texts);

/// "key = value" as a line.
std::string toml_line(std::string_view key, std::string_view value);

/// Edits TOML text in place: lines are added, and values of keys replaced. Everything else stays
/// byte for byte, comments and blank lines included. The text must be valid TOML with plain keys;
/// dotted and quoted keys are not understood.
class TomlText {
public:
  explicit TomlText(std::string text) : text_(std::move(text)) {}

  /// Gives `key` of the table ("" is the top) that value. A key that is not there is added: in the
  /// line after `after`, if the table has that, else last in it. A table that is not there is added
  /// at the end.
  void set(std::string_view table, std::string_view key, std::string_view value,
           std::string_view after = {});

  /// Gives `key` of the [[table]] with that id that value; a key that is not there is added last in
  /// it. Without such a table nothing is done.
  void set_in_row(std::string_view table, std::string_view id, std::string_view key,
                  std::string_view value);

  /// Removes the [[table]] with that id, and what stands between it and the next.
  void remove_row(std::string_view table, std::string_view id);

  /// Adds `block`, a [[table]], after the one with that id; at the end if there is none.
  void insert_after(std::string_view table, std::string_view id, std::string_view block);

  /// Removes the lines of `key` at the top.
  void remove(std::string_view key);

  /// Adds `block`, which begins with a table header, before the first [[table]], or at the end.
  void insert_before(std::string_view table, std::string_view block);

  /// Renames every table [[from]] to [[to]].
  void rename_tables(std::string_view from, std::string_view to);

  /// Puts `block`, rows that begin with [[table]] headers, in place of every [[table]]; where there
  /// is none, at the end.
  void replace_tables(std::string_view table, std::string_view block);

  /// Adds `block`, which begins with a table header, at the end.
  void append(std::string_view block);

  const std::string& text() const { return text_; }

private:
  std::string text_;
};

/// A [[signature]] of an approval file. Its location is not used.
std::string signature_block(const Signature& signature);

/// `key = "text"` as a line, or nothing if the text is empty.
std::string optional_line(std::string_view key, std::string_view text);

}  // namespace handbok
