#include "load/toml_file.hpp"

#include "base/limits.hpp"
#include "diag/code_names.hpp"
#include "load/redact.hpp"
#include "load/source_text.hpp"

namespace handbok {
namespace {

Code code_of(TomlFault fault) {
  switch (fault) {
    case TomlFault::syntax: return Code::toml_syntax;
    case TomlFault::duplicate_key: return Code::toml_duplicate_key;
    case TomlFault::key_too_deep: return Code::toml_key_too_deep;
    case TomlFault::line_continuation: return Code::toml_line_continuation;
  }
  return Code::toml_syntax;
}

}  // namespace

std::optional<TomlTable> read_toml(std::string_view text, int first_line, ReadScope& scope) {
  auto result = parse_toml(text, first_line);
  if (!result.table) {
    std::vector<std::string> what;
    if (result.error.fault == TomlFault::key_too_deep) what = {std::to_string(limits::key_parts)};
    scope.report(code_of(result.error.fault), result.error.position, std::move(what));
  }
  return std::move(result.table);
}

std::optional<TomlTable> read_toml_file(const FileTree& sources, ReadScope& scope) {
  const auto* const bytes = sources.find(scope.path());
  if (bytes == nullptr || !check_source_text(*bytes, scope)) return std::nullopt;
  auto table = read_toml(without_byte_order_mark(*bytes), 1, scope);
  if (table) redact(*table, scope);
  return table;
}

}  // namespace handbok
