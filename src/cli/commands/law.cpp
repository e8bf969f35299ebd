// law: what the register of sources lacks or says differently than the pack of law.
#include <algorithm>

#include "app/keep_law.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/named_sources.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"
#include "diag/phrase.hpp"

namespace handbok {
namespace {

struct LawCommand {
  std::string source;
  std::optional<Date> as_of;
  std::vector<std::string> accept;
};

std::vector<Option> describe(LawCommand& command) {
  return {source_word(command.source), as_of_option(command.as_of),
          texts("--accept", command.accept,
                {"Skriver in förslagen i registers/sources.toml, till exempel sfs-2014-821",
                 "Writes the proposals into registers/sources.toml, such as sfs-2014-821"})};
}

/// What a difference is called, with a slot for its detail.
Phrase words_of(LawChange change) {
  switch (change) {
    case LawChange::cited:
      return {"saknas i registret; {} hänvisar till den", "is not in the register; {} cites it"};
    case LawChange::successor:
      return {"saknas i registret; den ersatte {}", "is not in the register; it replaced {}"};
    case LawChange::number: return {"registret kallar den {}", "the register calls it {}"};
    case LawChange::in_force_from:
      return {"första dagen den gäller; registret har {}",
              "the first day in force; the register has {}"};
    case LawChange::repealed_on:
      return {"första dagen den inte gäller; registret har {}",
              "the first day without force; the register has {}"};
    case LawChange::replaced_by: return {"ersattes av {}", "was replaced by {}"};
    case LawChange::moved:
      return {"bestämmelser har andra nummer: {}", "clauses have other numbers: {}"};
  }
  return {};
}

std::string_view doubt_in(Language language) {
  return choose(language, "Ska kontrolleras mot författningen: {}.",
                "To be checked in the statute: {}.");
}

std::string proposal_text(const LawProposal& proposal, Language language) {
  const auto& known = *proposal.known;
  auto text = proposal.id + "  " + known.number + " " + known.title + "\n";
  for (const auto& difference : proposal.differences) {
    const auto sentence = words_of(difference.change).in(language);
    text += "  " + fill_slots(sentence, {difference.detail}) + "\n";
  }
  const auto toml = law_toml_of(proposal, doubt_in(language));
  for (const auto line : split(trim(toml), '\n'))
    text.append("    ").append(line).append("\n");
  return text + "\n";
}

void tell_rest(const LawComparison& comparison, const LawCommand& command,
               const CommonOptions& common) {
  const auto say = [&](std::string_view swedish, std::string_view english,
                       const std::vector<std::string>& values) {
    print_message(with_sources(fill_slots(choose(common.language, swedish, english), values),
                               command.source));
  };
  if (!comparison.not_known.empty())
    say("Lagpaketet vet inget om {}.", "The pack of law knows nothing about {}.",
        {join(comparison.not_known, ", ")});
  say("Lagpaketet kom med programmet och är från {}. Senare ändringar kan saknas: pröva mot "
      "författningen innan du godtar ett förslag.",
      "The pack of law came with the program and is of {}. It may lack later changes: look in the "
      "statute before you accept a proposal.",
      {date_or_empty(comparison.day)});
  if (comparison.proposals.empty()) {
    say("Inget att föreslå.", "Nothing to propose.", {});
  } else {
    say("Godta ett förslag: handbok law --accept {}", "Accept a proposal: handbok law --accept {}",
        {comparison.proposals.front().id});
  }
}

ExitStatus show(const LawComparison& comparison, const LawCommand& command,
                const CommonOptions& common) {
  for (const auto& proposal : comparison.proposals)
    print(proposal_text(proposal, common.language));
  if (!common.quiet) tell_rest(comparison, command, common);
  return ExitStatus::fine;
}

/// All that were named, or nothing is written.
ExitStatus accept(const LawComparison& comparison, const FileTree& sources,
                  const LawCommand& command, const CommonOptions& common) {
  std::vector<LawProposal> accepted;
  for (const auto& id : command.accept) {
    if (std::ranges::find(accepted, id, &LawProposal::id) != accepted.end()) continue;
    const auto found = std::ranges::find(comparison.proposals, id, &LawProposal::id);
    if (found == comparison.proposals.end()) {
      print_error(common.language,
                  fill_slots(choose(common.language, "{}: det finns inget sådant förslag.",
                                    "{}: there is no such proposal."),
                             {id}));
      return ExitStatus::could_not_run;
    }
    accepted.push_back(*found);
  }
  const auto changed = accept_law(sources, accepted, doubt_in(common.language));
  if (changed.files().empty()) {
    print_error(common.language,
                choose(common.language, "registers/sources.toml: skriv varje rad som [[source]].",
                       "registers/sources.toml: write each row as [[source]]."));
    return ExitStatus::could_not_run;
  }
  write_below(command.source, "/", changed);
  for (const auto& [path, bytes] : changed.files())
    print(command.source + "/" + path + "\n");
  return ExitStatus::fine;
}

ExitStatus run(const LawCommand& command, const CommonOptions& common) {
  const auto sources = open_sources(command.source, common);
  if (!sources) return ExitStatus::could_not_run;
  const auto pack = shipped_law();
  if (pack.statutes.empty()) {
    print_error(common.language, choose(common.language, "lagpaketet är inte installerat.",
                                        "the pack of law is not installed."));
    return ExitStatus::could_not_run;
  }
  auto status = ExitStatus::fine;
  with_law_comparison(*sources, pack, day_or_today(command.as_of), make_isolate(),
                      [&](const LawComparison& comparison) {
                        status = command.accept.empty()
                                     ? show(comparison, command, common)
                                     : accept(comparison, *sources, command, common);
                      });
  return status;
}

}  // namespace

CommandSpec law_command() {
  return command_spec<LawCommand>(
      "law",
      {"Jämför lagregistret med de författningar som programmet känner till",
       "Compares the register of sources with the statutes that the program knows"},
      &describe, &run);
}

}  // namespace handbok
