#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "cli/option_sink.hpp"
#include "cli/question_commands.hpp"

namespace handbok {

/// Adds the options that many commands have, with help in one language.
class Declarer {
public:
  Declarer(OptionSink& options, Language language) : options_(options), language_(language) {}

  std::string say(std::string_view swedish, std::string_view english) const {
    return std::string(choose(language_, swedish, english));
  }

  /// A text that must be given; a name without a dash is that of a word.
  void add_required(const std::string& name, std::string& value, const std::string& help) {
    options_.text(name, value, help);
    options_.required(name.substr(name.rfind(',') + 1));
  }

  void add_as_of(std::optional<Date>& day) {
    options_.date("--as-of", day,
                  say("Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)",
                      "The day to show, YYYY-MM-DD (today)"));
  }

  void add_theme(std::string& theme) {
    options_.text("--theme", theme, say("Mappen med temat", "The folder of the theme"));
  }

  void add_output(std::string& output) {
    options_.text("-o,--output", output,
                  say("Filen att skriva till (stdout)", "The file to write to (stdout)"));
  }

  void add_new_folder(std::string& output) {
    add_required("-o,--output", output,
                 say("Mappen att skriva; den får inte finnas",
                     "The folder to write; there must be none yet"));
  }

  void add_target(std::string& target) {
    add_required("--to", target,
                 say("Mappen som handboken publiceras till",
                     "The folder that the handbook is published to"));
  }

  void add_jobs() {
    options_.jobs(
        say("Arbeten samtidigt (ett per processor)", "Works at a time (one a processor)"));
  }

  /// One of a few words, each of which stands for a value.
  template <typename Value>
  void add_choice(const std::string& name, Value& value, const std::map<std::string, Value>& names,
                  const std::string& help) {
    std::map<std::string, std::function<void()>> choices;
    for (const auto& [word, meaning] : names)
      choices.emplace(word, [&value, meaning = meaning] { value = meaning; });
    options_.choice(name, std::move(choices), help);
  }

  void add_table_format(TableFormat& format) {
    add_choice<TableFormat>(
        "--format", format,
        {{"text", TableFormat::text}, {"json", TableFormat::json}, {"csv", TableFormat::csv}},
        say("text, json eller csv", "text, json or csv"));
  }

private:
  OptionSink& options_;
  Language language_;
};

}  // namespace handbok
