#include "app/intake_letter.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "diag/phrase.hpp"
#include "diag/printable.hpp"
#include "diag/quoted.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view record_start = "[handbok sha256:";
constexpr std::string_view earlier_mark = "\r\n\r\n===== ";

struct LetterWords {
  std::string_view filed, not_filed, next, look_over, mend, how, kept, for_coordinator, earlier;
};

constexpr LetterWords swedish = {
    "Tack! Texten är nu ett utkast i handboken: {}, utgåva {}.",
    "Filen kunde inte tas emot än. Inget i handboken är ändrat.",
    "Så här går det vidare:\n\n"
    "- Utkastet gäller inte än. Först ska det granskas och fastställas.\n"
    "- Den som samordnar handboken ser det och skickar det vidare för granskning.\n"
    "- Vill du ändra något innan dess? Ändra i samma fil och spara den där den\n"
    "  ligger.\n",
    "Se gärna över det här:",
    "Det här behöver ändras:",
    "Ändra i filen och spara den i samma mapp. Du får ett nytt svar nästa gång mappen läses.",
    "Din fil ligger kvar där du lade den. Ingenting tas bort.",
    "Står det ett kommando (handbok …) i svaret är det till den som samordnar handboken. Fråga "
    "där.",
    "Tidigare svar",
};

constexpr LetterWords english = {
    "Thank you! The text is now a draft in the handbook: {}, revision {}.",
    "The file could not be taken in yet. Nothing in the handbook was changed.",
    "What happens next:\n\n"
    "- The draft is not in force yet. First it has to be reviewed and approved.\n"
    "- Whoever coordinates the handbook sees it and sends it out for review.\n"
    "- Do you want to change something before that? Change the same file and save\n"
    "  it where it is.\n",
    "Please look these over:",
    "This has to be changed:",
    "Change the file and save it in the same folder. There will be a new answer the next time the "
    "folder is read.",
    "Your file stays where you put it. Nothing is removed.",
    "A command (handbok …) in the answer is for whoever coordinates the handbook. Ask there.",
    "Earlier answers",
};

/// What to say to somebody who has a file in a folder and no program: no commands, no lines.
struct OwnersWords {
  Code code;
  Phrase what;
  Phrase remedy;
};

constexpr Phrase as_it_is{};  // the diagnostic's own will do

constexpr Phrase fetch_text = {
    "Inget skrevs över. Be den som samordnar handboken om texten som Word-fil, och för in dina "
    "ändringar där.",
    "Nothing was overwritten. Ask whoever coordinates the handbook for the text as a Word file, "
    "and make your changes there."};

