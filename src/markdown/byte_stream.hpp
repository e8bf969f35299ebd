#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handbok {

/// Writes numbers and texts as bytes, the length before the text.
class ByteWriter {
public:
  void number(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes_ += static_cast<char>(static_cast<unsigned char>(value >> shift));
    }
  }

  void number(int value) { number(static_cast<std::uint32_t>(value)); }
  void flag(bool value) { number(value ? 1U : 0U); }
  void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }

  void text(std::string_view text) {
    size(text.size());
    bytes_ += text;
  }

  std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote. Once something was not there, everything that follows is empty
/// and is_good() is false; no byte outside is touched.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool is_good() const { return is_good_; }

  /// True if all was good and nothing is left.
  bool is_finished() const { return is_good_ && rest_.empty(); }

  std::uint32_t number() {
    const auto bytes = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
      value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
  }

  int signed_number() { return static_cast<int>(number()); }
  bool flag() { return below(2) == 1; }

  /// A number less than `limit`.
  std::uint32_t below(std::uint32_t limit) {
    const auto value = number();
    if (value < limit) return value;
    is_good_ = false;
    return 0;
  }

  /// How many things follow, of which each needs at least four bytes.
  std::uint32_t count() { return below(static_cast<std::uint32_t>(rest_.size() / 4 + 1)); }

  std::string text() {
    const auto length = number();
    return std::string(take(length));
  }

private:
  std::string_view take(std::size_t length) {
    if (!is_good_ || length > rest_.size()) {
      is_good_ = false;
      return {};
    }
    const auto bytes = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return bytes;
  }

  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace handbok
