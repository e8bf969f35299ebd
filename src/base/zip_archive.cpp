#include "base/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#define ZLIB_CONST  // what is read is not changed
#include <zlib.h>

namespace handbok {
namespace {

using namespace std::string_view_literals;

constexpr auto directory_end_mark = "PK\x05\x06"sv;
constexpr auto entry_mark = "PK\x01\x02"sv;
constexpr auto head_mark = "PK\x03\x04"sv;
constexpr std::size_t directory_end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t head_size = 30;
constexpr std::size_t comment_bytes_max = 65535;  // its length is written in two bytes
constexpr std::size_t entries_max = 10000;        // a document has some tens; a bomb has millions
constexpr std::size_t method_stored = 0;
constexpr std::size_t method_deflated = 8;

void append_number(std::string& bytes, std::size_t number, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i, number /= 256)
    bytes += static_cast<char>(static_cast<unsigned char>(number % 256));
}

/// What the head of a file and its entry in the directory say alike, from the flags on.
void append_facts(std::string& bytes, const ZipFile& file) {
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(file.bytes.data()),
                         static_cast<uInt>(file.bytes.size()));
  append_number(bytes, 0x800, 2);  // names are UTF-8
  append_number(bytes, method_stored, 2);
  append_number(bytes, 0x210000, 4);  // midnight on 1 January 1980
  append_number(bytes, sum, 4);
  append_number(bytes, file.bytes.size(), 4);
  append_number(bytes, file.bytes.size(), 4);
  append_number(bytes, file.name.size(), 2);
  append_number(bytes, 0, 2);
}

/// The number of `count` bytes at `offset`, the lowest first; 0 beyond the end.
std::size_t number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::size_t number = 0;
  for (std::size_t i = count; i-- > 0;) {
    const auto at = offset + i;
    number = number * 256 + (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
  }
  return number;
}

ZipEntry entry_at(std::string_view bytes, std::size_t offset) {
  ZipEntry entry;
  entry.name = bytes.substr(offset + entry_size, number_at(bytes, offset + 28, 2));
  entry.is_encrypted = number_at(bytes, offset + 8, 2) % 2 == 1;
  entry.method = number_at(bytes, offset + 10, 2);
  entry.packed_bytes = number_at(bytes, offset + 20, 4);
  entry.unpacked_bytes = number_at(bytes, offset + 24, 4);
  entry.offset = number_at(bytes, offset + 42, 4);
  return entry;
}

/// The bytes of the file as they lie in the archive.
std::optional<std::string_view> packed_bytes(std::string_view archive, const ZipEntry& entry) {
  if (entry.offset >= archive.size() || archive.size() - entry.offset < head_size)
    return std::nullopt;
  if (archive.substr(entry.offset, head_mark.size()) != head_mark) return std::nullopt;
  const auto start = entry.offset + head_size + number_at(archive, entry.offset + 26, 2) +
                     number_at(archive, entry.offset + 28, 2);
  if (start > archive.size() || archive.size() - start < entry.packed_bytes) return std::nullopt;
  return archive.substr(start, entry.packed_bytes);
}

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

std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes) {
  const auto window = std::min(bytes.size(), comment_bytes_max + directory_end_size);
  const auto tail = bytes.substr(bytes.size() - window);
  const auto found = tail.rfind(directory_end_mark);
  if (found == std::string_view::npos) return std::nullopt;
  const auto end = bytes.size() - window + found;
  if (end + directory_end_size > bytes.size()) return std::nullopt;
  const auto count = number_at(bytes, end + 10, 2);
  auto offset = number_at(bytes, end + 16, 4);
  if (count == 0 || count > entries_max) return std::nullopt;
  std::vector<ZipEntry> entries;
  entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_there =
        offset + entry_size <= end && bytes.substr(offset, entry_mark.size()) == entry_mark;
    if (!is_there) return std::nullopt;
    entries.push_back(entry_at(bytes, offset));
    offset += entry_size + number_at(bytes, offset + 28, 2) + number_at(bytes, offset + 30, 2) +
              number_at(bytes, offset + 32, 2);
  }
  return entries;
}

Expected<std::string, ZipFault> unpack(std::string_view archive, const ZipEntry& entry,
                                       std::size_t bytes_max) {
  if (entry.is_encrypted) return Unexpected{ZipFault::locked};
  const auto packed = packed_bytes(archive, entry);
  if (!packed) return Unexpected{ZipFault::damaged};
  if (entry.method == method_stored) {
    if (packed->size() > bytes_max) return Unexpected{ZipFault::too_large};
    return std::string(*packed);
  }
  if (entry.method != method_deflated) return Unexpected{ZipFault::damaged};
  auto text = inflate(*packed, bytes_max);
  if (text) return *std::move(text);
  return Unexpected{text.error() == InflateFault::too_large ? ZipFault::too_large
                                                            : ZipFault::damaged};
}

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

std::string write_zip(const std::vector<ZipFile>& files) {
  constexpr std::size_t version = 20;
  std::string archive;
  std::string directory;
  for (const auto& file : files) {
    const auto offset = archive.size();
    archive += head_mark;
    append_number(archive, version, 2);
    append_facts(archive, file);
    archive.append(file.name).append(file.bytes);
    directory += entry_mark;
    append_number(directory, version, 2);
    append_number(directory, version, 2);
    append_facts(directory, file);
    append_number(directory, 0, 10);  // no remark, one disk, no attributes
    append_number(directory, offset, 4);
    directory += file.name;
  }
  const auto start = archive.size();
  archive.append(directory).append(directory_end_mark);
  append_number(archive, 0, 4);
  append_number(archive, files.size(), 2);
  append_number(archive, files.size(), 2);
  append_number(archive, directory.size(), 4);
  append_number(archive, start, 4);
  append_number(archive, 0, 2);
  return archive;
}

}  // namespace handbok
