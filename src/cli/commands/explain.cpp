#include "diag/explain.hpp"

#include "app/nearest_word.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace handbok {
ExitStatus run(const ExplainCommand& command, const CommonOptions& common) {
  if (command.markdown) {
    print(explain_all_markdown(common.language));
    return ExitStatus::fine;
  }
  if (const auto code = find_code(command.code)) {
    print(explain(*code, common.language));
    return ExitStatus::fine;
  }
  const auto near = nearest_code(command.code);
  auto message = std::string(choose(common.language, "det finns ingen kod ", "there is no code ")) +
                 "”" + command.code + "”.";
  if (near)
    message += std::string(choose(common.language, " Menade du ", " Did you mean ")) + *near + "?";
  print_error(common.language, message);
  return ExitStatus::could_not_run;
}

}  // namespace handbok
