#include "app/authoring.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"

namespace handbok {
namespace {

struct DigestCommand {
  std::string revision;  ///< "RUT-001@3"
  std::string source;
};

std::vector<Option> describe(DigestCommand& command) {
  return {positional({"utgåva", "revision"}, command.revision,
                     {"Till exempel RUT-001@3", "For example RUT-001@3"}),
          source_word(command.source)};
}

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

}  // namespace

CommandSpec digest_command() {
  return command_spec<DigestCommand>("digest",
                                     {"Visar en utgåvas kontrollsumma och vad den räknas på",
                                      "Shows a revision's digest and what it is taken of"},
                                     &describe, &run);
}

}  // namespace handbok
