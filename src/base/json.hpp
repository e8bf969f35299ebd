#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace handbok {

struct JsonMember;

/// A JSON value to be written. Members of an object keep the order in which they were given.
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
  Json(const char* text);
  Json(std::string_view text);
  Json(std::string text);
  Json(Array items);
  Json(Object members);
  // NOLINTEND(google-explicit-constructor)

  using Content = std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object>;
  const Content& content() const { return content_; }

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

}  // namespace handbok
