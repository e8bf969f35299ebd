#include "cli/authoring.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

using RepealCommand = EditCommand<RepealRequest>;

std::vector<Option> describe(RepealCommand& command) {
  auto& what = command.what;
  return of_act(
      document_word(what.document), command.how,
      {role_option(what.role), ref_option(what.ref), reason_option(what.reason),
       date("--effective", what.effective_on,
            {"Första dagen det inte gäller (dagen för beslutet)",
             "The first day without force (the day of the decision)"}),
       texts("--replaced-by", what.replaced_by,
             {"Dokument som gäller i stället", "Documents that apply instead"}),
       excluding("--replaced-by", flag("--no-successor", what.no_successor,
                                       {"Inget gäller i stället", "Nothing applies instead"})),
       flag_for("--accept", what.dependents, Dependents::are_accepted,
                {"Godtar att annat fortfarande pekar på det",
                 "Accepts that other things still point at it"})});
}

ExitStatus run(const RepealCommand& command, const CommonOptions& common) {
  const auto next_step = [&](const Outcome& /*outcome*/) {
    return std::string(
        choose(common.language, "Beslutet är inskrivet. handbok check visar vad som följer av det.",
               "The decision is recorded. handbok check shows what follows from it."));
  };
  return run_act(command.what, command.how, common, {next_step});
}

}  // namespace

CommandSpec repeal_command() {
  return command_spec<RepealCommand>(info_of(ActKind::repeal).command,
                                     {"Upphäver ett dokument", "Repeals a document"}, &describe,
                                     &run);
}

}  // namespace handbok
