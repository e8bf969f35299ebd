#include "diag/explain.hpp"

#include "base/strings.hpp"
#include "cli/command.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

struct ExplainCommand {
  std::string code;
  bool markdown = false;  ///< the whole catalogue as a page
};

std::vector<Option> describe(ExplainCommand& command) {
  return {excluding("--markdown",
                    as_word({"kod", "code"}, text({}, command.code, {"Koden", "The code"}))),
          flag("--markdown", command.markdown,
               {"Skriver alla koder som en Markdown-sida", "Prints all codes as a Markdown page"})};
}

ExitStatus run(const ExplainCommand& command, const CommonOptions& common) {
  if (command.markdown) {
    print(explain_all_markdown(common.language));
    return ExitStatus::fine;
  }
  if (const auto code = find_code(command.code)) {
    print(explain(*code, common.language));
    return ExitStatus::fine;
  }
  std::vector<std::string> names;
  for (const auto& info : all_codes())
    names.emplace_back(info.name);
  const auto near = nearest(command.code, names);
  auto message =
      fill_slots(choose(common.language, "det finns ingen kod ”{}”.", "there is no code \"{}\"."),
                 {command.code});
  if (near)
    message += std::string(choose(common.language, " Menade du ", " Did you mean ")) + *near + "?";
  print_error(common.language, message);
  return ExitStatus::could_not_run;
}

}  // namespace

CommandSpec explain_command() {
  return command_spec<ExplainCommand>("explain",
                                      {"Förklarar en kod, till exempel doc.review-overdue",
                                       "Explains a code, such as doc.review-overdue"},
                                      &describe, &run);
}

}  // namespace handbok
