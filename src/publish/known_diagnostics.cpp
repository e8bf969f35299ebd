#include "publish/known_diagnostics.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"
#include "diag/printable.hpp"

namespace handbok {
namespace {

constexpr std::size_t field_count = 6;

auto key_of(const KnownDiagnostic& diagnostic) {
  return std::tie(diagnostic.code, diagnostic.subject, diagnostic.path);
}

}  // namespace

std::vector<KnownDiagnostic> known_diagnostics(const std::vector<Diagnostic>& diagnostics,
                                               Language language) {
  std::vector<KnownDiagnostic> known;
  known.reserve(diagnostics.size());
  for (const auto& diagnostic : diagnostics) {
    known.push_back({std::string(info_of(diagnostic.code).name),
                     std::string(name_of(diagnostic.severity)), printable(diagnostic.owner),
                     printable(diagnostic.subject), printable(diagnostic.location.path),
                     printable(what_text(diagnostic, language))});
  }
  std::ranges::stable_sort(known, {}, &KnownDiagnostic::owner);
  return known;
}

std::string write_known_diagnostics(const std::vector<KnownDiagnostic>& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) {
    const std::vector<std::string> fields{one.code,    one.severity, one.owner,
                                          one.subject, one.path,     one.sentence};
    text += join(fields, "\t") + "\n";
  }
  return text;
}

std::vector<KnownDiagnostic> parse_known_diagnostics(std::string_view text) {
  std::vector<KnownDiagnostic> diagnostics;
  for (const auto line : split(text, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() != field_count) continue;
    const auto field = [&](std::size_t i) { return std::string(fields[i]); };
    diagnostics.push_back({field(0), field(1), field(2), field(3), field(4), field(5)});
  }
  return diagnostics;
}

std::vector<KnownDiagnostic> without(const std::vector<KnownDiagnostic>& from,
                                     const std::vector<KnownDiagnostic>& what) {
  std::map<std::tuple<std::string, std::string, std::string>, int> counts;
  for (const auto& one : what)
    ++counts[key_of(one)];
  std::vector<KnownDiagnostic> rest;
  for (const auto& one : from) {
    auto& count = counts[key_of(one)];
    if (count > 0) {
      --count;
    } else {
      rest.push_back(one);
    }
  }
  return rest;
}

}  // namespace handbok
