#include "app/intake_letter.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"
#include "diag/printable.hpp"

namespace handbok {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view record_start = "[handbok ";

struct LetterWords {
  std::string_view filed, not_filed, next, look_over, mend, how, kept, for_coordinator, earlier;
};

constexpr LetterWords swedish = {
    "Tack! Texten är nu ett utkast i handboken: {}, revision {}.",
    "Filen kunde inte tas emot än. Inget i handboken är ändrat.",
    "Så här går det vidare\n\n"
    "- Texten som gäller är oförändrad tills utkastet har granskats och fastställts.\n"
    "- Den som samordnar handboken ser utkastet och skickar det på granskning.\n"
    "- Vill du ändra något innan dess? Ändra i samma fil och spara den här igen.",
    "Se gärna över det här",
    "Det här behöver ändras",
    "Ändra i filen och spara den i samma mapp, med samma namn. Du får ett nytt svar nästa gång\n"
    "mappen läses.",
    "Din fil ligger kvar där du lade den. Ingenting tas bort.",
    "Står det ett kommando (handbok …) i svaret är det till den som samordnar handboken; fråga "
    "där.",
    "Tidigare svar",
};

constexpr LetterWords english = {
    "Thank you! The text is now a draft in the handbook: {}, revision {}.",
    "The file could not be taken in yet. Nothing in the handbook was changed.",
    "What happens next\n\n"
    "- The text in force stays as it is until the draft is reviewed and approved.\n"
    "- Whoever coordinates the handbook sees the draft and sends it out for review.\n"
    "- Do you want to change something before that? Change the same file and save it here again.",
    "Please look these over",
    "This has to be changed",
    "Change the file and save it in the same folder, under the same name. There will be a new\n"
    "answer the next time the folder is read.",
    "Your file stays where you put it. Nothing is removed.",
    "A command (handbok …) in the answer is for whoever coordinates the handbook; ask there.",
    "Earlier answers",
};

std::string underlined(std::string_view heading) {
  return std::string(heading).append("\n\n");
}

/// The diagnostics as a numbered list: what, and what to do.
std::string list_of(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string text;
  int number = 0;
  for (const auto& diagnostic : diagnostics) {
    ++number;
    text.append(std::to_string(number)).append(". ");
    text.append(printable(what_text(diagnostic, language))).append("\n");
    const auto remedy = printable(remedy_text(diagnostic, language));
    if (!remedy.empty()) text.append("   ").append(remedy).append("\n");
  }
  return text;
}

/// Only what is about the file: what the handbook lacks besides is for others.
std::vector<Diagnostic> about_file(const Outcome& outcome) {
  std::vector<Diagnostic> found;
  for (const auto& remark : outcome.remarks) {
    if (info_of(remark.code).name.starts_with("word.")) found.push_back(remark);
  }
  return found;
}

std::string record_line(const LetterFacts& facts) {
  std::string line(record_start);
  line.append("sha256:").append(facts.digest);
  if (!facts.draft.empty()) {
    const auto& [document, number] = facts.outcome.revision;
    line.append(" ").append(document).append("@").append(std::to_string(number));
    line.append(" ").append(facts.draft);
  }
  return line.append("]\n");
}

std::string body(const LetterFacts& facts, const LetterWords& words, Language language) {
  const auto remarks = about_file(facts.outcome);
  std::string text;
  if (facts.outcome.is_refused()) {
    text.append(words.not_filed).append("\n\n").append(underlined(words.mend));
    text.append(list_of(facts.outcome.refusals, language)).append("\n");
    text.append(words.how).append("\n\n");
  } else {
    text += fill_slots(words.filed, {facts.outcome.revision.document,
                                     std::to_string(facts.outcome.revision.number)});
    text.append("\n\n").append(words.next).append("\n\n");
  }
  if (!remarks.empty()) {
    text.append(underlined(words.look_over)).append(list_of(remarks, language)).append("\n");
  }
  text.append(words.kept).append("\n");
  const bool names_command = text.find("handbok ") != std::string::npos;
  if (names_command) text.append(words.for_coordinator).append("\n");
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

}  // namespace

std::string write_letter(const LetterFacts& facts, Language language) {
  const auto& words = language == Language::swedish ? swedish : english;
  auto text = printable(facts.file).append("    ").append(facts.day.to_string()).append("\n\n");
  text.append(body(facts, words, language)).append("\n").append(record_line(facts));
  return for_notepad(text);
}

std::string with_earlier(const std::string& letter, std::string_view earlier, Language language) {
  if (earlier.starts_with(byte_order_mark)) earlier.remove_prefix(byte_order_mark.size());
  if (earlier.empty()) return letter;
  const auto& words = language == Language::swedish ? swedish : english;
  std::string text = letter;
  text.append("\r\n\r\n===== ").append(words.earlier).append(" =====\r\n\r\n").append(earlier);
  return text;
}

LetterRecord read_letter(std::string_view letter) {
  LetterRecord record;
  for (auto at = letter.find(record_start); at != std::string_view::npos;
       at = letter.find(record_start, at + 1)) {
    const auto begin = at + record_start.size();
    const auto end = letter.find(']', begin);
    if (end == std::string_view::npos) break;
    const auto parts = split(letter.substr(begin, end - begin), ' ');
    if (record.digest.empty()) {
      record.digest = parts[0].substr(std::min(parts[0].size(), std::size_t{7}));
    }
    if (parts.size() == 3) {
      record.revision = parts[1];
      record.draft = parts[2];
      break;
    }
  }
  return record;
}

}  // namespace handbok
