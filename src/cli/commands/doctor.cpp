#include <algorithm>
#include <array>

#include "app/examine_target.hpp"
#include "app/publish_site.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

struct DoctorCommand {
  std::string target;   ///< empty: only this computer
  std::string sources;  ///< whose age is asked for too; may be empty
  std::string people;   ///< what `letters` is given, if that is asked for too
  std::string letters;
  std::string maildir;
};

std::vector<Option> describe(DoctorCommand& command) {
  return {
      text("--to", command.target,
           {"Undersöker också mappen som handboken publiceras till",
            "Looks also at the folder that the handbook is published to"}),
      text(
          "--sources", command.sources,
          {"Mappen med källorna, om git hämtar dem", "The folder of sources, if git fetches them"}),
      text("--people", command.people,
           {"Filen som säger vem som har vilken roll", "The file that says who holds which role"}),
      text("--state", command.letters,
           {"Mappen som minns vilka brev som är skickade",
            "The folder that remembers which letters were sent"}),
      text("--maildir", command.maildir,
           {"Maildir som breven läggs i", "The Maildir that letters are put into"})};
}

/// What people call an aid, what it is for, and what to do if it is missing.
struct AidWords {
  Aid aid;
  const char* name;
  const char* swedish_use;
  const char* english_use;
  const char* swedish_remedy;
  const char* english_remedy;
};

constexpr auto words = std::to_array<AidWords>({
    {Aid::theme, "theme", "sidornas utseende", "how pages look",
     "installera om Handbok, eller ange mappen med --theme",
     "install Handbok again, or name its folder with --theme"},
    {Aid::child, "fork", "diagram och Markdown ritas i egna processer",
     "diagrams and Markdown are made in processes of their own",
     "systemet låter inte Handbok starta processer; höj gränsen (ulimit -u)",
     "the system lets Handbok start no processes; raise the limit (ulimit -u)"},
    {Aid::pandoc, "pandoc", "läsa och skriva Word-filer", "reading and writing Word files",
     "apt install pandoc", "apt install pandoc"},
    {Aid::ssh_keygen, "ssh-keygen", "underskrifter med nyckel", "signatures with a key",
     "apt install openssh-client", "apt install openssh-client"},
    {Aid::pdftotext, "pdftotext", "söka efter personnummer i PDF-filer",
     "looking for personal identity numbers in PDFs", "apt install poppler-utils",
     "apt install poppler-utils"},
    {Aid::browser, "chromium", "skriva PDF-filer", "writing PDF files", "apt install chromium",
     "apt install chromium"},
    {Aid::day, "date", "dagen som handboken visar", "the day that the handbook shows", "", ""},
});

const AidWords& words_of(Aid aid) {
  for (const auto& row : words)
    if (row.aid == aid) return row;
  return words.front();
}

std::string line_of(const AidState& state, Language language) {
  const auto& row = words_of(state.aid);
  const auto mark = state.present ? choose(language, "finns   ", "present ")
                                  : choose(language, "saknas  ", "missing ");
  std::string line(mark);
  line.append(row.name).append(": ").append(choose(language, row.swedish_use, row.english_use));
  if (!state.detail.empty()) line.append(" (").append(state.detail).append(")");
  if (!state.present) {
    line.append("\n        ").append(choose(language, row.swedish_remedy, row.english_remedy));
  }
  return line.append("\n");
}

/// A sentence for each sign, and what to do about it.
struct SignWords {
  TargetSign sign;
  Phrase what;
  Phrase remedy{};
};

