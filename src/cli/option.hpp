#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/workspace.hpp"
#include "base/date.hpp"
#include "cli/console.hpp"
#include "diag/phrase.hpp"

namespace handbok {

/// What is written after the name of an option.
enum class ValueKind : std::uint8_t { nothing, text, texts, date, number, choice };

/// One option of a command, or one word: what is given without a name in front of it.
struct Option {
  std::vector<std::string> names;  ///< "-o", "--output"; a word may have none
  Phrase word;                     ///< what a word is called in the usage line; empty: no word
  Phrase help;
  ValueKind kind = ValueKind::text;
  std::vector<std::string> choices;  ///< what may be given, if kind is choice
  int least = 0;                     ///< of a number
  int most = 0;
  std::size_t values_max = 1;  ///< how many words may be given
  bool required = false;
  std::string excludes;  ///< an option that cannot be given together with this one
  std::function<std::string()> otherwise;  ///< the folder of sources, if none is given
  /// Takes a value that was given, or the fact that the option is there; false if it makes no
  /// sense.
  std::function<bool(const std::string&)> take;

  bool is_word() const { return !word.swedish.empty(); }
};

// The targets must outlive the parsing; what the user does not give stays as it is. Names stand
// with commas between them: "-o,--output".

/// A word that must be given.
Option positional(Phrase name, std::string& value, Phrase help);
Option flag(std::string_view names, bool& value, Phrase help);
Option text(std::string_view names, std::string& value, Phrase help);
/// Several texts, given one after the other or with commas between them.
Option texts(std::string_view names, std::vector<std::string>& values, Phrase help);
Option date(std::string_view names, Date& day, Phrase help);
Option date(std::string_view names, std::optional<Date>& day, Phrase help);
/// A whole number from `bounds.first` to `bounds.second`.
Option number(std::string_view names, int& value, std::pair<int, int> bounds, Phrase help);
Option number(std::string_view names, std::optional<int>& value, std::pair<int, int> bounds,
              Phrase help);

/// The flag gives `value` another value.
template <typename Value>
Option flag_for(std::string_view names, Value& value, Value meaning, Phrase help) {
  bool unused = false;
  auto option = flag(names, unused, help);
  option.take = [&value, meaning](const std::string&) {
    value = meaning;
    return true;
  };
  return option;
}

/// One of a few words, each of which stands for a value.
template <typename Value>
Option choice(std::string_view names, Value& value,
              const std::vector<std::pair<std::string, Value>>& meanings, Phrase help) {
  std::string unused;
  auto option = text(names, unused, help);
  option.kind = ValueKind::choice;
  for (const auto& [name, meaning] : meanings)
    option.choices.push_back(name);
  option.take = [&value, meanings](const std::string& given) {
    for (const auto& [name, meaning] : meanings) {
      if (name != given) continue;
      value = meaning;
      return true;
    }
    return false;
  };
  return option;
}

/// The option as a word called `name`; it need not be given.
Option as_word(Phrase name, Option option);

/// The option, which must be given.
Option required(Option option);

/// The option, which cannot be given together with `other`.
Option excluding(const std::string& other, Option option);

// Options that many commands have.

/// The folder of sources; default_sources() if it is not given.
Option source_word(std::string& folder);
Option as_of_option(std::optional<Date>& day);
Option theme_option(std::string& folder);
/// The file to write to; empty: stdout.
Option output_option(std::string& file);
/// A folder to be made; it must be given.
Option new_folder_option(std::string& folder);
/// The folder of a publication; it must be given.
Option target_option(std::string& folder);
/// How many works may go on at a time.
Option jobs_option(int& jobs);
Option fail_on_option(Severity& severity);
/// Whether nothing is taken from the cache and nothing is put into it.
Option no_cache_option(Caching& caching);

}  // namespace handbok
