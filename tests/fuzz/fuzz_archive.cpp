#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "base/zip_archive.hpp"
#include "word/lost_parts.hpp"
#include "word/office_file.hpp"

/// Whatever the bytes of a Word document, it is judged, nothing unpacks to more than it may, and
/// what is found in its parts can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace handbok;
  using namespace handbok::word;
  constexpr std::size_t unpacked_max = 100'000;
  constexpr std::size_t words_max = 64;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto entries = read_zip_directory(bytes);
  if (!look_at_office_file(bytes).fault && (!entries || is_cut_short(bytes))) std::abort();
  if (!entries) return 0;
  if (entries->empty()) std::abort();
  for (const auto& entry : *entries) {
    const auto unpacked = unpack(bytes, entry, unpacked_max);
    if (unpacked && unpacked->size() > unpacked_max) std::abort();
  }
  for (const auto marked : {MarkedText::accepted, MarkedText::rejected}) {
    for (const auto& part : find_lost_parts(bytes, marked)) {
      if (part.words.size() > words_max) std::abort();
      if (first_invalid_utf8(part.words) != std::string_view::npos) std::abort();
    }
  }
  return 0;
}
