#include "cli/tell_diagnostics.hpp"

#include <algorithm>

#include "cli/console.hpp"
#include "cli/named_sources.hpp"
#include "diag/write_text.hpp"

namespace handbok {

std::string tell_diagnostics(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
                             const std::string& folder, Language language) {
  if (diagnostics.empty()) return {};
  const TextStyle style{language, Colour::off, folder};
  const auto text = with_sources(
      write_text(
          diagnostics, [&](const std::string& path) { return sources.find(path); }, style),
      folder);
  print_message(text);
  return text;
}

std::string tell_errors(const std::vector<Diagnostic>& diagnostics, const FileTree& sources,
                        const std::string& folder, Language language) {
  std::vector<Diagnostic> errors;
  std::ranges::copy_if(diagnostics, std::back_inserter(errors),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
  return tell_diagnostics(errors, sources, folder, language);
}

}  // namespace handbok
