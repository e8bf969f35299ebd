#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/citation.hpp"

/// Citations are in order, inside the text, not empty, and always name something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const std::vector<std::string> names = {"HSL", "SoL", "LSS", "lex Sarah"};
  static const handbok::CitationFinder finder(names);
  std::size_t last_end = 0;
  for (const auto& citation : finder.find(text)) {
    if (citation.begin < last_end || citation.end <= citation.begin) std::abort();
    if (citation.end > size) std::abort();
    if (citation.source.empty() && citation.clauses.empty()) std::abort();
    last_end = citation.end;
  }
  return 0;
}
