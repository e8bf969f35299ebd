#include "base/json.hpp"

#include <algorithm>
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
  Library operator()(double value) const { return value; }
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

const Json null_value;
const Json::Array no_items;

Json read_value(const Library& value);

Json read_object(const Library& value) {
  Json::Object members;
  for (const auto& [key, member] : value.items())
    members.push_back({key, read_value(member)});
  return members;
}

Json read_array(const Library& value) {
  Json::Array items;
  items.reserve(value.size());
  for (const auto& item : value)
    items.push_back(read_value(item));
  return items;
}

Json read_value(const Library& value) {
  if (value.is_object()) return read_object(value);
  if (value.is_array()) return read_array(value);
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number_float()) return value.get<double>();
  return {};
}

/// The library parses without a stack of its own; what is made of its value needs one.
Library parse_within_depth(std::string_view text) {
  const auto keep_shallow = [](int depth, Library::parse_event_t /*event*/, Library& /*value*/) {
    return depth <= json_depth_max;
  };
  return Library::parse(text, keep_shallow, false);
}

}  // namespace

Json::Json(bool value) : content_(value) {}
Json::Json(int value) : content_(std::int64_t{value}) {}
Json::Json(std::int64_t value) : content_(value) {}
Json::Json(double value) : content_(value) {}
Json::Json(const char* text) : content_(std::string(text)) {}
Json::Json(std::string_view text) : content_(std::string(text)) {}
Json::Json(std::string text) : content_(std::move(text)) {}
Json::Json(Array items) : content_(std::move(items)) {}
Json::Json(const std::vector<std::string>& texts) : content_(Array(texts.begin(), texts.end())) {}
Json::Json(Object members) : content_(std::move(members)) {}

std::string_view Json::text() const {
  const auto* const text = std::get_if<std::string>(&content_);
  return text == nullptr ? std::string_view{} : *text;
}

const Json::Array& Json::items() const {
  const auto* const items = std::get_if<Array>(&content_);
  return items == nullptr ? no_items : *items;
}

const Json& Json::operator[](std::string_view key) const {
  const auto* const members = std::get_if<Object>(&content_);
  if (members == nullptr) return null_value;
  const auto found = std::ranges::find(*members, key, &JsonMember::key);
  return found == members->end() ? null_value : found->value;
}

const Json& Json::operator[](std::size_t index) const {
  const auto& all = items();
  return index < all.size() ? all[index] : null_value;
}

std::int64_t Json::number(std::int64_t otherwise) const {
  const auto* const number = std::get_if<std::int64_t>(&content_);
  return number == nullptr ? otherwise : *number;
}

std::string to_text(const Json& value, JsonLayout layout) {
  const int indent = layout == JsonLayout::indented ? 2 : -1;
  return converted(value).dump(indent, ' ', false, Library::error_handler_t::replace);
}

std::optional<Json> parse_json(std::string_view text) {
  const auto value = parse_within_depth(text);
  if (value.is_discarded()) return std::nullopt;
  return read_value(value);
}

}  // namespace handbok
