#include "questions/file_schemas.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "diag/value_words.hpp"
#include "model/registers.hpp"
#include "questions/column_words.hpp"

namespace handbok {
namespace {

/// How a text must look; empty if it is free.
std::string_view pattern_of(const Key& key) {
  switch (key.grammar) {
    case Grammar::id: return R"(^[^\s/\\]*$)";
    case Grammar::web_address: return R"(^([A-Za-z][A-Za-z0-9+.-]*:\S+)?$)";
    case Grammar::mail_address: return R"(^([^\s@]+@[^\s@]+)?$)";
    case Grammar::phone_number: return R"(^(\+?[0-9][0-9 -]+[0-9])?$)";
    case Grammar::page_address: return R"(^([A-Za-z0-9_][A-Za-z0-9/._-]*\.html)?$)";
    case Grammar::page_place: return R"(^([A-Za-z0-9_][A-Za-z0-9/._-]*\.html(#.*)?)?$)";
    case Grammar::file_name: return "^([a-z][a-z0-9-]*)?$";
    case Grammar::key_name: return "^([a-z][a-z0-9_]*)?$";
    case Grammar::prefix: return "^[A-Z]*$";
    case Grammar::free: break;
  }
  if (key.form == Form::relations) return "^[A-Z]{2,4}-[A-Z0-9-]{1,32}(@[1-9][0-9]{0,5})?(#.+)?$";
  if (key.kind == ReferenceKind::document) return "^([A-Z]{2,4}-[A-Z0-9-]{1,32})?$";
  return key.is_required || key.fact == Fact::always ? R"(\S)" : "";
}

/// A row as it is when nothing was written in it.
class EmptyRow {
public:
  explicit EmptyRow(const Shape& shape)
      : shape_(shape),
        memory_(shape.bytes / sizeof(std::max_align_t) + 1) {
    if (shape_.make != nullptr) shape_.make(memory_.data());
  }
  ~EmptyRow() {
    if (shape_.make != nullptr) shape_.destroy(memory_.data());
  }
  EmptyRow(const EmptyRow&) = delete;
  EmptyRow& operator=(const EmptyRow&) = delete;
  EmptyRow(EmptyRow&&) = delete;
  EmptyRow& operator=(EmptyRow&&) = delete;

  Json meaning_of(const Key& key) const {
    if (shape_.make == nullptr || key.is_optional || key.is_required) return {};
    const void* const row = memory_.data();
    if (key.form == Form::number && key.value<int>(row) != 0) return key.value<int>(row);
    if (key.form == Form::flag && key.value<bool>(row)) return true;
    if (key.form != Form::word) return {};
    const auto word = name_in(key.words, key.value<std::uint8_t>(row));
    return word.empty() ? Json() : Json(word);
  }

private:
  const Shape& shape_;
  std::vector<std::max_align_t> memory_;
};

/// Writes keys as schemas, in one language.
class SchemaWriter {
public:
  explicit SchemaWriter(Language language) : language_(language) {}

  Json table(const Shape& shape) const {
    Json::Object properties;
    Json::Array required;
    for (const auto& key : shape.keys) {
      properties.push_back(
          {std::string(key.name), schema_of(key, meaning_if_left_out(shape, key))});
      if (key.is_required || key.fact == Fact::always) required.emplace_back(key.name);
    }
    return closed_table(std::move(properties), std::move(required));
  }

  /// A whole file, which is called by its name.
  static std::string file(std::string name, const Json& table) {
    Json::Object schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                        {"title", std::move(name)}};
    for (const auto& member : std::get<Json::Object>(table.content()))
      schema.push_back(member);
    return to_text(schema, JsonLayout::indented) + "\n";
  }

  static Json closed_table(Json::Object properties, Json::Array required) {
    Json::Object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema.push_back({"required", std::move(required)});
    schema.push_back({"additionalProperties", false});
    return schema;
  }

