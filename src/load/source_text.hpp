#pragma once

#include <string_view>

#include "load/read_scope.hpp"

namespace handbok {

/// Checks the bytes of a text file: size, UTF-8, no byte order mark, LF, NFC, no control or hidden
/// characters (reliability.md 4.5). Each kind of fault is reported once, at its first place.
/// True if the text can be read at all (it is small enough and valid UTF-8).
bool check_source_text(std::string_view bytes, ReadScope& scope);

/// `text` without a byte order mark at its start, which is reported but does not stop reading.
std::string_view without_byte_order_mark(std::string_view text);

/// A revision file in its parts. `text` views into the file.
struct SplitSource {
  std::string_view head;
  int head_line = 2;  ///< line of the file on which the head begins
  std::string_view body;
  int body_line = 1;
};

/// Splits a revision file into the head between +++ lines and the text after it. Reports and gives
/// false if there is no complete head or it is too large.
bool split_source(std::string_view bytes, ReadScope& scope, SplitSource& split);

}  // namespace handbok
