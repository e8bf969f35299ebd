#include "questions/reports/report_words.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "diag/phrase.hpp"

namespace handbok {
namespace {

constexpr auto report_phrases = std::to_array<Phrase>({
#define HANDBOK_REPORT_WORD(name, swedish, english) {swedish, english},
#include "questions/reports/report_words.def"
#undef HANDBOK_REPORT_WORD
});

struct CountKind {
  std::string_view kind;
  ReportWord word;
};

constexpr auto count_kinds = std::to_array<CountKind>({
    {"complaint", ReportWord::kind_complaint},
    {"view", ReportWord::kind_view},
    {"praise", ReportWord::kind_praise},
    {"proposal", ReportWord::kind_proposal},
    {"deviation", ReportWord::kind_deviation},
    {"lex_sarah_report", ReportWord::kind_lex_sarah},
    {"lex_maria_notice", ReportWord::kind_lex_maria},
    {"investigated_event", ReportWord::kind_investigated},
    {"serious_injury", ReportWord::kind_injury},
});

}  // namespace

std::string report_text(ReportWord word, Language language,
                        const std::vector<std::string>& values) {
  return fill_slots(report_phrases.at(static_cast<std::size_t>(word)).in(language), values);
}

std::string count_kind_text(std::string_view kind, Language language) {
  const auto* const known = std::ranges::find(count_kinds, kind, &CountKind::kind);
  return known == count_kinds.end() ? std::string(kind) : report_text(known->word, language);
}

}  // namespace handbok
