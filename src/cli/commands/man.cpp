#include "cli/command_table.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/manual_page.hpp"

namespace handbok {

ExitStatus run(const ManCommand& /*command*/, const CommonOptions& common) {
  print(manual_page(command_table(common.language), common.language));
  return ExitStatus::fine;
}

}  // namespace handbok
