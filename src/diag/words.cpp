#include "diag/words.hpp"

#include <array>

namespace handbok {
namespace {

constexpr ReportWords swedish{
    .note = "notering",
    .notes = "noteringar",
    .warning = "varning",
    .warnings = "varningar",
    .error = "fel",
    .errors = "fel",
    .accepted = "godtagen",
    .accepted_many = "godtagna",
    .accepted_until = "Godtas före {}, beslutat av {}: {}",
    .nothing = "Inget att anmärka på.",
    .whole_handbook = "handboken",
    .what = "Vad",
    .remedy = "Åtgärd",
    .rule = "Regel",
    .effect = "Följd",
    .effect_of_note = "Till kännedom. Inget hålls inne.",
    .effect_of_warning = "Inget hålls inne. Varningen står kvar tills den är åtgärdad.",
    .effect_of_error =
        "Ett fel i ett dokument håller inne den utgåvan; i ett utkast är det bara en varning. "
        "Ett fel i en registerrad gör att raden inte används. Ett fel i det som allt vilar på – "
        "handbook.toml, enheter, roller, tema – stoppar bygget.",
    .page_title = "Vad handbok kan anmärka på",
    .page_introduction =
        "Koden står inom hakparenteser efter varje meddelande. Koder byter aldrig "
        "namn och återanvänds aldrig. Tecknet … står för det som skiljer från fall "
        "till fall.",
};

constexpr ReportWords english{
    .note = "note",
    .notes = "notes",
    .warning = "warning",
    .warnings = "warnings",
    .error = "error",
    .errors = "errors",
    .accepted = "accepted",
    .accepted_many = "accepted",
    .accepted_until = "Accepted before {}, decided by {}: {}",
    .nothing = "Nothing to report.",
    .whole_handbook = "the handbook",
    .what = "What",
    .remedy = "Remedy",
    .rule = "Rule",
    .effect = "Effect",
    .effect_of_note = "For information. Nothing is withheld.",
    .effect_of_warning = "Nothing is withheld. The warning stays until it is dealt with.",
    .effect_of_error =
        "An error in a document withholds that revision; in a draft it is only a warning. "
        "An error in a row of a register leaves the row out. An error in what everything rests "
        "on – handbook.toml, units, roles, theme – stops the build.",
    .page_title = "What handbok can report",
    .page_introduction =
        "The code stands in brackets after each message. Codes are never renamed "
        "and never reused. The sign … stands for what differs from case to case.",
};

struct FamilyTitle {
  std::string_view family;
  std::string_view swedish;
  std::string_view english;
};

constexpr auto family_titles = std::to_array<FamilyTitle>({
    {"text", "Källfilens tecken", "The characters of a source file"},
    {"file", "Källmappens filer", "The files of the source folder"},
    {"toml", "Huvuden och register", "Heads and registers"},
    {"markdown", "Brödtext", "The text of a document"},
    {"diagram", "Processdiagram", "Process diagrams"},
    {"doc", "Dokumentstyrning", "Document control"},
    {"signature", "Signerade beslut", "Signed decisions"},
    {"routine", "Rutiner", "Routines"},
    {"link", "Hänvisningar och länkar", "References and links"},
    {"legal", "Lagrum och andra källor", "Statutes and other sources"},
    {"term", "Begrepp", "Terms"},
    {"process", "Processer", "Processes"},
    {"activity", "Aktiviteter i processer", "Activities of processes"},
    {"collab", "Samverkan", "Collaboration"},
    {"agreement", "Avtal", "Agreements"},
    {"unit", "Enheter", "Units"},
    {"role", "Roller", "Roles"},
    {"duty", "Uppgifter i kvalitetsarbetet", "Duties of the work with quality"},
    {"decision", "Beslutanderätt", "Rights to decide"},
    {"service", "Tjänster", "Services"},
    {"req", "Krav", "Requirements"},
    {"waiver", "Undantag", "Waivers"},
    {"topic", "Ämnen som kräver en rutin", "Topics that need a routine"},
    {"content", "Innehåll som rekommenderas", "Content that is recommended"},
    {"source", "Varifrån klagomål kommer", "Where complaints come from"},
    {"plan", "Planer", "Plans"},
    {"goal", "Mål", "Goals"},
    {"review", "Ledningens genomgång", "Management reviews"},
    {"report", "Berättelser", "Yearly reports"},
    {"contractor", "Entreprenörer", "Contractors"},
    {"calendar", "Årshjulet", "The calendar of the year"},
    {"risk", "Risker", "Risks"},
    {"ikp", "Internkontroll", "Internal control"},
    {"selfcheck", "Egenkontroller", "Self-checks"},
    {"action", "Åtgärder", "Actions"},
    {"finding", "Iakttagelser", "Findings"},
    {"analysis", "Sammanställningar", "Compilations"},
    {"local", "Lokala dokument", "Local documents"},
    {"image", "Bilder", "Images"},
    {"privacy", "Personuppgifter", "Personal data"},
    {"publish", "Publicering", "Publication"},
    {"build", "Den publicerade webbplatsens ålder", "The age of the published site"},
    {"suppression", "Godtagna anmärkningar", "Accepted findings"},
    {"edit", "När ett kommando säger nej", "When a command says no"},
    {"word", "Word-dokument som lämnas in", "Word documents that are handed in"},
    {"theme", "Temat", "The theme"},
});

}  // namespace

const ReportWords& report_words(Language language) {
  switch (language) {
    case Language::swedish:
      return swedish;
    case Language::english:
      return english;
  }
  return swedish;
}

std::string_view severity_word(Severity severity, Language language) {
  const auto& words = report_words(language);
  switch (severity) {
    case Severity::note:
      return words.note;
    case Severity::warning:
      return words.warning;
    case Severity::error:
      return words.error;
  }
  return {};
}

std::string place_name(const Location& location, Language language) {
  if (location.path.empty()) return std::string(report_words(language).whole_handbook);
  auto place = location.path;
  if (location.line > 0) place += ":" + std::to_string(location.line);
  if (location.line > 0 && location.column > 0) place += ":" + std::to_string(location.column);
  return place;
}

std::string_view family_title(std::string_view family, Language language) {
  for (const auto& row : family_titles) {
    if (row.family == family) return language == Language::swedish ? row.swedish : row.english;
  }
  return {};
}

}  // namespace handbok
