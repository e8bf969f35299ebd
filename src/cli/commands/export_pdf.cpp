#include <algorithm>

#include "app/pdf_export.hpp"
#include "app/read_handbook.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct ExportPdfCommand {
  SiteChoice site;
  PdfOrder order;
};

/// True, and ids in place of names, if the handbook has all that is ordered; else it is said.
bool is_known(PdfOrder& order, const OpenSite& site, Language language) {
  const auto handbook = read_for_question(site.sources);
  const auto are_known = [&](std::vector<std::string>& names, SubjectKind kind) {
    return std::ranges::all_of(names, [&](std::string& name) {
      return use_code(handbook, site.options.as_of, kind, name, language);
    });
  };
  return are_known(order.documents, SubjectKind::document) &&
         are_known(order.units, SubjectKind::unit) && are_known(order.roles, SubjectKind::role);
}

std::vector<Option> describe(ExportPdfCommand& command) {
  constexpr std::size_t words_max = 1000;
  auto& order = command.order;
  auto words = as_word({"dokument", "documents"},
                       text({}, command.site.source,
                            {"Dokument, till exempel RUT-001 RUT-002, och mappen med källorna",
                             "Documents, such as RUT-001 RUT-002, and the folder of sources"}));
  words.values_max = words_max;
  words.otherwise = &default_sources;
  words.take = [&command](const std::string& given) {
    if (names_document(given)) {
      command.order.documents.push_back(given);
    } else {
      command.site.source = sources_named(given);
    }
    return true;
  };
  return {words,
          flag("--all", order.all, {"Alla gällande dokument", "All documents in force"}),
          texts("--unit", order.units,
                {"Allt som gäller på enheten, som en pärm med innehåll",
                 "All that applies in the unit, as a binder with contents"}),
          texts("--role", order.roles,
                {"Allt som rollen ska läsa, som en läslista med innehåll",
                 "All that the role is to read, as one file with contents"}),
          required(text("-o,--output", order.folder,
                        {"Mappen att skriva till", "The folder to write to"})),
          as_of_option(command.site.as_of),
          theme_option(command.site.theme),
          text("--base-url", command.site.base_url,
               {"Adressen där webbplatsen ligger: den står på varje ark",
                "The address where the site lies: it is on each sheet"}),
          text("--browser", order.browser,
               {"Webbläsaren som skriver ut (den Chromium som finns)",
                "The browser that prints (the Chromium that is installed)"})};
}

std::string_view problem_text(PdfProblem problem, Language language) {
  switch (problem) {
    case PdfProblem::no_browser:
      return choose(language,
                    "ingen Chromium hittades. Installera den, eller ange programmet med --browser.",
                    "no Chromium was found. Install it, or name the program with --browser.");
    case PdfProblem::print_failed:
      return choose(language,
                    "webbläsaren skrev ingen PDF. Prova att öppna den, eller ange en annan med "
                    "--browser.",
                    "the browser wrote no PDF. Try to open it, or name another with --browser.");
    case PdfProblem::print_slow:
      return choose(language,
                    "webbläsaren blev inte klar i tid. Skriv ut färre dokument på en gång.",
                    "the browser was not done in time. Print fewer documents at a time.");
  }
  return {};
}

ExitStatus tell(const PdfResult& result, const CommonOptions& common) {
  for (const auto& name : result.written)
    print(name + "\n");
  if (!common.quiet) {
    print_message(
        fill_slots(choose(common.language, "{} filer skrivna, {} oförändrade",
                          "{} files written, {} unchanged"),
                   {std::to_string(result.written.size()), std::to_string(result.unchanged)}));
  }
  for (const auto& name : result.absent) {
    print_error(
        common.language,
        fill_slots(choose(common.language, "{}: finns inte, eller har inget som gäller den dagen.",
                          "{}: does not exist, or has nothing that applies on that day."),
                   {name}));
  }
  return result.absent.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

ExitStatus run(const ExportPdfCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  if (command.site.source.empty()) command.site.source = default_sources();
  auto& order = command.order;
  const bool is_empty =
      order.documents.empty() && !order.all && order.units.empty() && order.roles.empty();
  if (is_empty) {
    print_error(
        common.language,
        choose(common.language, "säg vad som ska skrivas ut: dokument, --all, --unit eller --role.",
               "say what to print: documents, --all, --unit or --role."));
    return ExitStatus::could_not_run;
  }
  auto site = open_site(command.site, order.folder, common);
  if (!site || !is_known(order, *site, common.language)) return ExitStatus::could_not_run;
  const auto& [sources, theme, options] = *site;
  const auto result = export_pdf(sources, theme, options, make_isolate(), order);
  if (!result) {
    print_error(common.language, std::string(problem_text(result.error(), common.language)));
    return ExitStatus::could_not_run;
  }
  if (result->report.outcome == BuildOutcome::stopped) {
    tell_errors(result->report.diagnostics, command.site.source, common.language);
    return ExitStatus::stopped;
  }
  return tell(*result, common);
}

}  // namespace

CommandSpec export_pdf_command() {
  return command_spec<ExportPdfCommand>(
      "export pdf",
      {"Skriver dokument som PDF, en pärm för en enhet eller en läslista för en roll",
       "Writes documents as PDF, a binder for a unit or a reading list for a role"},
      &describe, &run);
}

}  // namespace handbok
