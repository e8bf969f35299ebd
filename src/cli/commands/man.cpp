#include <string_view>

#include "cli/command.hpp"
#include "cli/command_table.hpp"
#include "cli/console.hpp"

namespace handbok {
namespace {

/// A text in which nothing is a request or an escape of roff.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  if (result.starts_with('.') || result.starts_with('\'')) result.insert(0, "\\&");
  return result;
}

std::string in_capitals(std::string_view name) {
  std::string result(name);
  char before = 0;
  for (char& c : result) {
    // Letters such as å are two bytes, of which the second is as far from its capital as a from A.
    const bool is_letter = (c >= 'a' && c <= 'z') || before == '\xc3';
    before = c;
    if (is_letter) c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

class Page {
public:
  explicit Page(Language language) : language_(language) {}

  std::string write(const CommandTable& table) {
    text_ = std::string(R"(.TH HANDBOK 1 "" "Handbok )").append(HANDBOK_VERSION).append("\"\n");
    section("NAMN", "NAME");
    text_.append("handbok \\- ").append(roff(lower_first(table.help))).append("\n");
    section("ÖVERSIKT", "SYNOPSIS");
    text_ += say(".B handbok\n.I kommando\n[\\fIkällor\\fR] [\\fIval\\fR]\n",
                 ".B handbok\n.I command\n[\\fIsources\\fR] [\\fIoptions\\fR]\n");
    section("VAL FÖR ALLA KOMMANDON", "OPTIONS OF ALL COMMANDS");
    add_options(table.options);
    section("KOMMANDON", "COMMANDS");
    for (const auto& command : table.commands)
      add_command(command);
    add_rest();
    return std::move(text_);
  }

private:
  std::string_view say(std::string_view swedish, std::string_view english) const {
    return choose(language_, swedish, english);
  }

  static std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] - 'A' + 'a');
    if (text.ends_with('.')) text.pop_back();
    return text;
  }

  void section(std::string_view swedish, std::string_view english) {
    text_.append(".SH ").append(say(swedish, english)).append("\n");
  }

  void add_entry(std::string_view term, std::string_view text) {
    text_.append(".TP\n").append(term).append("\n").append(roff(text)).append("\n");
  }

  void add_options(const std::vector<OptionHelp>& options) {
    for (const auto& option : options) {
      std::string term;
      for (const auto& name : option.names) {
        if (!term.empty()) term += ", ";
        term.append("\\fB").append(roff(name)).append("\\fR");
      }
      add_entry(term.append(roff(value_note(option))), option.help);
    }
  }

  void add_command(const CommandHelp& command) {
    text_.append(".SS handbok ").append(roff(command.name));
    for (const auto& word : command.words) {
      const auto name = in_capitals(word.word);
      text_.append(word.required ? " " + name : " [" + name + "]");
    }
    text_.append("\n").append(roff(command.help)).append("\n");
    for (const auto& word : command.words)
      add_entry("\\fI" + in_capitals(word.word) + "\\fR", word.help);
    add_options(command.options);
  }

  void add_rest() {
    section("SLUTSTATUS", "EXIT STATUS");
    add_entry("0", say("Det gick bra.", "It went well."));
    add_entry("1", say("Klart, men ett dokument hölls inne eller en anmärkning nådde --fail-on.",
                       "Done, but a document was withheld or a finding reached --fail-on."));
    add_entry("2",
              say("Stoppat av fel; ingenting skrevs.", "Stopped by errors; nothing was written."));
    add_entry(
        "3",
        say("Kunde inte köras: fel i kommandot, eller en fil gick inte att läsa eller skriva.",
            "Could not run: a mistake in the command, or a file could not be read or written."));
    section("MILJÖ", "ENVIRONMENT");
    add_entry("NO_COLOR",
              say("Är den satt används inga färger.", "If it is set, no colours are used."));
    add_entry("SOURCE_DATE_EPOCH",
              say("Sekunder sedan 1970 som gäller i stället för datorns klocka.",
                  "Seconds since 1970 that count instead of the computer's clock."));
  }

  Language language_;
  std::string text_;
};

/// handbok(1) in the macros of man(7), UTF-8.
std::string manual_page(const CommandTable& table, Language language) {
  return Page(language).write(without_groups(table));
}

struct ManCommand {};

std::vector<Option> describe(ManCommand& /*command*/) {
  return {};
}

ExitStatus run(const ManCommand& /*command*/, const CommonOptions& common) {
  print(manual_page(command_table(common.language), common.language));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec man_command() {
  return command_spec<ManCommand>("man", {"Skriver manualsidan", "Prints the manual page"},
                                  &describe, &run);
}

}  // namespace handbok