constexpr auto owners_words = std::to_array<OwnersWords>({
    {Code::word_card_missing,
     as_it_is,
     {"Be den som samordnar handboken om en fil att skriva i. Eller lägg en tabell först i "
      "dokumentet med två kolumner och raderna {}.",
      "Ask whoever coordinates the handbook for a file to write in. Or put a table first in the "
      "document with two columns and the rows {}."}},
    {Code::word_outdated, as_it_is, fetch_text},
    {Code::word_base_changed, as_it_is, fetch_text},
    {Code::word_base_missing, as_it_is, fetch_text},
    {Code::edit_draft_open, as_it_is, fetch_text},
    {Code::word_base_unknown,
     as_it_is,
     {"Be den som samordnar handboken om texten som Word-fil, och för in dina ändringar där. Är "
      "det ett nytt dokument: ta bort raden Id.",
      "Ask whoever coordinates the handbook for the text as a Word file, and make your changes "
      "there. Is it a new document? Then remove the row Id."}},
    {Code::edit_document_unknown,
     as_it_is,
     {"Rätta raden Id{}. Är det ett nytt dokument: ta bort raden.",
      "Correct the row Id{}. Is it a new document? Then remove the row."}},
    {Code::word_title_taken,
     as_it_is,
     {"Är det samma dokument: skriv {} på raden Id, och be den som samordnar handboken om texten "
      "som "
      "Word-fil. Är det ett nytt: skriv nytt på raden Id.",
      "If it is the same document, write {} in the row Id, and ask whoever coordinates the "
      "handbook "
      "for the text as a Word file. If it is a new one, write new in the row Id."}},
    {Code::edit_in_review,
     as_it_is,
     {"Prata med den som samordnar handboken om din ändring. Spara filen på nytt när granskningen "
      "är klar, så läses den igen.",
      "Talk to whoever coordinates the handbook about your change. Save the file again when the "
      "review is done, and it will be read again."}},
    {Code::edit_repealed,
     as_it_is,
     {"Ett upphävt dokument tas inte upp igen. Ska texten gälla på nytt blir den ett nytt "
      "dokument: ta bort raderna Id, Utgåva och Kontrollsumma.",
      "A repealed document is not taken up again. If the text is to be in force anew it becomes a "
      "new document: remove the rows Id, Revision and Checksum."}},
    {Code::word_tracked,
     as_it_is,
     {"Ska det vara på annat sätt: godta eller avvisa dem själv i Word, och spara filen igen.",
      "If that is not what you want, accept or reject them yourself in Word, and save the file "
      "again."}},
    {Code::word_unchanged,
     as_it_is,
     {"Är ingen ändring tänkt: säg till den som samordnar handboken, som tar bort utkastet.",
      "If no change is meant, tell whoever coordinates the handbook, who removes the draft."}},
    {Code::doc_template_deviation,
     as_it_is,
     {"Lägg till rubriken med formatmallen Rubrik 1, om den saknas, och skriv något under den.",
      "Add the heading in the style Heading 1, if it is missing, and write something below it."}},
    {Code::link_broken, as_it_is, as_it_is},
    {Code::routine_method_missing,
     as_it_is,
     {"Skriv hur arbetet görs som en numrerad lista.",
      "Write how the work is done as a numbered list."}},
    {Code::privacy_identity_number,
     {"I texten står något som ser ut som ett personnummer eller samordningsnummer.",
      "In the text there is something that looks like a personal identity number."},
     {"Ta bort det. Handboken får inte innehålla uppgifter om enskilda personer.",
      "Remove it. The handbook must not hold data about individual persons."}},
});

const OwnersWords* owners_words_for(Code code) {
  const auto* const found = std::ranges::find(owners_words, code, &OwnersWords::code);
  return found == owners_words.end() ? nullptr : found;
}

std::string what_for_owner(const Diagnostic& diagnostic, Language language) {
  const auto* const words = owners_words_for(diagnostic.code);
  if (words == nullptr || words->what.in(language).empty()) return what_text(diagnostic, language);
  return fill_slots(words->what.in(language), slot_values_in(diagnostic.what, language));
}

std::string remedy_for_owner(const Diagnostic& diagnostic, Language language) {
  const auto* const words = owners_words_for(diagnostic.code);
  if (words == nullptr || words->remedy.in(language).empty()) {
    return remedy_text(diagnostic, language);
  }
  return fill_slots(words->remedy.in(language), slot_values_in(diagnostic.remedy, language));
}

/// The text in lines, the first after `first` and the others after `hang`.
std::string wrapped(std::string_view text, std::string_view first, std::string_view hang) {
  std::string result(first);
  auto columns = count_code_points(first);
  bool is_line_start = true;
  for (const auto word : split(text, ' ')) {
    const auto width = count_code_points(word);
    if (!is_line_start && columns + 1 + width > letter_columns) {
      result.append("\n").append(hang);
      columns = count_code_points(hang);
      is_line_start = true;
    }
    if (!is_line_start) result += ' ';
    columns += width + (is_line_start ? 0U : 1U);
    result += word;
    is_line_start = false;
  }
  return result.append("\n");
}

/// The diagnostics as a numbered list: what, and what to do. What is to be done about several in a
/// row is said once.
std::string list_of(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string text;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    const auto mark = std::to_string(i + 1).append(". ");
    const std::string hang(mark.size(), ' ');
    text += wrapped(printable(what_for_owner(diagnostics[i], language)), mark, hang);
    const auto remedy = remedy_for_owner(diagnostics[i], language);
    const bool is_said_below =
        i + 1 < diagnostics.size() && remedy_for_owner(diagnostics[i + 1], language) == remedy;
    if (!remedy.empty() && !is_said_below) text += wrapped(printable(remedy), hang, hang);
  }
  return text;
}

