#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "word/office_text.hpp"
#include "word/xml_text.hpp"

/// Any bytes are read, as an archive and as XML. What cannot be read is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto office = handbok::word::office_text(bytes);
  if (office.text.empty() && !office.fault) std::abort();
  if (handbok::word::xml_text(bytes).empty()) std::abort();
  return 0;
}
