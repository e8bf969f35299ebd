#include "cli/draft_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {
namespace {

void add_output(OptionSink& options, const Declarer& declarer, DraftOptions& draft) {
  options.text("-o,--output", draft.output,
               declarer.say("Filen att skriva till; finns den uppdateras bara det som ingen "
                            "har ändrat för hand (stdout)",
                            "The file to write to; one that is there is brought up to date where "
                            "nobody has changed it by hand (stdout)"));
}

void add_meeting(OptionSink& options, const Declarer& declarer, DraftOptions& draft) {
  options.source(draft.source);
  options.date(
      "--on", draft.as_of,
      declarer.say("Mötets dag, ÅÅÅÅ-MM-DD (i dag; för ett forum dess nästa möte)",
                   "The day of the meeting, YYYY-MM-DD (today; for a forum its next meeting)"));
  add_output(options, declarer, draft);
}

}  // namespace

void declare(OptionSink& options, ReportCommand& command, Language language) {
  constexpr int year_min = 1900;
  constexpr int year_max = 2200;
  constexpr int periods_max = 12;
  Declarer declarer(options, language);
  declarer.add_choice<ReportKindWord>("kind", command.kind,
                                      {{"quality", ReportKindWord::quality},
                                       {"safety", ReportKindWord::safety},
                                       {"tertial", ReportKindWord::tertial},
                                       {"control", ReportKindWord::control}},
                                      declarer.say("quality, safety, tertial eller control",
                                                   "quality, safety, tertial or control"));
  options.required("kind");
  options.number("--year", command.year, {year_min, year_max},
                 declarer.say("Året som utkastet handlar om", "The year that the draft is about"));
  options.required("--year");
  options.number("--period", command.period, {1, periods_max},
                 declarer.say("Tertialets nummer (det senast avslutade)",
                              "The number of the period (the last one that has ended)"));
  options.text(
      "--unit", command.unit,
      declarer.say("Bara enheten och det under den", "Only the unit and what lies below it"));
  options.source(command.draft.source);
  declarer.add_as_of(command.draft.as_of);
  add_output(options, declarer, command.draft);
}

void declare(OptionSink& options, ReviewPackCommand& command, Language language) {
  add_meeting(options, Declarer(options, language), command.draft);
}

void declare(OptionSink& options, AgendaCommand& command, Language language) {
  Declarer declarer(options, language);
  declarer.add_required("forum,--forum", command.forum,
                        declarer.say("Till exempel FOR-02", "For example FOR-02"));
  add_meeting(options, declarer, command.draft);
}

std::string help_of(const ReportCommand& /*command*/, Language language) {
  return std::string(choose(language,
                            "Skriver ett utkast till en berättelse eller plan med underlag",
                            "Drafts a report or plan with its material"));
}

std::string help_of(const ReviewPackCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver underlaget till ledningens genomgång",
                            "Writes the material for the management review"));
}

std::string help_of(const AgendaCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver underlaget till ett forums möte",
                            "Writes the material for a forum"));
}

}  // namespace handbok
