#include "diag/slot_words.hpp"

#include <array>

#include "base/strings.hpp"
#include "diag/phrase.hpp"
#include "diag/value_words.hpp"

namespace handbok {
namespace {

constexpr auto slot_words = std::to_array<PhraseOf<std::string_view>>({
    // After "som" and "which".
    {"@state.unknown", {"inte finns", "does not exist"}},
    {"@state.draft", {"är ett utkast", "is a draft"}},
    {"@state.in_review", {"är under granskning", "is under review"}},
    {"@state.upcoming", {"inte har börjat gälla", "is not yet in force"}},
    {"@state.expired", {"har gått ut", "has expired"}},
    {"@state.repealed", {"är upphävt", "is repealed"}},
    {"@state.withdrawn", {"är tillbakadraget", "is withdrawn"}},
    {"@measure.itself", {"är raden själv", "is the row itself"}},
    {"@together.or_unit", {"false, eller ta bort unit", "false, or take unit out"}},

    {"@step.drafted", {"upprättad", "drafted"}},
    {"@step.consulted", {"samråd", "consulted"}},
    {"@step.reviewed", {"granskad", "reviewed"}},
    {"@step.approved", {"fastställd", "approved"}},
    {"@step.returned", {"återlämnad", "returned"}},
    {"@step.withdrawn", {"tillbakadragen", "withdrawn"}},
    {"@step.kept", {"översedd", "kept"}},
    {"@step.repealed", {"upphävd", "repealed"}},

    {"@assurance.registrar", {"en registrerad uppgift", "a decision that was written down"}},
    {"@assurance.account", {"ett godkännande via konto", "an approval by account"}},
    {"@assurance.key", {"en signatur", "a signature"}},

    {"@statement.step", {"steget", "the step"}},
    {"@statement.on", {"dagen", "the day"}},
    {"@statement.ref", {"beslutets beteckning", "the reference of the decision"}},
    {"@statement.valid_from", {"första dagen den gäller", "the first day in force"}},
    {"@statement.valid_to", {"första dagen den inte gäller", "the first day without force"}},

    {"@key.form", {"den är inte en öppen nyckel", "it is no public key"}},
    {"@key.kind",
     {"slaget är inte ed25519, ecdsa eller rsa", "its kind is not ed25519, ecdsa or rsa"}},
    {"@key.short", {"den är kortare än 2048 bitar", "it has fewer than 2048 bits"}},
    {"@key.role",
     {"rollens id har andra tecken än bokstäver, siffror och bindestreck",
      "the id of the role has other characters than letters, digits and hyphens"}},

    {"@redirect.no_target",
     {"på den nya adressen finns ingen sida", "there is no page at the new address"}},
    {"@redirect.from_taken",
     {"på den gamla adressen finns en sida", "there is a page at the old address"}},

    {"@attachment.damaged",
     {"den är skadad, eller skriven så att den inte kan läsas",
      "it is damaged, or written in a way that cannot be read"}},
    {"@attachment.locked", {"den är låst med lösenord", "it is protected by a password"}},
    {"@attachment.too_large", {"den packar upp till för mycket", "it unpacks to too much"}},

    {"@signing.no_program",
     {"programmet ssh-keygen saknas (paketet openssh-client)",
      "the program ssh-keygen is missing (package openssh-client)"}},
    {"@signing.refused",
     {"ssh-keygen kunde inte använda nyckeln", "ssh-keygen could not use the key"}},
    {"@signing.too_slow", {"ssh-keygen svarade inte i tid", "ssh-keygen did not answer in time"}},

    {"@tidy.byte_order_mark",
     {"ett osynligt märke först i filen (BOM)",
      "an invisible mark at the start of the file (BOM)"}},
    {"@tidy.line_ending", {"radslut från Windows", "line ends from Windows"}},
    {"@tidy.nfc",
     {"bokstäver med lösa prickar eller accenter", "letters with loose dots or accents"}},

    {"@tracked.accepted", {"godtagna", "accepted"}},
    {"@tracked.rejected", {"avvisade", "rejected"}},

    {"@word.formula", {"En formel", "A formula"}},
    {"@word.definitions", {"En definitionslista", "A definition list"}},
    {"@word.foreign", {"Något som inte är text", "Something that is no text"}},
    {"@word.text_box", {"En textruta", "A text box"}},
    {"@word.chart", {"Ett diagram", "A chart"}},
    {"@word.drawing", {"En SmartArt-bild", "A SmartArt picture"}},
    {"@word.object",
     {"Ett inbäddat objekt från ett annat program", "An embedded object from another program"}},
    {"@word.hidden_text", {"Dold text", "Hidden text"}},
    {"@word.struck_text", {"Genomstruken text", "Struck-through text"}},
    {"@word.symbol", {"Ett tecken i ett symboltypsnitt", "A sign of a symbol font"}},
    {"@word.page_edge", {"Sidhuvud eller sidfot", "The head or foot of the pages"}},
    {"@word.raised", {"Upphöjd eller nedsänkt stil", "Raised or lowered type"}},
    {"@word.words", {"Text", "Text"}},
    {"@word.heading_numbers", {"Rubrikernas nummer", "The numbers of the headings"}},
    {"@word.link_title",
     {"Texten som visas när man pekar på länken", "The text of a pointed link"}},
    {"@word.tabs", {"Uppställningen med tabbar", "The layout by tabs"}},
    {"@word.help", {"Hjälptext", "Help"}},
    {"@word.unseen", {"Att Word inte visar det", "That Word does not show it"}},
    {"@word.nothing", {"inget", "nothing"}},

    {"@case.record_number", {"numret på en journal eller akt", "the number of a record or file"}},
    {"@case.private_mail", {"en privat e-postadress", "a private mail address"}},
    {"@case.relative_phone", {"en närståendes telefonnummer", "the telephone of a relative"}},

    {"@law.some_day", {"en dag som inte är känd", "a day that is not known"}},

    {"@level.every", {"alla", "all"}},
    {"@nothing.never", {"aldrig", "never"}},
    {"@nothing.no_role", {"ingen roll", "no role"}},
    {"@nothing.no_successor", {"ingen efterföljare är känd", "no successor is known"}},

    {"@day.on", {"dagen det görs", "the day of the act"}},
    {"@day.after_act", {"dagen efter att det görs", "the day after the act"}},
    {"@day.submitted", {"inlämningen", "the submission"}},
    {"@day.drafted", {"upprättandet", "the drafting"}},
    {"@day.consulted", {"samrådet", "the consultation"}},
    {"@day.reviewed", {"granskningen", "the review"}},
    {"@day.approved", {"fastställandet", "the approval"}},
    {"@day.returned", {"återlämnandet", "the return"}},
    {"@day.withdrawn", {"tillbakadragandet", "the withdrawal"}},
    {"@day.review", {"förra översynen", "the last review"}},
    {"@day.decided_on", {"beslutet", "the decision"}},
    {"@day.valid_from", {"första dagen den gäller", "the first day in force"}},
    {"@day.valid_to", {"första dagen den inte gäller", "the first day without force"}},
    {"@day.effective_on", {"första dagen det inte gäller", "the first day without force"}},
    {"@day.next_review", {"nästa översyn", "the next review"}},

    {"@graph.same_id", {"en annan nod har samma id", "another node has the same id"}},
    {"@graph.unlabelled", {"en väg ut saknar text", "a way out has no label"}},
    {"@graph.one_exit", {"beslutet har inte två vägar ut", "the decision has no two ways out"}},
    {"@graph.dead_end", {"därifrån går ingen väg", "no way leads from it"}},
    {"@graph.unreached", {"från start går ingen väg dit", "no way leads to it from a start"}},
    {"@graph.loop",
     {"arbetet går runt utan beslut som slutar det", "the work goes round without a decision"}},
    {"@graph.no_such_kind", {"det finns ingen sådan nod", "there is no such node"}},

    {"@plan.operational", {"verksamhetsplan", "operational plan"}},
    {"@plan.action", {"handlingsplan", "action plan"}},
    {"@plan.internal_control", {"internkontrollplan", "internal control plan"}},
    {"@plan.introduction", {"introduktionsplan", "introduction plan"}},
    {"@plan.self_check", {"plan för egenkontroll", "plan of self-checks"}},
    {"@plan.budget_part", {"budget", "budget"}},
    {"@plan.preparedness", {"beredskapsplan", "preparedness plan"}},

    {"@report.quality", {"kvalitetsberättelse", "quality report"}},
    {"@report.patient_safety", {"patientsäkerhetsberättelse", "patient-safety report"}},
    {"@report.operational", {"verksamhetsberättelse", "operational report"}},
    {"@report.tertial", {"tertialrapport", "tertial report"}},

    {"@yearly.quality_report", {"kvalitetsberättelsen", "the quality report"}},
    {"@yearly.patient_safety_report", {"patientsäkerhetsberättelsen", "the patient-safety report"}},
    {"@yearly.plans", {"årets planer", "the plans of the year"}},
    {"@yearly.management_review", {"ledningens genomgång", "the management review"}},
});

constexpr std::string_view days_key = "@days.";
constexpr std::string_view near_key = "@near.";
constexpr std::string_view values_key = "@values.";

std::string days_text(std::string_view number, Language language) {
  constexpr Phrase one{" dag", " day"};
  constexpr Phrase many{" dagar", " days"};
  return std::string(number).append((number == "1" ? one : many).in(language));
}

std::string near_text(std::string_view near, Language language) {
  constexpr Phrase question{" (menade du ", " (did you mean "};
  return std::string(question.in(language)).append(near).append("?)");
}

/// "kind.own,contractor" as "own (egen), contractor (entreprenör)".
std::string values_text(std::string_view slot, Language language) {
  const auto dot = slot.find('.');
  std::vector<std::string> texts;
  for (const auto code : split(slot.substr(dot + 1), ',')) {
    const auto word = value_text(slot.substr(0, dot), code, language);
    const bool is_told = language == Language::swedish && word != code && !word.empty();
    texts.push_back(std::string(code) +
                    (is_told ? std::string(" (").append(word).append(")") : std::string()));
  }
  return join(texts, ", ");
}

std::string slot_value_in(const std::string& value, Language language) {
  if (value.starts_with(days_key))
    return days_text(std::string_view(value).substr(days_key.size()), language);
  if (value.starts_with(near_key))
    return near_text(std::string_view(value).substr(near_key.size()), language);
  if (value.starts_with(values_key))
    return values_text(std::string_view(value).substr(values_key.size()), language);
  const auto* const word = find_phrase<std::string_view>(slot_words, value);
  return word == nullptr ? value : std::string(word->in(language));
}

}  // namespace

std::string days_slot(int days) {
  return std::string(days_key) + std::to_string(days);
}

bool is_own_word(std::string_view value) {
  const bool is_days = value.starts_with(days_key) &&
                       value.find_first_not_of("0123456789", days_key.size()) == value.npos;
  return is_days || find_phrase<std::string_view>(slot_words, value) != nullptr;
}

std::string untold_slot(std::string_view value) {
  return value.starts_with(near_key) ? std::string() : std::string("–");
}

std::string near_slot(const std::optional<std::string>& near) {
  return near ? std::string(near_key).append(*near) : std::string();
}

std::string values_slot(std::string_view key, const std::vector<std::string>& codes) {
  return std::string(values_key).append(key).append(".").append(join(codes, ","));
}

std::vector<std::string> slot_values_in(const std::vector<std::string>& values, Language language) {
  auto result = values;
  for (auto& value : result)
    value = slot_value_in(value, language);
  return result;
}

}  // namespace handbok
