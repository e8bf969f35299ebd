#include "cli/console.hpp"

#include <algorithm>
#include <cstdio>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/printable.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

/// The length of a colour that this program writes, at the start of `text`; 0 if there is none.
std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const auto end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

/// What may be sent to a terminal as it is: colours, and the line ends and the mark at the start
/// that formats of files have.
std::size_t kept_length(std::string_view text, bool is_at_start) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with("\r\n")) return 2;
  if (text.front() == '\n' || text.front() == '\t') return 1;
  if (is_at_start && text.starts_with(byte_order_mark)) return byte_order_mark.size();
  return colour_length(text);
}

/// The last wall: whatever a text brought here from a source, no terminal is told to do anything.
std::string harmless(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    auto size = kept_length(rest, at == 0);
    if (size > 0) {
      shown += rest.substr(0, size);
    } else {
      size = std::max<std::size_t>(code_point_at(text, at).size, 1);
      const auto character = rest.substr(0, size);
      shown += has_unseen_characters(character) ? printable(character) : std::string(character);
    }
    at += size;
  }
  return shown;
}

/// The text without the lines that hold a personal identity number, such as those of a comparison.
std::string without_numbers(std::string_view text) {
  std::vector<std::string_view> lines = split(text, '\n');
  for (auto& line : lines)
    if (find_identity_number(line) == IdentityNumber::certain) line = "–";
  return join(std::vector<std::string>(lines.begin(), lines.end()), "\n");
}

void write_as_is(std::string_view text, FILE* stream) {
  // A failure leaves the stream's error flag set; flush_results looks at it.
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

void write(std::string_view text, FILE* stream) {
  if (find_identity_number(text) == IdentityNumber::certain) {
    const auto told = without_numbers(text);
    if (told != text) return write(told, stream);
  }
  if (has_unseen_characters(text)) return write_as_is(harmless(text), stream);
  write_as_is(text, stream);
}

}  // namespace

void print(std::string_view text) {
  write(text, stdout);
}

void print_message(std::string_view text) {
  write(text, stderr);
  write("\n", stderr);
}

void print_error(Language language, std::string_view text) {
  write(choose(language, "handbok: fel: ", "handbok: error: "), stderr);
  print_message(text);
}

bool flush_results() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace handbok
