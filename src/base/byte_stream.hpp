#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbok {

/// Writes numbers and texts as bytes, the length before the text. For this program only: between
/// its processes, and into its cache.
class ByteWriter {
public:
  void number(std::uint32_t value) {
    const std::array<char, 4> bytes{static_cast<char>(value), static_cast<char>(value >> 8U),
                                    static_cast<char>(value >> 16U),
                                    static_cast<char>(value >> 24U)};
    bytes_.append(bytes.data(), bytes.size());
  }

  void number(int value) { number(static_cast<std::uint32_t>(value)); }
  void flag(bool value) { number(value ? 1U : 0U); }
  void size(std::size_t value) { number(static_cast<std::uint32_t>(value)); }

  void large(std::uint64_t value) {
    number(static_cast<std::uint32_t>(value));
    number(static_cast<std::uint32_t>(value >> 32U));
  }

  void text(std::string_view text) {
    size(text.size());
    bytes_ += text;
  }

  /// Their count, then each of `items` by `write_item(writer, item)`.
  template <typename Items, typename WriteItem>
  void all(const Items& items, WriteItem write_item) {
    size(items.size());
    for (const auto& item : items)
      write_item(*this, item);
  }

  void texts(const std::vector<std::string>& texts) {
    all(texts, [](ByteWriter& out, const std::string& text) { out.text(text); });
  }

  std::size_t count() const { return bytes_.size(); }
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

  std::uint64_t large() {
    const std::uint64_t low = number();
    return low | std::uint64_t{number()} << 32U;
  }

  /// A number less than `limit`.
  std::uint32_t below(std::uint32_t limit) {
    const auto value = number();
    if (value < limit) return value;
    is_good_ = false;
    return 0;
  }

  /// An enumerator up to `last`.
  template <typename Enum>
  Enum choice(Enum last) {
    return static_cast<Enum>(below(static_cast<std::uint32_t>(last) + 1));
  }

  /// How many things follow, of which each needs at least four bytes.
  std::uint32_t count() { return below(static_cast<std::uint32_t>(rest_.size() / 4 + 1)); }

  /// The bytes themselves, not a copy.
  std::string_view view() {
    const auto length = number();
    return take(length);
  }

  std::string text() { return std::string(view()); }

  /// As many as were written, each by `read_item(reader)`.
  template <typename ReadItem>
  auto all(ReadItem read_item) {
    std::vector<decltype(read_item(*this))> items;
    const auto size = count();
    constexpr std::uint32_t reserved_max = 4096;  // damaged bytes must not cost memory
    items.reserve(std::min(size, reserved_max));
    for (std::uint32_t i = 0; i < size && is_good_; ++i)
      items.push_back(read_item(*this));
    return items;
  }

  std::vector<std::string> texts() {
    return all([](ByteReader& in) { return in.text(); });
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
