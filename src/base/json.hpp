#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace handbok {

struct JsonMember;

/// A JSON value, to be written or as it was read. Members of an object keep their order.
class Json {
public:
  using Array = std::vector<Json>;
  using Object = std::vector<JsonMember>;

  Json() = default;  ///< null

  // One spelling for every value makes a literal readable: {"line", 3}, {"file", "a.md"}.
  // NOLINTBEGIN(google-explicit-constructor)
  Json(bool value);
  Json(int value);
  Json(std::int64_t value);
  Json(double value);
  Json(const char* text);
  Json(std::string_view text);
  Json(std::string text);
  Json(Array items);
  Json(const std::vector<std::string>& texts);
  Json(Object members);
  // NOLINTEND(google-explicit-constructor)

  using Content =
      std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;
  const Content& content() const { return content_; }

  /// The text, or nothing if it is no text.
  std::string_view text() const;
  /// The items, or none if it is no array.
  const Array& items() const;
  /// The member of that name; null if there is none.
  const Json& operator[](std::string_view key) const;
  /// The item at that place; null if there is none.
  const Json& operator[](std::size_t index) const;
  /// The whole number, or `otherwise`.
  std::int64_t number(std::int64_t otherwise = 0) const;

private:
  Content content_;
};

/// One member of a JSON object.
struct JsonMember {
  std::string key;
  Json value;
};

/// How JSON text is laid out.
enum class JsonLayout : std::uint8_t {
  one_line,  ///< without line ends, for JSON lines
  indented   ///< two blanks for each level
};

/// `value` as JSON text in UTF-8, without a line end after it. Bytes that are not valid UTF-8 are
/// written as U+FFFD.
std::string to_text(const Json& value, JsonLayout layout = JsonLayout::one_line);

/// The value that is written in `text`; no value if it is no JSON, or if it is nested deeper than
/// `json_depth_max`. Bytes that are not UTF-8 make it no JSON.
std::optional<Json> parse_json(std::string_view text);

/// Deeper nesting is refused, so that no text can exhaust the stack.
constexpr int json_depth_max = 400;

}  // namespace handbok
