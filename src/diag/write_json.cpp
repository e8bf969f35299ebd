#include "diag/write_json.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace handbok {
namespace {

/// The clause, if it is of one of the sources.
std::string_view clause_in(const std::vector<std::string>& sources, std::string_view clause) {
  const bool is_known = std::ranges::any_of(
      sources, [&](const std::string& source) { return clause.starts_with(source + " "); });
  return is_known ? clause : std::string_view();
}

Json object_of(const Diagnostic& diagnostic, Language language,
               const std::vector<std::string>& sources) {
  const auto& info = info_of(diagnostic.code);
  Json::Object object{
      {"code", info.name},
      {"severity", name_of(diagnostic.severity)},
      {"subject", diagnostic.subject},
      {"file", diagnostic.location.path},
      {"line", diagnostic.location.line},
      {"column", diagnostic.location.column},
      {"message", what_text(diagnostic, language)},
      {"remedy", remedy_text(diagnostic, language)},
      {"owner", diagnostic.owner},
      {"unit", diagnostic.unit},
      {"clause", clause_in(sources, info.clause)},
  };
  if (diagnostic.suppressed) {
    const auto& decision = *diagnostic.suppressed;
    object.push_back({"accepted", Json::Object{{"until", decision.until.to_string()},
                                               {"decided_by", decision.decided_by},
                                               {"reason", decision.reason}}});
  }
  return object;
}

}  // namespace

std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language,
                       const std::vector<std::string>& sources) {
  std::string lines;
  for (const auto& diagnostic : diagnostics)
    lines += to_text(object_of(diagnostic, language, sources)) + "\n";
  return lines;
}

}  // namespace handbok
