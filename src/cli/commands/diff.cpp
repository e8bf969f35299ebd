#include <algorithm>

#include "app/workspace.hpp"
#include "cli/command.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "questions/asof.hpp"
#include "questions/compare.hpp"

namespace handbok {
namespace {

struct DiffCommand {
  std::string document;
  std::optional<int> before;
  std::optional<int> after;
  std::string source;  ///< empty: default_sources()
  std::optional<Date> as_of;
};

/// Numbers are revisions, any other word is the folder of sources.
bool read_diff_word(const std::string& given, DiffCommand& command) {
  constexpr std::size_t digits_max = 6;
  const bool is_number =
      !given.empty() && given.size() <= digits_max &&
      std::ranges::all_of(given, [](char letter) { return letter >= '0' && letter <= '9'; });
  if (!is_number) {
    command.source = sources_named(given);
  } else {
    (command.before ? command.after : command.before) = std::stoi(given);
  }
  return true;
}

std::vector<Option> describe(DiffCommand& command) {
  constexpr std::size_t words_max = 3;
  auto revisions = as_word({"utgåvor", "revisions"},
                           text({}, command.source,
                                {"Två utgåvor, till exempel 2 3 (den gällande och den nyaste), och "
                                 "mappen med källorna",
                                 "Two revisions, for example 2 3 (the one in force and the "
                                 "newest), and the folder of sources"}));
  revisions.values_max = words_max;
  revisions.otherwise = &default_sources;
  revisions.take = [&command](const std::string& given) { return read_diff_word(given, command); };
  return {positional({"dokument", "document"}, command.document,
                     {"Till exempel RUT-001", "For example RUT-001"}),
          revisions, as_of_option(command.as_of)};
}

const DiffMarks coloured_marks{.went = {"\x1b[31m[-", "-]\x1b[0m"},
                               .came = {"\x1b[32m{+", "+}\x1b[0m"}};

ExitStatus run(const DiffCommand& asked, const CommonOptions& common) {
  auto command = asked;  // with ids in place of names
  const auto handbook = open_handbook(command.source.empty() ? default_sources() : command.source,
                                      common, make_isolate());
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  if (!use_code(*handbook, day, SubjectKind::document, command.document, common.language))
    return ExitStatus::could_not_run;
  const auto comparison = compare_revisions(
      DayView(*handbook, day), {command.document, command.before, command.after}, common.language);
  const auto missing = missing_history(*handbook->find_document(command.document));
  const auto before_all = missing ? missing_text(*missing, common.language) : std::string();
  if (!comparison) {
    auto text = command.document + ": " +
                std::string(choose(common.language, "det finns inte två utgåvor att jämföra.",
                                   "there are no two revisions to compare."));
    if (missing) text.append(" ").append(before_all);
    print_error(common.language, text);
    return ExitStatus::could_not_run;
  }
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return std::string(choose(common.language, swedish, english));
  };
  auto text = command.document + " " + comparison->title + say(", utgåva ", ", revision ");
  text.append(std::to_string(comparison->before)).append(" → ");
  text.append(std::to_string(comparison->after)).append("\n");
  if (!comparison->change_note.empty()) text.append(comparison->change_note).append("\n");
  const auto marks = wants_colour() ? coloured_marks : DiffMarks{};
  const auto fields = fields_text(*comparison, marks, common.language);
  const auto blocks = blocks_text(*comparison, marks);
  if (!fields.empty()) text.append("\n").append(fields);
  if (!blocks.empty()) text.append("\n").append(blocks);
  if (fields.empty() && comparison->change == TextChange::none) {
    text += say("Texten är densamma.\n", "The text is the same.\n");
  }
  if (comparison->change == TextChange::look) {
    text += say("Bara utseende, radbrytning eller numrering är ändrat.\n",
                "Only looks, line ends or numbers have changed.\n");
  }
  if (std::ranges::any_of(comparison->blocks, &BlockEdit::is_coarse)) {
    text +=
        say("\nTexterna skiljer sig så mycket att en del stycken bara visas som borttagna och "
            "tillagda.\n",
            "\nThe texts differ so much that some passages are only shown as removed and added.\n");
  }
  if (missing) text.append("\n").append(before_all).append("\n");
  print(text);
  return ExitStatus::fine;
}

}  // namespace

CommandSpec diff_command() {
  return command_spec<DiffCommand>(
      "diff",
      {"Visar vad som ändrades mellan två utgåvor", "Shows what changed between two revisions"},
      &describe, &run);
}

}  // namespace handbok