constexpr auto sign_words = std::to_array<SignWords>({
    {TargetSign::folder_missing,
     {"{}: mappen finns inte", "{}: there is no such folder"},
     {"stämmer sökvägen? Den första publiceringen skapar mappen",
      "is the path right? The first publication makes the folder"}},
    {TargetSign::file_system_unfit,
     {"filsystemet ({}) kan tappa det som skrivs", "the file system ({}) may lose what is written"},
     {"flytta mappen till en lokal disk med ext4, XFS eller Btrfs",
      "move the folder to a local disk with ext4, XFS or Btrfs"}},
    {TargetSign::not_writable,
     {"{}: du får inte skriva här", "{}: you may not write here"},
     {"ge ägaren rätt (chmod u+w UNIT), eller kör som den som publicerar: runuser -u handbok -- "
      "handbok doctor --to …",
      "give the owner the right (chmod u+w UNIT), or run as the user who publishes: runuser -u "
      "handbok -- handbok doctor --to …"}},
    {TargetSign::written_by_all,
     {"{}: alla på datorn får skriva här", "{}: everybody on this computer may write here"},
     {"chmod o-w UNIT", "chmod o-w UNIT"}},
    {TargetSign::foreign_file,
     {"{}: filen har en annan ägare än mappen", "{}: the file has another owner than the folder"},
     {"ge tillbaka den: chown -R handbok:handbok MAPP",
      "give it back: chown -R handbok:handbok FOLDER"}},
    {TargetSign::busy, {"en publicering pågår just nu", "a publication is going on right now"}},
    {TargetSign::nothing_published,
     {"inget är publicerat än", "nothing is published yet"},
     {"systemctl start handbok-publish@NAMN.service",
      "systemctl start handbok-publish@NAME.service"}},
    {TargetSign::ledger_fault,
     {"{}", "{}"},
     {"kör handbok verify --to MAPP, och hämta det som felas ur en säkerhetskopia",
      "run handbok verify --to FOLDER, and fetch what is wrong from a backup"}},
    {TargetSign::unfinished,
     {"publicering {} blev avbruten", "release {} was cut off"},
     {"nästa handbok publish ställer i ordning", "the next handbok publish puts things in order"}},
    {TargetSign::not_shown,
     {"{}: länken visar inte den senaste publiceringen",
      "{}: the link does not lead to the last release"},
     {"nästa handbok publish ställer i ordning", "the next handbok publish puts things in order"}},
    {TargetSign::last_run_old,
     {"handboken kontrollerades för {} timmar sedan ({})",
      "the handbook was checked {} hours ago ({})"},
     {"systemctl list-timers, journalctl -u 'handbok-*'",
      "systemctl list-timers, journalctl -u 'handbok-*'"}},
    {TargetSign::last_run_failed,
     {"den senaste körningen ändrade inget: {} ({})", "the last run changed nothing: {} ({})"},
     {"journalctl -u 'handbok-publish@*' säger varför",
      "journalctl -u 'handbok-publish@*' says why"}},
    {TargetSign::last_run,
     {"handboken kontrollerades för {} timmar sedan ({})",
      "the handbook was checked {} hours ago ({})"}},
    {TargetSign::day_wrong,
     {"sidorna visar {}, men i dag är det {}", "the pages show {}, but today is {}"},
     {"ställ klockan, eller ta bort --as-of ur inställningarna",
      "set the clock, or remove --as-of from the settings"}},
    {TargetSign::clock_behind,
     {"klockan går efter liggaren, som senast skrevs {}",
      "the clock is behind the ledger, which was last written at {}"},
     {"ställ klockan: timedatectl", "set the clock: timedatectl"}},
    {TargetSign::room_low,
     {"{} MB och {} filer är lediga; nästa publicering begär {} MB och kan behöva {} filer",
      "{} MB and {} files are free; the next release asks for {} MB and may need {} files"},
     {"ge mappen mer utrymme, eller gallra: handbok prune",
      "give it more room, or thin: handbok prune"}},
    {TargetSign::room, {"{} MB och {} filer är lediga", "{} MB and {} files are free"}},
    {TargetSign::sources_old,
     {"källorna hämtades för {} timmar sedan", "the sources were fetched {} hours ago"},
     {"journalctl -u 'handbok-fetch@*' säger varför", "journalctl -u 'handbok-fetch@*' says why"}},
    {TargetSign::sources_other,
     {"källorna är {}, men det som hämtades är {}",
      "the sources are {}, but what was fetched is {}"},
     {"git status i deras mapp säger hur de skiljer sig; journalctl -u 'handbok-fetch@*' säger "
      "varför",
      "git status in their folder says how they differ; journalctl -u 'handbok-fetch@*' says why"}},
    {TargetSign::people_fault,
     {"{}: {}; inga brev går ut", "{}: {}; no letters go out"},
     {"handbok explain säger vad koden betyder; docs/letters.md visar filen",
      "handbok explain says what the code means; docs/letters.md shows the file"}},
    {TargetSign::people_open,
     {"{}: alla på datorn får läsa namn och adresser",
      "{}: everybody on this computer may read names and addresses"},
     {"chown root:handbok UNIT; chmod 640 UNIT", "chown root:handbok UNIT; chmod 640 UNIT"}},
    {TargetSign::letters_old,
     {"alla brev gick senast iväg för {} timmar sedan", "all letters last went out {} hours ago"},
     {"journalctl -u 'handbok-letters@*' säger varför",
      "journalctl -u 'handbok-letters@*' says why"}},
    {TargetSign::letters_none,
     {"inga brev har gått iväg än", "no letters have gone out yet"},
     {"systemctl start handbok-letters@NAMN.service",
      "systemctl start handbok-letters@NAME.service"}},
    {TargetSign::letters_ahead,
     {"breven räknas från {}, som inte har kommit",
      "letters are counted from {}, which has not come"},
     {"rätta klockan, eller skriv dagen för första körningen i filen since",
      "set the clock, or write the day of the first run in the file since"}},
    {TargetSign::letters,
     {"alla brev gick iväg för {} timmar sedan", "all letters went out {} hours ago"}},
    {TargetSign::timer_unknown,
     {"om någon timer publicerar går inte att se: {}",
      "whether a timer publishes cannot be seen: {}"}},
    {TargetSign::timer_off,
     {"{} kör inte ({})", "{} does not run ({})"},
     {"systemctl enable --now UNIT", "systemctl enable --now UNIT"}},
    {TargetSign::timer_on, {"{} kör", "{} runs"}},
});

