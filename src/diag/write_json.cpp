#include "diag/write_json.hpp"

#include "base/json.hpp"

namespace handbok {
namespace {

Json object_of(const Diagnostic& diagnostic, Language language) {
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
      {"clause", info.clause},
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

std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string lines;
  for (const auto& diagnostic : diagnostics)
    lines += to_text(object_of(diagnostic, language)) + "\n";
  return lines;
}

}  // namespace handbok
