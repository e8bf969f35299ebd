#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "load/load.hpp"

/// Whatever the bytes of a revision file, reading ends, keeps the document, and says what is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handbok::FileTree sources;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  sources.put("documents/RUT-001/1.md", bytes);
  sources.put("documents/RUT-001/1.approval.toml", bytes);
  handbok::Diagnostics diagnostics;
  const auto handbook = handbok::load(sources, diagnostics);
  if (handbook.documents.size() != 1 || diagnostics.is_empty()) std::abort();
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (handbok::what_text(diagnostic, handbok::Language::swedish).empty()) std::abort();
  }
  return 0;
}
