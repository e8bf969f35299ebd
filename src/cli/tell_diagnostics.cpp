#include "cli/tell_diagnostics.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "cli/console.hpp"
#include "cli/named_sources.hpp"
#include "cli/sources.hpp"
#include "diag/write_text.hpp"

namespace handbok {
namespace {

/// What `check` cannot tell, because it is found while a site is made.
bool is_found_by_builds(Code code) {
  const auto name = info_of(code).name;
  return name.starts_with("build.") || name.starts_with("search.");
}

}  // namespace

void print_access_problem(TargetAccess access, const std::string& target,
                          const std::string& file_system, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    print_error(language, fill_slots(choose(language, swedish, english), {target, file_system}));
  };
  switch (access) {
    case TargetAccess::open: return;
    case TargetAccess::missing:
      say("{}: mappen finns inte.", "{}: there is no such folder.");
      return;
    case TargetAccess::busy:
      say("{}: en annan publicering pågår. Försök igen när den är klar.",
          "{}: another publication is at work. Try again when it is done.");
      return;
    case TargetAccess::unfit_file_system:
      say("{}: filsystemet ({}) kan tappa det som skrivs. Publicera till en lokal disk med ext4, "
          "XFS eller Btrfs, eller prova med --any-file-system på egen risk.",
          "{}: the file system ({}) may lose what is written. Publish to a local disk with ext4, "
          "XFS or Btrfs, or try --any-file-system at your own risk.");
      return;
  }
}

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

std::string tell_errors(const std::vector<Diagnostic>& diagnostics, const std::string& folder,
                        Language language) {
  std::vector<Diagnostic> errors;
  std::ranges::copy_if(diagnostics, std::back_inserter(errors), [](const Diagnostic& d) {
    return d.severity == Severity::error || is_found_by_builds(d.code);
  });
  return tell_diagnostics(errors, sources_of(errors, Severity::note, folder), folder, language);
}

}  // namespace handbok
