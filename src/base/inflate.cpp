#include "base/inflate.hpp"

#include <array>
#include <limits>
#include <utility>

#define ZLIB_CONST  // what is read is not changed
#include <zlib.h>

namespace handbok {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
using Chunk = std::array<unsigned char, chunk_bytes>;

/// One run of zlib over some bytes, which must outlive it.
class Inflater {
public:
  explicit Inflater(std::string_view packed) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    stream_.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    constexpr int without_head = -MAX_WBITS;
    is_open_ = inflateInit2_(&stream_, without_head, ZLIB_VERSION,
                             static_cast<int>(sizeof(z_stream))) == Z_OK;
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (is_open_) static_cast<void>(inflateEnd(&stream_));
  }

  bool is_open() const { return is_open_; }

  /// Fills the chunk; how zlib answers, and how much it made.
  std::pair<int, std::size_t> fill(Chunk& chunk) {
    stream_.next_out = chunk.data();
    stream_.avail_out = static_cast<uInt>(chunk.size());
    const int state = ::inflate(&stream_, Z_NO_FLUSH);
    return {state, chunk.size() - stream_.avail_out};
  }

private:
  z_stream stream_{};
  bool is_open_ = false;
};

}  // namespace

Expected<std::string, InflateFault> inflate(std::string_view packed, std::size_t bytes_max) {
  if (packed.size() > std::numeric_limits<uInt>::max()) return Unexpected{InflateFault::too_large};
  Inflater inflater(packed);
  if (!inflater.is_open()) return Unexpected{InflateFault::damaged};
  std::string result;
  Chunk chunk{};
  while (true) {
    const auto [state, made] = inflater.fill(chunk);
    // Without an end and without progress the bytes were cut off.
    const bool is_end = state == Z_STREAM_END;
    if (!is_end && (state != Z_OK || made == 0)) return Unexpected{InflateFault::damaged};
    if (made > bytes_max - result.size()) return Unexpected{InflateFault::too_large};
    result.append(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(made));
    if (is_end) return result;
  }
}

}  // namespace handbok
