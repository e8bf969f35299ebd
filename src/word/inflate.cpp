#include "word/inflate.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <zlib.h>

namespace handbok::word {
namespace {

/// A stream of zlib's that is ended, whatever happens.
class Inflater {
public:
  Inflater() {
    constexpr int raw_window_bits = -15;  // negative: no header of zlib's own
    is_ready_ = ::inflateInit2(&stream_, raw_window_bits) == Z_OK;
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (is_ready_) static_cast<void>(::inflateEnd(&stream_));
  }

  std::optional<std::string> inflate(std::string packed, std::size_t bytes_max) {
    const bool is_possible = is_ready_ && packed.size() <= std::numeric_limits<uInt>::max();
    if (!is_possible) return std::nullopt;
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    std::array<char, std::size_t{1} << 15U> block{};
    int state = Z_OK;
    while (state == Z_OK && bytes.size() <= bytes_max) {
      stream_.next_out = reinterpret_cast<Bytef*>(block.data());
      stream_.avail_out = static_cast<uInt>(block.size());
      state = ::inflate(&stream_, Z_NO_FLUSH);
      bytes.append(block.data(), block.size() - stream_.avail_out);
    }
    const bool is_whole = state == Z_STREAM_END && bytes.size() <= bytes_max;
    if (!is_whole) return std::nullopt;
    return bytes;
  }

private:
  z_stream stream_{};
  bool is_ready_ = false;
};

}  // namespace

std::optional<std::string> inflate_bytes(std::string_view packed, std::size_t bytes_max) {
  return Inflater().inflate(std::string(packed), bytes_max);
}

}  // namespace handbok::word
