#include "diag/write_sarif.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/json.hpp"
#include "diag/explain.hpp"

namespace handbok {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view base_id = "SOURCES";

/// The codes that occur, each once, in the order of codes.def.
std::vector<Code> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Code> codes;
  codes.reserve(diagnostics.size());
  for (const auto& diagnostic : diagnostics)
    codes.push_back(diagnostic.code);
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Json message(std::string text) {
  return Json::Object{{"text", std::move(text)}};
}

Json rule_of(Code code, Language language) {
  return Json::Object{
      {"id", info_of(code).name},
      {"shortDescription", message(what_pattern(code, language))},
      {"help", message(remedy_pattern(code, language))},
      {"defaultConfiguration", Json::Object{{"level", name_of(info_of(code).severity)}}},
  };
}

bool is_unreserved(char c) {
  return is_letter_or_digit(c) || c == '/' || c == '-' || c == '.' || c == '_' || c == '~';
}

/// The path as a relative URI reference.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.append(1, '%').append(1, digits[byte / 16]).append(1, digits[byte % 16]);
  }
  return uri;
}

Json::Array locations_of(const Location& location) {
  if (location.path.empty()) return {};
  Json::Object place{
      {"artifactLocation", Json::Object{{"uri", uri_of(location.path)}, {"uriBaseId", base_id}}}};
  if (location.line > 0) {
    Json::Object region{{"startLine", location.line}};
    if (location.column > 0) region.push_back({"startColumn", location.column});
    place.push_back({"region", std::move(region)});
  }
  return {Json::Object{{"physicalLocation", std::move(place)}}};
}

Json result_of(const Diagnostic& diagnostic, int rule_index, Language language) {
  const auto& info = info_of(diagnostic.code);
  auto text = what_text(diagnostic, language);
  if (const auto remedy = remedy_text(diagnostic, language); !remedy.empty()) text += " " + remedy;
  Json::Object result{
      {"ruleId", info.name},
      {"ruleIndex", rule_index},
      {"level", name_of(diagnostic.severity)},
      {"message", message(std::move(text))},
      {"locations", locations_of(diagnostic.location)},
      {"properties", Json::Object{{"subject", diagnostic.subject},
                                  {"owner", diagnostic.owner},
                                  {"unit", diagnostic.unit},
                                  {"clause", info.clause}}},
  };
  if (diagnostic.suppressed) {
    result.push_back({"suppressions",
                      Json::Array{Json::Object{{"kind", "external"},
                                               {"status", "accepted"},
                                               {"justification", diagnostic.suppressed->reason}}}});
  }
  return result;
}

Json run_of(const std::vector<Diagnostic>& diagnostics, Language language,
            std::string_view tool_version) {
  const auto codes = codes_of(diagnostics);
  Json::Array rules;
  for (const auto code : codes)
    rules.push_back(rule_of(code, language));
  Json::Array results;
  for (const auto& diagnostic : diagnostics) {
    const auto index = std::ranges::lower_bound(codes, diagnostic.code) - codes.begin();
    results.push_back(result_of(diagnostic, static_cast<int>(index), language));
  }
  const Json base = Json::Object{{"description", message("The content folder.")}};
  const Json driver =
      Json::Object{{"name", "handbok"}, {"version", tool_version}, {"rules", std::move(rules)}};
  return Json::Object{
      {"tool", Json::Object{{"driver", driver}}},
      {"language", language == Language::swedish ? "sv" : "en"},
      {"originalUriBaseIds", Json::Object{{std::string(base_id), base}}},
      {"columnKind", "unicodeCodePoints"},
      {"results", std::move(results)},
  };
}

}  // namespace

std::string write_sarif(const std::vector<Diagnostic>& diagnostics, Language language,
                        std::string_view tool_version) {
  const Json log = Json::Object{
      {"$schema", schema},
      {"version", "2.1.0"},
      {"runs", Json::Array{run_of(diagnostics, language, tool_version)}},
  };
  return to_text(log, JsonLayout::indented) + "\n";
}

}  // namespace handbok
