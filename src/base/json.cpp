#include "base/json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace handbok {
namespace {

using Library = nlohmann::ordered_json;

Library converted(const Json& value);

/// Turns each kind of content into the library's value.
struct Converter {
  Library operator()(std::monostate /*null*/) const { return nullptr; }
  Library operator()(bool value) const { return value; }
  Library operator()(std::int64_t value) const { return value; }
  Library operator()(const std::string& text) const { return text; }

  Library operator()(const Json::Array& items) const {
    auto array = Library::array();
    for (const auto& item : items)
      array.push_back(converted(item));
    return array;
  }

  Library operator()(const Json::Object& members) const {
    auto object = Library::object();
    for (const auto& member : members)
      object[member.key] = converted(member.value);
    return object;
  }
};

Library converted(const Json& value) {
  return std::visit(Converter{}, value.content());
}

}  // namespace

Json::Json(bool value) : content_(value) {}
Json::Json(int value) : content_(std::int64_t{value}) {}
Json::Json(std::int64_t value) : content_(value) {}
Json::Json(const char* text) : content_(std::string(text)) {}
Json::Json(std::string_view text) : content_(std::string(text)) {}
Json::Json(std::string text) : content_(std::move(text)) {}
Json::Json(Array items) : content_(std::move(items)) {}
Json::Json(Object members) : content_(std::move(members)) {}

std::string to_text(const Json& value, JsonLayout layout) {
  const int indent = layout == JsonLayout::indented ? 2 : -1;
  return converted(value).dump(indent, ' ', false, Library::error_handler_t::replace);
}

}  // namespace handbok
