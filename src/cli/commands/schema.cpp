#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "questions/file_schemas.hpp"

namespace handbok {
namespace {

struct SchemaCommand {
  std::string source;
};

std::vector<Option> describe(SchemaCommand& command) {
  return {source_word(command.source)};
}

ExitStatus run(const SchemaCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.source, common);
  if (!handbook) return ExitStatus::could_not_run;
  write_below(command.source, std::string(schema_folder), file_schemas(*handbook, common.language));
  print(command.source + "/" + std::string(schema_folder) + "\n");
  return ExitStatus::fine;
}

}  // namespace

CommandSpec schema_command() {
  return command_spec<SchemaCommand>(
      "schema",
      {"Skriver scheman som får en editor att hjälpa till i TOML-filerna",
       "Writes schemas that let an editor help in the TOML files"},
      &describe, &run);
}

}  // namespace handbok
