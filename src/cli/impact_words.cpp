#include "cli/impact_words.hpp"

#include "cli/console.hpp"

namespace handbok {

std::string_view words_of(Bond bond, Language language) {
  switch (bond) {
#define HANDBOK_WORDS(name, swedish, english) \
  case Bond::name:                            \
    return choose(language, swedish, english);
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

}  // namespace handbok
