#include "app/digest.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/sources.hpp"

namespace handbok {

ExitStatus run(const DigestCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto manifest = manifest_of(*sources, command.revision);
  if (!manifest) {
    print_error(
        common.language,
        command.revision + ": " +
            std::string(choose(common.language, "utgåvan finns inte. Skriv till exempel RUT-001@3.",
                               "there is no such revision. Write for example RUT-001@3.")));
    return ExitStatus::could_not_run;
  }
  print(manifest->text);
  print(manifest->digest + "\n");
  return ExitStatus::fine;
}

}  // namespace handbok
