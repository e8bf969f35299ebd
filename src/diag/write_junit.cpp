#include "diag/write_junit.hpp"

#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "diag/printable.hpp"
#include "diag/words.hpp"

namespace handbok {
namespace {

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

}  // namespace

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

}  // namespace handbok
