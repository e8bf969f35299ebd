#include "cli/draft_file.hpp"

#include "app/workspace.hpp"
#include "base/strings.hpp"

namespace handbok {
namespace {

std::string place_of(const std::string& path, int line) {
  return line == 0 ? path : path + ":" + std::to_string(line);
}

void tell_fault(const StretchFault& fault, const std::string& path, Language language) {
  const auto place = place_of(path, fault.line);
  const auto words =
      fault.problem == StretchProblem::no_stretches
          ? choose(language, "{}: filen är inget utkast från handbok. Ange en annan fil med -o.",
                   "{}: the file is no draft of handbok's. Name another file with -o.")
          : choose(language,
                   "{}: markeringen [handbok:…] är dubbel eller saknar sin andra hälft. Rätta den, "
                   "eller skriv till en ny fil.",
                   "{}: the marker [handbok:…] is doubled or has lost its other half. Mend it, or "
                   "write to a new file.");
  print_error(language, fill_slots(words, {place}));
}

std::string_view words_of(StretchFate fate, Language language) {
  switch (fate) {
    case StretchFate::written:
      return {};
    case StretchFate::edited:
      return choose(language,
                    "{}: ”{}” är ändrat för hand och lämnas som det är. Töm det så fylls det på "
                    "nytt.",
                    "{}: \"{}\" was changed by hand and is left as it is. Empty it, and it is "
                    "filled again.");
    case StretchFate::absent:
      return choose(language, "{}: ”{}” är borttaget ur filen och skrivs inte dit igen.",
                    "{}: \"{}\" was taken out of the file and is not put back.");
    case StretchFate::unknown:
      return choose(language, "{}: ”{}” hör inte till det här utkastet och lämnas som det är.",
                    "{}: \"{}\" does not belong to this draft and is left as it is.");
  }
  return {};
}

/// Tells what was not renewed; true if somebody's changes stand in the way.
bool tell_notes(const std::vector<StretchNote>& notes, const std::string& path,
                const CommonOptions& common) {
  bool is_edited = false;
  for (const auto& note : notes) {
    is_edited = is_edited || note.fate == StretchFate::edited;
    const auto words = words_of(note.fate, common.language);
    const bool is_told = !common.quiet || note.fate == StretchFate::edited;
    if (!words.empty() && is_told)
      print_message(fill_slots(words, {place_of(path, note.line), note.name}));
  }
  return is_edited;
}

void tell_missing(const ReportDraft& draft, const CommonOptions& common) {
  if (draft.missing.empty() || common.quiet) return;
  const auto words = draft.missing.size() == 1
                         ? choose(common.language, "En uppgift saknas i underlaget, se sist.",
                                  "One piece of material is missing, see at the end.")
                         : choose(common.language, "{} uppgifter saknas i underlaget, se sist.",
                                  "{} pieces of material are missing, see at the end.");
  print_message(fill_slots(words, {std::to_string(draft.missing.size())}));
}

}  // namespace

Option draft_output_option(DraftOptions& draft) {
  return text("-o,--output", draft.output,
              {"Filen att skriva till; finns den uppdateras bara det som ingen har ändrat för hand "
               "(stdout)",
               "The file to write to; one that is there is brought up to date where nobody has "
               "changed it by hand (stdout)"});
}

ExitStatus give_draft(const ReportDraft& draft, const DraftOptions& options,
                      const CommonOptions& common) {
  if (options.output.empty()) {
    print(new_draft(draft.sections));
    tell_missing(draft, common);
    return ExitStatus::fine;
  }
  const auto existing = read_named_file(options.output);
  if (!existing || existing->empty()) {
    write_result(options.output, new_draft(draft.sections));
    tell_missing(draft, common);
    return ExitStatus::fine;
  }
  const auto updated = update_draft(*existing, draft.sections);
  if (!updated) {
    tell_fault(updated.error(), options.output, common.language);
    return ExitStatus::could_not_run;
  }
  if (updated->text != *existing) write_result(options.output, updated->text);
  const bool is_edited = tell_notes(updated->notes, options.output, common);
  tell_missing(draft, common);
  return is_edited ? ExitStatus::found_something : ExitStatus::fine;
}

}  // namespace handbok
