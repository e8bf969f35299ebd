#include "diag/write_reports.hpp"

#include <algorithm>
#include <map>

#include "base/ascii.hpp"
#include "base/json.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "diag/explain.hpp"
#include "diag/printable.hpp"
#include "diag/words.hpp"

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
      {"units", diagnostic.units},
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

using Cases = std::map<std::string, std::vector<const Diagnostic*>>;

Cases cases_of(const std::vector<Diagnostic>& diagnostics, const std::vector<std::string>& subjects,
               Language language) {
  Cases cases;
  for (const auto& subject : subjects)
    cases[subject];
  for (const auto& diagnostic : diagnostics) {
    const auto& subject = diagnostic.subject;
    const auto whole = std::string(report_words(language).whole_handbook);
    cases[subject.empty() ? whole : subject].push_back(&diagnostic);
  }
  return cases;
}

/// `text` for XML: characters that XML forbids are written out, those with a meaning as entities.
std::string escape_xml(std::string_view text) {
  return escape_html(printable(text));
}

std::string failure_of(const Diagnostic& diagnostic, Language language) {
  const auto what = escape_xml(what_text(diagnostic, language));
  std::string element = R"(      <failure type=")";
  element.append(info_of(diagnostic.code).name).append(R"(" message=")").append(what).append("\">");
  element += escape_xml(place_name(diagnostic.location, language)) + "\n" + what + "\n" +
             escape_xml(remedy_text(diagnostic, language)) + "</failure>\n";
  return element;
}

/// One line about a diagnostic that does not fail its case.
std::string output_line(const Diagnostic& diagnostic, Language language) {
  auto line = place_name(diagnostic.location, language) + ": ";
  line.append(severity_word(diagnostic.severity, language)).append(": ");
  line += what_text(diagnostic, language);
  line.append(" [").append(info_of(diagnostic.code).name).append("]");
  return escape_xml(line) + "\n";
}

std::string case_of(const Cases::value_type& entry, Severity threshold, Language language) {
  std::string failures;
  std::string output;
  for (const auto* const diagnostic : entry.second) {
    if (counts(*diagnostic, threshold)) {
      failures += failure_of(*diagnostic, language);
    } else {
      output += output_line(*diagnostic, language);
    }
  }
  const auto start = R"(    <testcase classname="handbok" name=")" + escape_xml(entry.first) + "\"";
  if (failures.empty() && output.empty()) return start + "/>\n";
  if (!output.empty()) output = "      <system-out>" + output + "</system-out>\n";
  return start + ">\n" + failures + output + "    </testcase>\n";
}

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view base_id = "%SRCROOT%";

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

std::string path_from(std::string_view folder, const std::string& path) {
  return std::string(folder) + path;
}

Json::Array locations_of(const Location& location, std::string_view folder) {
  if (location.path.empty()) return {};
  Json::Object place{
      {"artifactLocation",
       Json::Object{{"uri", uri_of(path_from(folder, location.path))}, {"uriBaseId", base_id}}}};
  if (location.line > 0) {
    Json::Object region{{"startLine", location.line}};
    if (location.column > 0) region.push_back({"startColumn", location.column});
    place.push_back({"region", std::move(region)});
  }
  return {Json::Object{{"physicalLocation", std::move(place)}}};
}

Json result_of(const Diagnostic& diagnostic, int rule_index, Language language,
               std::string_view folder) {
  const auto& info = info_of(diagnostic.code);
  auto text = what_text(diagnostic, language);
  if (const auto remedy = remedy_text(diagnostic, language); !remedy.empty()) text += " " + remedy;
  Json::Object result{
      {"ruleId", info.name},
      {"ruleIndex", rule_index},
      {"level", name_of(diagnostic.severity)},
      {"message", message(std::move(text))},
      {"locations", locations_of(diagnostic.location, folder)},
      {"properties", Json::Object{{"subject", diagnostic.subject},
                                  {"owner", diagnostic.owner},
                                  {"units", diagnostic.units},
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
            std::string_view tool_version, std::string_view folder) {
  const auto codes = codes_of(diagnostics);
  Json::Array rules;
  for (const auto code : codes)
    rules.push_back(rule_of(code, language));
  Json::Array results;
  for (const auto& diagnostic : diagnostics) {
    const auto index = std::ranges::lower_bound(codes, diagnostic.code) - codes.begin();
    results.push_back(result_of(diagnostic, static_cast<int>(index), language, folder));
  }
  const Json base =
      Json::Object{{"description", message("The folder in which the program was run.")}};
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

std::string_view code_quality_severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "critical";
    case Severity::warning: return "minor";
    case Severity::note: return "info";
  }
  return "info";
}

}  // namespace

std::string write_json(const std::vector<Diagnostic>& diagnostics, Language language,
                       const std::vector<std::string>& sources) {
  std::string lines;
  for (const auto& diagnostic : diagnostics)
    lines += to_text(object_of(diagnostic, language, sources)) + "\n";
  return lines;
}

std::string write_junit(const std::vector<Diagnostic>& diagnostics,
                        const std::vector<std::string>& subjects, Severity threshold,
                        Language language) {
  const auto cases = cases_of(diagnostics, subjects, language);
  const auto fails = [&](const Diagnostic* diagnostic) { return counts(*diagnostic, threshold); };
  const auto failing = std::ranges::count_if(
      cases, [&](const auto& entry) { return std::ranges::any_of(entry.second, fails); });
  const auto counts = fill_slots(R"( tests="{}" failures="{}" errors="0")",
                                 {std::to_string(cases.size()), std::to_string(failing)});
  std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                    "\n<testsuites" +
                    counts + ">\n";
  xml += R"(  <testsuite name="handbok check")" + counts + ">\n";
  for (const auto& entry : cases)
    xml += case_of(entry, threshold, language);
  return xml + "  </testsuite>\n</testsuites>\n";
}

std::string write_sarif(const std::vector<Diagnostic>& diagnostics, Language language,
                        std::string_view tool_version, std::string_view folder) {
  const Json log = Json::Object{
      {"$schema", schema},
      {"version", "2.1.0"},
      {"runs", Json::Array{run_of(diagnostics, language, tool_version, folder)}},
  };
  return to_text(log, JsonLayout::indented) + "\n";
}

std::string write_code_quality(const std::vector<Diagnostic>& diagnostics, Language language,
                               std::string_view folder) {
  std::map<std::string, int> times;
  Json::Array issues;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.suppressed) continue;
    const auto& [path, line, column] = diagnostic.location;
    const auto name = std::string(info_of(diagnostic.code).name);
    const auto what = what_text(diagnostic, language);
    const auto identity = join({name, path, diagnostic.subject, what}, "\n");
    const auto time = std::to_string(++times[identity]);
    const Json place =
        Json::Object{{"path", path_from(folder, path.empty() ? "handbook.toml" : path)},
                     {"lines", Json::Object{{"begin", std::max(line, 1)}}}};
    issues.emplace_back(
        Json::Object{{"description", what + " " + remedy_text(diagnostic, language)},
                     {"check_name", name},
                     {"fingerprint", sha256_hex(identity + "\n" + time)},
                     {"severity", code_quality_severity(diagnostic.severity)},
                     {"location", place}});
  }
  return to_text(Json(std::move(issues)), JsonLayout::indented) + "\n";
}

}  // namespace handbok
