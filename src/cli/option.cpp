#include "cli/option.hpp"

#include "base/numbers.hpp"
#include "base/strings.hpp"

namespace handbok {
namespace {

Option named(std::string_view names, ValueKind kind, Phrase help) {
  Option option;
  if (!names.empty()) {
    for (const auto name : split(names, ','))
      option.names.emplace_back(name);
  }
  option.kind = kind;
  option.help = help;
  return option;
}

template <typename Target>
Option date_into(std::string_view names, Target& day, Phrase help) {
  auto option = named(names, ValueKind::date, help);
  option.take = [&day](const std::string& given) {
    const auto read = Date::parse(given);
    const bool is_taken = read && is_build_day(*read);
    if (is_taken) day = *read;
    return is_taken;
  };
  return option;
}

template <typename Target>
Option number_into(std::string_view names, Target& value, std::pair<int, int> bounds, Phrase help) {
  auto option = named(names, ValueKind::number, help);
  option.least = bounds.first;
  option.most = bounds.second;
  option.take = [&value, bounds](const std::string& given) {
    const auto read = whole_number(given, bounds.first, bounds.second);
    if (read) value = *read;
    return read.has_value();
  };
  return option;
}

}  // namespace

Option positional(Phrase name, std::string& value, Phrase help) {
  return required(as_word(name, text({}, value, help)));
}

Option flag(std::string_view names, bool& value, Phrase help) {
  auto option = named(names, ValueKind::nothing, help);
  option.take = [&value](const std::string&) { return value = true; };
  return option;
}

Option text(std::string_view names, std::string& value, Phrase help) {
  auto option = named(names, ValueKind::text, help);
  option.take = [&value](const std::string& given) {
    value = given;
    return true;
  };
  return option;
}

Option texts(std::string_view names, std::vector<std::string>& values, Phrase help) {
  auto option = named(names, ValueKind::texts, help);
  option.take = [&values](const std::string& given) {
    values.push_back(given);
    return true;
  };
  return option;
}

Option date(std::string_view names, Date& day, Phrase help) {
  return date_into(names, day, help);
}

Option date(std::string_view names, std::optional<Date>& day, Phrase help) {
  return date_into(names, day, help);
}

Option number(std::string_view names, int& value, std::pair<int, int> bounds, Phrase help) {
  return number_into(names, value, bounds, help);
}

Option number(std::string_view names, std::optional<int>& value, std::pair<int, int> bounds,
              Phrase help) {
  return number_into(names, value, bounds, help);
}

Option as_word(Phrase name, Option option) {
  option.word = name;
  return option;
}

Option required(Option option) {
  option.required = true;
  return option;
}

Option excluding(const std::string& other, Option option) {
  option.excludes = other;
  return option;
}

Option source_word(std::string& folder) {
  auto option = as_word({"källor", "source"},
                        text({}, folder,
                             {"Mappen med källorna (den med handbook.toml här, i content eller "
                              "ovanför)",
                              "The folder of sources (the one with handbook.toml here, in content "
                              "or above)"}));
  option.otherwise = &default_sources;
  option.take = [&folder](const std::string& given) {
    folder = sources_named(given);
    return true;
  };
  return option;
}

Option as_of_option(std::optional<Date>& day) {
  return date(
      "--as-of", day,
      {"Dagen som handboken ska visa, ÅÅÅÅ-MM-DD (i dag)", "The day to show, YYYY-MM-DD (today)"});
}

Option theme_option(std::string& folder) {
  return text("--theme", folder, {"Mappen med temat", "The folder of the theme"});
}

Option output_option(std::string& file) {
  return text("-o,--output", file,
              {"Filen att skriva till (stdout)", "The file to write to (stdout)"});
}

Option new_folder_option(std::string& folder) {
  return required(text(
      "-o,--output", folder,
      {"Mappen att skriva; den får inte finnas", "The folder to write; there must be none yet"}));
}

Option target_option(std::string& folder) {
  return required(text(
      "--to", folder,
      {"Mappen som handboken publiceras till", "The folder that the handbook is published to"}));
}

Option jobs_option(int& jobs) {
  constexpr int jobs_max = 256;
  return number("--jobs", jobs, {1, jobs_max},
                {"Arbeten samtidigt (ett per processor)", "Works at a time (one a processor)"});
}

Option fail_on_option(Severity& severity) {
  return choice<Severity>(
      "--fail-on", severity,
      {{"error", Severity::error}, {"note", Severity::note}, {"warning", Severity::warning}},
      {"Slutstatus 1 från den här graden (error)", "Exit status 1 from this severity (error)"});
}

Option no_cache_option(Caching& caching) {
  return flag_for("--no-cache", caching, Caching::off,
                  {"Gör allt på nytt, utan det som sparats sedan förra gången",
                   "Does everything anew, without what was kept from last time"});
}

}  // namespace handbok