/// What stands in the place of a value.
constexpr auto reasons = std::to_array<PhraseOf<std::string_view>>({
    {"@no-systemd", {"systemd är inte igång här", "systemd does not run here"}},
    {"@no-status", {"build-status.json går inte att läsa", "build-status.json cannot be read"}},
    {"@no-file", {"filen finns inte", "there is no such file"}},
    {"@no-settings",
     {"ingen fil i /etc/handbok nämner mappen", "no file in /etc/handbok names the folder"}},
});

std::string line_of(const TargetFinding& finding, const std::string& target, Language language) {
  const auto* const row = std::ranges::find(sign_words, finding.sign, &SignWords::sign);
  auto values = finding.values;
  for (auto& value : values) {
    if (const auto* const why = find_phrase(reasons, std::string_view(value)))
      value = why->in(language);
  }
  std::string line(is_fault(finding.sign) ? choose(language, "fel     ", "wrong   ")
                                          : choose(language, "bra     ", "well    "));
  if (finding.sign == TargetSign::timer_unknown || finding.sign == TargetSign::busy)
    line = choose(language, "obs     ", "note    ");
  line += fill_slots(row->what.in(language), values) + "\n";
  const std::string remedy(row->remedy.in(language));
  if (remedy.empty()) return line;
  const auto placed = replaced(replaced(remedy, "MAPP", target), "FOLDER", target);
  return line + "        " + (values.empty() ? placed : replaced(placed, "UNIT", values.front())) +
         "\n";
}

ExitStatus run_at(const DoctorCommand& command, const CommonOptions& common) {
  auto status = ExitStatus::fine;
  std::string text = command.target + "\n";
  const TargetQuestion question{command.target,  command.sources,  command.people, command.letters,
                                command.maildir, current_moment(), current_day(),  common.language};
  for (const auto& finding : examine_target(question)) {
    text += line_of(finding, command.target, common.language);
    if (is_fault(finding.sign)) status = ExitStatus::found_something;
  }
  print(text);
  return status;
}

ExitStatus run(const DoctorCommand& command, const CommonOptions& common) {
  auto status = ExitStatus::fine;
  std::string text = std::string("handbok ").append(HANDBOK_VERSION).append("\n");
  for (const auto& state : examine_machine()) {
    text += line_of(state, common.language);
    if (state.needed && !state.present) status = ExitStatus::found_something;
  }
  text += choose(common.language,
                 "        Typsnitt behövs inte här: sidorna visas med läsarens egna.\n",
                 "        No fonts are needed here: pages are shown with the reader's own.\n");
  print(text);
  if (command.target.empty()) return status;
  return std::max(status, run_at(command, common));
}

}  // namespace

CommandSpec doctor_command() {
  return command_spec<DoctorCommand>(
      "doctor",
      {"Undersöker datorn, och en mapp som publiceras till",
       "Looks at this computer, and at a folder that is published to"},
      &describe, &run);
}

}  // namespace handbok
