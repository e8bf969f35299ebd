#include "cli/console.hpp"

#include <cstdio>

namespace handbok {
namespace {

void write(std::string_view text, FILE* stream) {
  // A failure leaves the stream's error flag set; flush_results looks at it.
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
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
