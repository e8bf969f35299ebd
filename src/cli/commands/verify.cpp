#include "app/verify_site.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/command.hpp"
#include "cli/sources.hpp"
#include "cli/tell_diagnostics.hpp"

namespace handbok {
namespace {

struct VerifyCommand {
  std::string source;  ///< compared with what is published; empty: not compared
  std::string target;
  std::string against;  ///< a head or a folder; empty: no witness
  bool mends_times = false;
  bool json = false;
};

std::vector<Option> describe(VerifyCommand& command) {
  return {as_word({"källor", "source"}, text({}, command.source,
                                             {"Mappen med källorna, om även de ska jämföras",
                                              "The folder of sources, if they are to be compared "
                                              "too"})),
          target_option(command.target),
          text("--against", command.against,
               {"Ett vittne: liggarens huvud (42:sha256:…) eller mappen med en kopia",
                "A witness: a head of the ledger (42:sha256:…) or the folder of a copy"}),
          flag("--mend-times", command.mends_times,
               {"Ger filerna liggarens tider, efter en kopia utan tider",
                "Gives files the ledger's times, after a copy without times"}),
          choice<bool>("--format", command.json, {{"json", true}, {"text", false}},
                       {"text eller json", "text or json"})};
}

Json number(std::size_t value) {
  return {static_cast<std::int64_t>(value)};
}

std::string json_of(const VerifySiteResult& result, Language language) {
  const auto& verification = result.verification;
  Json::Array faults;
  for (const auto& fault : verification.faults) {
    faults.emplace_back(
        Json::Object{{"path", fault.path}, {"message", fault_text(fault, language)}});
  }
  const Json::Object json{{"whole", verification.faults.empty()},
                          {"head", verification.ledger.head()},
                          {"releases", number(verification.releases)},
                          {"files", number(verification.files)},
                          {"bytes_read", static_cast<std::int64_t>(verification.bytes_read)},
                          {"witnessed", number(verification.witnessed)},
                          {"stale", result.stale.has_value()},
                          {"faults", std::move(faults)}};
  return to_text(Json(json)) + "\n";
}

std::string text_of(const VerifySiteResult& result, const VerifyCommand& command,
                    Language language) {
  const auto& verification = result.verification;
  const auto count = [](std::size_t value) { return std::to_string(value); };
  if (!verification.faults.empty()) {
    auto text = command.target + "/" + fault_text(verification.faults.front(), language) + "\n";
    const auto more = verification.faults.size() - 1;
    if (more > 0) {
      text +=
          fill_slots(choose(language, "Det är det första av {} fel. --format json visar alla.\n",
                            "It is the first of {} faults. --format json shows all.\n"),
                     {count(more + 1)});
    }
    return text;
  }
  auto text = fill_slots(
      choose(language, "{}: allt stämmer. {} publiceringar, {} filer, {} poster i liggaren.\n",
             "{}: all is well. {} releases, {} files, {} entries in the ledger.\n"),
      {command.target, count(verification.releases), count(verification.files),
       count(verification.ledger.entries().size())});
  if (command.against.empty()) {
    text +=
        choose(language,
               "Utan vittne (--against) märks inte om hela liggaren är kortad eller omskriven.\n",
               "Without a witness (--against) a ledger that was cut short or rewritten as a "
               "whole is not noticed.\n");
  } else {
    text += fill_slots(
        choose(language, "Vittnet intygar {} poster.\n", "The witness vouches for {} entries.\n"),
        {count(verification.witnessed)});
  }
  return text + fill_slots(choose(language, "Liggaren: {}\n", "Ledger: {}\n"),
                           {verification.ledger.head()});
}

ExitStatus run(const VerifyCommand& command, const CommonOptions& common) {
  std::optional<FileTree> sources;
  if (!command.source.empty()) {
    sources = open_sources(command.source, common);
    if (!sources) return ExitStatus::could_not_run;
  }
  const VerifyRequest request{command.target, command.against, sources ? &*sources : nullptr,
                              current_moment(),
                              command.mends_times ? TimeMending::on : TimeMending::off};
  const auto result = verify_site(request);
  if (result.access != TargetAccess::open) {
    print_access_problem(result.access, command.target, {}, common.language);
    return ExitStatus::could_not_run;
  }
  print(command.json ? json_of(result, common.language)
                     : text_of(result, command, common.language));
  if (result.stale && !common.quiet)
    print_message(what_text(*result.stale, common.language) + " [build.stale]");
  return result.verification.faults.empty() ? ExitStatus::fine : ExitStatus::found_something;
}

}  // namespace

CommandSpec verify_command() {
  return command_spec<VerifyCommand>(
      "verify",
      {"Bevisar att det publicerade är orört", "Proves that what is published is untouched"},
      &describe, &run);
}

}  // namespace handbok
