#include "cli/command.hpp"
#include "cli/command_table.hpp"
#include "cli/manual_page.hpp"

namespace handbok {
namespace {

struct ManCommand {};

std::vector<Option> describe(ManCommand& /*command*/) {
  return {};
}

ExitStatus run(const ManCommand& /*command*/, const CommonOptions& common) {
  print(manual_page(command_table(common.language), common.language));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec man_command() {
  return command_spec<ManCommand>("man", {"Skriver manualsidan", "Prints the manual page"},
                                  &describe, &run);
}

}  // namespace handbok
