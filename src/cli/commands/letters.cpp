#include "app/letters.hpp"

#include <algorithm>
#include <array>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"
#include "diag/printable.hpp"

namespace handbok {
namespace {

/// To whom, with what memory, and by which way.
struct LettersCommand {
  std::string source;
  std::optional<Date> on;
  std::string people;
  std::string state;
  std::string maildir;
  std::string sendmail;
  std::string theme;
  bool dry_run = false;
  bool far = false;
};

std::vector<Option> describe(LettersCommand& command) {
  return {
      source_word(command.source),
      date("--on", command.on, {"Dagen, ÅÅÅÅ-MM-DD (i dag)", "The day, YYYY-MM-DD (today)"}),
      required(text("--people", command.people,
                    {"Filen som säger vem som har vilken roll; utanför handboken",
                     "The file that says who holds which role; outside the handbook"})),
      required(text("--state", command.state,
                    {"Mappen som minns vilka brev som är skickade; utanför handboken",
                     "The folder that remembers which letters were sent; outside the handbook"})),
      excluding("--sendmail", text("--maildir", command.maildir,
                                   {"Maildir att lägga breven i", "A Maildir for the letters"})),
      text("--sendmail", command.sendmail,
           {"Programmet som tar emot breven, till exempel /usr/sbin/sendmail",
            "The program that takes the letters, such as /usr/sbin/sendmail"}),
      theme_option(command.theme),
      flag("--dry-run", command.dry_run,
           {"Visar vilka brev som skulle skickas", "Shows which letters would be sent"}),
      far_option(command.far)};
}

/// False, and said on stderr, if what is not the handbook's lies in it, or there is no way out.
bool is_fit(const LettersCommand& command, Language language) {
  if (command.maildir.empty() && command.sendmail.empty() && !command.dry_run) {
    print_error(language, choose(language, "ange --maildir, --sendmail eller --dry-run.",
                                 "give --maildir, --sendmail or --dry-run."));
    return false;
  }
  if (!is_day_meant(command.on, "--on", command.far || command.dry_run, language)) return false;
  for (const auto* const path : {&command.people, &command.state, &command.maildir}) {
    if (path->empty() || !lies_in_sources(*path, command.source)) continue;
    print_error(language,
                *path + std::string(choose(
                            language, " får inte ligga i handboken: den namnger inga personer.",
                            " must not lie in the handbook: it names no persons.")));
    return false;
  }
  return true;
}

std::optional<PeopleFile> open_people(const std::string& path, Language language) {
  const auto bytes = read_named_file(path);
  std::vector<PeopleFault> faults;
  const auto people = read_people(bytes.value_or(std::string()), faults);
  if (!bytes) {
    print_error(language,
                path + std::string(choose(language, ": filen finns inte.", ": no such file.")));
    return std::nullopt;
  }
  for (const auto& fault : faults) {
    print_error(language, path + ":" + std::to_string(fault.line) + ": " + fault.code +
                              " (handbok explain " + fault.code + ")");
  }
  return faults.empty() ? std::optional(people) : std::nullopt;
}

std::string_view fate_text(LetterFate fate, bool dry_run, Language language) {
  switch (fate) {
    case LetterFate::sent:
      return dry_run ? choose(language, "skulle skickas", "would be sent")
                     : choose(language, "skickat", "sent");
    case LetterFate::sent_again:
      return choose(language, "skickat igen efter ett avbrott", "sent again after an interruption");
    case LetterFate::refused:
      return choose(language, "togs inte emot av postprogrammet", "refused by the mail program");
    case LetterFate::unknown:
      return choose(language, "postprogrammet avbröts; skickas igen nästa gång",
                    "the mail program was stopped; sent again next time");
    case LetterFate::nobody:
      return choose(language, "väntar: ingen har rollen i personfilen",
                    "waits: nobody holds the role in the people file");
    case LetterFate::unwritten:
      return choose(language, "väntar: Word-filen kunde inte göras",
                    "waits: the Word file could not be made");
  }
  return {};
}

ExitStatus status_after(LetterFate fate) {
  if (fate == LetterFate::sent || fate == LetterFate::sent_again) return ExitStatus::fine;
  return fate == LetterFate::nobody ? ExitStatus::found_something : ExitStatus::could_not_run;
}

/// What stands in such a line may be an address.
ExitStatus tell_of_nobody(const LetterJob& job, const std::string& path, Language language) {
  const auto lines = lines_of_nobody(job.people, job.view.handbook());
  for (const int line : lines) {
    print_error(language,
                path + ":" + std::to_string(line) +
                    std::string(choose(language, ": handboken har ingen sådan roll eller enhet.",
                                       ": the handbook has no such role or unit.")));
  }
  return lines.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

ExitStatus write_all_letters(const LetterJob& job, const LettersCommand& command,
                             const CommonOptions& common) {
  auto status = tell_of_nobody(job, command.people, common.language);
  const auto tell = [&](const LetterAnswer& answer) {
    print(answer.to + ": " + printable(answer.subject) + " – " +
          std::string(fate_text(answer.fate, command.dry_run, common.language)) + "\n");
    status = std::max(status, status_after(answer.fate));
  };
  const auto [problem, not_come] =
      send_letters({command.state, command.maildir, command.sendmail, command.dry_run}, job, tell);
  if (not_come) {
    print_message(fill_slots(
        choose(
            common.language,
            "Första körningen var {}, som inte har kommit: en klocka går eller gick fel. Bara det "
            "som hör till {} är med. Rätta klockan, eller skriv rätt dag i filen since.",
            "The first run was on {}, which has not come: a clock is or was wrong. Only what "
            "belongs to {} is told. Set the clock, or write the right day in the file since."),
        {not_come->to_string(), job.view.day().to_string()}));
  }
  if (problem == LettersProblem::none) return status;
  constexpr auto said = std::to_array<Phrase>(
      {{},
       {"en annan körning skriver brev just nu.", "another run is writing letters."},
       {"mappen för breven finns inte.", "the folder for the letters does not exist."},
       {"--sendmail: där finns inget program. Ange hela sökvägen.",
        "--sendmail: there is no program. Give the whole path."}});
  print_error(common.language, said[static_cast<std::size_t>(problem)].in(common.language));
  return ExitStatus::could_not_run;
}

ExitStatus run(const LettersCommand& command, const CommonOptions& common) {
  if (!is_fit(command, common.language)) return ExitStatus::could_not_run;
  const auto people = open_people(command.people, common.language);
  if (!people) return ExitStatus::could_not_run;
  const auto sources = open_sources(command.source, common);
  const auto theme = open_theme(command.theme, common);
  if (!sources || !theme) return ExitStatus::could_not_run;
  const auto isolate = make_isolate();
  Diagnostics diagnostics;
  const auto handbook = read_handbook(*sources, isolate, diagnostics);
  const auto found = diagnostics.sorted();
  if (diagnostics.stops_build()) {  // what it would say of roles and days is not the handbook's
    tell_errors(found, command.source, common.language);
    print_error(common.language, choose(common.language, "inga brev går ut förrän det är rättat.",
                                        "no letters go out until that is mended."));
    return ExitStatus::stopped;
  }
  const auto* const style = theme->find("word/reference.docx");
  const DayView view(handbook, day_or_today(command.on));
  const std::string no_style;
  const bool is_whole = std::ranges::none_of(
      found, [](const Diagnostic& one) { return one.severity == Severity::error; });
  return write_all_letters(
      {*sources, view, *people, style == nullptr ? no_style : *style, isolate, is_whole}, command,
      common);
}

}  // namespace

CommandSpec letters_command() {
  return command_spec<LettersCommand>(
      "letters",
      {"Skriver brev till dem som ska göra något eller veta något",
       "Writes letters to those who are to do or to know something"},
      &describe, &run);
}

}  // namespace handbok
