// The commands as the program describes them: what CLI11 would only find wrong when it is too late.
#include <set>

#include <catch2/catch.hpp>

#include "cli/command_table.hpp"

using namespace handbok;

namespace {

/// Every name that one command line may know `options` by. Throws if two are the same.
void require_different_names(const std::vector<Option>& options) {
  std::set<std::string> names{"--help", "-h", "--version", "--lang", "--quiet"};
  std::set<std::string> swedish;
  std::set<std::string> english;
  for (const auto& option : options) {
    for (const auto& name : option.names) {
      INFO(name);
      CHECK(name.starts_with("-"));
      CHECK_FALSE(name.starts_with("--word-"));
      CHECK(names.insert(name).second);
    }
    if (!option.is_word()) continue;
    INFO(option.word.english);
    CHECK(swedish.emplace(option.word.in(Language::swedish)).second);
    CHECK(english.emplace(option.word.in(Language::english)).second);
  }
}

}  // namespace

TEST_CASE("no two commands, and no two options or words of a command, have one name",
          "[commands]") {
  std::set<std::string_view> names;
  for (const auto& spec : all_commands()) {
    INFO(spec.name);
    CHECK(names.insert(spec.name).second);
    if (spec.prepare) require_different_names(spec.prepare().options);
  }
  CHECK(names.contains("matrix"));
}

TEST_CASE("each option and command says what it is in both languages", "[commands]") {
  for (const auto& spec : all_commands()) {
    INFO(spec.name);
    CHECK_FALSE(spec.help.swedish.empty());
    CHECK(spec.help.swedish != spec.help.english);
    if (!spec.prepare) continue;
    for (const auto& option : spec.prepare().options) {
      CHECK_FALSE(option.help.english.empty());
      CHECK(option.help.swedish.empty() == option.help.english.empty());
      CHECK((option.is_word() || !option.names.empty()));
    }
  }
}

TEST_CASE("what an option excludes is an option of the same command", "[commands]") {
  for (const auto& spec : all_commands()) {
    if (!spec.prepare) continue;
    const auto options = spec.prepare().options;
    std::set<std::string> names;
    for (const auto& option : options)
      names.insert(option.names.begin(), option.names.end());
    for (const auto& option : options) {
      INFO(spec.name << " " << option.excludes);
      CHECK((option.excludes.empty() || names.contains(option.excludes)));
    }
  }
}

TEST_CASE("help counts letters, not bytes, and says what must be given", "[commands]") {
  const auto swedish = help_page(command_table(Language::swedish), "build", Language::swedish);
  CHECK(
      swedish.starts_with("Bygger handbokens webbplats\n"
                          "Så här: handbok build [VAL] [källor]\n\nOrd:\n"));
  CHECK(swedish.find("\n  -o,--output …               Mappen att skriva till (måste anges)\n") !=
        std::string::npos);
  const auto english = help_page(command_table(Language::english), "digest", Language::english);
  CHECK(english.find("handbok digest [OPTIONS] revision [source]\n") != std::string::npos);
}