  static Json list_of(Json item) {
    return Json::Object{{"type", "array"}, {"items", std::move(item)}};
  }

private:
  Json schema_of(const Key& key, Json otherwise) const {
    auto schema = std::get<Json::Object>(value_of(key).content());
    const std::string name(key.name);
    auto heading = column_headings({name}, language_).front();
    if (heading != name) schema.push_back({"title", std::move(heading)});
    if (!key.about.empty()) schema.push_back({"description", key.about});
    const bool is_nothing = std::holds_alternative<std::monostate>(otherwise.content());
    if (!is_nothing) schema.push_back({"default", std::move(otherwise)});
    return schema;
  }

  Json value_of(const Key& key) const {
    switch (key.form) {
      case Form::text:
      case Form::clause: return text(key);
      case Form::texts:
      case Form::relations: return list_of(text(key));
      case Form::number: return number(key);
      case Form::flag: return Json::Object{{"type", "boolean"}};
      case Form::date: return Json::Object{{"type", "string"}, {"format", "date"}};
      case Form::word: return word(key);
      case Form::words: return list_of(word(key));
      case Form::rows: return rows(key);
    }
    return {};
  }

  static Json text(const Key& key) {
    Json::Object schema{{"type", "string"}};
    if (const auto pattern = pattern_of(key); !pattern.empty())
      schema.push_back({"pattern", pattern});
    return schema;
  }

  static Json number(const Key& key) {
    if (key.divides == 0)
      return Json::Object{{"type", "integer"}, {"minimum", key.min}, {"maximum", key.max}};
    Json::Array divisors;
    for (int i = key.min; i <= key.max; ++i) {
      if (key.divides % i == 0) divisors.emplace_back(i);
    }
    return Json::Object{{"enum", std::move(divisors)}};
  }

  /// Words are English in files; Taplo shows beside each what it means.
  Json word(const Key& key) const {
    Json::Array words;
    Json::Array meanings;
    for (const auto& known : key.words) {
      words.emplace_back(known.name);
      meanings.emplace_back(value_text(key.name, known.name, language_));
    }
    return Json::Object{
        {"enum", std::move(words)},
        {"x-taplo", Json::Object{{"docs", Json::Object{{"enumValues", std::move(meanings)}}}}}};
  }

  Json rows(const Key& key) const {
    auto row = table(key.rows());
    if (!key.list->is_many) return row;
    if (key.short_form.empty()) return list_of(std::move(row));
    return list_of(
        Json::Object{{"anyOf", Json::Array{Json::Object{{"type", "string"}}, std::move(row)}}});
  }

  Language language_;
};

}  // namespace

Json meaning_if_left_out(const Shape& shape, const Key& key) {
  return EmptyRow(shape).meaning_of(key);
}

FileTree file_schemas(const Handbook& handbook, Language language) {
  const SchemaWriter writer(language);
  FileTree files;
  const auto put = [&](const std::string& name, const std::string& file, const Json& table) {
    files.put(name + ".json", SchemaWriter::file(file, table));
  };
  put("handbook", "handbook.toml", writer.table(shape_of<Handbook>()));
  put("documents/head", "N.md", writer.table(shape_of<Revision>()));
  put("documents/approval", "N.approval.toml", writer.table(shape_of<Approval>()));
  put("documents/reviews", "reviews.toml", writer.table(shape_of<Document>()));
  put("documents/earlier", "earlier.toml", writer.table(shape_of<EarlierRevisions>()));
  put("documents/repeal", "repeal.toml", writer.table(shape_of<Repeal>()));
  std::map<std::string_view, Json::Object> registers;
  for (const auto* const about : registers_of(handbook)) {
    registers[about->file].push_back(
        {std::string(about->key), SchemaWriter::list_of(writer.table(about->shape()))});
  }
  for (auto& [file, tables] : registers) {
    const auto name = "registers/" + std::string(file);
    put(name, name + ".toml", SchemaWriter::closed_table(std::move(tables), {}));
  }
  return files;
}

}  // namespace handbok
