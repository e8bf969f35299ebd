#include "diag/words.hpp"

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
        "Ett fel i en registerrad gör att det som är fel inte används: värdet, eller hela raden om "
        "den inte går att förstå utan det. Ett fel i det som allt vilar på – handbook.toml, "
        "enheter, roller, tema – stoppar bygget.",
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
        "An error in a row of a register leaves out what cannot be used: the value, or the row if "
        "it cannot do without it. An error in what everything rests on – handbook.toml, units, "
        "roles, theme – stops the build.",
    .page_title = "What handbok can report",
    .page_introduction =
        "The code stands in brackets after each message. Codes are never renamed "
        "and never reused. The sign … stands for what differs from case to case.",
};

}  // namespace

const ReportWords& report_words(Language language) {
  switch (language) {
    case Language::swedish: return swedish;
    case Language::english: return english;
  }
  return swedish;
}

std::string_view severity_word(Severity severity, Language language) {
  const auto& words = report_words(language);
  switch (severity) {
    case Severity::note: return words.note;
    case Severity::warning: return words.warning;
    case Severity::error: return words.error;
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

}  // namespace handbok