/// Only what somebody can mend in the file: what the handbook lacks besides is for others.
std::vector<Diagnostic> remarks_about_file(const Outcome& outcome) {
  std::vector<Diagnostic> found;
  std::ranges::copy_if(outcome.remarks, std::back_inserter(found), [](const Diagnostic& remark) {
    return info_of(remark.code).name.starts_with("word.") ||
           owners_words_for(remark.code) != nullptr;
  });
  return found;
}

/// Without the one that says of the others that a command must be run again.
std::vector<Diagnostic> refusals_for_owner(const Outcome& outcome) {
  auto refusals = outcome.refusals;
  if (refusals.size() < 2) return refusals;
  std::erase_if(refusals,
                [](const Diagnostic& refusal) { return refusal.code == Code::edit_causes_errors; });
  return refusals;
}

std::string body(const LetterFacts& facts, const LetterWords& words, Language language) {
  const auto remarks = remarks_about_file(facts.outcome);
  std::string text;
  if (facts.outcome.is_refused()) {
    text += wrapped(words.not_filed, {}, {});
    text.append("\n").append(words.mend).append("\n\n");
    text.append(list_of(refusals_for_owner(facts.outcome), language)).append("\n");
    text.append(wrapped(words.how, {}, {})).append("\n");
  } else {
    const auto& [document, number] = facts.outcome.revision;
    text += wrapped(fill_slots(words.filed, {document, std::to_string(number)}), {}, {});
    text.append("\n").append(words.next).append("\n");
  }
  if (!remarks.empty()) {
    text.append(words.look_over).append("\n\n").append(list_of(remarks, language)).append("\n");
  }
  text += wrapped(words.kept, {}, {});
  const bool names_command = text.find("handbok ") != std::string::npos;
  if (names_command) text += wrapped(words.for_coordinator, {}, {});
  return text;
}

std::string for_notepad(std::string_view text) {
  std::string result(byte_order_mark);
  for (const char byte : text) {
    if (byte == '\n') result += '\r';
    result += byte;
  }
  return result;
}

const LetterWords& words_in(Language language) {
  return language == Language::swedish ? swedish : english;
}

/// As much of the earlier letters as is kept.
std::string_view kept_of(std::string_view earlier) {
  constexpr std::size_t bytes_max = std::size_t{32} * 1024;
  if (earlier.size() <= bytes_max) return earlier;
  return earlier.substr(0, earlier.rfind(earlier_mark, bytes_max));
}

}  // namespace

std::string write_letter(const LetterFacts& facts, Language language) {
  auto text = quoted(facts.file).append("    ").append(facts.day.to_string()).append("\n\n");
  text.append(body(facts, words_in(language), language)).append("\n");
  return for_notepad(text.append(record_text(facts.record)).append("\n"));
}

std::string with_earlier(const std::string& letter, std::string_view earlier, Language language) {
  if (earlier.starts_with(byte_order_mark)) earlier.remove_prefix(byte_order_mark.size());
  if (earlier.empty()) return letter;
  std::string text = letter;
  text.append(earlier_mark).append(words_in(language).earlier).append(" =====\r\n\r\n");
  return text.append(kept_of(earlier));
}

std::string record_text(const LetterRecord& record) {
  std::string line(record_start);
  line.append(record.digest);
  if (!record.revision.empty()) {
    line.append(" ").append(record.revision).append(" ").append(record.draft);
  }
  return line.append("]");
}

LetterRecord read_letter(std::string_view letter) {
  LetterRecord record;
  for (const auto line : split(letter, '\n')) {
    const auto said = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    if (!said.starts_with(record_start) || !said.ends_with(']')) continue;
    const auto parts =
        split(said.substr(record_start.size(), said.size() - record_start.size() - 1), ' ');
    record.digest = parts.front();
    const bool names_draft = parts.size() == 3 && parts[1].find('@') != std::string_view::npos;
    if (names_draft) {
      record.revision = parts[1];
      record.draft = parts[2];
    }
    break;
  }
  return record;
}

}  // namespace handbok
