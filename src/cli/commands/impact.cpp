#include "questions/impact.hpp"

#include <algorithm>
#include <string_view>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "base/value_table.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/known_name.hpp"
#include "cli/sources.hpp"
#include "cli/table_text.hpp"
#include "diag/words.hpp"

namespace handbok {
namespace {

/// The register as a heading: "Egenkontroller".

/// How something rests on the subject, after its name: "följs upp med det".
std::string_view words_of(Bond bond, Language language) {
  switch (bond) {
#define HANDBOK_WORDS(name, swedish, english) \
  case Bond::name: return choose(language, swedish, english);
    HANDBOK_WORDS(follows, "följer", "follows")
    HANDBOK_WORDS(stands_for, "står för", "stands for")
    HANDBOK_WORDS(part_of, "del av", "part of")
    HANDBOK_WORDS(implements, "genomför", "implements")
    HANDBOK_WORDS(complements, "kompletterar", "complements")
    HANDBOK_WORDS(replaces_locally, "ersätter lokalt", "replaces locally")
    HANDBOK_WORDS(replaces, "ersätter", "replaces")
    HANDBOK_WORDS(see_also, "hänvisar till", "refers to")
    HANDBOK_WORDS(form_for, "blankett till", "form for")
    HANDBOK_WORDS(template_for, "mall för", "template for")
    HANDBOK_WORDS(checklist_for, "checklista till", "checklist for")
    HANDBOK_WORDS(names, "nämner", "names")
    HANDBOK_WORDS(rests_on, "stöder sig på", "rests on")
    HANDBOK_WORDS(cites, "citerar", "cites")
    HANDBOK_WORDS(answers_to, "svarar mot", "answers to")
    HANDBOK_WORDS(evidence, "har som belägg", "has as evidence")
    HANDBOK_WORDS(followed_up_by, "följs upp med", "is followed up by")
    HANDBOK_WORDS(checks, "kontrollerar", "checks")
    HANDBOK_WORDS(about, "gäller", "is about")
    HANDBOK_WORDS(handled_by, "hanteras med", "is handled by")
    HANDBOK_WORDS(origin, "har som ursprung", "has as its origin")
    HANDBOK_WORDS(led_to, "ledde till", "led to")
    HANDBOK_WORDS(planned_in, "planeras i", "is planned in")
    HANDBOK_WORDS(escalated_to, "är lyft till", "is escalated to")
    HANDBOK_WORDS(measured_by, "mäts med", "is measured by")
    HANDBOK_WORDS(routine, "har som rutin", "has as its routine")
    HANDBOK_WORDS(agreement, "har som avtal", "has as its agreement")
    HANDBOK_WORDS(owner, "ägs av", "is owned by")
    HANDBOK_WORDS(responsible, "har som ansvarig", "has as responsible")
    HANDBOK_WORDS(participates, "har med sig", "has as participant")
    HANDBOK_WORDS(performs, "utförs av", "is performed by")
    HANDBOK_WORDS(analyses, "analyseras av", "is analysed by")
    HANDBOK_WORDS(reads, "ska läsas av", "is to be read by")
    HANDBOK_WORDS(heads, "leds av", "is headed by")
    HANDBOK_WORDS(decides, "beslutas av", "is decided by")
    HANDBOK_WORDS(delegates, "delegeras av", "is delegated by")
    HANDBOK_WORDS(told, "återrapporteras till", "is reported to")
    HANDBOK_WORDS(belongs_to, "hör till", "belongs to")
    HANDBOK_WORDS(concerns, "gäller för", "applies to")
    HANDBOK_WORDS(lies_below, "ligger under", "lies below")
    HANDBOK_WORDS(performed_in, "utförs på", "is performed in")
    HANDBOK_WORDS(successor, "ersattes av", "was replaced by")
    HANDBOK_WORDS(uses, "använder", "uses")
#undef HANDBOK_WORDS
  }
  return {};
}

struct ImpactCommand {
  std::string reference;  ///< "RUT-090", "SFS 2001:453", "MAS" …
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
  int jobs = 0;
};

std::vector<Option> describe(ImpactCommand& command) {
  return {positional({"namn", "reference"}, command.reference,
                     {"Till exempel RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 eller MAS",
                      "For example RUT-090, \"SFS 2001:453\", sosfs-2011-9/5:3 or MAS"}),
          source_word(command.source), as_of_option(command.as_of),
          table_format_option(command.format), jobs_option(command.jobs)};
}

/// One row for each dependent, then one for each consequence.
ValueTable impact_table(const ImpactAnswer& answer, Language language) {
  ValueTable table{{"subject", "kind", "id", "title", "bond", "owner", "unit", "severity"}, {}};
  for (const auto& one : answer.dependents) {
    table.rows.push_back({answer.subject.id, name_of(one.kind), one.id, one.title,
                          name_of(one.bond), text_or_null(one.owner), text_or_null(one.unit),
                          Json()});
  }
  for (const auto& one : answer.consequences) {
    table.rows.push_back({answer.subject.id, "consequence", one.subject, what_text(one, language),
                          info_of(one.code).name, text_or_null(one.owner),
                          text_or_null(join(one.units, ", ")), name_of(one.severity)});
  }
  return table;
}

std::string counted_heading(std::string_view heading, std::size_t count) {
  return std::string(heading).append(" (").append(std::to_string(count)).append(")\n");
}

/// The bonds of one dependent, which stand one after the other.
std::string bonds_text(const std::vector<Dependent>& dependents, std::size_t begin, std::size_t end,
                       Language language) {
  std::vector<std::string> bonds;
  for (auto i = begin; i < end; ++i) {
    std::string bond(words_of(dependents[i].bond, language));
    if (std::ranges::find(bonds, bond) == bonds.end()) bonds.push_back(std::move(bond));
  }
  return join(bonds, ", ");
}

/// The dependents, a heading for each register and one line each.
std::string dependents_text(const std::vector<Dependent>& dependents, Language language) {
  std::string text;
  for (std::size_t begin = 0; begin < dependents.size();) {
    const auto kind = dependents[begin].kind;
    ValueTable lines;
    while (begin < dependents.size() && dependents[begin].kind == kind) {
      const auto& one = dependents[begin];
      auto end = begin + 1;
      while (end < dependents.size() && dependents[end].kind == kind &&
             dependents[end].id == one.id && dependents[end].title == one.title)
        ++end;
      lines.rows.push_back({"-", one.id, one.title, bonds_text(dependents, begin, end, language),
                            one.owner, one.unit});
      begin = end;
    }
    text += counted_heading(heading_of(kind, language), lines.rows.size());
    text += write_text_lines(lines);
  }
  return text;
}

std::string consequences_text(const ImpactAnswer& answer, Language language) {
  if (answer.consequences.empty()) {
    return std::string(choose(language, "Kontrollerna säger inget mer om det tas bort.\n",
                              "The checks have nothing more to say without it.\n"));
  }
  const auto heading =
      answer.subject.is_gone
          ? choose(language, "Det här felar för att det inte längre gäller",
                   "Wrong because it no longer applies")
          : choose(language, "Det här skulle fela utan det", "What would be wrong without it");
  auto text = counted_heading(heading, answer.consequences.size());
  for (const auto& one : answer.consequences) {
    text.append("-  ").append(severity_word(one.severity, language)).append(": ");
    text.append(one.subject).append("  ").append(what_text(one, language));
    text.append(" [").append(info_of(one.code).name).append("]");
    const auto names = one.owner.empty() ? join(one.units, ", ") : one.owner;
    if (!names.empty()) text.append("  ").append(names);
    text += '\n';
  }
  return text;
}

std::string impact_text(const ImpactAnswer& answer, Language language) {
  auto text = answer.subject.label;
  if (!answer.subject.title.empty()) text.append("  ").append(answer.subject.title);
  if (answer.subject.is_gone)
    text += choose(language, "  (gäller inte längre)", "  (no longer applies)");
  text += '\n';
  if (answer.dependents.empty())
    text += choose(language, "Inget vilar på det.\n", "Nothing rests on it.\n");
  return text + dependents_text(answer.dependents, language) + consequences_text(answer, language);
}

ExitStatus run(const ImpactCommand& command, const CommonOptions& common) {
  const auto handbook = open_handbook(command.source, common, make_isolate(command.jobs));
  if (!handbook) return ExitStatus::could_not_run;
  const auto day = day_or_today(command.as_of);
  const auto meant = find_subjects(*handbook, day, command.reference);
  if (meant.size() != 1) {
    print_not_one(*handbook, command.reference, meant, common.language);
    return ExitStatus::could_not_run;
  }
  const auto answer = impact_of(*handbook, day, meant.front());
  print(command.format == TableFormat::text
            ? impact_text(answer, common.language)
            : table_in(command.format, impact_table(answer, common.language), common.language));
  return ExitStatus::fine;
}

}  // namespace

CommandSpec impact_command() {
  return command_spec<ImpactCommand>(
      "impact",
      {"Visar allt som vilar på något, och vad som fattas utan det",
       "Shows all that rests on something, and what breaks without it"},
      &describe, &run);
}

}  // namespace handbok
