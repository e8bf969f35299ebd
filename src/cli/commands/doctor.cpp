#include <array>

#include "app/workspace.hpp"
#include "cli/command.hpp"

namespace handbok {
namespace {

struct DoctorCommand {};

std::vector<Option> describe(DoctorCommand& /*command*/) {
  return {};
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

ExitStatus run(const DoctorCommand& /*command*/, const CommonOptions& common) {
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
  return status;
}

}  // namespace

CommandSpec doctor_command() {
  return command_spec<DoctorCommand>(
      "doctor",
      {"Visar vad som finns på datorn av det som Handbok kan använda",
       "Shows what this computer has of what Handbok can use"},
      &describe, &run);
}

}  // namespace handbok
