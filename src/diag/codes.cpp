#include "diag/codes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

constexpr auto table = std::to_array<CodeInfo>({
#define HANDBOK_CODE(family, name, severity, ...) \
  {Code::family##_##name, #family "." #name, Severity::severity, __VA_ARGS__},
#include "diag/codes.def"
#undef HANDBOK_CODE
});

/// The table with public names: an enumerator writes '_' where the public name has '-'.
struct PublicTable {
  std::vector<std::string> names;
  std::vector<CodeInfo> rows;

  PublicTable() {
    names.reserve(table.size());
    for (auto row : table) {
      names.emplace_back(row.name);
      std::ranges::replace(names.back(), '_', '-');
      row.name = names.back();
      rows.push_back(row);
    }
  }
};

const PublicTable& public_table() {
  static const PublicTable instance;
  return instance;
}

}  // namespace

const CodeInfo& info_of(Code code) {
  return public_table().rows[static_cast<std::size_t>(code)];
}

std::span<const CodeInfo> all_codes() {
  return public_table().rows;
}

std::optional<Code> find_code(std::string_view name) {
  for (const auto& row : all_codes()) {
    if (row.name == name) return row.code;
  }
  return std::nullopt;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

}  // namespace handbok
